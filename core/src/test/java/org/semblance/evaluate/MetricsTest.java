package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.evaluate.alike.Detection;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.evaluate.privacy.DcrShare;
import org.semblance.evaluate.privacy.ExactCopies;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What every metric on the list must do. */
class MetricsTest {
    static List<Plugin<Metric>> all() {
        return Metrics.ALL.plugins();
    }

    @ParameterizedTest
    @MethodSource("all")
    void copesWithTablesOfNothing(Plugin<Metric> plugin) {
        for (Table table : List.of(
                Table.of("n:whole, k:category"),
                Table.of("id:key, t:text", "1", "a"),
                Table.of("n:whole, k:category", null, null),
                Table.of("n:whole, k:category", 1, "a"),
                Table.of("n:whole, k:category", 1, "a", 1, "a", 1, "a", 1, "a", 1, "a", 1, "a", 1, "a"))) {
            Score score = plugin.make().measure(new Comparison(table, table, table), Run.of(1));
            assertThat(score.metric()).isEqualTo(plugin.name());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isTheSameOnAnyNumberOfThreads(Plugin<Metric> plugin) {
        Table real = Tables.law(400, Rng.of(1).child("real"));
        Table other = Tables.law(500, Rng.of(1).child("other"));
        Table holdout = Tables.law(300, Rng.of(1).child("holdout"));
        Comparison c = new Comparison(real, other, holdout);
        assertThat(plugin.make().measure(c, Run.of(7).threads(3)))
                .isEqualTo(plugin.make().measure(c, Run.of(7)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void doesNotDependOnTheOrderOfLabels(Plugin<Metric> plugin) {
        Table real = Tables.law(400, Rng.of(2).child("real"));
        Table other = Tables.law(400, Rng.of(2).child("other"));
        int[] back = new int[400];
        for (int i = 0; i < 400; i++) {
            back[i] = i;
        }
        Rng.of(3).shuffle(back);
        // The same rows in the same places, but with dictionaries in another order.
        Table again = relabelled(other);
        Comparison one = new Comparison(real, other, real);
        Comparison two = new Comparison(real, again, real);
        // Boxed, for a metric that has nothing to look at here is NaN both times.
        assertThat(plugin.make().measure(two, Run.of(7)).value())
                .isEqualTo(Double.valueOf(plugin.make().measure(one, Run.of(7)).value()));
    }

    private static Table relabelled(Table table) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn) {
                columns.add(table.column(c));
                continue;
            }
            List<String> labels = new ArrayList<>(table.codes(c).labels());
            java.util.Collections.reverse(labels);
            int[] codes = table.codes(c).toArray();
            for (int i = 0; i < codes.length; i++) {
                codes[i] = codes[i] < 0 ? -1 : labels.size() - 1 - codes[i];
            }
            columns.add(CodeColumn.of(codes, labels));
        }
        return Table.of(table.schema(), columns);
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItselfAndItsOptions(Plugin<Metric> plugin) {
        assertThat(plugin.summary()).endsWith(".").hasSizeBetween(40, 140);
        Options.describe(plugin.defaults())
                .forEach(option -> assertThat(option.doc()).endsWith("."));
    }

    /** Fresh rows: half the holdout where a holdout is needed, all of it elsewhere. */
    @Test
    void freshRowsScoreAsAPerfectSynthesizerWould() {
        Table real = Tables.law(4000, Rng.of(4).child("real"));
        Comparison c = new Comparison(
                real,
                Tables.independent(real, Rng.of(5)),
                Tables.law(4000, Rng.of(4).child("holdout")));
        assertThat(Fresh.measure(Detection.PLUGIN.make(), c, Run.of(1)).value()).isCloseTo(0.5, within(0.035));
        assertThat(Fresh.measure(DcrShare.PLUGIN.make(), c, Run.of(1)).value()).isCloseTo(0.5, within(0.08));
        assertThat(Fresh.measure(ColumnShapes.PLUGIN.make(), c, Run.of(1)).value())
                .isGreaterThan(0.96);
        assertThat(Fresh.measure(PairTrends.PLUGIN.make(), c, Run.of(1)).value())
                .isGreaterThan(PairTrends.PLUGIN.make().measure(c, Run.of(1)).value());
        assertThat(Fresh.measure(ExactCopies.PLUGIN.make(), c, Run.of(1)).value())
                .isZero();
    }

    @Test
    void manyColumnsFit() {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Rng rng = Rng.of(6);
        for (int c = 0; c < 500; c++) {
            double[] values = new double[60];
            for (int i = 0; i < values.length; i++) {
                values[i] = rng.nextInt(20);
            }
            fields.add(Field.of("c" + c, Kind.WHOLE));
            columns.add(NumberColumn.of(values));
        }
        // Some metrics are about labels or keys only.
        String[] names = new String[60];
        for (int i = 0; i < names.length; i++) {
            names[i] = "label " + i % 3;
        }
        fields.add(Field.of("k", Kind.CATEGORY));
        columns.add(CodeColumn.of(names));
        for (int i = 0; i < names.length; i++) {
            names[i] = "row " + i + " of 60";
        }
        fields.add(Field.of("id", Kind.KEY));
        columns.add(CodeColumn.of(names));
        Table wide = Table.of(new Schema(fields), columns);
        Comparison c = new Comparison(wide, wide, wide);
        for (Plugin<Metric> plugin : all()) {
            assertThat(plugin.make().measure(c, Run.of(1)).value())
                    .as(plugin.name())
                    .isNotNaN();
        }
    }
}
