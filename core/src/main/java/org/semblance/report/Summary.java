package org.semblance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run as lines for a terminal: what each column is, and the scores with their readings. */
public final class Summary {
    /** Columns listed one by one before the rest is counted; every one with a warning is always listed. */
    private static final int LISTED = 30;

    private static final int NAME = 24;

    private Summary() {}

    /** One line per column (name, kind, why) and its warnings below; a wide table's plain columns are counted. */
    public static List<String> columns(List<ColumnLine> columns, boolean all) {
        List<String> out = new ArrayList<>();
        int width = columns.stream()
                .mapToInt(column -> Math.min(NAME, column.name().length()))
                .max()
                .orElse(0);
        int left = 0;
        for (int i = 0; i < columns.size(); i++) {
            ColumnLine column = columns.get(i);
            if (all || i < LISTED || !column.warnings().isEmpty()) {
                out.add(row("  %-" + width + "s  %-10s  %s", shorten(column.name()), column.kind(), column.why()));
                column.warnings().forEach(warning -> out.add("  ! " + column.name() + ": " + warning));
            } else {
                left++;
            }
        }
        if (left > 0) {
            out.add(String.format(Locale.ROOT, "  ... and %,d more columns   (-v lists them)", left));
        }
        return out;
    }

    /** The table of scores. */
    public static List<String> scores(List<ScoreLine> scores) {
        List<String> out = new ArrayList<>();
        out.add(row("  %-11s %10s  %10s  %s", "", "synthetic", "fresh data", "reads as"));
        for (ScoreLine score : scores) {
            out.add(row(
                    "  %-11s %10s  %10s  %s",
                    score.name(),
                    value(score.synthetic(), score.percent()),
                    value(score.fresh(), score.percent()),
                    reading(score)));
        }
        return out;
    }

    private static String reading(ScoreLine score) {
        if (score.parts().isEmpty()) {
            return score.reading();
        }
        ScoreLine.Part worst = score.parts().get(0);
        String fresh = Double.isNaN(worst.fresh()) ? "" : " (fresh " + value(worst.fresh(), false) + ")";
        return score.reading() + "; worst: " + worst.name() + " " + value(worst.synthetic(), false) + fresh;
    }

    private static String value(double value, boolean percent) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return percent ? String.format(Locale.ROOT, "%.2f %%", 100 * value) : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String shorten(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= NAME ? plain : plain.substring(0, NAME - 1) + "…";
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing();
    }
}
