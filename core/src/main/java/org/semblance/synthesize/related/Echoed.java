package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.semblance.constraint.Constraint;
import org.semblance.prepare.Echo;
import org.semblance.table.CodeColumn;
import org.semblance.table.Database;

/**
 * The columns of a part that often repeat others of the row or of rows above it: the team of a goal is one of the two
 * that play. They are learnt and drawn with marks ({@link Echo}).
 *
 * @param of by own column, what it repeats; that repeats nothing itself
 */
record Echoed(Map<Integer, List<Feature>> of) {
    static final Echoed NONE = new Echoed(Map.of());

    /** Columns that have to be as they are while rows are drawn: those of keys and of constraints, and kept tables. */
    record Fixed(List<String> keep, Map<String, List<Constraint>> constraints) {
        boolean holds(Part part, int column) {
            String name = part.schema().field(column).name();
            return keep.contains(part.name())
                    || part.distinct().stream()
                            .anyMatch(distinct -> distinct.columns().contains(column))
                    || constraints.entrySet().stream()
                            .anyMatch(of -> of.getValue().stream()
                                    .flatMap(constraint -> constraint.columns().stream())
                                    // Rows above and below are named with the column's name inside.
                                    .anyMatch(text -> of.getKey().equals(part.name())
                                            ? text.equals(name) || text.contains("." + name)
                                            : text.contains(name)));
        }
    }

    /**
     * Finds them.
     *
     * @param before what was found of the parts that are drawn before
     */
    static Echoed find(Blueprint plan, Database real, Drawn rows, List<Echoed> before, Fixed fixed) {
        Part part = rows.part();
        List<Feature> above = Screening.candidates(plan, part).stream()
                .filter(feature ->
                        before.size() > feature.path().from(plan, part).index())
                .filter(feature -> {
                    Part reached = feature.path().from(plan, part);
                    return labels(reached, feature.own())
                            && !before.get(reached.index()).of().containsKey(feature.own());
                })
                .toList();
        Map<Integer, List<Feature>> of = new TreeMap<>();
        for (int own : Course.values(part)) {
            if (!labels(part, own) || fixed.holds(part, part.own().get(own).at())) {
                continue;
            }
            List<Feature> sources = new ArrayList<>(above);
            for (int k : Course.values(part)) {
                if (k < own && labels(part, k) && !of.containsKey(k)) {
                    sources.add(new Feature(Path.SELF, k));
                }
            }
            List<Feature> found = Echo.find(raw(real, part, own), sources(real, rows, sources)).stream()
                    .map(sources::get)
                    .toList();
            if (!found.isEmpty()) {
                of.put(own, found);
            }
        }
        return new Echoed(of);
    }

    /** Whether there is such an own column, and it has labels. */
    static boolean labels(Part part, int own) {
        if (own < 0 || own >= part.own().size()) {
            return false;
        }
        Own column = part.own().get(own);
        return column.what() == Own.What.VALUES && !column.field().kind().numeric();
    }

    private static CodeColumn raw(Database real, Part part, int own) {
        return real.table(part.name()).codes(part.own().get(own).at());
    }

    private static List<Echo.Source> sources(Database real, Drawn rows, List<Feature> features) {
        return features.stream()
                .map(feature -> {
                    Drawn.Reached reached = rows.reach(feature.path());
                    CodeColumn column = raw(real, reached.drawn().part(), feature.own());
                    return new Echo.Source((CodeColumn) Finish.take(column, reached.rows()), reached.rows());
                })
                .toList();
    }

    /** The real labels of an own column, with marks where it repeats others. */
    CodeColumn marked(Database real, Drawn rows, int own) {
        CodeColumn column = raw(real, rows.part(), own);
        List<Feature> from = of.get(own);
        return from == null
                ? column
                : Echo.marked(
                        column,
                        sources(real, rows, from).stream()
                                .map(Echo.Source::column)
                                .toList());
    }

    /**
     * The labels of an own column as they read.
     *
     * @param column as it is in code space
     * @param told what a feature says beside each row
     */
    CodeColumn read(int own, CodeColumn column, Function<Feature, CodeColumn> told) {
        List<Feature> from = of.get(own);
        return from == null ? column : Echo.read(column, from.stream().map(told).toList());
    }
}
