package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.related.Link;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * The rows that the real foreign keys name. One that names no row though it is there becomes missing where others are,
 * else it names some row at random: orphans are not handed on.
 */
final class RealRefs {
    private final Blueprint plan;
    private final Database real;
    private final Map<Relationship, Link> links;
    private final boolean reproduce;
    private final List<String> changes = new ArrayList<>();

    /** @param reproduce whether orphans stay orphans, where they are no part of a primary key */
    RealRefs(Blueprint plan, Database real, Map<Relationship, Link> links, boolean reproduce) {
        this.reproduce = reproduce;
        this.plan = plan;
        this.real = real;
        this.links = links;
    }

    /** The rows of all parts, without their columns. */
    List<Drawn> drawn(Rng rng) {
        List<Drawn> drawn = new ArrayList<>();
        for (Part part : plan.parts()) {
            drawn.add(new Drawn(part, real.table(part.name()).rows()));
        }
        for (Part part : plan.parts()) {
            for (int r = 0; r < part.refs().size(); r++) {
                int[] named = named(part, r, rng.child(part.name()).child(r));
                drawn.get(part.index()).ref(r, drawn.get(part.refs().get(r).target()), named);
            }
        }
        return drawn;
    }

    /** What was done to orphans, one sentence for each foreign key that has some. */
    List<String> changes() {
        return changes;
    }

    Link link(Part part, int ref) {
        Link link = links.get(part.refs().get(ref).relationship());
        if (link == null) {
            throw new IllegalArgumentException(
                    "no link for " + part.refs().get(ref).relationship().name());
        }
        return link;
    }

    private int[] named(Part part, int ref, Rng rng) {
        Link link = link(part, ref);
        int[] named = new int[link.size()];
        Arrays.setAll(named, link::parent);
        boolean key = inKey(part, ref);
        if (link.orphans() == 0 && (link.missing() == 0 || !key)) {
            return named;
        }
        if (reproduce && !key && !part.once(ref)) {
            return astray(part, ref, named);
        }
        Relationship relationship = part.refs().get(ref).relationship();
        int parents = real.table(relationship.parent()).rows();
        boolean given = (link.missing() == 0 || key) && parents > 0 && !part.once(ref);
        if (link.orphans() == 0) {
            changes.add(relationship.name() + ": it is part of the primary key, but missing in " + link.missing()
                    + (link.missing() == 1 ? " row" : " rows"));
        } else {
            changes.add(
                    relationship.name() + ": " + link.orphans() + (link.orphans() == 1 ? " row names" : " rows name")
                            + " no row of " + relationship.parent() + "; "
                            + (given ? "each was given to one at random" : "the foreign key was taken as missing"));
        }
        for (int i = 0; i < named.length && given; i++) {
            if (named[i] < 0) {
                named[i] = rng.nextInt(parents);
            }
        }
        return named;
    }

    private int[] astray(Part part, int ref, int[] named) {
        Table table = real.table(part.name());
        for (int i = 0; i < named.length; i++) {
            int row = i;
            boolean there =
                    part.columns(ref).stream().noneMatch(c -> table.column(c).isMissing(row));
            named[i] = named[i] < 0 && there ? RefModel.NOBODY : named[i];
        }
        return named;
    }

    /** Whether a foreign key has a part in the primary key, which is never missing. */
    private boolean inKey(Part part, int ref) {
        List<String> foreign = part.refs().get(ref).relationship().foreignKey();
        return real.keys().getOrDefault(part.name(), List.of()).stream().anyMatch(foreign::contains);
    }

    /** Whether every real row names one, or should. */
    boolean required(Part part, int ref) {
        if (link(part, ref).children().length == 0) {
            return false;
        }
        if (inKey(part, ref)) {
            return true;
        }
        Table table = real.table(part.name());
        for (int c : part.columns(ref)) {
            Column column = table.column(c);
            for (int i = 0; i < column.size(); i++) {
                if (column.isMissing(i)) {
                    return false;
                }
            }
        }
        return true;
    }
}
