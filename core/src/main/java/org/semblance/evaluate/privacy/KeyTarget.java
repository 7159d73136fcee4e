package org.semblance.evaluate.privacy;

import java.util.List;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Score;
import org.semblance.table.Column;

/**
 * Rows in classes of equal keys, and in each a column that an attacker wants to learn: what {@link Cap} and
 * {@link LDiversity} look at.
 *
 * @param levels of the target in all tables
 * @param holdout whether rows were held back
 * @param note what a reader must know of columns that nobody gave, or empty
 */
record KeyTarget(RowClasses classes, Labels levels, boolean holdout, String note) {
    /** @param target where empty, the last scored column that is no key */
    record Asked(List<String> keys, String target, int keyGroups, int targetGroups) {}

    /** What is made of them. */
    interface Measured {
        Score of(KeyTarget found);
    }

    /** The score, or why there is none. */
    static Score measure(String metric, Asked asked, Comparison c, Measured measured) {
        KeyColumns keys = KeyColumns.of(asked.keys, c);
        String why = keys.missing(c);
        List<String> others = keys.others(c);
        if (why != null || (asked.target.isEmpty() && others.isEmpty())) {
            return Score.none(metric, (why == null ? "there is no column beside the keys" : why) + ".");
        }
        String target = asked.target.isEmpty() ? others.get(others.size() - 1) : asked.target;
        c.wholeReal().schema().index(target);
        Column[] columns = KeyColumns.columns(target, c);
        if (columns == null) {
            return Score.none(metric, "the synthetic table has no column " + target + " of that kind.");
        }
        String note = asked.target.isEmpty() ? "target " + target : "";
        String both = keys.note().isEmpty() || note.isEmpty() ? keys.note() + note : keys.note() + "; " + note;
        RowClasses classes = RowClasses.of(keys.levels(asked.keyGroups, c), KeyColumns.rows(c));
        Labels levels = Levels.of(asked.targetGroups, columns);
        return measured.of(new KeyTarget(classes, levels, columns.length > KeyColumns.HOLDOUT, both));
    }

    /** The real rows beside those of another table. */
    Cells cells(int other) {
        return Cells.of(classes, levels, other);
    }
}
