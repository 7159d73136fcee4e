package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What every synthesizer promises, for every synthesizer of the list. */
class SynthesizersContractTest {
    private static final Map<String, Table> TABLES = tables();

    private static Map<String, Table> tables() {
        Map<String, Table> out = new LinkedHashMap<>();
        out.put("people", Inputs.people(500));
        out.put("one row", Inputs.people(1));
        out.put("two rows", Inputs.people(2));
        out.put("eleven rows", Inputs.people(11));
        out.put("one column", Inputs.people(300).select(new int[] {1}));
        out.put("only labels", Inputs.people(300).select(new int[] {3}));
        out.put("only keys", Inputs.people(300).select(new int[] {0}));
        out.put("constant", Inputs.constant(100));
        out.put("all missing", Inputs.missing(100));
        out.put("1,000 labels", Inputs.labels(4000, 1000));
        out.put("300 columns", Inputs.wide(60, 300));
        out.put("names of all scripts", Inputs.unicode());
        out.put("mostly zero", Inputs.zeros(800));
        return out;
    }

    private static Stream<DynamicTest> forEach(Consumer<Plugin<Synthesizer>> check) {
        return Synthesizers.ALL.plugins().stream().map(p -> dynamicTest(p.name(), () -> check.accept(p)));
    }

    private static Stream<DynamicTest> forEachTable(TableCheck check) {
        return Synthesizers.ALL.plugins().stream()
                .flatMap(plugin -> TABLES.entrySet().stream()
                        .map(entry -> dynamicTest(
                                plugin.name() + ", " + entry.getKey(), () -> check.run(plugin, entry.getValue()))));
    }

    interface TableCheck {
        void run(Plugin<Synthesizer> plugin, Table table);
    }

    /** Models are immutable, so that one fit serves all checks but those of fitting. */
    private static final Map<Plugin<Synthesizer>, Map<Table, Model>> FITTED = new HashMap<>();

    private static Model fitted(Plugin<Synthesizer> plugin, Table table) {
        return FITTED.computeIfAbsent(plugin, p -> new IdentityHashMap<>())
                .computeIfAbsent(table, t -> fit(plugin, t, 1));
    }

    private static Model fit(Plugin<Synthesizer> plugin, Table table, int threads) {
        return Synthesis.fit(table, plugin, Map.of(), Privacy.DEFAULT, Run.of(1).threads(threads));
    }

    @TestFactory
    Stream<DynamicTest> optionsAreDocumentedAndTheirDefaultsLegal() {
        return forEach(plugin -> {
            assertThat(plugin.summary()).endsWith(".");
            assertThat(plugin.name()).matches("[a-z][a-z0-9-]*");
            for (Options.Description option : Options.describe(plugin.defaults())) {
                assertThat(option.doc()).as(option.name()).isNotBlank();
            }
            assertThat(plugin.options(Options.values(plugin.defaults()))).isEqualTo(plugin.defaults());
        });
    }

    @TestFactory
    Stream<DynamicTest> optionsOutOfRangeAreRefusedByNameAndRange() {
        return forEach(plugin -> {
            for (Options.Description option : Options.describe(plugin.defaults())) {
                if (option.type().equals("whole") || option.type().equals("number")) {
                    assertThat(option.max() - option.min()).as(option.name()).isFinite();
                    assertThatThrownBy(() -> plugin.make(Map.of(option.name(), option.max() + 1)))
                            .isInstanceOf(ProblemException.class)
                            .hasMessageContaining(option.name())
                            .hasMessageContaining("between");
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> schemaAndNumberOfRowsAreKept() {
        return forEachTable((plugin, table) -> {
            Model model = fitted(plugin, table);
            assertThat(model.schema()).isEqualTo(table.schema());
            for (int rows : new int[] {0, 1, 37}) {
                Table drawn = model.sample(rows, Run.of(2)).toTable(Run.of(2));
                assertThat(drawn.schema()).isEqualTo(table.schema());
                assertThat(drawn.rows()).isEqualTo(rows);
            }
            assertThat(model.contents())
                    .isNotEmpty()
                    .allSatisfy(s -> assertThat(s).isNotBlank());
        });
    }

    @TestFactory
    Stream<DynamicTest> valuesAreFiniteAndLabelsCommonOnes() {
        return forEachTable((plugin, table) -> {
            Table drawn = fitted(plugin, table).sample(200, Run.of(2)).toTable(Run.of(2));
            for (int c = 0; c < drawn.width(); c++) {
                Field field = drawn.schema().field(c);
                for (int i = 0; i < drawn.rows(); i++) {
                    Object cell = drawn.cell(i, c);
                    if (cell instanceof Double number) {
                        assertThat(number).as(field.name()).isFinite();
                        if (field.kind() == Kind.WHOLE) {
                            assertThat(number % 1).isZero();
                        }
                    } else if (cell != null && field.kind().modelled()) {
                        assertThat(cell.equals("other") || count(table.codes(c), (String) cell) >= 5)
                                .as("%s of %s is common", cell, field.name())
                                .isTrue();
                    }
                }
            }
        });
    }

    private static int count(CodeColumn column, String label) {
        int count = 0;
        for (int i = 0; i < column.size(); i++) {
            count += label.equals(column.get(i)) ? 1 : 0;
        }
        return count;
    }

    @TestFactory
    Stream<DynamicTest> missingStaysMissingAndPresentStaysPresent() {
        return forEach(plugin -> {
            Table table = TABLES.get("people");
            Table drawn = fitted(plugin, table).sample(500, Run.of(2)).toTable(Run.of(2));
            for (int c = 0; c < table.width(); c++) {
                int before = table.column(c).missingCount();
                int after = drawn.column(c).missingCount();
                // 500 draws at the rate of the data: 6 standard deviations, false alarms below 1e-8
                double tolerance = 6 * Math.sqrt(500 * 0.25) * (before == 0 ? 0 : 1);
                assertThat((double) after)
                        .as(table.schema().field(c).name())
                        .isBetween(before - tolerance, before + tolerance);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> sameSeedSameRowsOnOneThreadAndTwoAndTheInputIsNotChanged() {
        return forEachTable((plugin, table) -> {
            Run one = Run.of(3);
            Run two = one.threads(2);
            List<String> before = text(table);
            List<String> single = text(fitted(plugin, table).sample(150, one).toTable(one));
            assertThat(text(fit(plugin, table, 2).sample(150, two).toTable(two)))
                    .isEqualTo(single);
            assertThat(text(table)).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> blocksAreTheSameInAnyOrderAndOnAnyThread() {
        return forEach(plugin -> {
            Model model = fitted(plugin, TABLES.get("people"));
            Run run = Run.of(4);
            var rows = model.sample(140_000, run);
            List<String> last = text(rows.block(2));
            assertThat(rows.blocks()).isEqualTo(3);
            Table all = rows.toTable(run.threads(2));
            int[] tail = new int[rows.blockSize(2)];
            Arrays.setAll(tail, i -> 131_072 + i);
            assertThat(text(all.take(tail))).isEqualTo(last);
            assertThat(text(rows.block(0)).subList(0, 50))
                    .isNotEqualTo(text(rows.block(1)).subList(0, 50));
        });
    }

    @TestFactory
    Stream<DynamicTest> anotherSeedGivesOtherRows() {
        return forEach(plugin -> {
            Model model = fitted(plugin, TABLES.get("people"));
            assertThat(text(model.sample(100, Run.of(5)).toTable(Run.of(5))))
                    .isNotEqualTo(text(model.sample(100, Run.of(6)).toTable(Run.of(6))));
        });
    }

    @TestFactory
    Stream<DynamicTest> storedAndLoadedItDrawsTheSameRows() {
        return forEachTable((plugin, table) -> {
            Model model = fitted(plugin, table);
            Model loaded = Synthesis.loader(plugin.name()).load(model.store(), model.schema());
            assertThat(text(loaded.sample(120, Run.of(7)).toTable(Run.of(7))))
                    .isEqualTo(text(model.sample(120, Run.of(7)).toTable(Run.of(7))));
            assertThat(loaded.contents()).isEqualTo(model.contents());
        });
    }

    @TestFactory
    Stream<DynamicTest> writtenToAFileAndReadItDrawsTheSameRows() {
        return forEachTable((plugin, table) -> {
            Model model = fitted(plugin, table);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            ModelFile.write(file, model, plugin.name(), Provenance.NONE);
            Model read = ModelFile.read(
                            new ByteArrayInputStream(file.toByteArray()), "model.semblance", Synthesis::loader)
                    .model();
            assertThat(read.schema()).isEqualTo(model.schema());
            assertThat(text(read.sample(120, Run.of(7)).toTable(Run.of(7))))
                    .isEqualTo(text(model.sample(120, Run.of(7)).toTable(Run.of(7))));
        });
    }

    @TestFactory
    Stream<DynamicTest> aTableWithoutRowsIsRefused() {
        return forEach(plugin -> assertThatThrownBy(() -> fit(plugin, Table.of("age:whole, city:category"), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no rows"));
    }

    static List<String> text(Table table) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < table.rows(); i++) {
            StringBuilder row = new StringBuilder();
            for (int c = 0; c < table.width(); c++) {
                row.append(Objects.toString(table.cell(i, c))).append('|');
            }
            out.add(row.toString());
        }
        return out;
    }

    /** Tables that synthesizers must cope with. */
    static final class Inputs {
        private Inputs() {}

        static Table people(int rows) {
            Rng rng = Rng.of(11);
            String[] ids = new String[rows];
            double[] ages = new double[rows];
            double[] incomes = new double[rows];
            String[] cities = new String[rows];
            String[] members = new String[rows];
            String[] mails = new String[rows];
            String[] notes = new String[rows];
            double[] born = new double[rows];
            for (int i = 0; i < rows; i++) {
                ids[i] = "P" + (1000 + i);
                ages[i] = Math.rint(40 + 15 * rng.nextGaussian());
                incomes[i] = rng.nextDouble() < 0.1
                        ? Double.NaN
                        : Math.rint(100 * (ages[i] * 700 + 9000 * rng.nextGaussian())) / 100;
                double city = rng.nextDouble();
                cities[i] = city < 0.05 ? null : city < 0.5 ? "Umeå" : city < 0.98 ? "Lund" : "Village " + i;
                members[i] = ages[i] > 40 ? "yes" : "no";
                mails[i] = rng.nextDouble() < 0.2 ? null : "someone" + i + "@mail.test";
                notes[i] = "seen at home by nurse number " + i;
                born[i] = 10_000 - 365 * ages[i];
            }
            Schema schema = Schema.of(
                    Field.of("id", Kind.KEY),
                    Field.of("age", Kind.WHOLE),
                    Field.of("income", Kind.DECIMAL),
                    Field.of("city", Kind.CATEGORY),
                    Field.of("member", Kind.FLAG),
                    Field.of("mail", Kind.IDENTIFIER),
                    Field.of("note", Kind.TEXT),
                    Field.of("born", Kind.DATE));
            return Table.of(
                    schema,
                    List.of(
                            CodeColumn.of(ids),
                            NumberColumn.of(ages),
                            NumberColumn.of(incomes),
                            CodeColumn.of(cities),
                            CodeColumn.of(members),
                            CodeColumn.of(mails),
                            CodeColumn.of(notes),
                            NumberColumn.of(born)));
        }

        static Table constant(int rows) {
            Object[] cells = new Object[3 * rows];
            for (int i = 0; i < rows; i++) {
                cells[3 * i] = 7;
                cells[3 * i + 1] = 0.5;
                cells[3 * i + 2] = "same";
            }
            return Table.of("whole:whole, decimal:decimal, label:category", cells);
        }

        static Table missing(int rows) {
            return Table.of("a:whole, b:decimal, c:category, d:flag, e:text, f:identifier", new Object[6 * rows]);
        }

        static Table labels(int rows, int labels) {
            Object[] cells = new Object[2 * rows];
            Rng rng = Rng.of(12);
            for (int i = 0; i < rows; i++) {
                int label = Math.min(rng.nextInt(labels), rng.nextInt(labels));
                cells[2 * i] = "L" + label;
                cells[2 * i + 1] = label + rng.nextGaussian();
            }
            return Table.of("label:category, near:decimal", cells);
        }

        static Table wide(int rows, int columns) {
            Rng rng = Rng.of(13);
            List<Field> fields = new ArrayList<>();
            List<Column> values = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                boolean number = c % 3 > 0;
                fields.add(Field.of("c" + c, number ? Kind.DECIMAL : Kind.CATEGORY));
                double[] numbers = new double[rows];
                String[] labels = new String[rows];
                for (int i = 0; i < rows; i++) {
                    numbers[i] = rng.nextGaussian();
                    labels[i] = "abc".charAt(rng.nextInt(3)) + "";
                }
                values.add(number ? NumberColumn.of(numbers) : CodeColumn.of(labels));
            }
            return Table.of(new Schema(fields), values);
        }

        static Table unicode() {
            Object[] cells = new Object[3 * 60];
            for (int i = 0; i < 60; i++) {
                cells[3 * i] = i % 7;
                cells[3 * i + 1] = i % 2 == 0 ? "ÅÄÖ/.. \"'" : "漢字 🙂";
                cells[3 * i + 2] = i % 5 == 0 ? "" : " ";
            }
            return Table.of("år:whole, 名前 / a.b:category, 🙂:category", cells);
        }

        static Table zeros(int rows) {
            Rng rng = Rng.of(14);
            Object[] cells = new Object[2 * rows];
            for (int i = 0; i < rows; i++) {
                boolean zero = rng.nextDouble() < 0.93;
                cells[2 * i] = zero ? 0 : Math.exp(5 + 2 * rng.nextGaussian());
                cells[2 * i + 1] = zero ? 0 : Math.rint(1000 * rng.nextDouble());
            }
            return Table.of("gain:decimal, count:whole", cells);
        }
    }
}
