package org.semblance.linkage;

import java.text.Normalizer;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Marks on Latin letters are lost or spelled out: {@code Müller} becomes {@code Muller} or {@code Mueller}. All of the
 * cell's marks go the same way, as they do where a keyboard or system has none. Cells without any are not eligible.
 */
final class Diacritics implements Corruption {
    record Options(
            @Option(
                    value = "Lost, spelled out (ä as ae, å as aa) where that is usual and lost elsewhere, or either.",
                    choices = {"lost", "spelled", "either"})
            String how) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "diacritics",
            "Marks on letters are lost or spelled out: Müller, Muller and Mueller.",
            new Options("either"),
            Diacritics::new);

    private static final String SPELLED = "äae|öoe|üue|åaa|øoe|æae|œoe|ßss|þth|ðd|łl|đd|ıi|";

    private final String how;

    Diacritics(Options options) {
        how = options.how();
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isWords() || variable.role() == Role.EMAIL;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null || ascii(cell)) {
            return false;
        }
        boolean spelled = how.equals("spelled") || how.equals("either") && rng.nextBoolean();
        String plain = plain(cell, spelled);
        if (plain.equals(cell)) {
            return false;
        }
        row.set(variable, plain);
        return true;
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    static String plain(String text, boolean spelled) {
        StringBuilder out = new StringBuilder(text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char small = Character.toLowerCase(c);
            if (small < 0xDF || small >= 0x250 && (small < 0x1E00 || small >= 0x1F00) && !mark(small)) {
                out.append(c);
            } else if (mark(small)) {
                continue;
            } else {
                letter(text, i, spelled, out);
            }
        }
        return out.toString();
    }

    private static void letter(String text, int i, boolean spelled, StringBuilder out) {
        char c = text.charAt(i);
        int start = out.length();
        int at = SPELLED.indexOf(Character.toLowerCase(c));
        if (at >= 0 && (spelled || "æœßþðłđıø".indexOf(Character.toLowerCase(c)) >= 0)) {
            String as = SPELLED.substring(at + 1, SPELLED.indexOf('|', at));
            out.append(!spelled && Character.toLowerCase(c) == 'ø' ? "o" : as);
        } else {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            out.append(Character.toLowerCase(parts.charAt(0)));
        }
        boolean sharp = c == 'ß' && i > 0 && Character.isUpperCase(text.charAt(i - 1));
        if (Character.isUpperCase(c) || sharp) {
            out.setCharAt(start, Character.toUpperCase(out.charAt(start)));
            boolean capitals = i + 1 < text.length()
                    ? Character.isUpperCase(text.charAt(i + 1))
                    : i > 0 && Character.isUpperCase(text.charAt(i - 1));
            for (int k = start + 1; k < out.length() && capitals; k++) {
                out.setCharAt(k, Character.toUpperCase(out.charAt(k)));
            }
        }
    }

    /** Whether it is a mark that stands over or under the letter before it. */
    private static boolean mark(char c) {
        return c >= 0x300 && c < 0x370;
    }
}
