package org.semblance.linkage.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.evaluate.Tables;
import org.semblance.io.Source;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.score.Links;

/** FEBRL's fourth set: 5,000 originals and a copy of each with errors. */
public final class Febrl {
    private Febrl() {}

    /** One of its two files, the record's own number apart; empty where it is not there. */
    public static Optional<Records> read(String name) {
        Optional<Path> path = Tables.shared("linkage/febrl/" + name);
        return path.map(file -> {
            Records all = Records.read(Source.of(file));
            List<Variable> variables = new ArrayList<>(all.variables());
            variables.set(0, new Variable("rec_id", Role.CLINICAL_VARIABLE));
            return new Records(variables, all.columns(), all.rows());
        });
    }

    /** Rows with the same number in the middle of rec_id. */
    public static Links truth(Records source, Records target) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < source.rows(); i++) {
            rows.put(entity(source, i), i);
        }
        long[] pairs = new long[target.rows()];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) rows.get(entity(target, i)) << 32 | i;
        }
        return Links.pairs(pairs);
    }

    private static String entity(Records records, int row) {
        return String.valueOf(records.cell(row, 0)).split("-")[1];
    }
}
