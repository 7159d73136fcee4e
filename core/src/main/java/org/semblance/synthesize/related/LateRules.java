package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.Column;

/**
 * Keeps the rules about rows that are found last, when they are: the first driver of a van, where drivers have a van. Rules
 * of rows below that are about what was put right are kept once more.
 */
final class LateRules {
    private final Blueprint plan;
    private final PartModel[] models;
    private final @Nullable Drawn[] block;

    LateRules(Blueprint plan, PartModel[] models, @Nullable Drawn[] block) {
        this.plan = plan;
        this.models = models;
        this.block = block;
    }

    void keep(Passes.Pass pass, Rng rng) {
        boolean[] right = new boolean[block.length];
        for (int p = 0; p < block.length; p++) {
            Rules rules = models[p].rules();
            Drawn rows = block[p];
            if (rules == null || rows == null || rows.rows() == 0 || !pass.given()[p]) {
                continue;
            }
            Part part = models[p].part();
            boolean again = rules.given().stream()
                    .anyMatch(one -> right[one.path().from(plan, part).index()]);
            if (again || rules.last(part, models)) {
                List<Column> others = new ArrayList<>(rules.given(rows, models, true));
                others.addAll(rules.unknown(rows.rows()));
                rules.keep(rows.frame(), models[p], others, true, rng.child(p));
                right[p] = true;
            }
        }
    }
}
