package org.semblance.constraint;

import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * A constraint with what it has learnt from a real table. It tells which rows break it; beyond that it may be {@link
 * Setting}, {@link Rewriting} or {@link Mending}. One that is none of these is kept by drawing rows anew. Thread-safe.
 */
public interface Keeper {
    /** Which block of rows a table is. */
    record Place(long block, long blocks) {
        public static final Place ALONE = new Place(0, 1);
    }

    Constraint constraint();

    /** The rows that break it; a row that misses a value that it is about does not. */
    boolean[] broken(Table table, Place place);

    /** Writes down what was learnt, nothing that fewer rows than were asked for share. */
    default void store(ObjectNode json) {}

    /** One that computes columns from others. */
    interface Setting extends Keeper {
        /** The columns that are computed. */
        List<String> sets();

        /** From these. */
        List<String> from();

        /** Whether they follow in every row, also that they are missing: then nobody need learn them. */
        boolean always();

        /** Readies what is learnt for the columns to be left out: no value of these is lost with rare ones of others. */
        default void prepare(Draft draft) {}

        /** Computes them; where they are there and do not follow, they stay as they are. */
        void set(Draft draft, Rng rng);
    }

    /** One that holds whatever is drawn once some columns are written in another way. */
    interface Rewriting extends Keeper {
        /** The columns that are written anew. */
        List<String> takes();

        /** Whether the real rows can be written so. */
        boolean possible();

        /** Writes the columns of real rows anew; also of none, for the schema. */
        void forward(Draft draft);

        /** Writes those of drawn rows as they were. */
        void backward(Draft draft, Rng rng);
    }

    /** One that is about rows beside each other: no two of them may have the same key. */
    interface Differing extends Keeper {
        /** By row; negative where a row differs from all others whatever they are. */
        long[] keys(Table table);

        /** Whether a block of rows may have that key. */
        boolean allows(long key, Table table, Place place);
    }

    /** One whose broken rows can be put right by changing single values. */
    interface Mending extends Keeper {
        /** The columns of which values change. */
        List<String> mends();

        /** Lets rows exchange values, so that every column's distribution stays as it is, or nearly. */
        void mend(Draft draft, Rng rng);

        /** Changes what is still broken when rows drawn anew have not put it right either. */
        default void force(Draft draft, Rng rng) {
            mend(draft, rng);
        }
    }
}
