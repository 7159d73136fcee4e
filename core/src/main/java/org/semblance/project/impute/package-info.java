/** The YAML of an imputation: what is imputed and how, read and written. */
@NullMarked
package org.semblance.project.impute;

import org.jspecify.annotations.NullMarked;
