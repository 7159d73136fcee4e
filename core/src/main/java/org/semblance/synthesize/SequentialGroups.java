package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.plugin.Problem;
import org.semblance.table.CodeColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Which columns of a {@link Sequential} are drawn at once: labels of a joint method, first of all as in synthpop, and a
 * time with its event. The first of them carries the draw, the others stand right behind it.
 */
final class SequentialGroups {
    private final Schema schema;
    private final SequentialMethods methods;
    private final List<Problem> problems;
    private final Map<Integer, List<Integer>> behind = new HashMap<>();
    private final Set<Integer> beside = new LinkedHashSet<>();
    private final Map<Integer, String> options = new HashMap<>();
    private final int[] order;

    /**
     * @param wanted the columns as they are to be drawn otherwise
     * @param kept those that are not drawn at all
     */
    SequentialGroups(SequentialMethods methods, Table real, int[] wanted, Set<Integer> kept, List<Problem> problems) {
        schema = real.schema();
        this.methods = methods;
        this.problems = problems;
        List<Integer> joint = Arrays.stream(wanted)
                .boxed()
                .filter(column -> !kept.contains(column)
                        && real.column(column) instanceof CodeColumn
                        && SequentialMethods.together(methods.wanted(name(column))))
                .toList();
        joint(joint);
        Set<Integer> out = new LinkedHashSet<>(kept);
        out.addAll(joint);
        for (int column : wanted) {
            if (!beside.contains(column) && out.add(column) && !kept.contains(column)) {
                int event = event(column, real, kept);
                if (event >= 0) {
                    out.add(event);
                }
            }
        }
        order = out.stream().mapToInt(column -> column).toArray();
    }

    private String name(int column) {
        return schema.field(column).name();
    }

    private void joint(List<Integer> columns) {
        if (columns.isEmpty()) {
            return;
        }
        long different = columns.stream()
                .map(column -> methods.wanted(name(column)))
                .distinct()
                .count();
        List<Integer> written = columns.stream()
                .filter(column -> !methods.optionsOf(name(column)).isEmpty())
                .toList();
        long settings = written.stream()
                .map(column -> methods.optionsOf(name(column)))
                .distinct()
                .count();
        if (different > 1 || settings > 1) {
            problems.add(Problem.of(
                            different > 1
                                    ? "catall and ipf draw all their columns together: there can be one of the two."
                                    : "columns that are drawn together have different options.")
                    .at("methods")
                    .fix(different > 1 ? "Give all columns the same." : "Write the options with one of them."));
        }
        int first = columns.get(0);
        behind.put(first, columns.subList(1, columns.size()));
        beside.addAll(columns.subList(1, columns.size()));
        options.put(first, name(written.isEmpty() ? first : written.get(0)));
    }

    /** The column of the event of a time; -1 where the column is none, or its event cannot be drawn. */
    private int event(int time, Table real, Set<Integer> kept) {
        String at = "methods, " + name(time);
        String event = methods.event(name(time));
        if (event.isEmpty()) {
            if (methods.wanted(name(time)).equals("survctree") && methods.names(name(time))) {
                problems.add(Problem.of(
                                "survctree draws a time together with whether its event occurred, which is not named.")
                        .at(at)
                        .fix("Write " + name(time) + ": {method: survctree, event: COLUMN}"));
            }
            return -1;
        }
        int column = schema.find(event);
        if (column < 0) {
            problems.add(SequentialPlan.unknown(event, schema).at(at + ", event"));
            return -1;
        }
        if (column == time
                || kept.contains(column)
                || beside.contains(column)
                || behind.containsKey(column)
                || methods.names(event)) {
            problems.add(Problem.of("the event \"" + event + "\" cannot be drawn together with \"" + name(time)
                            + "\" and otherwise too.")
                    .at(at + ", event")
                    .fix("Give it no method of its own, and keep it in no other group."));
            return -1;
        }
        if (real.column(time).missingCount() > 0 || real.column(column).missingCount() > 0) {
            problems.add(Problem.of("\"" + name(time) + "\" or \"" + event
                            + "\" has missing values, which survctree cannot draw.")
                    .at(at)
                    .fix("Leave out rows without them, or take cart for both."));
            return -1;
        }
        behind.put(time, List.of(column));
        beside.add(column);
        options.put(time, name(time));
        return column;
    }

    /** The columns in the order in which they are drawn. */
    int[] order() {
        return order.clone();
    }

    /** Those that a column carries, in order; none where it is drawn alone. */
    List<Integer> behind(int column) {
        return behind.getOrDefault(column, List.of());
    }

    /** Whether another column carries this one. */
    boolean beside(int column) {
        return beside.contains(column);
    }

    /** Whether a column is one of several that are drawn at once. */
    boolean grouped(int column) {
        return beside.contains(column) || behind.containsKey(column);
    }

    /** The method by which a column that another carries is drawn. */
    String method(int column) {
        for (Map.Entry<Integer, List<Integer>> entry : behind.entrySet()) {
            if (entry.getValue().contains(column)) {
                return methods.wanted(name(entry.getKey()));
            }
        }
        throw new IllegalArgumentException(name(column));
    }

    /** The column whose options a method takes: its own, or that of its group which has some. */
    String options(int column) {
        return options.getOrDefault(column, name(column));
    }

    /** Whether a column is one unit, however many different numbers it has. */
    boolean whole(int column) {
        return grouped(column) || SequentialMethods.calculated(methods.wanted(name(column)));
    }

    /** Columns of a group that have rules, or codes for numbers: neither goes with it. */
    void check(Set<Integer> ruled, Set<Integer> coded) {
        List<Integer> all = new ArrayList<>(beside);
        all.addAll(behind.keySet());
        all.stream().sorted().forEach(column -> {
            if (ruled.contains(column)) {
                problems.add(Problem.of("a column that is drawn together with others has no rules.")
                        .at("rules, " + name(column))
                        .fix("Say what cannot be in struct-zero of the method."));
            }
            if (coded.contains(column)) {
                problems.add(Problem.of("a column that is drawn together with others has no codes.")
                        .at("missing-codes, " + name(column))
                        .fix("Take cart, or leave the codes out."));
            }
        });
    }
}
