package org.semblance.linkage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys lie beside which: a key touches two in its own row, two above and two below, since each row stands a little
 * to the right of the one above. Letters have letters beside them and digits digits, on the row of digits or the block of
 * digits. Letters of another script than the layout's are looked up on the usual keyboard of theirs. Source: the
 * national layouts as operating systems have them; a space stands for a key without a letter.
 */
final class Keyboard {
    private static final Map<String, String> LAYOUTS = Map.ofEntries(
            Map.entry("qwerty", "qwertyuiop|asdfghjkl|zxcvbnm"),
            Map.entry("qwertz", "qwertzuiopü|asdfghjklöä|yxcvbnm"),
            Map.entry("swiss", "qwertzuiopè|asdfghjkléà|yxcvbnm"),
            Map.entry("azerty", "azertyuiop|qsdfghjklmù|wxcvbn"),
            Map.entry("swedish", "qwertyuiopå|asdfghjklöä|zxcvbnm"),
            Map.entry("danish", "qwertyuiopå|asdfghjklæø|zxcvbnm"),
            Map.entry("norwegian", "qwertyuiopå|asdfghjkløæ|zxcvbnm"),
            Map.entry("spanish", "qwertyuiop|asdfghjklñ|zxcvbnm"),
            Map.entry("italian", "qwertyuiopè|asdfghjklòàù|zxcvbnm"),
            Map.entry("portuguese", "qwertyuiop|asdfghjklç|zxcvbnm"),
            Map.entry("hungarian", "qwertzuiopőú|asdfghjkléáű|yxcvbnm"),
            Map.entry("czech", "qwertzuiopú|asdfghjklů|yxcvbnm"),
            Map.entry("turkish", "qwertyuıopğü|asdfghjklşi|zxcvbnmöç"),
            Map.entry("dvorak", "   pyfgcrl|aoeuidhtns| qjkxbmwvz"),
            Map.entry("russian", "йцукенгшщзхъ|фывапролджэ|ячсмитьбю"),
            Map.entry("ukrainian", "йцукенгшщзхї|фівапролджє|ячсмитьбю"));

    /** Used for the letters that the asked layout has not, in this order. */
    private static final String[] OTHERS = {
        "qwertyuiop|asdfghjkl|zxcvbnm",
        "йцукенгшщзхъ|фывапролджэ|ячсмитьбю",
        "  ερτυθιοπ|ασδφγηξκλ|ζχψωβνμ",
        "  קראטוןםפ|שדגכעיחלךף|זסבהנמצתץ",
        "ضصثقفغعهخحجد|شسيبلاتنمكط|ئءؤر ىةوزظ"
    };

    private static final String ROW_OF_DIGITS = "1234567890";
    private static final String BLOCK_OF_DIGITS = "789|456|123|0  ";
    private static final double[] SHIFT = {0, 0.25, 0.75};
    private static final int SIGNS = 0x700;

    private final @Nullable String[] beside = new @Nullable String[SIGNS];

    Keyboard(String layout) {
        String keys = LAYOUTS.get(layout);
        if (keys == null) {
            throw new IllegalArgumentException("no layout " + layout);
        }
        lay(keys, SHIFT);
        for (String other : OTHERS) {
            lay(other, SHIFT);
        }
        for (int i = 0; i < ROW_OF_DIGITS.length(); i++) {
            StringBuilder near = new StringBuilder();
            for (String digits : new String[] {ROW_OF_DIGITS, BLOCK_OF_DIGITS}) {
                String more = near(digits.split("\\|", -1), new double[4], ROW_OF_DIGITS.charAt(i));
                for (int k = 0; k < more.length(); k++) {
                    if (near.indexOf(more.substring(k, k + 1)) < 0) {
                        near.append(more.charAt(k));
                    }
                }
            }
            beside[ROW_OF_DIGITS.charAt(i)] = near.toString();
        }
    }

    /** Puts the neighbours of letters that have none so far. */
    private void lay(String keys, double[] shift) {
        String[] rows = keys.split("\\|", -1);
        @Nullable String[] found = new @Nullable String[SIGNS];
        for (String row : rows) {
            for (int i = 0; i < row.length(); i++) {
                char key = row.charAt(i);
                if (key != ' ' && beside[key] == null) {
                    found[key] = near(rows, shift, key);
                }
            }
        }
        for (int i = 0; i < SIGNS; i++) {
            beside[i] = found[i] == null ? beside[i] : found[i];
        }
    }

    private static String near(String[] rows, double[] shift, char key) {
        int row = 0;
        while (rows[row].indexOf(key) < 0) {
            row++;
        }
        double x = rows[row].indexOf(key) + shift[row];
        StringBuilder out = new StringBuilder();
        for (int r = Math.max(0, row - 1); r <= Math.min(rows.length - 1, row + 1); r++) {
            double reach = r == row ? 1 : 0.8;
            for (int i = 0; i < rows[r].length(); i++) {
                char other = rows[r].charAt(i);
                if (other != key && other != ' ' && Math.abs(i + shift[r] - x) <= reach) {
                    out.append(other);
                }
            }
        }
        return out.toString();
    }

    /** The keys beside that of a letter or digit of either case, in lower case; empty where it has no key. */
    String beside(char letter) {
        char small = letter < 128
                ? (letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter)
                : Character.toLowerCase(letter);
        String keys = small < SIGNS ? beside[small] : null;
        return keys == null ? "" : keys;
    }
}
