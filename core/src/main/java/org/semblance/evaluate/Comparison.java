package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;
import org.semblance.table.Table;

/**
 * The tables a metric compares.
 *
 * <p>{@link #real}, {@link #synthetic} and {@link #holdout} are cut down to the columns that are scored (those whose
 * kind is {@link org.semblance.table.Kind#modelled}), all in the order of the real table. What concerns keys,
 * identifiers and the columns themselves looks at {@link #wholeReal} and its like.
 */
public final class Comparison {
    /** Columns named in a message; the others are counted. */
    private static final int NAMED = 5;

    private final Table wholeReal;
    private final Table wholeSynthetic;
    private final @Nullable Table wholeHoldout;
    private final Table real;
    private final List<Table> syntheses;
    private final @Nullable Table holdout;

    /**
     * @param real what the synthesizer has seen
     * @param syntheses what it made of it, at least one table; several where it was asked several times
     * @param holdout real rows of the same kind that it has not seen, or null
     * @throws ProblemException naming every column that the other tables lack or hold as something else
     */
    public Comparison(Table real, List<Table> syntheses, @Nullable Table holdout) {
        this(real, syntheses, holdout, columns(real, syntheses, holdout));
    }

    public Comparison(Table real, Table synthetic, @Nullable Table holdout) {
        this(real, List.of(synthetic), holdout);
    }

    private Comparison(Table real, List<Table> syntheses, @Nullable Table holdout, Shared shared) {
        wholeReal = real;
        wholeSynthetic = syntheses.get(0);
        wholeHoldout = holdout;
        this.real = real.select(shared.inReal);
        this.syntheses = syntheses.stream()
                .map(table -> table.select(positions(this.real, table)))
                .toList();
        this.holdout = holdout == null ? null : holdout.select(positions(this.real, holdout));
    }

    /**
     * Of the columns that all tables have as the same kind of thing; the others are in {@link #wholeReal} and its like
     * only.
     *
     * @throws ProblemException where there is no such column
     */
    public static Comparison ofShared(Table real, List<Table> syntheses, @Nullable Table holdout) {
        List<Problem> problems = new ArrayList<>();
        Shared shared = shared(real, syntheses, holdout, problems);
        if (shared.inReal.length == 0 && !problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return new Comparison(real, syntheses, holdout, shared);
    }

    /**
     * Refuses a holdout without some of the columns that the other tables share: it would cut the whole comparison down to
     * those it has.
     */
    public static void checkHoldout(Table real, List<Table> syntheses, @Nullable Table holdout) {
        List<String> lacking = holdout == null
                ? List.of()
                : ofShared(real, syntheses, null).real.schema().names().stream()
                        .filter(name -> holdout.schema().find(name) < 0)
                        .toList();
        if (lacking.isEmpty()) {
            return;
        }
        String names =
                lacking.stream().limit(NAMED).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        int rest = lacking.size() - NAMED;
        throw ProblemException.data(Problem.of("the holdout lacks " + lacking.size()
                        + (lacking.size() == 1 ? " column" : " columns")
                        + " that the real and the synthetic table have: "
                        + names + (rest > 0 ? " and " + rest + " more" : "") + ".")
                .fix("Give rows of the real table that were not learnt from, with all its columns, or leave the holdout"
                        + " out."));
    }

    /** What keeps columns from being compared, a problem each; empty where all can be. */
    public static List<Problem> differences(Table real, List<Table> syntheses, @Nullable Table holdout) {
        List<Problem> problems = new ArrayList<>();
        shared(real, syntheses, holdout, problems);
        return problems;
    }

    public static Comparison of(Table real, Table synthetic) {
        return new Comparison(real, synthetic, null);
    }

    /** What the synthesizer has seen: n rows, the scored columns. */
    public Table real() {
        return real;
    }

    /** What it made of it; the first one where there are several. */
    public Table synthetic() {
        return syntheses.get(0);
    }

    /** All that it made of it. */
    public List<Table> syntheses() {
        return syntheses;
    }

    /** Real rows that it has not seen, or null. */
    public @Nullable Table holdout() {
        return holdout;
    }

    /** The holdout, or a problem that says which metric needs it. */
    public Table holdout(String metric) {
        Table rows = holdout;
        if (rows == null) {
            throw ProblemException.usage(Problem.of(metric + " needs real rows that the model has not seen.")
                    .fix("Give a holdout: hold back part of the real table before fitting."));
        }
        return rows;
    }

    /** The real table with all its columns, as it was given. */
    public Table wholeReal() {
        return wholeReal;
    }

    /** The (first) synthetic table with all its columns, as it was given. */
    public Table wholeSynthetic() {
        return wholeSynthetic;
    }

    /** The holdout with all its columns, as it was given, or null. */
    public @Nullable Table wholeHoldout() {
        return wholeHoldout;
    }

    /** The name of a scored column. */
    public String name(int column) {
        return real.schema().field(column).name();
    }

    /** The names of scored columns {@link #together}. */
    public String names(int... columns) {
        return together(IntStream.of(columns).mapToObj(this::name).toArray(String[]::new));
    }

    /**
     * Several columns in one word, "age x sex", as parts of scores are called: another one for other columns. A name that
     * could be taken for two stands in quotation marks.
     */
    public static String together(String... columns) {
        return Arrays.stream(columns)
                .map(name -> name.contains("\"") || (name + " ").contains(" x ")
                        ? "\"" + name.replace("\"", "\"\"") + "\""
                        : name)
                .collect(Collectors.joining(" x "));
    }

    /** Whether a scored column holds numbers or dates. */
    public boolean numeric(int column) {
        return real.schema().field(column).kind().numeric();
    }

    /** Positions of the scored columns in the real table. */
    private record Shared(int[] inReal) {}

    private static Shared columns(Table real, List<Table> syntheses, @Nullable Table holdout) {
        List<Problem> problems = new ArrayList<>();
        Shared shared = shared(real, syntheses, holdout, problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return shared;
    }

    private static Shared shared(Table real, List<Table> syntheses, @Nullable Table holdout, List<Problem> problems) {
        int[] inReal = IntStream.range(0, real.width())
                .filter(c -> real.schema().field(c).kind().modelled())
                .filter(c -> {
                    int before = problems.size();
                    Field field = real.schema().field(c);
                    syntheses.forEach(table -> check(field, table, "the synthetic table", problems));
                    if (holdout != null) {
                        check(field, holdout, "the holdout", problems);
                    }
                    return problems.size() == before;
                })
                .toArray();
        return new Shared(inReal);
    }

    private static void check(Field field, Table other, String what, List<Problem> problems) {
        int position = other.schema().find(field.name());
        if (position < 0) {
            problems.add(Problem.of(what + " has no column \"" + field.name() + "\".")
                    .fix(Nearest.hint(field.name(), other.schema().names())));
            return;
        }
        Field found = other.schema().field(position);
        if (found.kind().numeric() != field.kind().numeric()) {
            problems.add(Problem.of("column \"" + field.name() + "\" is a "
                            + field.kind().word() + " in the real table, but a "
                            + found.kind().word() + " in " + what + ".")
                    .fix("Read both tables with the same schema."));
        }
    }

    private static int[] positions(Table real, Table other) {
        return real.schema().names().stream()
                .mapToInt(name -> other.schema().find(name))
                .toArray();
    }
}
