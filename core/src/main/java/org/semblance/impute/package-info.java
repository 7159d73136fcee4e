/** Multiple imputation by chained equations: what is missing, drawn several times, and what the draws are worth. */
@NullMarked
package org.semblance.impute;

import org.jspecify.annotations.NullMarked;
