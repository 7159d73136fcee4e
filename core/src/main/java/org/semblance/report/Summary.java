package org.semblance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as lines for a terminal: what each column is, the scores with their readings, and what they come to. */
public final class Summary {
    /** Columns listed one by one before the rest is counted; every one with a warning is always listed. */
    private static final int LISTED = 30;

    private static final int NAME = 24;
    private static final int WIDTH = 110;

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
                String name = Shown.shorten(column.name(), NAME);
                out.add(row("  %-" + width + "s  %-10s  %s", name, column.kind(), column.why()));
                column.warnings().forEach(warning -> out.add(row("  ! %s: %s", column.name(), warning)));
            } else {
                left++;
            }
        }
        if (left > 0) {
            out.add(String.format(Locale.ROOT, "  ... and %,d more columns   (-v lists them)", left));
        }
        return out;
    }

    /** The table of scores by question, then the verdict and what the rows are fit for. */
    public static List<String> of(Report report) {
        List<String> out = new ArrayList<>();
        report.another().ifPresent(words -> out.addAll(wrapped(Shown.plain("! " + words))));
        out.addAll(scores(report.cards()));
        out.addAll(wrapped(Shown.plain(report.verdict().text())));
        for (FitFor.Answer answer : FitFor.Answer.values()) {
            List<String> uses = report.uses().stream()
                    .filter(one -> one.answer() == answer)
                    .map(one -> one.use().words().toLowerCase(Locale.ROOT))
                    .toList();
            if (!uses.isEmpty()) {
                out.add(row("  %-11s %s", answer.word() + ":", String.join("; ", uses)));
            }
        }
        return out;
    }

    /** The table of scores. */
    public static List<String> scores(List<Card> cards) {
        List<String> out = new ArrayList<>();
        int width = cards.stream()
                .flatMap(card -> card.lines().stream())
                .mapToInt(line -> line.name().length())
                .max()
                .orElse(0);
        String form = "    %-" + width + "s %10s  %10s  %s";
        out.add(row("  %-" + (width + 2) + "s %10s  %10s  %s", "", "synthetic", "fresh data", "reads as"));
        for (Card card : cards) {
            out.add("  " + card.aspect().word());
            for (ScoreLine line : card.lines()) {
                String value = Shown.value(line.value(), line.percent());
                String fresh = Shown.value(line.fresh(), line.percent());
                out.add(row(form, line.name(), value, fresh, reading(line)));
            }
        }
        return out;
    }

    /** The part furthest behind fresh rows (it may lie above the mean), where there is something to look at. */
    private static String reading(ScoreLine line) {
        String words = line.reading().words();
        if (line.parts().isEmpty() || line.parts().get(0).behind() <= 0.0005) {
            return words;
        }
        ScoreLine.Part worst = line.parts().get(0);
        String fresh = Double.isNaN(worst.fresh()) ? "" : " (fresh " + Shown.number(worst.fresh()) + ")";
        String name = Shown.shorten(worst.name(), 2 * NAME);
        String lead = Words.of(fresh.isEmpty() ? "part.lowest" : "part.behind");
        return words + "; " + lead + " " + name + " " + Shown.number(worst.synthetic()) + fresh;
    }

    /** Broken between words. */
    private static List<String> wrapped(String text) {
        List<String> out = new ArrayList<>();
        StringBuilder line = new StringBuilder("  ");
        for (String word : text.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                out.add(line.toString().stripTrailing());
                line.setLength(2);
            }
            line.append(word).append(' ');
        }
        out.add(line.toString().stripTrailing());
        return out;
    }

    /** Whatever names hold, a line is a line and steers no terminal. */
    private static String row(String format, Object... values) {
        return Shown.plain(String.format(Locale.ROOT, format, values)).stripTrailing();
    }
}
