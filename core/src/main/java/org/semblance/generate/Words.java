package org.semblance.generate;

import java.util.Arrays;
import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Sentences of made-up words, for free text: nothing of the real text but how many words it usually has. Words are
 * built of two to four syllables, so that none is taken from anywhere.
 */
final class Words implements Maker {
    record Options(
            @Option(value = "Words at least", min = 0, max = 10_000)
            int min,

            @Option(value = "Words at most", min = 0, max = 10_000)
            int max) {}

    static final Plugin<Maker> PLUGIN = Plugin.of(
            "words", "Made-up words, as many as the real texts usually have.", new Options(3, 12), Words::new);

    private static final String[] SYLLABLES =
            ("ba be bi bo da de di do fa fe fi ga ge go ha he ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no "
                            + "pa pe pi po ra re ri ro ru sa se si so ta te ti to tu va ve vi vo lan den ren sten mar nor vil tor")
                    .split(" ");

    private final int min;
    private final int max;

    Words(Options options) {
        min = Math.min(options.min(), options.max());
        max = Math.max(options.min(), options.max());
    }

    /** Of fewer texts nothing is told. */
    private static final int FEW = 5;

    /**
     * Options that fit the texts: the 5th and 95th percentile of their numbers of words; of fewer than 20 texts the mean,
     * of fewer than 5 none.
     */
    static String measure(List<String> texts) {
        if (texts.size() < FEW) {
            return "";
        }
        int[] words = texts.stream().mapToInt(Words::count).sorted().toArray();
        if (words.length < 20) {
            long mean = Math.min(
                    10_000,
                    Math.max(1, Math.round(Arrays.stream(words).average().orElse(1))));
            return "?min=" + mean + "&max=" + mean;
        }
        return "?min=" + words[words.length / 20] + "&max="
                + Math.min(10_000, words[words.length - 1 - words.length / 20]);
    }

    private static int count(String text) {
        return (int) Arrays.stream(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .count();
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        Rng rng = column.child(first);
        String[] out = new String[count];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.setLength(0);
            int words = min + rng.nextInt(max - min + 1);
            for (int w = 0; w < words; w++) {
                if (w > 0) {
                    text.append(' ');
                }
                int start = text.length();
                for (int s = 2 + rng.nextInt(3); s > 0; s--) {
                    text.append(SYLLABLES[rng.nextInt(SYLLABLES.length)]);
                }
                if (w == 0) {
                    text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
                }
            }
            out[i] = text.toString();
        }
        return out;
    }
}
