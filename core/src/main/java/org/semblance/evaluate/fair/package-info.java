/** Do the rows treat groups as the real ones do? */
@NullMarked
package org.semblance.evaluate.fair;

import org.jspecify.annotations.NullMarked;
