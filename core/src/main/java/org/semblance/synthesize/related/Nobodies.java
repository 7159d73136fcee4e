package org.semblance.synthesize.related;

import java.util.Arrays;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * What orphans have in a part of a key of several columns that is learnt like any other column: a number, day or moment
 * beyond all that are there, the label or time of day of some row that has one. Together with the other parts it is nobody's key; one of labels alone
 * may, by chance, be somebody's.
 */
final class Nobodies {
    private static final double MICROS_PER_DAY = 86_400e6;

    /** Far apart, so that orphans do not all have the label of the first rows. */
    private static final int STRIDE = 7919;

    private Nobodies() {}

    /** Some rows of a column; missing where a row is negative and not {@link RefModel#NOBODY}. */
    static Column among(Column there, int[] some, Kind kind) {
        Column out = Finish.take(there, some);
        if (there.size() == 0 || Arrays.stream(some).noneMatch(row -> row == RefModel.NOBODY)) {
            return out;
        }
        if (out instanceof NumberColumn numbers) {
            return NumberColumn.of(beyond(numbers.toArray(), (NumberColumn) there, some, kind));
        }
        CodeColumn codes = (CodeColumn) out;
        int[] labels = Arrays.stream(((CodeColumn) there).toArray())
                .filter(code -> code >= 0)
                .toArray();
        int[] with = new int[some.length];
        int orphan = 0;
        for (int i = 0; i < with.length; i++) {
            with[i] = codes.code(i);
            if (some[i] == RefModel.NOBODY && labels.length > 0) {
                with[i] = labels[(int) ((long) orphan++ * STRIDE % labels.length)];
            }
        }
        return CodeColumn.of(with, codes.labels());
    }

    private static double[] beyond(double[] out, NumberColumn there, int[] some, Kind kind) {
        double most = Arrays.stream(there.toArray())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
        double step = kind == Kind.DATETIME ? MICROS_PER_DAY : 1;
        // Times of day have no more than a day: what is beyond would be none.
        double[] times = kind == Kind.TIME ? present(there) : new double[0];
        int orphan = 0;
        for (int i = 0; i < out.length; i++) {
            if (some[i] == RefModel.NOBODY) {
                out[i] = times.length > 0
                        ? times[(int) ((long) orphan * STRIDE % times.length)]
                        : most + step * (orphan + 1);
                orphan++;
            }
        }
        return out;
    }

    private static double[] present(NumberColumn there) {
        return Arrays.stream(there.toArray())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
