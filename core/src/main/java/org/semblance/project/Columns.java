package org.semblance.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.semblance.generate.Guess;
import org.semblance.prepare.Facts;
import org.semblance.prepare.Privacy;
import org.semblance.prepare.Profile;
import org.semblance.prepare.Warning;
import org.semblance.report.ColumnLine;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * A table's columns in words: what each was taken for, why, and what will be done with it. Like {@link Profile} it shows
 * no rows, no rare labels and no extreme numbers.
 *
 * @param warnings those that are about no single column, with the rows they are about
 * @param summary the same without row numbers, for what is kept or passed on
 */
public record Columns(List<ColumnLine> lines, List<String> warnings, List<String> summary) {
    private static final double MICROS_PER_DAY = 86_400e6;

    /** Labels longer than this together are counted, not listed. */
    private static final int LISTED = 40;

    public Columns {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        summary = List.copyOf(summary);
    }

    public static Columns of(Table table, Privacy privacy, Run run) {
        Profile profile = Profile.of(table, privacy, run);
        List<ColumnLine> lines = new ArrayList<>();
        for (Facts facts : profile.columns()) {
            Field field = facts.field();
            List<String> warnings = profile.warnings().stream()
                    .filter(warning -> warning.column().equals(field.name()))
                    .map(Warning::words)
                    .toList();
            lines.add(new ColumnLine(field.name(), field.kind().word(), words(facts, privacy), warnings));
        }
        List<Warning> others = profile.warnings().stream()
                .filter(warning -> warning.column().isEmpty())
                .toList();
        return new Columns(
                lines,
                others.stream().map(Warning::placed).toList(),
                others.stream().map(Warning::words).toList());
    }

    private static String words(Facts facts, Privacy privacy) {
        String missing = facts.missing() == 0 || facts.rows() == 0
                ? ""
                : String.format(Locale.ROOT, ", %.1f %% missing", 100.0 * facts.missing() / facts.rows());
        String done = done(facts, privacy);
        return why(facts) + missing + (done.isEmpty() ? "" : " -> " + done);
    }

    /** Why it was taken for its kind, and what it looks like where that may be shown. */
    private static String why(Facts facts) {
        Field field = facts.field();
        String why = field.why().isEmpty() ? number(facts.distinct()) + " different values" : field.why();
        String low = value(field.kind(), facts.quantile(0.01));
        String high = value(field.kind(), facts.quantile(0.99));
        if (!low.isEmpty() && !high.isEmpty()) {
            return why + ", mostly " + low + " to " + high;
        }
        String labels = facts.labels().stream().map(Facts.Common::label).collect(Collectors.joining(", "));
        boolean all = facts.labels().size() == facts.distinct() && !labels.isEmpty();
        return all && labels.length() <= LISTED ? why + ": " + labels : why;
    }

    private static String value(Kind kind, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (kind) {
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
            case DATETIME ->
                LocalDate.ofEpochDay((long) Math.floor(value / MICROS_PER_DAY)).toString();
            case WHOLE -> String.format(Locale.ROOT, "%.0f", value);
            case DECIMAL ->
                String.format(Locale.ROOT, "%.4g", value)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
            default -> "";
        };
    }

    private static String done(Facts facts, Privacy privacy) {
        String maker = facts.field().format().maker();
        String by = maker.isEmpty() ? "" : " (" + maker + ")";
        return switch (facts.field().kind()) {
            case KEY ->
                (Guess.counts(maker) ? "new rows will be counted in the same way" : "new keys will be made") + by;
            case IDENTIFIER -> "fake ones will be made" + by;
            case TEXT -> "new text will be made, none of it real" + by;
            case CATEGORY, FLAG ->
                facts.rareLabels() == 0
                        ? ""
                        : number(facts.rareLabels()) + " seen in fewer than " + privacy.rare()
                                + " rows will not appear";
            default -> "";
        };
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
