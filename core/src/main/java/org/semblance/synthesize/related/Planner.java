package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.related.Link;
import org.semblance.table.Database;
import org.semblance.table.Relationship;

/**
 * Plans in which order tables are drawn and which foreign key of a table is its owner.
 *
 * <p>Order: what is pointed at comes first. Where tables point in a circle, the foreign key of it that is missing most
 * often is followed last. Owner: of the foreign keys that nearly always name a row, the one whose parent is furthest down
 * itself, that begins the primary key, whose children stand together in the table, and whose parent has most rows.
 */
final class Planner {
    /** A foreign key that names a row as often as this share of the best one is a candidate. */
    private static final double NEARLY_ALWAYS = 0.9;

    private static final double HALF = 0.5;

    /** Below one more table in between: payments of rentals of a customer hang on the rental. */
    private static final double STEPS = 0.9;

    private static final double MANY = 0.15;

    /** Twice as many rows as are extreme by default. */
    private static final int FEWEST_OWNERS = 20;

    private final Database real;
    private final Map<Relationship, Link> links;
    private final List<String> keep;
    private final List<Relationship> last = new ArrayList<>();

    /** @param keep tables that are handed over as they are: nobody owns them, and they own nobody */
    Planner(Database real, Map<Relationship, Link> links, List<String> keep) {
        this.real = real;
        this.links = links;
        this.keep = keep;
    }

    static Map<Relationship, Link> links(Database real) {
        Map<Relationship, Link> links = new LinkedHashMap<>();
        for (Relationship relationship : real.relationships()) {
            links.put(
                    relationship,
                    Link.of(real.table(relationship.parent()), real.table(relationship.child()), relationship));
        }
        return links;
    }

    Blueprint plan() {
        List<String> order = order();
        Map<Relationship, Ref.Way> ways = new HashMap<>();
        for (Relationship relationship : real.relationships()) {
            boolean late = last.contains(relationship) || relationship.toItself();
            ways.put(relationship, late ? Ref.Way.LAST : Ref.Way.CHOSEN);
        }
        for (String table : order) {
            Relationship owner = owner(table);
            if (owner != null) {
                ways.put(owner, Ref.Way.OWNER);
            }
        }
        return Blueprint.of(real.metadata(), order, ways);
    }

    private List<String> order() {
        Set<String> left = new LinkedHashSet<>(real.tables().keySet());
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> waiting(table, left).isEmpty())
                    .limit(1)
                    .toList();
            if (free.isEmpty()) {
                last.add(loosest(left));
            }
            order.addAll(free);
            free.forEach(left::remove);
        }
        return order;
    }

    /** The foreign keys of a table that point at tables which are not placed yet. */
    private List<Relationship> waiting(String table, Set<String> left) {
        return real.above(table).stream()
                .filter(r -> !r.toItself() && !last.contains(r) && left.contains(r.parent()))
                .toList();
    }

    /** Of the foreign keys that are part of a circle, the one that is missing most often. */
    private Relationship loosest(Set<String> left) {
        Relationship best = null;
        double most = -1;
        for (String table : left) {
            for (Relationship r : waiting(table, left)) {
                double missing = 1 - named(r);
                if (missing > most && reaches(r.parent(), r.child(), left)) {
                    best = r;
                    most = missing;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("tables wait for each other, but not in a circle");
        }
        return best;
    }

    private boolean reaches(String from, String to, Set<String> left) {
        Set<String> seen = new HashSet<>();
        List<String> queue = new ArrayList<>(List.of(from));
        for (int i = 0; i < queue.size(); i++) {
            String table = queue.get(i);
            if (table.equals(to)) {
                return true;
            }
            if (seen.add(table)) {
                waiting(table, left).forEach(r -> queue.add(r.parent()));
            }
        }
        return false;
    }

    /** The share of a foreign key's rows that name a row. */
    private double named(Relationship relationship) {
        Link link = link(relationship);
        return link.size() == 0 ? 0 : 1 - (link.missing() + link.orphans()) / (double) link.size();
    }

    private Link link(Relationship relationship) {
        Link link = links.get(relationship);
        if (link == null) {
            throw new IllegalArgumentException("no link for " + relationship.name());
        }
        return link;
    }

    private @Nullable Relationship owner(String table) {
        List<Relationship> above = real.above(table).stream()
                .filter(r -> !r.toItself() && !last.contains(r))
                .toList();
        double most = above.stream().mapToDouble(this::named).max().orElse(0);
        Relationship best = null;
        double bestScore = 0;
        List<Relationship> candidates = above.stream()
                .filter(r -> most >= HALF && named(r) >= NEARLY_ALWAYS * most)
                .filter(r -> !keep.contains(r.parent()) && !keep.contains(r.child()))
                .toList();
        List<Relationship> many = candidates.stream().filter(r -> !few(r)).toList();
        for (Relationship r : many.isEmpty() ? candidates : many) {
            if (many.isEmpty() && !needed(r)) {
                continue;
            }
            double score = score(r, above);
            if (best == null || score > bestScore) {
                best = r;
                bestScore = score;
            }
        }
        return best;
    }

    /** Whether a key that has other parts, or steps, need their owner. */
    private boolean needed(Relationship r) {
        List<String> key = real.keys().getOrDefault(r.child(), List.of());
        return steps(r) || key.size() > r.foreignKey().size() && key.containsAll(r.foreignKey());
    }

    /**
     * Whether so few rows have children that their numbers would tell of them, and nothing is learnt of what children owe
     * them: such children are drawn by themselves, and choose.
     */
    private boolean few(Relationship r) {
        int parents = 0;
        for (int children : link(r).children()) {
            parents += children > 0 ? 1 : 0;
        }
        return parents < FEWEST_OWNERS;
    }

    private boolean steps(Relationship r) {
        return real.sequences().stream()
                .anyMatch(s -> s.table().equals(r.child()) && s.entity().equals(r.foreignKey()));
    }

    private double score(Relationship r, List<Relationship> above) {
        double score = 0;
        for (Relationship other : above) {
            score += !other.parent().equals(r.parent()) && above(r.parent(), other.parent()) ? 1 : 0;
        }
        List<String> key = real.keys().getOrDefault(r.child(), List.of());
        score += !key.isEmpty() && r.foreignKey().contains(key.get(0)) ? HALF : 0;
        score += steps(r) ? STEPS : 0;
        return score
                + together(link(r))
                + MANY * Math.log10(1 + real.table(r.parent()).rows());
    }

    /** Whether a table points, directly or through others, at another. */
    private boolean above(String table, String other) {
        Set<String> seen = new HashSet<>();
        List<String> queue = new ArrayList<>(List.of(table));
        for (int i = 0; i < queue.size(); i++) {
            if (seen.add(queue.get(i))) {
                for (Relationship r : real.above(queue.get(i))) {
                    if (!last.contains(r)) {
                        queue.add(r.parent());
                    }
                }
            }
        }
        return seen.contains(other);
    }

    /**
     * How far the rows of each parent stand together, beyond what chance would do; 0 to 1. Counted are the places where the
     * parent changes: as few as there are parents where all stand together.
     */
    private static double together(Link link) {
        int pairs = 0;
        int changes = 0;
        for (int i = 1; i < link.size(); i++) {
            if (link.parent(i) >= 0 && link.parent(i - 1) >= 0) {
                pairs++;
                changes += link.parent(i) == link.parent(i - 1) ? 0 : 1;
            }
        }
        double same = 0;
        int parents = 0;
        for (int count : link.children()) {
            double share = count / (double) Math.max(1, link.size());
            same += share * share;
            parents += count > 0 ? 1 : 0;
        }
        double byChance = pairs * (1 - same);
        int least = Math.max(0, parents - 1);
        return byChance <= least ? 0 : Math.min(1, Math.max(0, (byChance - changes) / (byChance - least)));
    }
}
