package org.semblance.synthesize.related;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.Frame;

/**
 * Draws one block: some rows of a root table and everything below them, table after table, all rows of a table at once.
 *
 * <p>What is drawn depends on the block's own randomness and on the rows that are held, so that blocks may be drawn in any
 * order, and drawn again.
 */
final class BlockDraw {
    /**
     * What the blocks of a family of tables share.
     *
     * @param models by part
     * @param held by part: all rows of parts that others point at from outside; null for others
     * @param slots by part and foreign key: the places of those rows; null for others
     * @param blocks how many blocks there are
     * @param rng of all blocks
     */
    record Shared(
            Blueprint plan,
            PartModel[] models,
            @Nullable Drawn[] held,
            @Nullable Slots[][] slots,
            long blocks,
            Rng rng) {}

    private final Shared shared;
    private final long index;
    private final @Nullable Drawn[] drawn;

    BlockDraw(Shared shared, long index) {
        this.shared = shared;
        this.index = index;
        drawn = new @Nullable Drawn[shared.plan().parts().size()];
    }

    /**
     * Draws the parts that are wanted; what owns them must be among them.
     *
     * @param roots how many rows of the root
     * @param strays by part, how many rows without an owner
     * @return by part; null for those that are not wanted
     */
    @Nullable
    Drawn[] draw(int roots, boolean[] wanted, int[] strays) {
        for (Part part : shared.plan().parts()) {
            if (wanted[part.index()]) {
                Drawn rows = part.owned() ? owned(part, strays[part.index()]) : new Drawn(part, roots);
                drawn[part.index()] = rows;
                fill(rows);
            }
        }
        for (Part part : shared.plan().parts()) {
            if (wanted[part.index()]) {
                close(there(part.index()));
            }
        }
        return drawn;
    }

    /** Rows of a part without their columns: as many for each row of the owner as it drew. */
    private Drawn owned(Part part, int strays) {
        Drawn owner = there(part.ownerPart());
        int count = owner.part().find(Own.What.COUNT, part.index(), part.owner());
        double[] counts = owner.frame().values(owner.at(count));
        long all = strays;
        for (int i = 0; i < owner.rows(); i++) {
            all += (long) counts[i];
        }
        int[] named = new int[Math.toIntExact(all)];
        Arrays.fill(named, -1);
        int at = 0;
        for (int i = 0; i < owner.rows(); i++) {
            int to = at + (int) counts[i];
            Arrays.fill(named, at, to, i);
            at = to;
        }
        Drawn rows = new Drawn(part, named.length);
        rows.ref(part.owner(), owner, named);
        return rows;
    }

    private Drawn there(int part) {
        Drawn rows = drawn[part];
        if (rows == null) {
            throw new IllegalStateException("part " + part + " is not drawn yet");
        }
        return rows;
    }

    private void fill(Drawn rows) {
        Part part = rows.part();
        PartModel model = shared.models()[part.index()];
        Frame frame = Frame.empty(rows.rows(), model.books());
        rows.frame(frame, model.features().length);
        Rng rng = shared.rng().child(part.name()).child(index);
        give(rows, model, -1);
        position(rows, model);
        for (ColumnModel tree : model.trees()) {
            tree.draw(frame, model.books(), rng.child(tree.target()));
            model.rules().enforce(frame, tree.target(), model.books()[tree.target()]);
            Own own = part.own().get(tree.target() - model.features().length);
            if (own.what() == Own.What.WAY) {
                choose(
                        rows,
                        own.at(),
                        frame.fine(tree.target()),
                        rng.child("chosen").child(own.at()));
                give(rows, model, own.at());
            }
        }
    }

    /** Gives the features that are reached by one of the row's own foreign keys, or those of its owners for -1. */
    private static void give(Drawn rows, PartModel model, int ref) {
        Feature[] features = model.features();
        for (int f = 0; f < features.length; f++) {
            boolean now = ref < 0 ? features[f].up() > 0 : features[f].up() == 0 && features[f].ref() == ref;
            if (now) {
                Drawn.Reached reached = rows.reach(features[f].up(), features[f].ref());
                Drawn from = reached.drawn();
                rows.frame().give(f, model.books()[f], from.frame(), from.at(features[f].own()), reached.rows());
            }
        }
    }

    private static void position(Drawn rows, PartModel model) {
        int at = rows.part().position();
        if (at < 0) {
            return;
        }
        int column = rows.at(at);
        CodeBook book = model.books()[column];
        int[] owner = rows.ref(rows.part().owner());
        int position = 0;
        for (int i = 0; i < owner.length; i++) {
            position = i > 0 && owner[i] == owner[i - 1] ? position + 1 : 0;
            rows.frame().put(column, i, owner[i] < 0 ? Double.NaN : position, book);
        }
    }

    /** Finds the rows that a foreign key names, by the ways that were drawn. */
    private void choose(Drawn rows, int ref, int[] ways, Rng rng) {
        Part part = rows.part();
        Part target = shared.plan().parts().get(part.refs().get(ref).target());
        boolean inside = target.root() == part.root();
        Drawn from = inside ? there(target.index()) : held(target);
        Slots slots = inside ? slots(from, part, ref, rng) : held(part, ref);
        long stride = inside ? 1 : shared.blocks();
        long next = inside ? 0 : index;
        int[] named = new int[rows.rows()];
        for (int i = 0; i < named.length; i++) {
            if (ways[i] == 1 && slots.size() > 0) {
                named[i] = slots.row(next);
                next += stride;
            } else {
                named[i] = -1;
            }
        }
        rows.ref(ref, from, named);
    }

    /** Finds the rows that foreign keys name which close a circle, or point at their own table. */
    private void close(Drawn rows) {
        Part part = rows.part();
        Rng rng = shared.rng().child("last").child(part.name()).child(index);
        for (int r = 0; r < part.refs().size(); r++) {
            Ref ref = part.refs().get(r);
            if (ref.way() != Ref.Way.LAST) {
                continue;
            }
            int[] ways = rows.frame().fine(rows.at(part.find(Own.What.LAST_WAY, r, 0)));
            Drawn target = drawn[ref.target()];
            Rng own = rng.child(r);
            int[] named = new int[rows.rows()];
            for (int i = 0; i < named.length; i++) {
                boolean names = ways[i] == 1 && target != null && target.rows() > 0;
                named[i] = names ? own.nextInt(target.rows()) : -1;
            }
            rows.ref(r, target == null ? rows : target, named);
        }
    }

    private Drawn held(Part target) {
        Drawn rows = shared.held()[target.index()];
        if (rows == null) {
            throw new IllegalStateException("the rows of " + target.name() + " are not held");
        }
        return rows;
    }

    private Slots held(Part part, int ref) {
        Slots slots = shared.slots()[part.index()][ref];
        if (slots == null) {
            throw new IllegalStateException("the places for " + part.name() + " are not held");
        }
        return slots;
    }

    /** The places that the rows of a part have for those of another. */
    static Slots slots(Drawn target, Part part, int ref, Rng rng) {
        int count = target.part().find(Own.What.COUNT, part.index(), ref);
        return new Slots(target.frame().values(target.at(count)), rng);
    }
}
