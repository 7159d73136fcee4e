package org.semblance.bench.linkage;

import org.semblance.linkage.registers.Parameters;
import org.semblance.linkage.registers.Registers;

/** Standard sets in the library. */
final class Standard {
    private Standard() {}

    static Registers of(long seed, long source, long target) {
        return Registers.of(
                Parameters.standard().seed(seed).with(new Parameters.Flags(source, target, null, null, null)));
    }
}
