package org.semblance.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.semblance.evaluate.useful.Usefulness;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/** The column that somebody would want to predict, for the measure of usefulness. */
final class Target {
    private static final Set<String> NAMES = Set.of("target", "label", "class", "outcome", "response", "y");

    /** More levels than this are seldom an outcome. */
    private static final int LEVELS = 10;

    private Target() {}

    /**
     * The asked-for column; else one whose name says so; else the last flag or small category, which is where tables
     * for learning have it. Empty where there is none.
     */
    static String of(Table table, String asked) {
        if (!asked.isEmpty()) {
            Field field = table.schema().field(table.schema().index(asked));
            if (!field.kind().modelled()) {
                throw ProblemException.data(Problem.of("the target \"" + asked + "\" is a "
                                + field.kind().word() + ", and its values are made anew: nothing predicts them.")
                        .fix("Choose a number, a date, a category or a flag."));
            }
            checkValues(table, asked);
            return field.name();
        }
        String last = "";
        for (int c = 0; c < table.width(); c++) {
            Field field = table.schema().field(c);
            boolean outcome = outcome(table, c);
            boolean named = NAMES.contains(field.name().toLowerCase(Locale.ROOT));
            if (named && field.kind().modelled() && levels(table, c) >= 2 && !tooMany(table, c)) {
                return field.name();
            }
            if (outcome) {
                last = field.name();
            }
        }
        return last;
    }

    /** What usefulness could not be measured with is said before hours of work, not after. */
    private static void checkValues(Table table, String asked) {
        int column = table.schema().index(asked);
        if (levels(table, column) < 2) {
            throw ProblemException.data(Problem.of("the target \"" + asked + "\" has "
                            + (levels(table, column) == 0 ? "no values" : "the same value in every row")
                            + ": there is nothing to predict.")
                    .fix("Choose a column that varies."));
        }
        if (tooMany(table, column)) {
            throw ProblemException.data(Problem.of("the target \"" + asked + "\" has " + levels(table, column)
                            + " different labels, and at most " + Usefulness.MANY_LABELS + " can be predicted.")
                    .fix("Choose a number, a date, a flag or a category of few labels."));
        }
    }

    private static boolean tooMany(Table table, int column) {
        return table.column(column) instanceof CodeColumn && levels(table, column) > Usefulness.MANY_LABELS;
    }

    /** How many different values or labels occur; of numbers it is only asked whether there are 2. */
    private static long levels(Table table, int column) {
        return table.column(column) instanceof CodeColumn codes
                ? Arrays.stream(codes.toArray())
                        .filter(code -> code >= 0)
                        .distinct()
                        .count()
                : Arrays.stream(table.numbers(column).toArray())
                        .filter(value -> !Double.isNaN(value))
                        .distinct()
                        .limit(2)
                        .count();
    }

    private static boolean outcome(Table table, int column) {
        Kind kind = table.schema().field(column).kind();
        if (kind != Kind.FLAG && kind != Kind.CATEGORY) {
            return false;
        }
        long levels = levels(table, column);
        return levels >= 2 && levels <= LEVELS;
    }
}
