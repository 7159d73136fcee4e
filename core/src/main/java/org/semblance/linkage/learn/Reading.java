package org.semblance.linkage.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Corruption;
import org.semblance.linkage.Corruptions;
import org.semblance.linkage.Role;
import org.semblance.linkage.Row;
import org.semblance.linkage.Variable;
import org.semblance.random.Rng;

/**
 * Reads which error made one text of another: what an eye sees first (blank, capitals, spaces, words, dates), then what a
 * corruption of the list makes of the text in some draws, then the shortest way by letters. A text that is further away
 * than half its letters was replaced.
 */
final class Reading {
    /** What cannot be made again by a corruption of the list: the cell was empty, or something else was written. */
    static final String FILLED = "filled";

    static final String REPLACED = "replaced";
    static final String EDIT = "edit";

    private static final int DRAWS = 48;

    /** Those that are known by what they make, the narrowest first. */
    private static final List<String> MADE = List.of("abbreviation", "nickname", "diacritics", "transliteration");

    /** Those of which an edit of one letter might as well be the cause. */
    private static final List<String> MADE_FAR = List.of("phonetic", "ocr");

    private final Variable variable;
    private final Row row;
    private final Rng rng;
    private final Map<String, Corruption> made = new HashMap<>();

    Reading(Variable variable, Rng rng) {
        this.variable = variable;
        this.row = new Row(List.of(variable));
        this.rng = rng;
    }

    /** The name of a corruption, {@link #FILLED} or {@link #REPLACED}. */
    String of(@Nullable String before, @Nullable String after) {
        if (after == null) {
            return "missing";
        }
        if (before == null) {
            return FILLED;
        }
        if (before.equalsIgnoreCase(after)) {
            return fitting("casing", EDIT);
        }
        String seen = variable.role().isDate() ? date(before, after) : words(before, after);
        if (!seen.isEmpty()) {
            return seen;
        }
        for (String name : MADE) {
            if (makes(name, before, after)) {
                return name;
            }
        }
        int edits = EditScript.sum(EditScript.between(before, after));
        if (edits >= 2) {
            for (String name : MADE_FAR) {
                if (makes(name, before, after)) {
                    return name;
                }
            }
        }
        boolean option = variable.role().isOption();
        boolean near = edits <= 1 || edits <= 4 && 2 * edits <= Math.max(before.length(), after.length());
        return near && !option ? EDIT : REPLACED;
    }

    private String fitting(String name, String otherwise) {
        return Corruptions.ALL.find(name).make(Map.of()).fits(variable) ? name : otherwise;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private String date(String before, String after) {
        String a = digits(before);
        String b = digits(after);
        if (a.length() != 8 || b.length() != 8) {
            return "";
        }
        boolean yearFirst = variable.pattern().isEmpty() || variable.pattern().startsWith("y");
        String year = yearFirst ? b.substring(0, 4) : b.substring(4);
        String first = yearFirst ? b.substring(4, 6) : b.substring(0, 2);
        String second = yearFirst ? b.substring(6) : b.substring(2, 4);
        if (a.equals(yearFirst ? year + second + first : second + first + year)) {
            return "day-month-swap";
        }
        boolean sameYear = (yearFirst ? a.substring(0, 4) : a.substring(4)).equals(year);
        return sameYear && first.equals("01") && second.equals("01") ? "first-of-january" : "";
    }

    private String words(String before, String after) {
        if (!variable.role().isWords()) {
            return "";
        }
        String a = before.toLowerCase(Locale.ROOT);
        String b = after.toLowerCase(Locale.ROOT);
        String bare = b.replace(".", "").strip();
        if (variable.role().isName() && bare.length() == 1 && a.startsWith(bare) && a.length() > 1) {
            return "initial";
        }
        if (a.replaceAll("[\\s'-]", "").equals(b.replaceAll("[\\s'-]", ""))) {
            return "spacing";
        }
        String[] x = a.strip().split("[\\s,]+");
        String[] y = b.strip().split("[\\s,]+");
        String[] sortedX = x.clone();
        String[] sortedY = y.clone();
        Arrays.sort(sortedX);
        Arrays.sort(sortedY);
        if (Arrays.equals(sortedX, sortedY)) {
            return "token-swap";
        }
        if (y.length == x.length - 1 && without(x, y)) {
            return "token-drop";
        }
        return y.length == x.length + 1 && without(y, x) && repeats(y) ? "token-repeat" : "";
    }

    /** Whether the longer is the shorter with one word more. */
    private static boolean without(String[] longer, String[] shorter) {
        int at = 0;
        while (at < shorter.length && longer[at].equals(shorter[at])) {
            at++;
        }
        return Arrays.equals(longer, at + 1, longer.length, shorter, at, shorter.length);
    }

    private static boolean repeats(String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals(words[i - 1])) {
                return true;
            }
        }
        return false;
    }

    private boolean makes(String name, String before, String after) {
        Corruption corruption =
                made.computeIfAbsent(name, key -> Corruptions.ALL.find(key).make(Map.of()));
        if (!corruption.fits(variable)) {
            return false;
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            row.set(0, before);
            if (!corruption.apply(row, 0, rng.child(draw))) {
                return false;
            }
            if (after.equals(row.get(0))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a value of the column may be written into a file: one of few options that many pairs show. Names, dates and
     * numbers never are: one person's visits make any of them look common.
     */
    static boolean common(Role role, int count) {
        return role.isOption() && count >= 10;
    }
}
