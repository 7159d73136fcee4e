package org.semblance.synthesize.related;

import java.util.HashMap;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.trees.Frame;

/**
 * The own columns of drawn rows as they read: from codes to values, and what repeats other columns as these are.
 *
 * @param above what those say that are not of the row itself
 */
record Reading(PartModel model, Map<Feature, CodeColumn> above) {
    static Reading of(Drawn rows, PartModel[] models) {
        PartModel model = models[rows.part().index()];
        Map<Feature, CodeColumn> above = new HashMap<>();
        for (var from : model.echoed().of().values()) {
            for (Feature feature : from) {
                if (!feature.path().self()) {
                    above.computeIfAbsent(feature, f -> told(rows, models, f));
                }
            }
        }
        return new Reading(model, above);
    }

    private static CodeColumn told(Drawn rows, PartModel[] models, Feature feature) {
        Drawn.Reached reached = rows.reach(feature.path());
        Drawn from = reached.drawn();
        PartModel model = models[from.part().index()];
        return (CodeColumn)
                Finish.take(model.coding().column(feature.own(), from.frame(), from.at(feature.own())), reached.rows());
    }

    /** The same of some rows. */
    Reading take(int[] rows) {
        Map<Feature, CodeColumn> some = new HashMap<>();
        above.forEach((feature, column) -> some.put(feature, column.take(rows)));
        return new Reading(model, some);
    }

    /**
     * A column of rows.
     *
     * @param first where the own columns begin in the frame
     */
    Column column(Frame frame, int first, int own) {
        Column column = model.coding().column(own, frame, first + own);
        return column instanceof CodeColumn codes
                ? model.echoed().read(own, codes, feature -> told(frame, first, feature))
                : column;
    }

    private CodeColumn told(Frame frame, int first, Feature feature) {
        CodeColumn there = above.get(feature);
        return there != null ? there : (CodeColumn) model.coding().column(feature.own(), frame, first + feature.own());
    }
}
