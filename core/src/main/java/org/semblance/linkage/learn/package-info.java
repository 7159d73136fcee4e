/** Error rates learnt from pairs that are known to be true, as parameters that make the same errors again. */
@NullMarked
package org.semblance.linkage.learn;

import org.jspecify.annotations.NullMarked;
