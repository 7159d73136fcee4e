/** Could these rows exist? Ranges, labels, keys, formats and rules. */
@NullMarked
package org.semblance.evaluate.valid;

import org.jspecify.annotations.NullMarked;
