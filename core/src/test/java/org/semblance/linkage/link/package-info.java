/** Tests of the reference linkers. */
@NullMarked
package org.semblance.linkage.link;

import org.jspecify.annotations.NullMarked;
