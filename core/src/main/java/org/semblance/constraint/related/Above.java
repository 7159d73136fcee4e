package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;

/**
 * A table above another, as rules of the lower one name it, and the way that leads to its rows: the nearest one. Where two
 * foreign keys of the lower table name it, each is a way of its own, and names tell them apart ({@code teams.founded by
 * home}); what several ways further up lead to is left out, since nobody would know which is meant.
 *
 * @param by the columns of the foreign key, where it must be told; else empty
 * @param steps the foreign keys that are followed, beginning at the lower table
 */
public record Above(String table, String by, List<Relationship> steps) {
    private static final String BY = " by ";

    public Above {
        steps = List.copyOf(steps);
    }

    /** All tables above one, the nearest first. */
    public static List<Above> of(Metadata metadata, String table) {
        List<Above> out = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(table));
        List<Above> level = List.of(new Above(table, "", List.of()));
        while (!level.isEmpty()) {
            Map<String, List<Above>> next = new LinkedHashMap<>();
            for (Above at : level) {
                for (Relationship r : metadata.above(at.table)) {
                    if (!seen.contains(r.parent())) {
                        next.computeIfAbsent(r.parent(), parent -> new ArrayList<>())
                                .add(at.up(r));
                    }
                }
            }
            boolean first = level.get(0).steps.isEmpty();
            level = new ArrayList<>();
            for (Map.Entry<String, List<Above>> one : next.entrySet()) {
                List<Above> ways = one.getValue();
                seen.add(one.getKey());
                if (ways.size() == 1) {
                    out.add(ways.get(0));
                    level.add(ways.get(0));
                } else if (first) {
                    ways.forEach(way -> out.add(way.told()));
                }
            }
        }
        return out;
    }

    private Above up(Relationship r) {
        List<Relationship> all = new ArrayList<>(steps);
        all.add(r);
        return new Above(r.parent(), "", all);
    }

    private Above told() {
        return new Above(table, String.join(", ", steps.get(0).foreignKey()), steps);
    }

    /** What rules call a column of these rows. */
    public String name(String column) {
        return table + "." + column + (by.isEmpty() ? "" : BY + by);
    }
}
