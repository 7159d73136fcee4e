package org.semblance.plugin;

import java.util.Collection;
import java.util.Locale;

/** The valid name nearest to a mistyped one, by edit distance with swaps (Damerau 1964). */
public final class Nearest {
    private Nearest() {}

    /** {@code Did you mean "x"?}, or an empty text where nothing is near. */
    public static String hint(String given, Collection<String> valid) {
        String best = "";
        int bestDistance = Math.max(2, given.length() / 3) + 1;
        for (String candidate : valid) {
            int distance = distance(given.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : "Did you mean \"" + best + "\"?";
    }

    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
