package org.semblance.synthesize.related;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.related.Gathered;
import org.semblance.model.DatabaseRows.Sink;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** One pass over a root table: blocks are drawn in parallel, some at a time, numbered in order, finished in parallel. */
final class OnePass {
    /** Rows of all tables that a block has, about. */
    private static final int ROWS = 65_536;

    private static final int BLOCKS_EACH = 2;

    private final RelatedModel model;
    private final Passes.Pass pass;
    private final Wanted wanted;
    private final Held held;
    private final Rng rng;
    private final Part root;
    private final long roots;
    private final int each;
    private final long blocks;
    private final double astray;
    private final Map<Integer, Holding> holdings = new HashMap<>();
    private final Ledger ledger;

    /**
     * What passes share that they write to.
     *
     * @param next what is gathered for another round, or null in the last one
     */
    record Ledger(Settling settling, @Nullable Map<String, Gathered.Filling> next, Shortfall shortfall) {}

    /**
     * @param roots how many rows of the root are drawn
     * @param astray times the rows of a real table: numbers from there on are nobody's
     * @param rng of the whole sample
     */
    OnePass(
            RelatedModel model,
            Wanted wanted,
            Passes.Pass pass,
            long roots,
            double astray,
            Held held,
            Ledger ledger,
            Rng rng) {
        this.ledger = ledger;
        this.model = model;
        this.wanted = wanted;
        this.pass = pass;
        this.held = held;
        this.rng = rng;
        this.roots = roots;
        this.astray = astray;
        root = model.plan().parts().get(pass.root());
        each = each();
        blocks = Math.max(1, (roots + each - 1) / each);
        for (int p = 0; p < pass.held().length; p++) {
            if (pass.held()[p]) {
                holdings.put(p, new Holding(model.parts()[p]));
            }
        }
    }

    /** How many rows of the root a block has. */
    private int each() {
        if (model.part(root).kept() != null) {
            return (int) Math.max(1, roots);
        }
        double all = 0;
        for (Part part : model.plan().parts()) {
            all += part.root() == root.index() ? model.part(part).rows() : 0;
        }
        double below = all / Math.max(1, model.part(root).rows());
        return (int) Math.max(1, Math.min(ROWS, ROWS / Math.max(1, below)));
    }

    void run(Sink sink, Run run) {
        Numbering numbering = new Numbering(model, pass, held, blocks == 1);
        int wave = Math.max(1, run.threads() * BLOCKS_EACH);
        try (Progress.Stage stage = run.progress().begin("sample " + root.name(), roots, "rows")) {
            for (long from = 0; from < blocks; from += wave) {
                int count = (int) Math.min(wave, blocks - from);
                draw(numbering, from, count, sink, run);
                stage.add(Math.min(roots, (from + count) * each) - from * each);
            }
        }
        for (Part part : model.plan().parts()) {
            Holding holding = holdings.get(part.index());
            if (holding != null) {
                held.rows()[part.index()] = holding.all(held.rows());
            }
        }
        places();
    }

    private void draw(Numbering numbering, long from, int count, Sink sink, Run run) {
        BlockDraw.Shared shared =
                new BlockDraw.Shared(model.plan(), wanted, model.parts(), held, blocks, rng.child("draw"));
        @Nullable Drawn[][] drawn = new @Nullable Drawn[count][];
        run.parallel(count, i -> {
            long index = from + i;
            int rows = (int) Math.max(0, Math.min(each, roots - index * each));
            drawn[i] = new BlockDraw(shared, index).draw(rows, pass, strays(index));
        });
        for (@Nullable Drawn[] block : drawn) {
            numbering.number(block);
            holdings.forEach((p, holding) -> holding.add(Objects.requireNonNull(block[p])));
        }
        int parts = model.parts().length;
        @Nullable Table[][] tables = new @Nullable Table[count][parts];
        int[][][] broken = new int[count][parts][0];
        run.parallel(count, i -> {
            ledger.settling.settle(
                    drawn[i], pass, rng.child("settled").child(pass.root()).child(from + i));
            Finish finish = new Finish(model.parts(), rng, astray);
            for (int p = 0; p < parts && ledger.next == null; p++) {
                if (pass.given()[p]) {
                    tables[i][p] = finish.table(Objects.requireNonNull(drawn[i][p]));
                    broken[i][p] = ledger.settling.broken(p, drawn[i], pass);
                }
            }
        });
        for (int i = 0; i < count; i++) {
            if (ledger.next != null) {
                ledger.settling.remember(drawn[i], pass, ledger.next);
            }
            for (int p = 0; p < parts; p++) {
                if (pass.given()[p]) {
                    ledger.shortfall.add(drawn[i][p], broken[i][p]);
                }
            }
            for (int p = 0; p < parts; p++) {
                Table table = tables[i][p];
                if (table != null) {
                    sink.accept(model.plan().parts().get(p).name(), table);
                }
            }
        }
    }

    /** The rows without an owner that a block has, by part: all together as many as the real table would have. */
    private int[][] strays(long index) {
        int[][] strays = new int[model.parts().length][];
        double ratio = roots / (double) Math.max(1, model.part(root).rows());
        for (int p = 0; p < strays.length; p++) {
            PartModel part = model.parts()[p];
            strays[p] = new int[] {share(part.strays() * ratio, index), share(part.astray() * ratio, index)};
        }
        return strays;
    }

    private int share(double all, long index) {
        double whole = Math.rint(all);
        return (int) (Math.floor(whole * (index + 1) / blocks) - Math.floor(whole * index / blocks));
    }

    /** The held rows as those may name them that point at them from outside. */
    private void places() {
        for (Part part : model.plan().parts()) {
            for (int r = 0; r < part.refs().size(); r++) {
                int target = part.refs().get(r).target();
                Drawn rows = held.rows()[target];
                if (holdings.containsKey(target) && rows != null && part.root() != root.index()) {
                    Rng own = rng.child("places").child(part.name()).child(r);
                    held.pools()[part.index()][r] = BlockDraw.pool(rows, part, r, model.parts(), own);
                }
            }
        }
    }
}
