/** Tables of sequences measured: how like real ones they are, beside what fresh real ones would show and beside SDV's PAR. */
@NullMarked
package org.semblance.bench.sequences;

import org.jspecify.annotations.NullMarked;
