package org.semblance.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;

/**
 * Turns records in memory into columns: plans from a sample, a pass over all cells, and new passes over the columns whose
 * later cells did not fit the plan, until all do.
 */
final class ColumnReader {
    private static final int MOST_PASSES = 4;

    private final RawRows raw;
    private final Sniffer.Found found;
    private final Layout layout;
    private final Map<String, SchemaOverrides.Column> said;
    private final IntUnaryOperator lines;
    private final Run run;
    private final Planner planner;
    private final String file;
    private final Notes notes = new Notes();
    private final List<Problem> problems = new ArrayList<>();

    /** {@code lines}: the line of a row in the file, or -1 where it is not known. */
    ColumnReader(RawRows raw, Sniffer.Found found, Layout layout, Reading reading, IntUnaryOperator lines) {
        this.raw = raw;
        this.found = found;
        this.layout = layout;
        this.said = reading.said();
        this.lines = lines;
        this.run = reading.run();
        this.planner = new Planner(found.delimiter());
        this.file = reading.file();
    }

    /** What is asked for. */
    record Reading(String file, Map<String, SchemaOverrides.Column> said, Run run) {}

    Notes notes() {
        return notes;
    }

    List<NumberField.Made> read() {
        RowSplitter splitter = new RowSplitter(found.delimiter(), found.quote());
        List<Set<String>> samples = Planner.sample(raw, splitter, layout.width());
        List<@Nullable Plan> plans = new ArrayList<>(Collections.nCopies(layout.width(), null));
        run.parallel(layout.width(), c -> plans.set(c, first(c, samples.get(c))));
        List<@Nullable RawColumn> columns = CellPass.read(raw, found, plans, run);
        for (int pass = 1; pass < MOST_PASSES; pass++) {
            List<@Nullable Plan> again = new ArrayList<>(Collections.nCopies(layout.width(), null));
            for (int c = 0; c < layout.width(); c++) {
                again.set(c, revised(c, column(columns, c), samples.get(c), pass + 1 == MOST_PASSES));
            }
            if (again.stream().allMatch(Objects::isNull)) {
                break;
            }
            List<@Nullable RawColumn> next = CellPass.read(raw, found, again, run);
            for (int c = 0; c < layout.width(); c++) {
                if (next.get(c) != null) {
                    columns.set(c, next.get(c));
                }
            }
        }
        NumberField.@Nullable Made[] made = new NumberField.@Nullable Made[layout.width()];
        for (int c = 0; c < made.length; c++) {
            checkForced(c, column(columns, c));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        run.parallel(made.length, c -> made[c] = make(c, column(columns, c)));
        List<NumberField.Made> all = new ArrayList<>();
        for (int c = 0; c < made.length; c++) {
            tell(c, column(columns, c));
            all.add(Objects.requireNonNull(made[c]));
        }
        return all;
    }

    private static RawColumn column(List<@Nullable RawColumn> columns, int c) {
        return Objects.requireNonNull(columns.get(c));
    }

    private SchemaOverrides.@Nullable Column said(int c) {
        return said.get(layout.names().get(c));
    }

    private @Nullable Kind forced(int c) {
        SchemaOverrides.Column column = said(c);
        return column == null ? null : column.kind();
    }

    private Plan first(int c, Set<String> texts) {
        Kind forced = forced(c);
        SchemaOverrides.Column column = said(c);
        List<String> missing = column == null || column.missing() == null ? List.of() : column.missing();
        Set<String> values = new LinkedHashSet<>(texts);
        values.removeAll(missing);
        if (forced == null || column == null) {
            return planner.plan(values);
        }
        return forced.numeric() ? ForcedPlan.of(forced, column, values, found.delimiter() == ';') : Plan.LABELS;
    }

    /** A new plan for a column whose cells do not all fit, or null where they do. */
    private @Nullable Plan revised(int c, RawColumn column, Set<String> sample, boolean last) {
        if (forced(c) != null) {
            return null;
        }
        if (column.plan.blind()) {
            Set<String> texts = new LinkedHashSet<>();
            for (int i = 0; i < column.labels.size(); i++) {
                texts.add(column.labels.text(i));
            }
            Plan plan = planner.plan(texts);
            return plan.labels() ? null : plan;
        }
        List<String> words = unknown(c, column);
        if (words.isEmpty()) {
            return null;
        }
        sample.addAll(words.subList(0, Math.min(1000, words.size())));
        Plan plan = last ? Plan.LABELS : planner.plan(sample);
        if (!plan.equals(column.plan) && !samePattern(plan, column.plan)) {
            if (plan.labels()) {
                noteWidened(c, column);
            }
            return plan;
        }
        long count = column.oddCount();
        boolean own = words.size() == 1 && Planner.ownWord(words.get(0), count, raw.rows - column.blanks - count);
        if (!own) {
            noteWidened(c, column);
        }
        return own ? null : Plan.LABELS;
    }

    private static boolean samePattern(Plan a, Plan b) {
        DatePattern one = a.pattern();
        DatePattern other = b.pattern();
        return one != null && other != null && one.pattern().equals(other.pattern());
    }

    private void noteWidened(int c, RawColumn column) {
        long odd = column.oddCount();
        if (odd * 20 < raw.rows && column.oddRows.length > 0) {
            int line = lines.applyAsInt(column.oddRows[0]);
            String wrong = (odd == 1 ? " cell is no " : " cells are no ")
                    + (column.plan.pattern() == null ? "number" : "date of that pattern");
            notes.add(
                    "\"" + layout.names().get(c) + "\" is read as labels, because " + odd + wrong,
                    line > 0 ? (odd == 1 ? ": line " : ": the first is in line ") + line : "");
        }
    }

    /** Texts that neither fit the plan nor stand for a missing value. */
    private List<String> unknown(int c, RawColumn column) {
        SchemaOverrides.Column column0 = said(c);
        List<String> missing = column0 == null ? null : column0.missing();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < column.odd.size(); i++) {
            String text = column.odd.text(i);
            if (!MissingTokens.amongNumbers(text) && (missing == null || !missing.contains(text))) {
                words.add(text);
            }
        }
        return words;
    }

    private void checkForced(int c, RawColumn column) {
        Kind forced = forced(c);
        if (forced == null || !forced.numeric()) {
            return;
        }
        boolean fraction = forced == Kind.WHOLE && column.met != null && !column.met.whole;
        if (unknown(c, column).isEmpty() && !fraction) {
            return;
        }
        int line = column.oddRows.length == 0 ? -1 : lines.applyAsInt(column.oddRows[0]);
        String what = fraction
                ? "some cells have decimals"
                : column.oddCount() + (column.oddCount() == 1 ? " cell cannot be read so" : " cells cannot be read so");
        SchemaOverrides.Column entry = said(c);
        problems.add(Problem.of("\"" + layout.names().get(c) + "\" is to be " + forced.word() + ", but " + what
                        + (line > 0 ? "; the first stands in line " + line : "") + ".")
                .at(file + (entry == null || entry.line() == 0 ? "" : ", schema line " + entry.line()))
                .fix(
                        fraction
                                ? "Say decimal, or leave the kind out."
                                : "Mend the cells, name them under missing, or choose another kind."));
    }

    private NumberField.Made make(int c, RawColumn column) {
        String name = layout.names().get(c);
        SchemaOverrides.Column column0 = said(c);
        NumberField.Made made = column.plan.labels()
                ? LabelField.of(name, column, column0, c == 0)
                : NumberField.of(name, column, Format.PLAIN.missing(token(column)), forced(c), c == 0);
        if (column0 == null) {
            return made;
        }
        Field field = made.field();
        Format format = field.format();
        String maker = column0.maker();
        Integer decimals = column0.decimals();
        if (decimals != null && field.kind().numeric()) {
            format = format.decimals(decimals);
        }
        format = maker == null ? format : format.maker(maker);
        return new NumberField.Made(field.format(format), made.column());
    }

    /** The most frequent way in which this column says missing. */
    private static String token(RawColumn column) {
        String token = "";
        long most = column.blanks;
        for (int i = 0; i < column.odd.size(); i++) {
            String text = column.odd.text(i);
            if (column.odd.count(i) > most && !MissingTokens.infinite(text)) {
                most = column.odd.count(i);
                token = text;
            }
        }
        return token;
    }

    private void tell(int c, RawColumn column) {
        if (column.plan.labels()) {
            return;
        }
        String name = "\"" + layout.names().get(c) + "\"";
        long infinite = 0;
        List<String> own = new ArrayList<>();
        for (int i = 0; i < column.odd.size(); i++) {
            String text = column.odd.text(i);
            infinite += MissingTokens.infinite(text) ? column.odd.count(i) : 0;
            if (!MissingTokens.amongNumbers(text)) {
                own.add(text);
            }
        }
        if (infinite > 0) {
            notes.add(name + " has " + infinite + " infinite numbers, taken as missing.");
        }
        if (!own.isEmpty() && forced(c) == null) {
            notes.add(name + " holds numbers or dates and one word, which is taken as missing.");
        }
    }
}
