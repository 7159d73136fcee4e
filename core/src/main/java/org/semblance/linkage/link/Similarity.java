package org.semblance.linkage.link;

import java.util.Arrays;

/** How alike two texts are. Letters are Java chars: those beyond the basic plane count as two. */
public final class Similarity {
    /** Letters at the start that raise Winkler's figure. */
    private static final int PREFIX = 4;

    private Similarity() {}

    /**
     * Jaro's share of common letters (1989, doi:10.1080/01621459.1989.10478785), 0 to 1: letters are common where they
     * are equal and no further apart than half the longer text less one; transposed ones count half.
     */
    public static double jaro(String a, String b) {
        int n = a.length();
        int m = b.length();
        if (n == 0 || m == 0) {
            return n == m ? 1 : 0;
        }
        if (n <= Long.SIZE && m <= Long.SIZE) {
            return shortJaro(a, b);
        }
        int window = Math.max(0, Math.max(n, m) / 2 - 1);
        boolean[] usedA = new boolean[n];
        boolean[] usedB = new boolean[m];
        int common = 0;
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - window); j < Math.min(m, i + window + 1); j++) {
                if (!usedB[j] && a.charAt(i) == b.charAt(j)) {
                    usedA[i] = true;
                    usedB[j] = true;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int swapped = 0;
        int j = 0;
        for (int i = 0; i < n; i++) {
            if (usedA[i]) {
                while (!usedB[j]) {
                    j++;
                }
                swapped += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        double c = common;
        return (c / n + c / m + (c - swapped / 2) / c) / 3;
    }

    /** The same for texts of at most 64 letters: who is used stands in the bits of a number. */
    private static double shortJaro(String a, String b) {
        int n = a.length();
        int m = b.length();
        int window = Math.max(0, Math.max(n, m) / 2 - 1);
        long usedA = 0;
        long usedB = 0;
        for (int i = 0; i < n; i++) {
            char c = a.charAt(i);
            int end = Math.min(m, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (b.charAt(j) == c && (usedB >>> j & 1) == 0) {
                    usedA |= 1L << i;
                    usedB |= 1L << j;
                    break;
                }
            }
        }
        if (usedA == 0) {
            return 0;
        }
        double c = Long.bitCount(usedA);
        int swapped = 0;
        for (; usedA != 0; usedA &= usedA - 1, usedB &= usedB - 1) {
            int i = Long.numberOfTrailingZeros(usedA);
            int j = Long.numberOfTrailingZeros(usedB);
            swapped += a.charAt(i) == b.charAt(j) ? 0 : 1;
        }
        return (c / n + c / m + (c - swapped / 2) / c) / 3;
    }

    /** Jaro's figure, raised by a tenth of what it lacks for each of up to four equal first letters (Winkler 1990). */
    public static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + 0.1 * prefix * (1 - jaro);
    }

    /**
     * The fewest letters to insert, delete, replace, or swap with their neighbour, no letter twice (Damerau 1964,
     * doi:10.1145/363958.363994; optimal string alignment), or {@code most + 1} where it is more.
     */
    public static int edits(String a, String b, int most) {
        int n = a.length();
        int m = b.length();
        if (Math.abs(n - m) > most) {
            return most + 1;
        }
        if (most == 1) {
            return oneEdit(a, b);
        }
        if (most == 2 && apart(a, b)) {
            return most + 1;
        }
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] row = new int[m + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= m; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(last[j - 1] + cost, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return most + 1;
            }
            int[] held = before;
            before = last;
            last = row;
            row = held;
        }
        return Math.min(last[m], most + 1);
    }

    /**
     * Whether more than two edits are between two texts, told by their letters: an edit changes at most two counts of
     * letters (one goes, another comes), so that five or more changed ones are too many. Letters are counted modulo 2 and
     * 64, which only hides changes.
     */
    private static boolean apart(String a, String b) {
        long odd = 0;
        for (int i = 0; i < a.length(); i++) {
            odd ^= 1L << a.charAt(i);
        }
        for (int i = 0; i < b.length(); i++) {
            odd ^= 1L << b.charAt(i);
        }
        return Long.bitCount(odd) > 4;
    }

    /** 0, 1 or 2 for more: what is between the equal first and last letters decides. */
    private static int oneEdit(String a, String b) {
        int n = a.length();
        int m = b.length();
        int from = 0;
        while (from < n && from < m && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        if (from == n && from == m) {
            return 0;
        }
        int end = 0;
        while (end < n - from && end < m - from && a.charAt(n - 1 - end) == b.charAt(m - 1 - end)) {
            end++;
        }
        int left = n - from - end;
        int right = m - from - end;
        boolean swapped =
                left == 2 && right == 2 && a.charAt(from) == b.charAt(from + 1) && a.charAt(from + 1) == b.charAt(from);
        return Math.max(left, right) <= 1 || swapped ? 1 : 2;
    }

    /**
     * The American Soundex of a text's letters a to z (NARA): the first letter and three digits; empty where there is no
     * such letter.
     */
    public static String soundex(String text) {
        String codes = "01230120022455012623010202";
        StringBuilder out = new StringBuilder();
        char held = '0';
        for (int i = 0; i < text.length() && out.length() < 4; i++) {
            int at = Character.toLowerCase(text.charAt(i)) - 'a';
            if (at < 0 || at >= 26) {
                continue;
            }
            char code = codes.charAt(at);
            boolean silent = at == 'h' - 'a' || at == 'w' - 'a';
            if (out.isEmpty()) {
                out.append((char) ('a' + at));
                held = code;
            } else if (!silent) {
                if (code != '0' && code != held) {
                    out.append(code);
                }
                held = code;
            }
        }
        while (!out.isEmpty() && out.length() < 4) {
            out.append('0');
        }
        return out.toString();
    }
}
