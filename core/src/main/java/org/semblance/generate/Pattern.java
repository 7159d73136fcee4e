package org.semblance.generate;

import java.util.ArrayList;
import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Texts of a fixed shape, given by a small part of regular expressions: literals, {@code \d}, {@code \\} before a
 * literal sign, classes such as {@code [A-Z0-9_]}, and a count {@code {n}} after any of them. Every value is different:
 * the row's position is scattered over all texts of the shape by a keyed one-to-one map. Rows beyond the number of such
 * texts get texts with one more sign of the last class, then two, and so on.
 */
final class Pattern implements Maker {
    record Options(
            @Option("The shape: literals, [A-Z], [0-9], \\d, and {n} for a count")
            String shape) {}

    static final Plugin<Maker> PLUGIN = Plugin.of(
            "pattern",
            "A text of a fixed shape such as [A-Z]{2}-\\d{6}; every value is different.",
            new Options("[A-Z]{2}\\d{8}"),
            Pattern::new);

    private static final long MOST = 1L << 60;

    private final List<String> places;
    private final int growsAt;

    Pattern(Options options) {
        places = Shape.places(options.shape());
        int last = -1;
        for (int i = 0; i < places.size(); i++) {
            last = places.get(i).length() > 1 ? i : last;
        }
        growsAt = last;
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        String[] out = new String[count];
        int done = 0;
        long before = 0;
        for (int extra = 0; done < count; extra++) {
            List<String> shape = widened(extra);
            long size = size(shape);
            long reach = Math.min(count, Math.max(0, before + size - first));
            if (reach > done) {
                Permutation scatter =
                        new Permutation(size, column.child("permutation").child(extra));
                char[] text = new char[shape.size()];
                for (; done < reach; done++) {
                    out[done] = write(shape, scatter.at(first + done - before), text);
                }
            }
            before += size;
        }
        return out;
    }

    /** The shape with more signs of its last class, or with digits at its end where it has no class. */
    private List<String> widened(int extra) {
        List<String> out = new ArrayList<>(places);
        for (int i = 0; i < extra; i++) {
            out.add(growsAt < 0 ? out.size() : growsAt + 1, growsAt < 0 ? "0123456789" : places.get(growsAt));
        }
        return out;
    }

    /** How many texts there are; beyond 2^60 the last places number the rows and those before follow from the number. */
    private static long size(List<String> shape) {
        long size = 1;
        for (String place : shape) {
            if (size > MOST / place.length()) {
                return MOST;
            }
            size *= place.length();
        }
        return size;
    }

    private static String write(List<String> shape, long number, char[] text) {
        long rest = number;
        long left = MOST;
        for (int i = shape.size() - 1; i >= 0; i--) {
            String place = shape.get(i);
            int signs = place.length();
            if (left == 1) {
                rest = mixed(number + i);
                left = MOST;
            } else if (left < signs) {
                rest += left * (mixed(number + i) % (signs / left));
            }
            text[i] = place.charAt((int) (rest % signs));
            rest /= signs;
            left = signs == 1 ? left : (left + signs - 1) / signs;
        }
        return new String(text);
    }

    private static long mixed(long number) {
        long z = number * 0xBF58476D1CE4E5B9L;
        return ((z ^ (z >>> 29)) * 0x94D049BB133111EBL) >>> 4;
    }

    @Override
    public boolean unique() {
        return true;
    }
}
