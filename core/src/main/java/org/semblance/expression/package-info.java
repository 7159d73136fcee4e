/** What can be calculated of each row from its columns: {@code round(price * quantity, 2)}, {@code age >= 65 and sex = 'F'}. */
@NullMarked
package org.semblance.expression;

import org.jspecify.annotations.NullMarked;
