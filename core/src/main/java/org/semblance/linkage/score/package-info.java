/** How well links agree with the truth: pairs, clusters, candidates, curves, and what was lost to which error. */
@NullMarked
package org.semblance.linkage.score;

import org.jspecify.annotations.NullMarked;
