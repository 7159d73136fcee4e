package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.related.Gathered;
import org.semblance.random.Rng;
import org.semblance.synthesize.TreeCoding;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * Keeps the rules about what is {@link Gathered} of rows below, when these are there: a total becomes the sum of its lines.
 * Children first, so that totals of totals follow.
 *
 * <p>Where the rows below are handed over in a later pass than those above, everything is drawn once more before
 * anything is handed over, and what is gathered is remembered: 12 bytes for each row and figure. Rows drawn again are the
 * same.
 */
final class Settling {
    private final RelatedModel model;
    /** By part and figure. */
    private final Map<String, Gathered.Filling> remembered = new HashMap<>();

    Settling(RelatedModel model) {
        this.model = model;
    }

    /** In how many rounds everything is known that later passes gather: 0 where all is known in time. */
    static int rounds(RelatedModel model, List<Passes.Pass> passes) {
        int rounds = 0;
        for (PartModel part : model.parts()) {
            for (Gathered one : gathered(part)) {
                int child = child(model.plan(), one).index();
                int at = part.part().index();
                boolean there = passes.stream().anyMatch(pass -> pass.given()[at] && pass.given()[child]);
                rounds += there ? 0 : 1;
            }
        }
        return rounds;
    }

    private static List<Gathered> gathered(PartModel part) {
        Rules rules = part.rules();
        return rules == null ? List.of() : rules.gathered();
    }

    static Part child(Blueprint plan, Gathered one) {
        return plan.parts().stream()
                .filter(part -> part.name().equals(one.relationship().child()))
                .findFirst()
                .orElseThrow();
    }

    private static int ref(Part child, Gathered one) {
        return IntStream.range(0, child.refs().size())
                .filter(r -> child.refs().get(r).relationship().equals(one.relationship()))
                .findFirst()
                .orElseThrow();
    }

    /** What is gathered of rows for those that they name. */
    static Gathered.Filling filling(Gathered one, Drawn rows, Drawn child, TreeCoding coding) {
        Gathered.Filling filling = one.filling(rows.rows());
        fill(one, filling, child, coding, 0);
        return filling;
    }

    private static void fill(Gathered one, Gathered.Filling filling, Drawn child, TreeCoding coding, long offset) {
        Part part = child.part();
        List<Column> columns = new ArrayList<>();
        for (int k : Course.values(part)) {
            columns.add(coding.column(k, child.frame(), child.at(k)));
        }
        double[] values = one.values(Table.of(Course.rowSchema(part), columns));
        int[] named = child.ref(ref(part, one));
        for (int i = 0; i < named.length; i++) {
            if (named[i] >= 0 && !child.gone(i)) {
                filling.add(Math.toIntExact(offset + named[i]), values.length == 0 ? 0 : values[i]);
            }
        }
    }

    /** Keeps the rules of a block's rows. */
    void settle(@Nullable Drawn[] block, Passes.Pass pass, Rng rng) {
        for (int p = block.length - 1; p >= 0; p--) {
            Drawn rows = block[p];
            PartModel part = model.parts()[p];
            Rules rules = part.rules();
            if (rows != null && rules != null && !rules.gathered().isEmpty() && rows.rows() > 0) {
                rules.keep(rows.frame(), part, others(rules, rows, block, pass), true, rng.child(p));
            }
        }
    }

    /** What rules are told of other rows. */
    private List<Column> others(Rules rules, Drawn rows, @Nullable Drawn[] block, Passes.Pass pass) {
        List<Column> out = new ArrayList<>(
                rules.given(rows, model.parts(), pass.given()[rows.part().index()]));
        for (int g = 0; g < rules.gathered().size(); g++) {
            Gathered one = rules.gathered().get(g);
            int child = child(model.plan(), one).index();
            Drawn below = block[child];
            Gathered.Filling known = remembered.get(rows.part().index() + "." + g);
            if (below != null && pass.given()[child]) {
                out.add(filling(one, rows, below, model.parts()[child].coding()).column(0, rows.rows()));
            } else if (known != null) {
                out.add(known.column(Math.toIntExact(rows.offset()), rows.rows()));
            } else {
                out.add(rules.unknown(rows.rows()).get(g));
            }
        }
        return out;
    }

    /** Remembers what rows of a block say that are handed over, for those that another pass hands over. */
    void remember(@Nullable Drawn[] block, Passes.Pass pass, Map<String, Gathered.Filling> next) {
        for (PartModel part : model.parts()) {
            List<Gathered> all = gathered(part);
            for (int g = 0; g < all.size(); g++) {
                Part child = child(model.plan(), all.get(g));
                Drawn below = block[child.index()];
                if (below != null
                        && pass.given()[child.index()]
                        && !pass.given()[part.part().index()]) {
                    Gathered one = all.get(g);
                    Gathered.Filling filling =
                            next.computeIfAbsent(part.part().index() + "." + g, key -> one.filling(0));
                    long offset = below.target(ref(child, one)).offset();
                    fill(one, filling, below, model.parts()[child.index()].coding(), offset);
                }
            }
        }
    }

    /** Takes what a round has found. */
    void learn(Map<String, Gathered.Filling> next) {
        remembered.putAll(next);
    }

    /** How many rows of a part, of those that are handed over, break each of its rules. */
    int[] broken(int part, @Nullable Drawn[] block, Passes.Pass pass) {
        Drawn rows = block[part];
        Rules rules = model.parts()[part].rules();
        if (rows == null || rules == null || rows.rows() == 0) {
            return new int[0];
        }
        int[] there = IntStream.range(0, rows.rows()).filter(i -> !rows.gone(i)).toArray();
        Table table = rules.table(rows.frame(), model.parts()[part], others(rules, rows, block, pass));
        return rules.keeping().counts(table.take(there), org.semblance.constraint.Keeper.Place.ALONE);
    }
}
