package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.List;
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
        wholeReal = real;
        wholeSynthetic = syntheses.get(0);
        wholeHoldout = holdout;
        int[] modelled = IntStream.range(0, real.width())
                .filter(c -> real.schema().field(c).kind().modelled())
                .toArray();
        this.real = real.select(modelled);
        List<Problem> problems = new ArrayList<>();
        List<int[]> found = new ArrayList<>();
        for (Table synthetic : syntheses) {
            found.add(find(this.real, synthetic, "the synthetic table", problems));
        }
        int[] inHoldout = holdout == null ? new int[0] : find(this.real, holdout, "the holdout", problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        this.syntheses = IntStream.range(0, syntheses.size())
                .mapToObj(i -> syntheses.get(i).select(found.get(i)))
                .toList();
        this.holdout = holdout == null ? null : holdout.select(inHoldout);
    }

    public Comparison(Table real, Table synthetic, @Nullable Table holdout) {
        this(real, List.of(synthetic), holdout);
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

    /** Whether a scored column holds numbers or dates. */
    public boolean numeric(int column) {
        return real.schema().field(column).kind().numeric();
    }

    private static int[] find(Table real, Table other, String what, List<Problem> problems) {
        int[] positions = new int[real.width()];
        for (int c = 0; c < positions.length; c++) {
            Field field = real.schema().field(c);
            positions[c] = other.schema().find(field.name());
            if (positions[c] < 0) {
                problems.add(Problem.of(what + " has no column \"" + field.name() + "\".")
                        .fix(Nearest.hint(field.name(), other.schema().names())));
                continue;
            }
            Field found = other.schema().field(positions[c]);
            if (found.kind().numeric() != field.kind().numeric()) {
                problems.add(Problem.of("column \"" + field.name() + "\" is a "
                                + field.kind().word() + " in the real table, but a "
                                + found.kind().word() + " in " + what + ".")
                        .fix("Read both tables with the same schema."));
            }
        }
        return positions;
    }
}
