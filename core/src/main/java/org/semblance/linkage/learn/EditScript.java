package org.semblance.linkage.learn;

/** The shortest way from one text to another by letters replaced, left out, put in and swapped, counted by kind. */
final class EditScript {
    static final int SUBSTITUTE = 0;
    static final int DELETE = 1;
    static final int INSERT = 2;
    static final int TRANSPOSE = 3;

    private EditScript() {}

    /** How often each kind is needed, in the order of the constants; of ways alike, the one found first from the end. */
    static int[] between(String before, String after) {
        int n = before.length();
        int m = after.length();
        int[][] least = new int[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int cost = before.charAt(i - 1) == after.charAt(j - 1) ? 0 : 1;
                int best = Math.min(least[i - 1][j - 1] + cost, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                least[i][j] = swapped(before, after, i, j) ? Math.min(best, least[i - 2][j - 2] + 1) : best;
            }
        }
        int[] kinds = new int[4];
        int i = n;
        int j = m;
        while (i > 0 || j > 0) {
            int here = least[i][j];
            boolean same = i > 0 && j > 0 && before.charAt(i - 1) == after.charAt(j - 1);
            if (same && least[i - 1][j - 1] == here) {
                i--;
                j--;
            } else if (i > 1 && j > 1 && swapped(before, after, i, j) && least[i - 2][j - 2] + 1 == here) {
                kinds[TRANSPOSE]++;
                i -= 2;
                j -= 2;
            } else if (i > 0 && j > 0 && least[i - 1][j - 1] + 1 == here) {
                kinds[SUBSTITUTE]++;
                i--;
                j--;
            } else if (i > 0 && least[i - 1][j] + 1 == here) {
                kinds[DELETE]++;
                i--;
            } else {
                kinds[INSERT]++;
                j--;
            }
        }
        return kinds;
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1)
                && a.charAt(i - 1) != a.charAt(i - 2);
    }

    static int sum(int[] kinds) {
        return kinds[0] + kinds[1] + kinds[2] + kinds[3];
    }
}
