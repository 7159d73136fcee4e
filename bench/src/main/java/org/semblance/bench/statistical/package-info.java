/** Chained equations and their kin: speed beside R's mice, and whether intervals cover what they should. */
@NullMarked
package org.semblance.bench.statistical;

import org.jspecify.annotations.NullMarked;
