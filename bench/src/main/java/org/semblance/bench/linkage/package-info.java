/** Record-linkage sets measured: speed beside the peers, memory, rates, difficulty, learning, scoring. */
@NullMarked
package org.semblance.bench.linkage;

import org.jspecify.annotations.NullMarked;
