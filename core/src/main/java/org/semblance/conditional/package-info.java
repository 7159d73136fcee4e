/** The distribution of one column given others, one method a file: what imputation and synthesis draw from. */
@NullMarked
package org.semblance.conditional;

import org.jspecify.annotations.NullMarked;
