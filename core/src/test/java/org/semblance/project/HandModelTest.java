package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.io.Source;
import org.semblance.model.Kept;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.model.Rows;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

class HandModelTest {
    static final String PEOPLE = """
            # yaml-language-server: $schema=model-schema.json
            version: 1
            seed: 42
            tables:
              person:
                rows: 2000
                columns:
                  id:      {make: serial, start: 100}
                  sex:     {make: category, values: {F: 0.51, M: 0.49}}
                  ward:    {make: category, values: [007, "1.50", north], missing: 0.25}
                  smoker:  {make: flag, probability: 0.2, yes: Y, no: N}
                  age:     {make: gamma, shape: 4.1, scale: 9.6, round: 0, min: 0, max: 110}
                  weight:  {make: normal, mean: 70, sd: 12, round: 1, min: 30}
                  visits:  {make: poisson, mean: 2.3, missing: 0.04}
                  born:    {make: date, from: 1930-01-01, to: 2020-12-31, pattern: dd/MM/yyyy}
                  seen:    {make: datetime, from: 2024-01-01, to: 2024-12-31, step: 60}
                  at:      {make: time, from: "08:00", to: "17:30", step: 900}
            """;

    static HandModel model(String columns) {
        return HandModel.parse("version: 1\ntables: {t: {columns: {" + columns + "}}}", "m.yaml");
    }

    private static Table draw(String columns, long rows) {
        return model(columns).sample(rows, Run.of(1)).toTable(Run.of(1));
    }

    @Test
    void readsTheVocabulary() {
        HandModel model = HandModel.read(
                Source.of(new ByteArrayInputStream(PEOPLE.getBytes(StandardCharsets.UTF_8)), "people.yaml"));
        assertThat(model.table()).isEqualTo("person");
        assertThat(model.rows()).isEqualTo(2_000);
        assertThat(model.seed()).isEqualTo(42L);
        assertThat(model.schema().fields().stream()
                        .map(field -> field.name() + ":" + field.kind().word()))
                .containsExactly(
                        "id:key",
                        "sex:category",
                        "ward:category",
                        "smoker:flag",
                        "age:whole",
                        "weight:decimal",
                        "visits:whole",
                        "born:date",
                        "seen:datetime",
                        "at:time");
        assertThat(model.schema().field(5).format().decimals()).isEqualTo(1);
        assertThat(model.schema().field(7).format().pattern()).isEqualTo("dd/MM/yyyy");

        Table table = model.sample(model.rows(), Run.of(42)).toTable(Run.of(42));
        assertThat(table.rows()).isEqualTo(2_000);
        assertThat(table.cell(0, 0)).isEqualTo("100");
        assertThat(table.codes(2).labels()).containsExactly("007", "1.50", "north");
        for (int row = 0; row < table.rows(); row++) {
            assertThat(table.numbers(4).get(row)).isBetween(0.0, 110.0);
            assertThat(table.numbers(4).get(row))
                    .isEqualTo(Math.rint(table.numbers(4).get(row)));
            assertThat(table.numbers(5).get(row)).isGreaterThanOrEqualTo(30);
            assertThat(table.numbers(5).get(row) * 10)
                    .isCloseTo(Math.rint(table.numbers(5).get(row) * 10), within(1e-9));
            assertThat(table.numbers(8).get(row) % 60_000_000).isZero();
            assertThat(table.numbers(9).get(row)).isBetween(8 * 3.6e9, 17.5 * 3.6e9);
        }
    }

    /** Each share lies within six standard deviations: a false alarm has a chance below 2e-9. */
    @Test
    void drawsInTheRightShares() {
        int n = 200_000;
        Table table = draw(
                "a: {make: category, values: {x: 1, none: 0, y: 3}, missing: 0.1}, f: {make: flag, probability: 0.2},"
                        + " g: {make: poisson, mean: 4, missing: 0.3}, d: {make: date, from: 2024-01-01, to: 2024-01-10}",
                n);
        CodeColumn labels = table.codes(0);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < n; i++) {
            counts.merge(labels.isMissing(i) ? "missing" : String.valueOf(labels.get(i)), 1, Integer::sum);
        }
        assertThat(counts).doesNotContainKey("none");
        share(counts.get("missing"), n, 0.1);
        share(counts.get("x"), n, 0.9 * 0.25);
        share(counts.get("y"), n, 0.9 * 0.75);
        int yes = 0;
        int first = 0;
        int last = 0;
        for (int i = 0; i < n; i++) {
            yes += "true".equals(table.codes(1).get(i)) ? 1 : 0;
            first += table.numbers(3).get(i) == 19_723 ? 1 : 0;
            last += table.numbers(3).get(i) == 19_732 ? 1 : 0;
        }
        share(yes, n, 0.2);
        share(table.column(2).missingCount(), n, 0.3);
        share(first, n, 0.1);
        share(last, n, 0.1);
    }

    private static void share(int count, int n, double expected) {
        assertThat((double) count / n).isCloseTo(expected, within(6 * Math.sqrt(expected * (1 - expected) / n)));
    }

    /** Both ways of keeping to bounds give the law within them: a normal cut at one side, by its mean. */
    @Test
    void boundsKeepTheShapeOfTheLaw() {
        int n = 100_000;
        // Mean and variance of a standard normal above 0: 0.797885 and 1 - 2/pi; above 3: 3.283099 and 0.070570.
        mean(draw("x: {make: normal, min: 0}", n).numbers(0), 0.797885, 0.363380);
        mean(draw("x: {make: normal, min: 3}", n).numbers(0), 3.283099, 0.070570);
        NumberColumn whole =
                draw("x: {make: poisson, mean: 3, min: 9, max: 9}", 100).numbers(0);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(whole.get(i)).isEqualTo(9);
        }
    }

    private static void mean(NumberColumn column, double mean, double variance) {
        double sum = 0;
        for (int i = 0; i < column.size(); i++) {
            sum += column.get(i);
        }
        assertThat(sum / column.size()).isCloseTo(mean, within(6 * Math.sqrt(variance / column.size())));
    }

    @Test
    void sameSeedSameRowsOnAnyNumberOfThreads() {
        HandModel model = HandModel.parse(PEOPLE, "people.yaml");
        long rows = 2L * Rows.BLOCK + 17;
        Table one = model.sample(rows, Run.of(7)).toTable(Run.of(7));
        Table two = model.sample(rows, Run.of(7).threads(2)).toTable(Run.of(7).threads(2));
        Table other = model.sample(rows, Run.of(8)).toTable(Run.of(8));
        assertThat(cells(one, 0, 500)).isEqualTo(cells(two, 0, 500)).isNotEqualTo(cells(other, 0, 500));
        assertThat(cells(one, Rows.BLOCK - 5, 500)).isEqualTo(cells(two, Rows.BLOCK - 5, 500));
        assertThat(cells(one, 0, 400)).isNotEqualTo(cells(one, Rows.BLOCK, 400));
    }

    private static List<Object> cells(Table table, int from, int count) {
        List<Object> out = new ArrayList<>();
        for (int row = from; row < from + count; row++) {
            for (int column = 1; column < table.width(); column++) {
                out.add(table.cell(row, column));
            }
        }
        return out;
    }

    @Test
    void aNewColumnChangesNoOther() {
        Table alone = draw("x: {make: normal}", 50);
        Table beside = draw("w: {make: gamma}, x: {make: normal, missing: 0}", 50);
        for (int i = 0; i < 50; i++) {
            assertThat(beside.cell(i, 1)).isEqualTo(alone.cell(i, 0));
        }
    }

    @Test
    void isKeptInAModelFile() {
        HandModel model = HandModel.parse(PEOPLE, "people.yaml");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(out, model, HandModel.NAME, Provenance.NONE);
        Kept kept = ModelFile.read(new ByteArrayInputStream(out.toByteArray()), "m", name -> HandModel::load);

        assertThat(kept.model().schema()).isEqualTo(model.schema());
        assertThat(kept.model().store().json()).isEqualTo(model.store().json());
        assertThat(kept.contents()).containsExactly("Nothing: the model was written by hand.");
        Table again = kept.model().sample(100, Run.of(3)).toTable(Run.of(3));
        assertThat(cells(again, 0, 100))
                .isEqualTo(cells(model.sample(100, Run.of(3)).toTable(Run.of(3)), 0, 100));
    }

    @Test
    void theJsonOfAModelIsItsYaml() {
        assertThat(model("a: {make: normal, mean: 1.5}, b: {make: category, values: [01, x, true, 2]}")
                        .store()
                        .json())
                .hasToString("{\"version\":1,\"tables\":{\"t\":{\"columns\":{\"a\":{\"make\":\"normal\",\"mean\":1.5},"
                        + "\"b\":{\"make\":\"category\",\"values\":[\"01\",\"x\",true,2]}}}}}");
    }

    static List<Plugin<?>> makes() {
        return Makes.plugins();
    }

    /** Whatever {@code make} can name works with its options left out, for no, one and many rows. */
    @ParameterizedTest
    @MethodSource("makes")
    void everyMakeWorksPlain(Plugin<?> plugin) {
        HandModel model = model("x: {make: " + plugin.name() + ", missing: 0.5}");
        for (int rows : new int[] {0, 1, 300}) {
            Table table = model.sample(rows, Run.of(1)).toTable(Run.of(1));
            assertThat(table.rows()).isEqualTo(rows);
            assertThat(table.schema().field(0).kind()).isNotEqualTo(Kind.TEXT);
            if (rows == 300) {
                // Binomial with 300 trials: below 60 or above 240 has a chance below 1e-20.
                assertThat(table.column(0).missingCount()).isBetween(60, 240);
            }
        }
    }

    @Test
    void allMayBeMissingAndNamesMayBeAnything() {
        Table table = draw("\"\u00e5r, m\u00e5nad\\n\": {make: uniform, missing: 1}", 10);
        assertThat(table.column(0).missingCount()).isEqualTo(10);
    }
}
