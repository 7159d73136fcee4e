package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What a method learns from.
 *
 * @param x n rows of predictors; their rows are numbered 0 .. n-1 for {@link Predictors#self}
 * @param field the target's name and kind
 * @param y n values of the target, missing where they are not known or not to be learnt from
 * @param ordered whether the labels of the target stand in an order, that of its dictionary
 * @param events who is told, in words, what had to be done otherwise than asked ("logged events")
 * @param beside n rows of the columns that a joint method draws together with the target; without columns for others
 * @param like whether predictors are used that are the target but for scale: in synthesis, where they are drawn before it
 */
public record Given(Predictors x, Field field, Column y, boolean ordered, Events events, Table beside, boolean like) {
    /** Who is told. */
    public interface Events {
        Events NONE = words -> {};

        /** One sentence: what was done, and why. */
        void say(String words);
    }

    public Given {
        if (x.rows() != y.size()) {
            throw new IllegalArgumentException(x.rows() + " rows of predictors, but " + y.size() + " values");
        }
    }

    /** Below this, counts of real rows are not told, as values are not that fewer have. */
    private static final int FEW = 5;

    /** A count of real rows as it may be told. */
    static String told(long rows) {
        return rows < FEW ? "fewer than " + FEW : String.valueOf(rows);
    }

    /** How many of some real rows, as it may be told: what few have is not, nor what few lack. */
    public static String told(long rows, long of) {
        String all = " of the " + told(of);
        if (of < FEW) {
            return "some" + all;
        }
        return (rows < of && of - rows < FEW ? "nearly all" : told(rows)) + all;
    }

    /** Of a target that is drawn alone. */
    public Given(Predictors x, Field field, Column y, boolean ordered, Events events) {
        this(x, field, y, ordered, events, Table.empty(y.size()), false);
    }

    /** Of a target that is drawn together with the columns beside it. */
    public Given(Predictors x, Field field, Column y, boolean ordered, Events events, Table beside) {
        this(x, field, y, ordered, events, beside, false);
    }

    /** Numbers that stand for the target's, given the same predictors. */
    Given numbers(Column other) {
        return new Given(x, field, other, false, events, Table.empty(other.size()), like);
    }

    /** The target and the columns beside it. */
    Table together() {
        List<Field> fields = new ArrayList<>(List.of(field));
        List<Column> columns = new ArrayList<>(List.of(y));
        for (int c = 0; c < beside.width(); c++) {
            fields.add(beside.schema().field(c));
            columns.add(beside.column(c));
        }
        return Table.of(Schema.of(fields.toArray(Field[]::new)), columns);
    }

    public static Given of(Predictors x, Field field, Column y) {
        return new Given(x, field, y, false, Events.NONE);
    }

    /** The target's numbers in some rows; a problem where it holds labels. */
    double[] numbers(int[] rows) {
        if (!(y instanceof NumberColumn numbers)) {
            throw ProblemException.usage(Problem.of("this method draws numbers, but the column holds labels.")
                    .fix("Take a method for labels: logreg, polyreg, polr, cart, pmm."));
        }
        return Arrays.stream(rows).mapToDouble(numbers::get).toArray();
    }

    /** The rows where the target is there, in order. */
    public int[] observed() {
        int[] rows = new int[y.size()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            rows[count] = row;
            count += y.isMissing(row) ? 0 : 1;
        }
        return Arrays.copyOf(rows, count);
    }
}
