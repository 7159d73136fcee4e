package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.table.Database;
import org.semblance.table.NumberColumn;
import org.semblance.table.Sequence;

/**
 * The columns of one table of sequences, with the steps of both databases: what every measure of sequences looks at.
 * Entity and order are left out: they say whose step a row is and where it stands.
 *
 * @param sequence which table, entity and order
 * @param via what tells it from other sequences of the table, or empty
 * @param columns its scored columns
 * @param real the real rows of each sequence, in order
 * @param synthetic the synthetic ones
 */
record Stepped(Sequence sequence, String via, Comparison columns, Groups real, Groups synthetic) {
    static List<Stepped> of(RelatedComparison c) {
        List<Stepped> out = new ArrayList<>();
        for (Sequence sequence : c.sequences()) {
            boolean several = c.sequences().stream()
                            .filter(other -> other.table().equals(sequence.table()))
                            .count()
                    > 1;
            out.add(new Stepped(
                    sequence,
                    several ? " by " + String.join(" + ", sequence.entity()) : "",
                    c.table(sequence.table()),
                    c.real().steps(sequence),
                    c.synthetic().steps(sequence)));
        }
        return out;
    }

    /** The positions of the columns of interest that hold numbers (or labels). */
    int[] columns(boolean numeric) {
        return IntStream.range(0, columns.real().width())
                .filter(k -> columns.numeric(k) == numeric)
                .filter(k -> !sequence.entity().contains(columns.name(k)))
                .filter(k -> !sequence.order().equals(columns.name(k)))
                .toArray();
    }

    /** What its parts are called by: the table, and the entity where a table holds sequences of several. */
    String name() {
        return sequence.table() + via;
    }

    String name(int column) {
        return name() + "." + columns.name(column);
    }

    /** The values of a column, sequence by sequence, in order: those of a sequence lie as {@link Groups#starts} says. */
    static double[] inOrder(double[] values, Groups steps) {
        double[] out = new double[steps.rows().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[steps.rows()[i]];
        }
        return out;
    }

    double[] real(int column) {
        return inOrder(columns.real().numbers(column).toArray(), real);
    }

    double[] synthetic(int column) {
        return inOrder(columns.synthetic().numbers(column).toArray(), synthetic);
    }

    /** The places of the steps, or null where the order is not a column of numbers. */
    static double @Nullable [] places(Database database, Sequence sequence, Groups steps) {
        if (sequence.order().isEmpty()
                || !(database.table(sequence.table()).column(sequence.order()) instanceof NumberColumn numbers)) {
            return null;
        }
        return inOrder(numbers.toArray(), steps);
    }
}
