/** Tests of the scores of links. */
@NullMarked
package org.semblance.linkage.score;

import org.jspecify.annotations.NullMarked;
