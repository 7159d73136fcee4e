/** The rules of the house as tests: floors, hidden inputs, names, file sizes. */
@NullMarked
package org.semblance.architecture;

import org.jspecify.annotations.NullMarked;
