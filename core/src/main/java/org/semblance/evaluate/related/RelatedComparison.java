package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * The databases a {@link RelatedMetric} compares. Keys, relationships and sequences are those of the real one.
 *
 * <p>The scored columns of a table are those that {@link Comparison} scores, but for keys that stand alone and for
 * foreign keys: their values name rows and mean nothing. Parts of a longer key stay, for they often mean something (the
 * day in a patient's diary).
 */
public final class RelatedComparison {
    private final Linked real;
    private final Linked synthetic;
    private final @Nullable Linked holdout;
    private final Map<String, Comparison> tables;

    /**
     * @param real what the synthesizer has seen
     * @param synthetic what it made of it
     * @param holdout a real database of the same kind, of entities that it has not seen, or null
     * @throws ProblemException naming every table and every key column that the others lack
     */
    public RelatedComparison(Database real, Database synthetic, @Nullable Database holdout) {
        List<Problem> problems = new ArrayList<>();
        Database made = like(real, synthetic, "the synthetic database", problems);
        Database held = holdout == null ? null : like(real, holdout, "the holdout", problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        this.real = new Linked(real);
        this.synthetic = new Linked(made);
        this.holdout = held == null ? null : new Linked(held);
        Map<String, Comparison> scored = new LinkedHashMap<>();
        for (String name : real.tables().keySet()) {
            Set<String> names = keys(real, name);
            scored.put(
                    name,
                    Comparison.ofShared(
                            without(real.table(name), names),
                            List.of(without(made.table(name), names)),
                            held == null ? null : without(held.table(name), names)));
        }
        tables = Collections.unmodifiableMap(scored);
    }

    public static RelatedComparison of(Database real, Database synthetic) {
        return new RelatedComparison(real, synthetic, null);
    }

    private static Database like(Database real, Database other, String what, List<Problem> problems) {
        try {
            return real.with(other.tables());
        } catch (ProblemException e) {
            e.problems().forEach(problem -> problems.add(problem.at(what)));
            return other;
        }
    }

    private static Set<String> keys(Database database, String table) {
        Set<String> names = new HashSet<>();
        for (List<String> unique : database.uniques(table)) {
            if (unique.size() == 1) {
                names.addAll(unique);
            }
        }
        for (Relationship relationship : database.above(table)) {
            names.addAll(relationship.foreignKey());
        }
        return names;
    }

    private static Table without(Table table, Set<String> names) {
        return table.select(IntStream.range(0, table.width())
                .filter(c -> !names.contains(table.schema().field(c).name()))
                .toArray());
    }

    /** What the synthesizer has seen. */
    public Linked real() {
        return real;
    }

    /** What it made of it. */
    public Linked synthetic() {
        return synthetic;
    }

    /** Real entities that it has not seen, or null. */
    public @Nullable Linked holdout() {
        return holdout;
    }

    /** The scored columns of each table. */
    public Map<String, Comparison> tables() {
        return tables;
    }

    /** The scored columns of one table. */
    public Comparison table(String name) {
        Comparison table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return table;
    }

    public List<Relationship> relationships() {
        return real.database().relationships();
    }

    public List<Sequence> sequences() {
        return real.database().sequences();
    }

    /** What keeps columns from being compared, a problem each; empty where all can be. */
    public List<Problem> differences() {
        List<Problem> problems = new ArrayList<>();
        tables.forEach((name, c) -> {
            for (Problem problem :
                    Comparison.differences(c.wholeReal(), List.of(c.wholeSynthetic()), c.wholeHoldout())) {
                problems.add(problem.at("table " + name));
            }
        });
        return problems;
    }
}
