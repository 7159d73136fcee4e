package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Given;
import org.semblance.plugin.Problem;
import org.semblance.table.Table;

/**
 * The {@link SequentialRule rules} of all columns of a table.
 *
 * @param list in the order in which they are written: the first that holds of a row counts
 * @param real the rows that are learnt from
 */
record SequentialRules(List<SequentialRule> list, Table real) {
    SequentialRules {
        list = List.copyOf(list);
    }

    List<SequentialRule> of(int column) {
        return list.stream().filter(rule -> rule.column() == column).toList();
    }

    private String name(int column) {
        return real.schema().field(column).name();
    }

    /**
     * Looks for rules that cannot be followed: about columns that are drawn later, of no row, of all rows, or against each
     * other.
     *
     * @param place of a column in the order in which they are drawn
     * @param kept columns that are not synthesised
     */
    void check(IntUnaryOperator place, Collection<Integer> kept, List<Problem> problems) {
        for (int i = 0; i < list.size(); i++) {
            SequentialRule rule = list.get(i);
            String name = name(rule.column());
            String at = "rules, " + name;
            for (String other : rule.when().columns()) {
                if (place.applyAsInt(real.schema().index(other)) >= place.applyAsInt(rule.column())) {
                    boolean itself = other.equals(name);
                    problems.add(Problem.of("\"" + rule.when() + "\" asks for "
                                    + (itself ? "the column itself." : other + ", which is drawn later."))
                            .at(at)
                            .fix(itself ? "" : "Name it earlier: order: [" + other + ", " + name + "]"));
                }
            }
            if (kept.contains(rule.column())) {
                problems.add(Problem.of("a column that is kept has no rules.").at(at));
            }
            boolean[] held = rule.when().holds(real);
            if (count(held) == 0) {
                problems.add(Problem.of("no row satisfies \"" + rule.when() + "\".")
                        .at(at)
                        .fix("Look at the condition, and at what was taken out: semblance inspect DATA."));
            }
            for (SequentialRule other : list.subList(0, i)) {
                if (other.column() == rule.column()
                        && !other.same(rule)
                        && both(held, other.when().holds(real)) > 0) {
                    problems.add(Problem.of("\"" + other.when() + "\" and \"" + rule.when()
                                    + "\" hold of the same rows, but give them different values.")
                            .at(at)
                            .fix("Let them hold of different rows."));
                }
            }
        }
        list.stream().map(SequentialRule::column).distinct().forEach(column -> {
            if (whole(column)) {
                problems.add(Problem.of("the rules hold of every row: there is nothing to learn from.")
                        .at("rules, " + name(column))
                        .fix("Leave the column out, or make the conditions narrower."));
            }
        });
    }

    private static long count(boolean[] marks) {
        return both(marks, marks);
    }

    private static long both(boolean[] a, boolean[] b) {
        return IntStream.range(0, a.length).filter(i -> a[i] && b[i]).count();
    }

    /** The rows whose value a rule of the column gives; null where it has none. */
    boolean @Nullable [] held(int column) {
        boolean[] out = null;
        for (SequentialRule rule : of(column)) {
            boolean[] own = rule.when().holds(real);
            if (out == null) {
                out = own;
            } else {
                for (int i = 0; i < own.length; i++) {
                    out[i] |= own[i];
                }
            }
        }
        return out;
    }

    /** Whether the rules of a column hold of every row: there is nothing to learn it from. */
    boolean whole(int column) {
        boolean[] held = held(column);
        return held != null && count(held) == real.rows();
    }

    /** The rows that the first rule that holds makes missing. */
    boolean[] missing(int column) {
        boolean[] out = new boolean[real.rows()];
        boolean[] done = new boolean[real.rows()];
        for (SequentialRule rule : of(column)) {
            boolean[] own = rule.when().holds(real);
            for (int i = 0; i < own.length; i++) {
                out[i] |= own[i] && !done[i] && rule.label() == null;
                done[i] |= own[i];
            }
        }
        return out;
    }

    /** What a reader should know of the rules of a column: how far real rows keep them. */
    List<String> notes(int column) {
        List<String> out = new ArrayList<>();
        for (SequentialRule rule : of(column)) {
            boolean[] held = rule.when().holds(real);
            long broken = IntStream.range(0, held.length)
                    .filter(row -> held[row] && !rule.kept(real.column(column), row))
                    .count();
            if (broken > 0) {
                out.add(Given.told(broken, count(held)) + " real rows of which \"" + rule.when()
                        + "\" holds have another value than the rule gives");
            }
        }
        if (whole(column)) {
            out.add(
                    "its rules hold of every row that it could be learnt from: where none holds of a new row, it is missing");
        }
        return out;
    }
}
