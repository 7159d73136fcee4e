package org.semblance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What every control on the list must do. */
class ControlsTest {
    /** What each needs to be told, for a table of {@link #table}. */
    private static final Map<String, Map<String, ?>> SETTINGS = Map.ofEntries(
            Map.entry("remove-replicated-uniques", Map.of("keys", List.of("age", "region"))),
            Map.entry("remove-uniques-in-real", Map.of("keys", List.of("age", "region"))),
            Map.entry("top-coding", Map.of("columns", List.of("age", "income"), "quantile", 0.9)),
            Map.entry("bottom-coding", Map.of("columns", List.of("age", "income"), "quantile", 0.1)),
            Map.entry("merge-rare", Map.of("columns", List.of("region"), "below", 8)),
            Map.entry("recode", Map.of("columns", List.of("region"), "map", List.of("r1->r0"))),
            Map.entry("classes", Map.of("columns", List.of("age"), "width", 10)),
            Map.entry("smoothing", Map.of("columns", List.of("age", "income", "day"))),
            Map.entry("additive-noise", Map.of("columns", List.of("age", "income", "day"))),
            Map.entry("laplace-noise", Map.of("columns", List.of("age", "income", "day"))),
            Map.entry("correlated-noise", Map.of("columns", List.of("age", "income", "day"))),
            Map.entry("rank-swapping", Map.of("columns", List.of("age", "income", "day"))),
            Map.entry("micro-aggregation", Map.of("columns", List.of("age", "income", "day"))),
            Map.entry("pram", Map.of("columns", List.of("region"))),
            Map.entry("label", Map.of()));

    static List<Plugin<Control>> all() {
        return Controls.ALL.plugins();
    }

    private static Control made(Plugin<Control> plugin) {
        return plugin.make(SETTINGS.get(plugin.name()));
    }

    /** Whole ages with missing values, incomes of 2 decimals with many zeros, days, and labels; rows that differ by seed. */
    static Table table(int rows, long seed) {
        Rng rng = Rng.of(seed);
        double[] age = new double[rows];
        double[] income = new double[rows];
        double[] day = new double[rows];
        @Nullable String[] region = new @Nullable String[rows];
        for (int i = 0; i < rows; i++) {
            age[i] = rng.nextInt(12) == 0 ? Double.NaN : 18 + rng.nextInt(70);
            income[i] = rng.nextInt(5) == 0 ? 0 : Math.rint(300_000 * rng.nextDouble()) / 100;
            day[i] = 10_000 + rng.nextInt(4000);
            region[i] = rng.nextInt(20) == 0 ? null : "r" + (int) (12 * rng.nextDouble() * rng.nextDouble());
        }
        Schema schema = Schema.of(
                Field.of("age", Kind.WHOLE),
                Field.of("income", Kind.DECIMAL).format(Format.PLAIN.decimals(2)),
                Field.of("day", Kind.DATE),
                Field.of("region", Kind.CATEGORY));
        return Table.of(
                schema,
                List.of(NumberColumn.of(age), NumberColumn.of(income), NumberColumn.of(day), CodeColumn.of(region)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItselfAndItsOptions(Plugin<Control> plugin) {
        assertThat(plugin.summary()).endsWith(".").hasSizeBetween(40, 140);
        Options.describe(plugin.defaults())
                .forEach(option -> assertThat(option.doc()).endsWith("."));
        assertThat(SETTINGS).containsKey(plugin.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void copesWithTablesOfNothing(Plugin<Control> plugin) {
        Table empty = table(0, 1);
        assertThat(made(plugin).apply(empty, empty, Run.of(1)).table().rows()).isZero();
        Table missing = Table.of("age:whole, income:decimal, day:date, region:category", null, null, null, null);
        Controlled one = made(plugin).apply(missing, empty, Run.of(1));
        assertThat(one.table().rows()).isEqualTo(1);
        assertThat(one.change().control()).isEqualTo(plugin.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void sameSeedSameTableOnAnyNumberOfThreads(Plugin<Control> plugin) {
        Table table = table(500, 1);
        Table real = table(400, 2);
        List<List<Object>> once =
                cells(made(plugin).apply(table, real, Run.of(7)).table());
        assertThat(cells(made(plugin).apply(table, real, Run.of(7).threads(3)).table()))
                .isEqualTo(once);
        assertThat(cells(table)).as("the table itself is left alone").isEqualTo(cells(table(500, 1)));
    }

    private static List<List<Object>> cells(Table table) {
        List<List<Object>> out = new java.util.ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            List<Object> column = new java.util.ArrayList<>();
            for (int i = 0; i < table.rows(); i++) {
                Object cell = table.cell(i, c);
                column.add(cell == null ? "-" : cell);
            }
            out.add(column);
        }
        return out;
    }

    /** Numbers keep decimals and bounds, what is missing stays so, and the change counts what is different. */
    @ParameterizedTest
    @MethodSource("all")
    void whatItChangesLooksAsBeforeAndIsCounted(Plugin<Control> plugin) {
        Table before = table(500, 3);
        Controlled done = made(plugin).apply(before, table(400, 2), Run.of(7));
        Table after = done.table();
        assertThat(after.rows()).isEqualTo(before.rows() - done.change().rowsRemoved());
        if (done.change().rowsRemoved() > 0 || plugin.name().equals("label")) {
            return;
        }
        Map<String, Long> cells = new LinkedHashMap<>();
        for (int c = 0; c < before.width(); c++) {
            String name = before.schema().field(c).name();
            for (int i = 0; i < before.rows(); i++) {
                Object was = before.cell(i, c);
                Object is = after.cell(i, c);
                assertThat(is == null).as(name).isEqualTo(was == null);
                cells.merge(name, java.util.Objects.equals(was, is) ? 0L : 1L, Long::sum);
                if (is instanceof Double number && before.column(c) instanceof NumberColumn numbers) {
                    double steps = name.equals("income") ? number * 100 : number;
                    assertThat(steps)
                            .as(name)
                            .isCloseTo(Math.rint(steps), org.assertj.core.api.Assertions.within(1e-6));
                    double[] sorted = java.util.Arrays.stream(numbers.toArray())
                            .filter(v -> !Double.isNaN(v))
                            .sorted()
                            .toArray();
                    assertThat(number).isBetween(sorted[0], sorted[sorted.length - 1]);
                }
            }
        }
        cells.values().removeIf(count -> count == 0);
        Map<String, Long> told = new LinkedHashMap<>();
        done.change().columns().forEach(column -> told.put(column.column(), column.cells()));
        assertThat(told).isEqualTo(cells).isNotEmpty();
        assertThat(done.change().cells())
                .isEqualTo(cells.values().stream().mapToLong(Long::longValue).sum());
    }

    @ParameterizedTest
    @MethodSource("all")
    void columnsThatAreNotThereAreGuessed(Plugin<Control> plugin) {
        Map<String, Object> wrong = new java.util.HashMap<>(SETTINGS.get(plugin.name()));
        String option = wrong.containsKey("keys") ? "keys" : "columns";
        if (!wrong.containsKey(option)) {
            return;
        }
        wrong.put(option, List.of("ages"));
        assertThatThrownBy(() -> plugin.make(wrong).apply(table(5, 1), table(5, 2), Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no column \"ages\". Did you mean \"age\"?");
    }

    @Test
    void aColumnOfTheWrongKindIsRefused() {
        Control top = Controls.ALL.find("top-coding").make(Map.of("columns", "region", "at", 5));
        assertThatThrownBy(() -> top.apply(table(5, 1), null, Run.of(1)))
                .hasMessageContaining("top-coding changes numbers and dates, but region is a category.");
        Control pram = Controls.ALL.find("pram").make(Map.of("columns", "age"));
        assertThatThrownBy(() -> pram.apply(table(5, 1), null, Run.of(1)))
                .hasMessageContaining("pram changes labels, but age is a whole.");
        Control none = Controls.ALL.find("pram").make();
        assertThatThrownBy(() -> none.apply(table(5, 1), null, Run.of(1)))
                .hasMessageContaining("pram is not told which columns to change. For example pram:columns=age");
    }
}
