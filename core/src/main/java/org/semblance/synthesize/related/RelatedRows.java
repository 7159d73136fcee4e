package org.semblance.synthesize.related;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Size;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Metadata;
import org.semblance.table.Table;

/**
 * The rows of a database as they are drawn: {@link Passes} over root tables, each in blocks of about {@value #ROWS} rows
 * in all, some blocks at a time in parallel, handed over in order. Rows are numbered, and keys made, when all blocks
 * before are counted.
 */
final class RelatedRows implements DatabaseRows {
    /** Rows of all tables that a block has, about. */
    private static final int ROWS = 65_536;

    private static final int BLOCKS_EACH = 2;

    private final RelatedModel model;
    private final Size size;
    private final Rng rng;

    RelatedRows(RelatedModel model, Size size, Rng rng) {
        this.model = model;
        this.size = size;
        this.rng = rng;
    }

    @Override
    public Metadata metadata() {
        return model.metadata();
    }

    @Override
    public void forEach(Sink sink, Run run) {
        int parts = model.parts().length;
        @Nullable Drawn[] held = new @Nullable Drawn[parts];
        @Nullable Pool[][] pools = new @Nullable Pool[parts][];
        for (Part part : model.plan().parts()) {
            pools[part.index()] = new @Nullable Pool[part.refs().size()];
        }
        for (Passes.Pass pass : Passes.of(model.plan())) {
            new OnePass(pass, held, pools).run(sink, run);
        }
    }

    /** How many rows a root has. */
    private long roots(Part root) {
        Long asked = size.rows().get(root.name());
        return asked != null
                ? asked
                : Math.round(size.scale() * model.part(root).rows());
    }

    /** One pass under way. */
    private final class OnePass {
        private final Passes.Pass pass;
        private final @Nullable Drawn[] held;
        private final @Nullable Pool[][] pools;
        private final Part root;
        private final long roots;
        private final int each;
        private final long blocks;
        private final long[] before;
        private final Map<String, Set<Long>> met = new HashMap<>();
        private final Map<Integer, Holding> holdings = new HashMap<>();

        OnePass(Passes.Pass pass, @Nullable Drawn[] held, @Nullable Pool[][] pools) {
            this.pass = pass;
            this.held = held;
            this.pools = pools;
            root = model.plan().parts().get(pass.root());
            roots = roots(root);
            each = each();
            blocks = Math.max(1, (roots + each - 1) / each);
            before = new long[model.parts().length];
            for (int p = 0; p < before.length; p++) {
                if (pass.held()[p]) {
                    holdings.put(p, new Holding(model.parts()[p]));
                }
            }
        }

        /** How many rows of the root a block has. */
        private int each() {
            double all = 0;
            for (Part part : model.plan().parts()) {
                all += part.root() == root.index() ? model.part(part).rows() : 0;
            }
            double below = all / Math.max(1, model.part(root).rows());
            return (int) Math.max(1, Math.min(ROWS, ROWS / Math.max(1, below)));
        }

        void run(Sink sink, Run run) {
            BlockDraw.Shared shared =
                    new BlockDraw.Shared(model.plan(), model.parts(), held, pools, blocks, rng.child("draw"));
            int wave = Math.max(1, run.threads() * BLOCKS_EACH);
            try (Progress.Stage stage = run.progress().begin("sample " + root.name(), roots, "rows")) {
                for (long from = 0; from < blocks; from += wave) {
                    int count = (int) Math.min(wave, blocks - from);
                    draw(shared, from, count, sink, run);
                    stage.add(Math.min(roots, (from + count) * each) - from * each);
                }
            }
            for (Map.Entry<Integer, Holding> holding : holdings.entrySet()) {
                held[holding.getKey()] = null;
            }
            for (Part part : model.plan().parts()) {
                Holding holding = holdings.get(part.index());
                if (holding != null) {
                    held[part.index()] = holding.all(held);
                }
            }
            places();
        }

        private void draw(BlockDraw.Shared shared, long from, int count, Sink sink, Run run) {
            @Nullable Drawn[][] drawn = new @Nullable Drawn[count][];
            run.parallel(count, i -> {
                long index = from + i;
                int rows = (int) Math.max(0, Math.min(each, roots - index * each));
                drawn[i] = new BlockDraw(shared, index).draw(rows, pass, strays(index));
            });
            for (@Nullable Drawn[] block : drawn) {
                number(block);
            }
            @Nullable Table[][] tables = new @Nullable Table[count][before.length];
            run.parallel(count, i -> {
                Finish finish = new Finish(model.parts(), rng);
                for (int p = 0; p < before.length; p++) {
                    if (pass.given()[p]) {
                        tables[i][p] = finish.table(Objects.requireNonNull(drawn[i][p]));
                    }
                }
            });
            for (int i = 0; i < count; i++) {
                for (int p = 0; p < before.length; p++) {
                    Table table = tables[i][p];
                    if (table != null) {
                        sink.accept(model.plan().parts().get(p).name(), table);
                    }
                }
            }
        }

        private void number(@Nullable Drawn[] block) {
            for (int p = 0; p < before.length; p++) {
                Drawn rows = block[p];
                if (rows != null) {
                    rows.offset(before[p]);
                    before[p] += rows.rows();
                    differ(rows);
                    follow(rows);
                }
            }
            holdings.forEach((p, holding) -> holding.add(Objects.requireNonNull(block[p])));
        }

        /** Drops rows that are the same as some of an earlier block. */
        private void differ(Drawn rows) {
            Part part = rows.part();
            for (int d = 0; d < part.distinct().size(); d++) {
                Distinct distinct = part.distinct().get(d);
                if (blocks > 1 && !distinct.ofOwner() && pass.given()[part.index()]) {
                    Set<Long> seen = met.computeIfAbsent(part.index() + "." + d, key -> new HashSet<>());
                    new Differing(rows, model.part(part), distinct).enforce(seen);
                }
            }
        }

        /** Drops rows that name one that was dropped, or has them name none where that may be. */
        private void follow(Drawn rows) {
            Part part = rows.part();
            for (int r = 0; r < part.refs().size(); r++) {
                boolean last = part.refs().get(r).way() == Ref.Way.LAST;
                if (last && !pass.given()[part.index()] || !rows.target(r).anyGone()) {
                    continue;
                }
                boolean may = last && !model.part(part).ref(r).required();
                int[] named = rows.ref(r);
                for (int i = 0; i < named.length; i++) {
                    if (named[i] >= 0 && rows.target(r).gone(named[i])) {
                        if (may) {
                            named[i] = -1;
                        } else {
                            rows.drop(i);
                        }
                    }
                }
            }
        }

        /** The rows without an owner that a block has, by part: all together as many as the real table would have. */
        private int[] strays(long index) {
            int[] strays = new int[before.length];
            double ratio = roots / (double) Math.max(1, model.part(root).rows());
            for (int p = 0; p < strays.length; p++) {
                double all = Math.rint(model.parts()[p].strays() * ratio);
                strays[p] = (int) (Math.floor(all * (index + 1) / blocks) - Math.floor(all * index / blocks));
            }
            return strays;
        }

        /** The held rows as those may name them that point at them from outside. */
        private void places() {
            for (Part part : model.plan().parts()) {
                for (int r = 0; r < part.refs().size(); r++) {
                    int target = part.refs().get(r).target();
                    Drawn rows = held[target];
                    if (holdings.containsKey(target) && rows != null && part.root() != root.index()) {
                        Rng own = rng.child("places").child(part.name()).child(r);
                        RefModel found = model.part(part).ref(r);
                        pools[part.index()][r] = BlockDraw.pool(rows, part, r, found, own);
                    }
                }
            }
        }
    }

    /** For tests and messages: the passes that will be made. */
    List<Passes.Pass> passes() {
        return Passes.of(model.plan());
    }
}
