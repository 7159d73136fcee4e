package org.semblance.constraint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.Registry;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Every {@link Form} of constraints, in the order in which they are found. To add one: write its file, and name it here. */
public final class Constraints {
    /** Those of this house. */
    public static final Registry<Form> ALL = Registry.of(
            "constraint",
            Order.PLUGIN,
            Range.PLUGIN,
            Sum.PLUGIN,
            Formula.PLUGIN,
            Together.PLUGIN,
            Determines.PLUGIN,
            Combinations.PLUGIN,
            Apart.PLUGIN,
            Fixed.PLUGIN,
            Missing.PLUGIN,
            OneHot.PLUGIN,
            Increment.PLUGIN,
            Unique.PLUGIN,
            Condition.PLUGIN);

    /** Fewer rows keep too much by chance. */
    private static final int LEAST_ROWS = 100;

    /**
     * One that was found.
     *
     * @param broken rows that break it
     * @param rows of the table
     */
    public record Found(Constraint constraint, int broken, int rows) {
        /** Whether every row keeps it. */
        public boolean holds() {
            return broken == 0;
        }
    }

    private Constraints() {}

    /**
     * What a table keeps in all its rows, and what it keeps in nearly all (at most 1 in 1,000 breaks it, as {@link
     * org.semblance.constraint.learn.Learning} has it). Each form says how often it finds by chance what is none.
     * Cost: a few seconds for 500 columns; the finding looks at 10,000 rows, what it finds is held against all.
     */
    public static List<Found> find(Table real, Run run) {
        if (real.rows() < LEAST_ROWS || real.width() == 0) {
            return List.of();
        }
        Seen seen = Seen.of(real, run.child("constraints").silent());
        List<Constraint> candidates = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Plugin<Form> plugin : ALL.plugins()) {
            for (Constraint candidate : plugin.make().find(seen)) {
                boolean same = candidate instanceof Formula.Calculated made && !told.add(made.about());
                if (!same && told.add(candidate.words())) {
                    candidates.add(candidate);
                }
            }
        }
        @Nullable Found[] found = new @Nullable Found[candidates.size()];
        try (Progress.Stage stage = run.progress().begin("constraints", candidates.size(), "constraints")) {
            run.parallel(found.length, k -> {
                found[k] = held(candidates.get(k), real);
                stage.add(1);
            });
        }
        List<Found> out = new ArrayList<>();
        for (Found one : found) {
            if (one != null && one.broken <= 0.001 * real.rows()) {
                out.add(one);
            }
        }
        List<Constraint> all = kept(out);
        out.removeIf(one -> follows(one.constraint, all, real));
        return out;
    }

    /** Whether it follows from others, so that telling it is idle. */
    private static boolean follows(Constraint one, List<Constraint> all, Table real) {
        return all.stream()
                .anyMatch(other -> other != one
                        && (other.form().equals("one-hot") && other.columns().containsAll(one.columns())
                                || one instanceof Order.Ordered order && Sum.implies(other, order, real)));
    }

    /** How a table keeps a constraint. */
    public static Found held(Constraint constraint, Table real) {
        int broken = 0;
        for (boolean row : constraint.learn(real, Constraint.Terms.ALL).broken(real, Keeper.Place.ALONE)) {
            broken += row ? 1 : 0;
        }
        return new Found(constraint, broken, real.rows());
    }

    /** Those of the found that every row keeps. */
    public static List<Constraint> kept(List<Found> found) {
        return found.stream().filter(Found::holds).map(Found::constraint).toList();
    }

    /**
     * Constraints as a file lists them.
     *
     * @throws ProblemException with everything that is wrong
     */
    public static List<Constraint> read(Listed listed, Schema schema) {
        List<Problem> problems = new ArrayList<>();
        List<Constraint> out = new ArrayList<>();
        for (Listed.Line line : listed.lines()) {
            Constraint made = read(line, listed.place(line), schema, problems);
            if (made != null) {
                out.add(made);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return out;
    }

    static @Nullable Constraint read(Listed.Line line, String place, Schema schema, List<Problem> problems) {
        if (!ALL.names().contains(line.form())) {
            String hint = Nearest.hint(line.form(), ALL.names());
            problems.add(Problem.of("there is no constraint \"" + line.form() + "\".")
                    .at(place)
                    .fix(hint.isEmpty() ? "Known: " + String.join(", ", ALL.names()) + "." : hint));
            return null;
        }
        Given given = new Given(line.form(), line.value(), place, problems);
        return ALL.find(line.form()).make().read(given, schema);
    }
}
