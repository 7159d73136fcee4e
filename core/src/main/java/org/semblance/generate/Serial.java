package org.semblance.generate;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/** A counter: start, start + step, ... with an optional prefix and leading zeros. Every value is different. */
final class Serial implements Maker {
    record Options(
            @Option(value = "The first number", min = -1e15, max = 1e15)
            long start,

            @Option(value = "How much is added for each row", min = 1, max = 1_000_000)
            int step,

            @Option("Text before the number") String prefix,

            @Option(value = "Digits at least, filled up with zeros", min = 0, max = 18)
            int width) {}

    static final Plugin<Maker> PLUGIN = Plugin.of(
            "serial",
            "A counter, with an optional prefix and leading zeros; every value is different.",
            new Options(1, 1, "", 0),
            Serial::new);

    private final Options options;

    Serial(Options options) {
        this.options = options;
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        String[] out = new String[count];
        StringBuilder text = new StringBuilder(options.prefix());
        for (int i = 0; i < count; i++) {
            text.setLength(options.prefix().length());
            long number = options.start() + (first + i) * options.step();
            String digits = Long.toString(Math.abs(number));
            if (number < 0) {
                text.append('-');
            }
            for (int k = digits.length(); k < options.width(); k++) {
                text.append('0');
            }
            out[i] = text.append(digits).toString();
        }
        return out;
    }

    @Override
    public boolean unique() {
        return true;
    }
}
