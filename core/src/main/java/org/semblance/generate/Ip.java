package org.semblance.generate;

import org.semblance.plugin.Plugin;
import org.semblance.plugin.Plugin.NoOptions;
import org.semblance.random.Rng;

/** An IPv4 address of the private network 10.0.0.0/8, which is nobody's own (RFC 1918). */
final class Ip implements Maker {
    static final Plugin<Maker> PLUGIN =
            Plugin.of("ip", "An IPv4 address of a private network.", new NoOptions(), o -> new Ip());

    @Override
    public String[] make(long first, int count, Rng column) {
        Rng rng = column.child(first);
        String[] out = new String[count];
        for (int i = 0; i < count; i++) {
            int bits = rng.nextInt(1 << 24);
            out[i] = "10." + (bits >> 16) + "." + (bits >> 8 & 255) + "." + (bits & 255);
        }
        return out;
    }
}
