package org.semblance.prepare.relations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;

/**
 * Tables whose rows are steps of sequences: rows that belong to somebody, at times that hardly repeat within one of them.
 * Whose they are is a foreign key ({@link Owners}); in a table without one, a column within which the times come in even steps (a share, a
 * sensor); in a table of even steps from first to last, nothing.
 */
final class Sequences {
    private static final int ENOUGH_ROWS = 20;
    private static final int ENOUGH_ENTITIES = 5;

    /** Steps that a sequence has on average, at the least. */
    private static final double SHORTEST = 2;

    /** Rows whose time another row of the same sequence has too. */
    private static final double TIES = 0.1;

    private static final double MISSING = 0.05;

    /** Even steps: the three most frequent gaps (a day, a weekend, a longer one) make up this share of all. */
    private static final double EVEN = 0.9;

    private static final Set<String> STEPS = Set.of(
            "step",
            "seq",
            "sequence",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "quarter",
            "year",
            "period",
            "visit",
            "wave",
            "round",
            "line",
            "position",
            "cycle",
            "epoch",
            "tick");

    private Sequences() {}

    /** A sequence for each table that has one, with why. */
    static Map<Sequence, String> find(List<Tabled> tables, List<Relationship> references) {
        Map<Sequence, String> all = new LinkedHashMap<>();
        Owners owners = new Owners(tables, references);
        for (Tabled table : tables) {
            Candidate best = table.rows() < ENOUGH_ROWS ? null : best(table, references, owners);
            if (best != null) {
                all.put(new Sequence(table.name(), best.entity, best.order.name()), best.why());
            }
        }
        return all;
    }

    private record Candidate(List<String> entity, Values order, int entities, double length) {
        String why() {
            return entity.isEmpty()
                    ? "the times come in even steps from the first row to the last"
                    : String.format(
                            Locale.ROOT,
                            "%,d times %.1f rows on average, at times that hardly repeat",
                            entities,
                            length);
        }
    }

    private static @Nullable Candidate best(Tabled table, List<Relationship> references, Owners owners) {
        List<Values> times = times(table);
        List<Relationship> above = owners.of(table);
        // Earlier columns are when something happened; later ones are when it ended or was written down.
        for (Values order : times) {
            Candidate best = null;
            Relationship whose = null;
            for (Relationship reference : above) {
                Candidate found = candidate(table, reference.foreignKey(), order);
                if (found != null
                        && (whose == null || owners.rather(reference, whose))
                        && !owners.list(table, reference, order)) {
                    best = found;
                    whose = reference;
                }
            }
            if (best != null) {
                return best;
            }
        }
        boolean related = references.stream()
                .anyMatch(r -> r.parent().equals(table.name()) || r.child().equals(table.name()) && !r.toItself());
        return related ? null : even(table, times);
    }

    /** Dates first, then numbers that are named like steps, in the order of the table. */
    private static List<Values> times(Tabled table) {
        List<Values> dates = new ArrayList<>();
        List<Values> steps = new ArrayList<>();
        for (Values column : table.columns()) {
            boolean there = column.missing() <= MISSING * table.rows() && column.distinct().length >= 3;
            Kind kind = column.field().kind();
            if (there && (kind == Kind.DATE || kind == Kind.DATETIME)) {
                dates.add(column);
            } else if (there && kind == Kind.WHOLE && column.words().stream().anyMatch(STEPS::contains)) {
                steps.add(column);
            }
        }
        dates.addAll(steps);
        return dates;
    }

    private static @Nullable Candidate candidate(Tabled table, List<String> entity, Values order) {
        List<Values> whose = entity.stream().map(table::get).toList();
        if (whose.contains(order)) {
            return null;
        }
        RowKeys keys = RowKeys.of(whose);
        List<Values> both = new ArrayList<>(whose);
        both.add(order);
        int ties = table.rows() - RowKeys.of(both).distinct();
        double length = (double) (table.rows() - keys.missing()) / Math.max(1, keys.distinct());
        boolean fits = keys.distinct() >= ENOUGH_ENTITIES
                && length >= SHORTEST
                && ties <= TIES * table.rows() + keys.missing();
        return fits ? new Candidate(entity, order, keys.distinct(), length) : null;
    }

    private static @Nullable Candidate even(Tabled table, List<Values> times) {
        for (Values order : times) {
            boolean dated = order.field().kind() != Kind.WHOLE;
            if (dated && order.column() instanceof NumberColumn time && even(time, new int[table.rows()])) {
                return new Candidate(List.of(), order, 1, table.rows());
            }
            for (Values column : table.columns()) {
                boolean names = column.field().kind() == Kind.CATEGORY
                        || column.field().kind() == Kind.IDENTIFIER
                        || column.field().kind() == Kind.WHOLE && column.missing() == 0 && together(column);
                if (names && column.missing() == 0 && order.column() instanceof NumberColumn time) {
                    RowKeys keys = RowKeys.of(List.of(column));
                    Candidate found = candidate(table, List.of(column.name()), order);
                    int[] whose = new int[table.rows()];
                    Arrays.setAll(whose, keys::position);
                    boolean few = keys.distinct() > 1 && table.rows() >= 10 * keys.distinct();
                    if (few
                            && found == null
                            && RowKeys.of(List.of(column, order)).unique()) {
                        found = new Candidate(
                                List.of(column.name()),
                                order,
                                keys.distinct(),
                                (double) table.rows() / keys.distinct());
                    }
                    if (few && found != null && even(time, whose)) {
                        return found;
                    }
                }
            }
        }
        return null;
    }

    /** Whether equal numbers stand together, one sequence after the other: then they may be numbers of something. */
    private static boolean together(Values column) {
        RowKeys keys = RowKeys.of(List.of(column));
        boolean[] seen = new boolean[keys.rows() + 1];
        int last = -1;
        for (int row = 0; row < keys.rows(); row++) {
            int now = keys.position(row);
            if (now != last && seen[now]) {
                return false;
            }
            seen[now] = true;
            last = now;
        }
        return true;
    }

    /** Whether the times of each come in order, in even steps. */
    private static boolean even(NumberColumn time, int[] whose) {
        int entities = Arrays.stream(whose).max().orElse(0) + 1;
        double[] last = new double[entities];
        Arrays.fill(last, Double.NaN);
        Map<Double, Integer> gaps = new LinkedHashMap<>();
        int steps = 0;
        for (int row = 0; row < whose.length; row++) {
            double gap = time.get(row) - last[whose[row]];
            last[whose[row]] = time.get(row);
            if (gap <= 0) {
                return false;
            }
            if (gap > 0) {
                steps++;
                gaps.merge(gap, 1, Integer::sum);
            }
        }
        int usual = gaps.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(3)
                .mapToInt(Integer::intValue)
                .sum();
        return steps >= ENOUGH_ROWS && usual >= EVEN * steps;
    }
}
