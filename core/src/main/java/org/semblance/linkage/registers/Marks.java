package org.semblance.linkage.registers;

/** Random bits that belong to a key and a number, without an object for them: SplitMix64's finaliser, twice. */
final class Marks {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Marks() {}

    static long mix(long key, long number) {
        return finish(finish(key + (number + 1) * GOLDEN) ^ key);
    }

    /** Uniform on [0, 1). */
    static double share(long key, long number) {
        return (mix(key, number) >>> 11) * 0x1.0p-53;
    }

    private static long finish(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
