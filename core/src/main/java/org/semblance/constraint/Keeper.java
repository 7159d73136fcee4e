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

    /** One whose broken rows can be put right by changing single values. */
    interface Mending extends Keeper {
        /** The columns of which values change. */
        List<String> mends();

        /**
         * Whether mending comes first because it leaves every column's distribution as it is; otherwise only what drawing
         * anew has not put right is mended.
         */
        boolean first();

        void mend(Draft draft, Rng rng);
    }
}
