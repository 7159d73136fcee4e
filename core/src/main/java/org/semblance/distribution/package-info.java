/**
 * Probability laws, one file each; {@link org.semblance.distribution.Laws} lists them. All elementary functions are
 * those of Hipparchus' FastMath, which is plain Java: the same bits on every machine, which {@code Math} does not
 * promise.
 */
@NullMarked
package org.semblance.distribution;

import org.jspecify.annotations.NullMarked;
