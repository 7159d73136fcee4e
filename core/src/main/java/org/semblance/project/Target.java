package org.semblance.project;

import java.util.Locale;
import java.util.Set;
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
                throw ProblemException.usage(Problem.of("the target \"" + asked + "\" is a "
                                + field.kind().word() + ", and its values are made anew: nothing predicts them.")
                        .fix("Choose a number, a date, a category or a flag."));
            }
            return field.name();
        }
        String last = "";
        for (int c = 0; c < table.width(); c++) {
            Field field = table.schema().field(c);
            boolean outcome = outcome(table, c);
            if (field.kind().modelled() && NAMES.contains(field.name().toLowerCase(Locale.ROOT))) {
                return field.name();
            }
            if (outcome) {
                last = field.name();
            }
        }
        return last;
    }

    private static boolean outcome(Table table, int column) {
        Kind kind = table.schema().field(column).kind();
        if (kind != Kind.FLAG && kind != Kind.CATEGORY) {
            return false;
        }
        CodeColumn codes = table.codes(column);
        int levels = (int) java.util.Arrays.stream(codes.toArray())
                .filter(code -> code >= 0)
                .distinct()
                .count();
        return levels >= 2 && levels <= LEVELS;
    }
}
