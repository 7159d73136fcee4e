package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Keeper;
import org.semblance.constraint.Keeping;
import org.semblance.constraint.Listed;
import org.semblance.constraint.Shop;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metrics;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** New rows keep what the real ones keep, whoever draws them. */
class ConstraintsKeptTest {
    private static final Table REAL = Shop.orders(900, Rng.of(1));

    /** Enough for a chain of trees, and quick: what is kept does not hang on how well columns are learnt. */
    private static Map<String, Object> quick(String name) {
        return switch (name) {
            case "trees" -> Map.of("order", "table", "min-leaf", 50, "pruning", 0, "engine", "trees");
            case "boosted" -> Map.of("rounds", 2, "classes", 8, "depth", 3);
            default -> Map.of();
        };
    }

    private static WholeTable fit(Plugin<Synthesizer> plugin, Table real, List<Constraint> constraints, int threads) {
        return Synthesis.fit(
                real,
                plugin,
                quick(plugin.name()),
                new Synthesis.Asked(Privacy.DEFAULT, constraints),
                Run.of(2).threads(threads));
    }

    private static final List<Constraint> FOUND = Constraints.kept(Constraints.find(REAL, Run.of(3)));

    private static final Map<String, WholeTable> LEARNT = new ConcurrentHashMap<>();

    /** The model of each synthesizer that keeps all that was found, learnt once with two threads. */
    private static WholeTable learnt(Plugin<Synthesizer> plugin) {
        return LEARNT.computeIfAbsent(plugin.name(), name -> fit(plugin, REAL, FOUND, 2));
    }

    private static int broken(List<Constraint> constraints, Table rows) {
        Keeping keeping = Keeping.of(constraints, REAL, new Constraint.Terms(5, Set.of()), false);
        int broken = 0;
        for (int count : keeping.counts(rows, Keeper.Place.ALONE)) {
            broken += count;
        }
        return broken;
    }

    @TestFactory
    Stream<DynamicTest> nothingIsBrokenIn20000Rows() {
        assertThat(FOUND).hasSizeGreaterThan(12);
        return Synthesizers.ALL.plugins().stream()
                .map(plugin -> dynamicTest(plugin.name(), () -> {
                    WholeTable model = learnt(plugin);

                    Table rows =
                            model.sample(20_000, Run.of(4)).toTable(Run.of(4).threads(2));

                    assertThat(broken(FOUND, rows)).isZero();
                    assertThat(rows.schema()).isEqualTo(REAL.schema());
                    assertThat(rows.rows()).isEqualTo(20_000);
                    // Few rows too: there is nobody to exchange values with.
                    for (int few = 0; few < 5; few++) {
                        Table some = model.sample(few, Run.of(5)).toTable(Run.of(5));
                        assertThat(some.rows()).isEqualTo(few);
                        assertThat(broken(FOUND, some)).isZero();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> sameBytesForAnyThreadsAndWhenStored() {
        return Synthesizers.ALL.plugins().stream()
                .map(plugin -> dynamicTest(plugin.name(), () -> {
                    // More than one block for the quickest: what is drawn anew hangs on no other block.
                    int rows = plugin.name().equals("independent") ? 65_600 : 2_000;
                    WholeTable model = fit(plugin, REAL, FOUND, 1);
                    Model stored = stored(learnt(plugin), plugin);

                    assertSame(
                            model.sample(rows, Run.of(6)).toTable(Run.of(6)),
                            stored.sample(rows, Run.of(6)).toTable(Run.of(6).threads(2)));
                    assertThat(stored.contents()).isEqualTo(model.contents());
                    assertThat(stored.contents())
                            .anyMatch(words -> words.startsWith("every row keeps: ordered <= sent"));
                }));
    }

    private static Model stored(WholeTable model, Plugin<Synthesizer> plugin) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(out, model, plugin.name(), Provenance.NONE);
        return ModelFile.read(new ByteArrayInputStream(out.toByteArray()), "m", Synthesis::loader)
                .model();
    }

    private static void assertSame(Table a, Table b) {
        for (int c = 0; c < a.width(); c++) {
            for (int i = 0; i < a.rows(); i += 97) {
                assertThat(b.cell(i, c)).isEqualTo(a.cell(i, c));
            }
        }
    }

    /** Distributions of the columns stay within a point of what they are without constraints. */
    @TestFactory
    Stream<DynamicTest> columnsStayAsTheyAre() {
        Table real = Shop.orders(3000, Rng.of(7));
        List<Constraint> constraints = Constraints.kept(Constraints.find(real, Run.of(3)));
        return Stream.of("gaussian-copula", "independent")
                .map(name -> dynamicTest(name, () -> {
                    Plugin<Synthesizer> plugin = Synthesizers.ALL.find(name);
                    assertThat(shape(real, fit(plugin, real, constraints, 2)))
                            .isGreaterThan(shape(real, fit(plugin, real, List.of(), 2)) - 0.01);
                }));
    }

    private static double shape(Table real, Model model) {
        Table rows = model.sample(real.rows(), Run.of(8)).toTable(Run.of(8));
        int[] modelled = WholeTable.modelled(real.schema());
        Comparison comparison = new Comparison(real.select(modelled), rows.select(modelled), null);
        return Metrics.ALL
                .find("column-shapes")
                .make()
                .measure(comparison, Run.of(9))
                .value();
    }

    private static List<Constraint> read(Object... formsAndValues) {
        List<Listed.Line> lines = new ArrayList<>();
        for (int k = 0; k < formsAndValues.length; k += 2) {
            lines.add(new Listed.Line(String.valueOf(formsAndValues[k]), formsAndValues[k + 1], k / 2 + 1));
        }
        return Constraints.read(new Listed("schema.yaml", lines), REAL.schema());
    }

    /** Listed by hand, constraints are kept that the real rows do not keep. */
    @Test
    void whatRealRowsBreakIsKeptWhenListed() {
        List<Constraint> asked = read(
                "order", Map.of("columns", List.of("ordered", "sent"), "strict", true),
                "range", Map.of("column", "low", "from", 100, "to", 200),
                "condition", "not (city = 'city 0' and make = 'make 0')",
                "missing", Map.of("column", "fee", "only", "slot < 3"),
                "fixed", Map.of("column", "pieces", "is", 2, "where", "slot = 0"),
                "unique", List.of("price", "high"));
        for (String name : List.of("trees", "independent")) {
            Table rows = fit(Synthesizers.ALL.find(name), REAL, asked, 2)
                    .sample(5000, Run.of(10))
                    .toTable(Run.of(10));
            assertThat(broken(asked, rows)).as(name).isZero();
        }
    }

    @Test
    void whatCannotBeKeptIsAProblem() {
        List<Constraint> asked = read("condition", "low > high", "condition", "low < high");
        WholeTable model = fit(Synthesizers.ALL.find("independent"), REAL, asked, 1);

        assertThatThrownBy(() -> model.sample(100, Run.of(11)).toTable(Run.of(11)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("new rows cannot be made to keep \"low");
    }

    /** Rows that break something are replaced, not dropped, and others are left alone. */
    @Test
    void unconstrainedRowsAreTheSameAsWithout() {
        Table plain = fit(Synthesizers.ALL.find("independent"), REAL, List.of(), 1)
                .sample(1000, Run.of(12))
                .toTable(Run.of(12));
        Table kept = fit(Synthesizers.ALL.find("independent"), REAL, read("condition", "slot != 3"), 1)
                .sample(1000, Run.of(12))
                .toTable(Run.of(12));
        int slot = REAL.schema().index("slot");
        int low = REAL.schema().index("low");
        assertThat(Arrays.stream(kept.numbers(slot).toArray())).doesNotContain(3.0);
        for (int i = 0; i < 1000; i++) {
            if (plain.numbers(slot).get(i) != 3) {
                assertThat(kept.numbers(low).get(i))
                        .isEqualTo(plain.numbers(low).get(i));
            }
        }
    }
}
