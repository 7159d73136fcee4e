/** The hot loops under JMH: {@code bench/bench jmh} runs them all, {@code bench/bench jmh Csv} those of one name. */
@NullMarked
package org.semblance.bench.jmh;

import org.jspecify.annotations.NullMarked;
