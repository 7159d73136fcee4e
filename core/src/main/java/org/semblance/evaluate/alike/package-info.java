/** Are the rows distributed like real ones? Columns, pairs, whole rows. */
@NullMarked
package org.semblance.evaluate.alike;

import org.jspecify.annotations.NullMarked;
