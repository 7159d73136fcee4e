/** What happens to a table before it is learnt from: a look at it, what privacy takes out, and marginals. */
@NullMarked
package org.semblance.prepare;

import org.jspecify.annotations.NullMarked;
