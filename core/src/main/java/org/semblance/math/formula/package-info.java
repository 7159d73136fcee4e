/** The formulas of statistical models, as R writes them: {@code y ~ age + sex + age:sex + log(income)}. */
@NullMarked
package org.semblance.math.formula;

import org.jspecify.annotations.NullMarked;
