/** How fast: fit, sample, write and read, against rows and columns, on generated tables. */
@NullMarked
package org.semblance.bench.speed;

import org.jspecify.annotations.NullMarked;
