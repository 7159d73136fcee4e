/** What the fuzzer calls: readers of files that come from strangers. {@code bench/fuzz} starts it. */
@NullMarked
package org.semblance.bench.fuzz;

import org.jspecify.annotations.NullMarked;
