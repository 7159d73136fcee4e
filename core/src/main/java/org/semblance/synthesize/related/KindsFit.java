package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.synthesize.TreeCoding;
import org.semblance.synthesize.related.RefModel.Kinds;
import org.semblance.trees.Associations;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.Frame;

/**
 * Finds out which kinds of rows a foreign key tells apart: what of its owners says most about which row is named, and a
 * tree that sorts the rows that may be named by it.
 */
final class KindsFit {
    /** Rows on which it is judged what tells what. */
    private static final int JUDGED = 20_000;

    /** Nats that a column of the owners must tell about one of the named rows. */
    private static final double TELLS = 0.01;

    private static final int FEWEST = 100;
    private static final int MOST_KINDS = 40;
    private static final int LEAF = 20;

    private final Blueprint plan;
    private final List<TreeCoding> codings;
    private final Drawn rows;
    private final int ref;

    /** @param codings of the parts before this one */
    KindsFit(Blueprint plan, List<TreeCoding> codings, Drawn rows, int ref) {
        this.plan = plan;
        this.codings = codings;
        this.rows = rows;
        this.ref = ref;
    }

    /** @param ways of each row; only those that were chosen are learnt from */
    @Nullable
    Kinds learn(int[] ways, Run run) {
        int[] chosen = IntStream.range(0, ways.length)
                .filter(i -> ways[i] == RefModel.CHOSEN)
                .toArray();
        Part target = rows.target(ref).part();
        int[] telling = IntStream.range(0, target.own().size())
                .filter(k -> target.own().get(k).what() == Own.What.VALUES)
                .toArray();
        List<Feature> candidates = candidates();
        if (chosen.length < FEWEST || telling.length == 0 || candidates.isEmpty()) {
            return null;
        }
        Feature response = response(thinned(chosen), telling, candidates, run);
        if (response == null) {
            return null;
        }
        CodeBook[] books = books(plan, rows.part(), ref, List.of(response), codings);
        int leaf = Math.max(LEAF, chosen.length / MOST_KINDS);
        ColumnTree tree = ColumnTree.fit(
                frame(chosen, List.of(response), books),
                books,
                books.length - 1,
                telling,
                new ColumnTree.Settings(leaf, 2, false),
                run.rng());
        return tree.leaves() < 2 ? null : new Kinds(response, tree);
    }

    private static int[] thinned(int[] rows) {
        int n = Math.min(JUDGED, rows.length);
        int[] some = new int[n];
        Arrays.setAll(some, i -> rows[(int) ((long) i * rows.length / n)]);
        return some;
    }

    private @Nullable Feature response(int[] some, int[] telling, List<Feature> candidates, Run run) {
        CodeBook[] books = books(plan, rows.part(), ref, candidates, codings);
        Associations associations = Associations.of(frame(some, candidates, books), books, run);
        int own = books.length - candidates.size();
        Feature best = null;
        double most = TELLS;
        for (int f = 0; f < candidates.size(); f++) {
            for (int k : telling) {
                double tells = associations.between(k, own + f);
                if (tells > most) {
                    most = tells;
                    best = candidates.get(f);
                }
            }
        }
        return best;
    }

    /** Columns of owners, of what they name, and of what earlier foreign keys name. */
    private List<Feature> candidates() {
        List<Feature> out = new ArrayList<>();
        Part at = rows.part();
        for (int up = 0; ; up++) {
            for (int r = 0; r < (up == 0 ? ref : at.refs().size()); r++) {
                if (at.refs().get(r).way() == Ref.Way.CHOSEN) {
                    add(out, new Path(up, r), plan.parts().get(at.refs().get(r).target()));
                }
            }
            if (!at.owned()) {
                return out;
            }
            at = plan.parts().get(at.ownerPart());
            add(out, new Path(up + 1, -1), at);
        }
    }

    private static void add(List<Feature> out, Path path, Part reached) {
        for (int k = 0; k < reached.own().size(); k++) {
            if (reached.own().get(k).what() == Own.What.VALUES) {
                out.add(new Feature(path, k));
            }
        }
    }

    /** The own columns of the part that is pointed at, then the features of who points. */
    static CodeBook[] books(Blueprint plan, Part part, int ref, List<Feature> features, List<TreeCoding> codings) {
        CodeBook[] own = codings.get(part.refs().get(ref).target()).books();
        CodeBook[] books = Arrays.copyOf(own, own.length + features.size());
        for (int f = 0; f < features.size(); f++) {
            Part reached = features.get(f).path().from(plan, part);
            books[own.length + f] =
                    codings.get(reached.index()).books()[features.get(f).own()];
        }
        return books;
    }

    private Frame frame(int[] some, List<Feature> features, CodeBook[] books) {
        Frame frame = Frame.empty(some.length, books);
        Drawn target = rows.target(ref);
        int[] named = new int[some.length];
        Arrays.setAll(named, i -> rows.ref(ref)[some[i]]);
        int own = books.length - features.size();
        for (int k = 0; k < own; k++) {
            frame.give(k, books[k], target.frame(), target.at(k), named);
        }
        for (int f = 0; f < features.size(); f++) {
            Drawn.Reached reached = rows.reach(features.get(f).path());
            int[] there = new int[some.length];
            Arrays.setAll(there, i -> reached.rows()[some[i]]);
            frame.give(
                    own + f,
                    books[own + f],
                    reached.drawn().frame(),
                    reached.drawn().at(features.get(f).own()),
                    there);
        }
        return frame;
    }
}
