package org.semblance.evaluate.related;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** A database whose foreign keys are followed and whose sequences are put in order, each when first asked for. */
public final class Linked {
    private final Database database;
    private final Map<Relationship, Link> links = new ConcurrentHashMap<>();
    private final Map<Sequence, Groups> steps = new ConcurrentHashMap<>();

    Linked(Database database) {
        this.database = database;
    }

    public Database database() {
        return database;
    }

    public Table table(String name) {
        return database.table(name);
    }

    /** Which parent row each child row points at. */
    public Link link(Relationship relationship) {
        return links.computeIfAbsent(
                relationship, r -> Link.of(database.table(r.parent()), database.table(r.child()), r));
    }

    /** The rows of each sequence, in order. */
    public Groups steps(Sequence sequence) {
        return steps.computeIfAbsent(sequence, s -> Steps.of(database.table(s.table()), s));
    }
}
