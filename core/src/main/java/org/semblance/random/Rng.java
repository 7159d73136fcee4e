package org.semblance.random;

/**
 * A keyed stream of random numbers: xoshiro256++ seeded from a 128-bit key, where the key is a hash of a path.
 *
 * <p>{@code Rng.of(42).child("sample").child("income").child(7)} is the same stream wherever and whenever it is asked
 * for: a child depends on its path only, not on what was drawn before nor on the thread. Not thread-safe: give each
 * thread a child of its own. Not for secrets: privacy noise comes from {@link java.security.SecureRandom}.
 *
 * <p>Source: Blackman and Vigna (2021), Scrambled linear pseudorandom number generators, doi:10.1145/3460772; the
 * mixing function is SplitMix64's finaliser (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195, variant 13).
 */
public final class Rng {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long keyHigh;
    private final long keyLow;
    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spareGaussian = Double.NaN;

    private Rng(long keyHigh, long keyLow) {
        this.keyHigh = keyHigh;
        this.keyLow = keyLow;
        s0 = mix(keyHigh + GOLDEN);
        s1 = mix(keyLow + 2 * GOLDEN);
        s2 = mix(keyHigh ^ Long.rotateLeft(keyLow, 32));
        s3 = mix(keyLow - keyHigh) | 1L;
    }

    public static Rng of(long seed) {
        return new Rng(mix(seed), mix(seed ^ GOLDEN));
    }

    /** The stream below this one of the given name. */
    public Rng child(String name) {
        long high = keyHigh ^ 0x6A09E667F3BCC909L;
        long low = keyLow + name.length();
        for (int i = 0; i < name.length(); i++) {
            high = mix(high ^ name.charAt(i));
            low = mix(low + high);
        }
        return new Rng(mix(high + low), low);
    }

    /** The stream below this one of the given number (a block, a row, a fold). */
    public Rng child(long index) {
        long low = mix(keyLow ^ mix(index + GOLDEN));
        return new Rng(mix(keyHigh + low), low ^ 0xBB67AE8584CAA73BL);
    }

    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on [0, 1) in steps of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on 0 .. bound-1; bound at least 1. Lemire's multiply-and-shift; the bias is below bound / 2^63. */
    public int nextInt(int bound) {
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** Standard normal by Marsaglia's polar method, with StrictMath so that every machine draws the same bits. */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double u;
        double v;
        double s;
        do {
            u = 2 * nextDouble() - 1;
            v = 2 * nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(s) / s);
        spareGaussian = v * scale;
        return u * scale;
    }

    /** Puts the first {@code length} elements in random order (Fisher and Yates). */
    public void shuffle(int[] values, int length) {
        for (int i = length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }

    public void shuffle(int[] values) {
        shuffle(values, values.length);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
