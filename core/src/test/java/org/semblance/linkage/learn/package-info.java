/** Tests of learning errors from pairs. */
@NullMarked
package org.semblance.linkage.learn;

import org.jspecify.annotations.NullMarked;
