package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class DcrShareTest {
    private static final Metric DCR = DcrShare.PLUGIN.make();

    /** Share of 3,000 fresh rows: deviation 0.0091 at least; 0.06 is over five of the true one (dependence counted). */
    @Test
    void freshRowsAreAsNearToEither() {
        Score score = measure(law(3000, "real"), law(3000, "synthetic"), law(3000, "holdout"));
        assertThat(score.value()).isCloseTo(0.5, within(0.06));
        assertThat(score.parts().get("tied")).isLessThan(0.01);
    }

    @Test
    void memorisedRowsAreNearerToWhatWasLearnt() {
        Table real = law(2000, "real");
        Score score = measure(real, Tables.bootstrap(real, 1000, Rng.of(2)), law(2000, "holdout"));
        assertThat(score.value()).isGreaterThan(0.99);
        assertThat(score.parts().get("median distance to real")).isZero();
        Table near = Tables.map(Tables.bootstrap(real, 1000, Rng.of(3)), "x", x -> x + 0.01);
        assertThat(measure(real, near, law(2000, "holdout")).value()).isGreaterThan(0.9);
    }

    @Test
    void sizesAreMadeEqual() {
        Score score = measure(law(6000, "real"), law(2000, "synthetic"), law(1000, "holdout"));
        assertThat(score.value()).isCloseTo(0.5, within(0.09));
    }

    @Test
    void tiesAreNotNearerAndAreTold() {
        Table table = Table.of("k:category, n:whole", "a", 1, "b", 2);
        Score score = measure(table, table, table);
        assertThat(score.value()).isZero();
        assertThat(score.parts()).containsEntry("tied", 1.0).containsEntry("ties half", 0.5);
    }

    /** Every distance worked out again, plainly, for tables with missing values, rare labels and many labels. */
    @Test
    void nearestIsWhatALoopOverAllRowsFinds() {
        Table real = withMany(law(150, "real"), 1);
        Table other = withMany(law(120, "other"), 2);
        Distances distances = Distances.of(real, real, other, other);
        for (int i = 0; i < other.rows(); i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < real.rows(); j++) {
                best = Math.min(best, plain(real, other, i, j));
            }
            assertThat((double) distances.nearest(Distances.SYNTHETIC, i, Distances.REAL))
                    .isCloseTo(best, within(1e-5));
            assertThat(distances.nearest(Distances.SYNTHETIC, i, Distances.HOLDOUT))
                    .isZero();
        }
    }

    private static double plain(Table real, Table other, int i, int j) {
        double sum = 0;
        for (int c = 0; c < real.width(); c++) {
            Object a = other.cell(i, c);
            Object b = real.cell(j, c);
            if (!real.schema().field(c).kind().numeric()) {
                sum += java.util.Objects.equals(a, b) ? 0 : 2;
            } else if (a == null || b == null) {
                sum += a == b ? 0 : 1;
            } else {
                double[] values = real.numbers(c).toArray();
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (double value : values) {
                    if (!Double.isNaN(value)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
                sum += Math.abs((double) a - (double) b) / (high - low);
            }
        }
        return sum;
    }

    /** The table with a column of 400 labels and ten of three labels or a missing value. */
    private static Table withMany(Table table, long seed) {
        Rng rng = Rng.of(seed);
        List<Field> fields = new ArrayList<>(table.schema().fields());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            columns.add(table.column(c));
        }
        for (int c = 0; c < 11; c++) {
            String[] texts = new String[table.rows()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = c > 0 && rng.nextInt(4) == 0 ? null : "t" + rng.nextInt(c == 0 ? 400 : 3);
            }
            fields.add(Field.of("t" + c, Kind.CATEGORY));
            columns.add(CodeColumn.of(texts));
        }
        return Table.of(new Schema(fields), columns);
    }

    @Test
    void withoutHoldoutItSaysSo() {
        Table table = law(10, "real");
        assertThat(DCR.needsHoldout()).isTrue();
        assertThatThrownBy(() -> DCR.measure(Comparison.of(table, table), Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("dcr-share needs real rows that the model has not seen");
    }

    @Test
    void threadsDoNotMatter() {
        Comparison c = new Comparison(law(500, "real"), law(400, "synthetic"), law(300, "holdout"));
        Metric some = DcrShare.PLUGIN.make(Map.of("rows", 200));
        assertThat(some.measure(c, Run.of(1).threads(3))).isEqualTo(some.measure(c, Run.of(1)));
    }

    private static Table law(int rows, String name) {
        return Tables.law(rows, Rng.of(1).child(name));
    }

    private static Score measure(Table real, Table synthetic, Table holdout) {
        return DCR.measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }
}
