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
 * The tables a metric compares, cut down to the columns that are scored (those whose kind is
 * {@link org.semblance.table.Kind#modelled}), all in the order of the real table.
 *
 * @param real what the synthesizer has seen
 * @param synthetic what it made of it
 * @param holdout real rows of the same kind that it has not seen, or null
 */
public record Comparison(
        Table real, Table synthetic, @Nullable Table holdout) {
    /** @throws ProblemException naming every column that the other tables lack or hold as something else */
    public Comparison {
        Table all = real;
        int[] modelled = IntStream.range(0, all.width())
                .filter(c -> all.schema().field(c).kind().modelled())
                .toArray();
        real = all.select(modelled);
        List<Problem> problems = new ArrayList<>();
        int[] inSynthetic = find(real, synthetic, "the synthetic table", problems);
        int[] inHoldout = holdout == null ? new int[0] : find(real, holdout, "the holdout", problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        synthetic = synthetic.select(inSynthetic);
        holdout = holdout == null ? null : holdout.select(inHoldout);
    }

    public static Comparison of(Table real, Table synthetic) {
        return new Comparison(real, synthetic, null);
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

    String name(int column) {
        return real.schema().field(column).name();
    }

    boolean numeric(int column) {
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
