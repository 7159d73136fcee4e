/** Speed benchmarks on JMH and quality benchmarks on real data. */
@NullMarked
package org.semblance.bench;

import org.jspecify.annotations.NullMarked;
