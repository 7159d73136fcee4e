package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.synthesize.BrokenRules;

/** Counts the rows that break a rule after all, and those that are left out, so that whoever runs is told. */
final class Shortfall {
    /** Rules that so many rows break as they are drawn contradict the data, or each other. */
    private static final double HALF = 0.5;

    private static final int FEW = 20;

    private final RelatedModel model;
    private final long[] rows;
    private final long[] left;
    private final long[] again;
    private final long[][] broken;

    Shortfall(RelatedModel model) {
        this.model = model;
        rows = new long[model.parts().length];
        left = new long[rows.length];
        again = new long[rows.length];
        broken = new long[rows.length][];
        for (PartModel part : model.parts()) {
            Rules rules = part.rules();
            broken[part.part().index()] =
                    new long[rules == null ? 0 : rules.keeping().constraints().size()];
        }
    }

    /**
     * Counts a block's rows of a part.
     *
     * @param some that break each rule; empty where there are none
     */
    void add(@Nullable Drawn drawn, int[] some) {
        if (drawn == null) {
            return;
        }
        int part = drawn.part().index();
        again[part] += drawn.again();
        for (int i = 0; i < drawn.rows(); i++) {
            rows[part] += drawn.gone(i) ? 0 : 1;
            left[part] += drawn.gone(i) ? 1 : 0;
        }
        for (int k = 0; k < some.length; k++) {
            broken[part][k] += some[k];
        }
    }

    /** A sentence for each table and rule that is broken, and for each table of which rows are left out. */
    List<String> words() {
        List<String> out = new ArrayList<>();
        for (PartModel part : model.parts()) {
            int p = part.part().index();
            Rules rules = part.rules();
            List<Constraint> constraints =
                    rules == null ? List.of() : rules.keeping().constraints();
            for (int k = 0; k < broken[p].length; k++) {
                if (broken[p][k] > 0) {
                    out.add(BrokenRules.words(part.part().name(), broken[p][k], rows[p], constraints.get(k)));
                }
            }
            if (again[p] > HALF * rows[p] && again[p] >= FEW) {
                out.add(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d rows broke a rule as they came and were drawn again until they kept all, or"
                                + " missed a value that one is about: they are less like the real ones than others",
                        part.part().name(),
                        again[p],
                        rows[p]));
            }
            if (left[p] > 0) {
                out.add(String.format(
                        Locale.ROOT,
                        "%s: %,d of %,d rows were left out, because they would repeat what must differ or name a row"
                                + " that does",
                        part.part().name(),
                        left[p],
                        rows[p] + left[p]));
            }
        }
        return out;
    }
}
