package org.semblance.synthesize.related;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.constraint.related.Gathered;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Size;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.BrokenRules;
import org.semblance.table.Metadata;

/**
 * The rows of a database as they are drawn: {@link Passes} over root tables, each in blocks of some rows with all that
 * hangs below them. Rows are numbered, and keys made, when all blocks before are counted.
 */
final class RelatedRows implements DatabaseRows {
    /** Rows that must go because others have to go are found in so many rounds. */
    private static final int ROUNDS = 30;

    private static final Sink NOWHERE = (table, rows) -> {};

    private final RelatedModel model;
    private final Wanted wanted;
    private final Size size;
    private final Rng rng;

    RelatedRows(RelatedModel model, Wanted wanted, Size size, Rng rng) {
        this.model = model;
        this.wanted = wanted;
        this.size = size;
        this.rng = rng;
    }

    @Override
    public Metadata metadata() {
        return model.metadata();
    }

    @Override
    public void forEach(Sink sink, Run run) {
        List<Passes.Pass> passes = Passes.of(model.plan());
        boolean circle = passes.stream().anyMatch(pass -> Passes.none(pass.given()));
        BitSet[] doomed = Held.nobody(model.parts().length);
        Settling settling = new Settling(model);
        // Where tables are held before they are handed over, it must be known which rows will have to go.
        long before = -1;
        for (int round = 0; circle && round < ROUNDS && before != Held.count(doomed); round++) {
            before = Held.count(doomed);
            draw(passes, doomed, new OnePass.Ledger(settling, new HashMap<>(), new Shortfall(model)), NOWHERE, run);
        }
        for (int round = Settling.rounds(model, passes); round > 0; round--) {
            Map<String, Gathered.Filling> next = new HashMap<>();
            draw(passes, doomed, new OnePass.Ledger(settling, next, new Shortfall(model)), NOWHERE, run);
            settling.learn(next);
        }
        Shortfall shortfall = new Shortfall(model);
        draw(passes, doomed, new OnePass.Ledger(settling, null, shortfall), sink, run);
        BrokenRules.tell(shortfall.words(), sink, run);
    }

    private void draw(List<Passes.Pass> passes, BitSet[] doomed, OnePass.Ledger ledger, Sink sink, Run run) {
        Held held = Held.none(model.plan(), doomed);
        Run own = ledger.next() == null ? run : run.silent();
        for (Passes.Pass pass : passes) {
            Part root = model.plan().parts().get(pass.root());
            new OnePass(model, wanted, pass, model.rows(root, size), astray(), held, ledger, rng).run(sink, own);
        }
    }

    /** How many times the rows of the real table no table will have: twice the largest scale of a root. */
    private double astray() {
        double most = size.scale();
        for (Part root : model.plan().parts()) {
            if (!root.owned() && model.part(root).rows() > 0) {
                most = Math.max(
                        most, model.rows(root, size) / (double) model.part(root).rows());
            }
        }
        return 2 * most + 1;
    }
}
