/** Linear algebra and numbers, with no table in sight. */
@NullMarked
package org.semblance.math;

import org.jspecify.annotations.NullMarked;
