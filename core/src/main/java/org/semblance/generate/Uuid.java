package org.semblance.generate;

import org.semblance.plugin.Plugin;
import org.semblance.plugin.Plugin.NoOptions;
import org.semblance.random.Rng;

/**
 * Random identifiers as RFC 9562 section 5.4 (version 4) writes them: 122 random bits, so that none comes twice in
 * any practical number of rows.
 */
final class Uuid implements Maker {
    static final Plugin<Maker> PLUGIN = Plugin.of(
            "uuid", "A random identifier of 32 hexadecimal digits (UUID version 4).", new NoOptions(), o -> new Uuid());

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    @Override
    public String[] make(long first, int count, Rng column) {
        Rng rng = column.child(first);
        String[] out = new String[count];
        char[] text = new char[36];
        for (int i = 0; i < count; i++) {
            long high = rng.nextLong() & ~0xF000L | 0x4000L;
            long low = rng.nextLong() & ~(3L << 62) | 2L << 62;
            int at = 0;
            for (int digit = 0; digit < 32; digit++) {
                if (digit == 8 || digit == 12 || digit == 16 || digit == 20) {
                    text[at++] = '-';
                }
                long half = digit < 16 ? high : low;
                text[at++] = HEX[(int) (half >>> (60 - 4 * (digit & 15)) & 15)];
            }
            out[i] = new String(text);
        }
        return out;
    }

    @Override
    public boolean unique() {
        return true;
    }
}
