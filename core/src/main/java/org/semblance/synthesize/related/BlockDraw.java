package org.semblance.synthesize.related;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
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
     * @param wanted what rows shall satisfy
     * @param models by part
     * @param held what earlier passes have left
     * @param blocks how many blocks there are
     * @param rng of all blocks
     */
    record Shared(Blueprint plan, Wanted wanted, PartModel[] models, Held held, long blocks, Rng rng) {}

    private final Shared shared;
    private final long index;
    private final @Nullable Drawn[] drawn;

    BlockDraw(Shared shared, long index) {
        this.shared = shared;
        this.index = index;
        drawn = new @Nullable Drawn[shared.plan().parts().size()];
    }

    /**
     * Draws the parts of a pass.
     *
     * @param roots how many rows of the root
     * @param pass what is drawn in it
     * @param strays by part, how many rows that nobody owns, and how many whose owner is not there
     * @return by part; null for those that are not drawn
     */
    @Nullable
    Drawn[] draw(int roots, Passes.Pass pass, int[][] strays) {
        for (Part part : shared.plan().parts()) {
            if (pass.drawn()[part.index()]) {
                Drawn rows = part.owned() ? owned(part, strays[part.index()]) : new Drawn(part, roots);
                drawn[part.index()] = rows;
                Kept kept = shared.models()[part.index()].kept();
                if (kept != null) {
                    keep(rows, kept);
                } else {
                    fill(rows);
                }
            }
        }
        for (Part part : shared.plan().parts()) {
            if (pass.given()[part.index()] && shared.models()[part.index()].kept() == null) {
                close(there(part.index()));
            }
        }
        new LateRules(shared.plan(), shared.models(), drawn)
                .keep(pass, shared.rng().child("late").child(index));
        return drawn;
    }

    /** Rows of a part without their columns: as many for each row of the owner as it drew. */
    private Drawn owned(Part part, int[] strays) {
        Drawn owner = there(part.ownerPart());
        int count = owner.part().find(Own.What.COUNT, part.index(), part.owner());
        double[] counts = owner.frame().values(owner.at(count));
        long all = strays[0] + (long) strays[1];
        for (int i = 0; i < owner.rows(); i++) {
            all += count(owner, counts, i);
        }
        int[] named = new int[Math.toIntExact(all)];
        Arrays.fill(named, -1);
        int at = 0;
        for (int i = 0; i < owner.rows(); i++) {
            int to = at + (int) count(owner, counts, i);
            Arrays.fill(named, at, to, i);
            at = to;
        }
        Arrays.fill(named, at + strays[0], named.length, RefModel.NOBODY);
        Drawn rows = new Drawn(part, named.length);
        rows.ref(part.owner(), owner, named);
        return rows;
    }

    private static long count(Drawn owner, double[] counts, int row) {
        return owner.gone(row) ? 0 : Math.max(0, (long) counts[row]);
    }

    /** The real rows, and what they name in other tables that are kept. */
    private void keep(Drawn rows, Kept kept) {
        rows.frame(kept.own(), 0);
        for (int r = 0; r < kept.named().length; r++) {
            Drawn target = shared.held().rows()[rows.part().refs().get(r).target()];
            rows.ref(r, target == null ? rows : target, kept.named()[r]);
        }
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
        boolean values = false;
        boolean alone = model.course() != null && model.strays() == 0 && model.astray() == 0;
        for (ColumnModel tree : model.trees()) {
            if (alone && own(part, model, tree).what() == Own.What.VALUES) {
                continue;
            }
            boolean after = own(part, model, tree).what().compareTo(Own.What.VALUES) > 0;
            if (after && !values) {
                wanted(rows, model, rng);
                values = true;
            }
            tree.draw(frame, model.books(), rng.child(tree.target()));
            model.orders().enforce(frame, tree.target(), model.books()[tree.target()]);
            Own own = own(part, model, tree);
            if (own.what() == Own.What.CLASS) {
                choose(rows, own.at(), model, rng.child("chosen").child(own.at()));
                give(rows, model, own.at());
            }
        }
        if (!values) {
            wanted(rows, model, rng);
        }
        for (int r = 0; r < part.refs().size() && model.trees().length == 0; r++) {
            if (part.refs().get(r).way() == Ref.Way.CHOSEN) {
                choose(rows, r, model, rng);
            }
        }
        for (int d = 0; d < part.distinct().size(); d++) {
            Distinct distinct = part.distinct().get(d);
            if (!Differing.last(part, distinct)) {
                new Differing(rows, model, distinct)
                        .enforce(rng.child("differing").child(d));
            }
        }
    }

    /** The values of steps, and values that shall satisfy something. */
    private void wanted(Drawn rows, PartModel model, Rng rng) {
        Course course = model.course();
        if (course != null && rows.rows() > 0) {
            course.draw(shared.plan(), shared.models(), rows, rng.child("course"));
            // Steps draw the number of a step as any other.
            position(rows, model);
            for (int k : Course.values(rows.part())) {
                model.orders().enforce(rows.frame(), rows.at(k), model.books()[rows.at(k)]);
            }
        }
        shared.wanted().redraw(rows, shared.models(), rng.child("wanted"));
    }

    private static Own own(Part part, PartModel model, ColumnModel tree) {
        return part.own().get(tree.target() - model.features().length);
    }

    /** Gives the features that are reached by one of the row's own foreign keys, or those of its owners for -1. */
    private static void give(Drawn rows, PartModel model, int ref) {
        Feature[] features = model.features();
        for (int f = 0; f < features.length; f++) {
            Path path = features[f].path();
            boolean now = ref < 0 ? path.up() > 0 : path.up() == 0 && path.ref() == ref;
            if (now) {
                Drawn.Reached reached = rows.reach(path);
                Drawn from = reached.drawn();
                rows.frame().give(f, model.books()[f], from.frame(), from.at(features[f].own()), reached.rows());
            }
        }
    }

    /** Counts the rows of each owner: their position, and the columns that are counters. */
    private static void position(Drawn rows, PartModel model) {
        int at = rows.part().position();
        if (at < 0) {
            return;
        }
        int[] owner = rows.ref(rows.part().owner());
        int position = 0;
        for (int i = 0; i < owner.length; i++) {
            position = i > 0 && owner[i] == owner[i - 1] ? position + 1 : 0;
            for (int own = 0; own < model.counters().length; own++) {
                double start = own == at ? 0 : model.counters()[own];
                if (!Double.isNaN(start)) {
                    int column = rows.at(own);
                    double value = owner[i] < 0 ? Double.NaN : start + position;
                    rows.frame().put(column, i, value, model.books()[column]);
                }
            }
        }
    }

    /** Finds the rows that a foreign key names, by the ways that were drawn. */
    private void choose(Drawn rows, int ref, PartModel model, Rng rng) {
        Part part = rows.part();
        int[] ways = rows.frame().fine(rows.at(part.find(Own.What.WAY, ref, 0)));
        int[] kinds = rows.frame().fine(rows.at(part.find(Own.What.CLASS, ref, 0)));
        choose(rows, ref, model.ref(ref), ways, kinds, rng);
    }

    private void choose(Drawn rows, int ref, RefModel model, int[] ways, int[] kinds, Rng rng) {
        Part part = rows.part();
        Part target = shared.plan().parts().get(part.refs().get(ref).target());
        boolean once = part.once(ref);
        boolean inside = target.root() == part.root();
        Pool pool = inside ? pool(there(target.index()), part, ref, shared.models(), rng) : held(part, ref);
        Pool.Taker taker = inside ? pool.new Taker(0, 1, once) : pool.new Taker(index, shared.blocks(), once);
        new Chooser(rows, ref, model, pool, taker).choose(ways, kinds);
    }

    /** Finds the rows that foreign keys name which close a circle, or point at their own table. */
    private void close(Drawn rows) {
        Part part = rows.part();
        PartModel model = shared.models()[part.index()];
        Rng rng = shared.rng().child("last").child(part.name()).child(index);
        for (int r = 0; r < part.refs().size(); r++) {
            Ref ref = part.refs().get(r);
            if (ref.way() != Ref.Way.LAST) {
                continue;
            }
            int[] ways = rows.frame().fine(rows.at(part.find(Own.What.LAST_WAY, r, 0)));
            if (ref.target() == part.index()) {
                new Tree(rows, r, model.ref(r), rng.child(r)).choose(ways);
            } else {
                choose(rows, r, model.ref(r), ways, new int[ways.length], rng.child(r));
            }
        }
        for (int d = 0; d < part.distinct().size(); d++) {
            Distinct distinct = part.distinct().get(d);
            if (Differing.last(part, distinct)) {
                new Differing(rows, model, distinct)
                        .enforce(rng.child("differing").child(d));
            }
        }
    }

    private Pool held(Part part, int ref) {
        Pool pool = shared.held().pools()[part.index()][ref];
        if (pool == null) {
            throw new IllegalStateException("the rows that " + part.name() + " names are not held");
        }
        return pool;
    }

    /** The rows that a foreign key may name. */
    static Pool pool(Drawn target, Part part, int ref, PartModel[] models, Rng rng) {
        int count = target.part().find(Own.What.COUNT, part.index(), ref);
        boolean kept = models[target.part().index()].kept() != null;
        Pool.Places places = new Pool.Places(count < 0 ? -1 : target.at(count), part.once(ref), kept);
        return new Pool(target, places, models[part.index()].ref(ref), rng);
    }
}
