package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.random.Rng;

/** One table whose rows are steps: readings of sensors, taken as whole sequences where that is said. */
class SequencesTest {
    private static final List<String> WRITTEN =
            List.of("synthetic.csv", "model.semblance", "report.html", "report.json", "project.yaml");

    @TempDir
    Path folder;

    /** 24 sensors, a month of days each, temperatures that follow the day before. */
    @BeforeEach
    void readings() throws IOException {
        Rng rng = Rng.of(1);
        StringBuilder out = new StringBuilder("sensor,site,day,celsius\n");
        for (int s = 0; s < 24; s++) {
            double celsius = 15 + 5 * rng.nextGaussian();
            for (int d = 0; d < 30; d++) {
                celsius = 15 + 0.9 * (celsius - 15) + rng.nextGaussian();
                LocalDate day = LocalDate.of(2024, 3, 1).plusDays(d);
                out.append(String.format(
                        Locale.ROOT, "%d,%s,%s,%.1f\n", 501 + s, s % 3 == 0 ? "roof" : "cellar", day, celsius));
            }
        }
        Files.writeString(folder.resolve("readings.csv"), out);
    }

    private Shell.Result ok(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void runTakesThemWhereFlagsSayItAndTheProjectRepeatsIt() throws IOException {
        assertThat(ok("inspect", "readings.csv").out())
                .contains("may be steps of sequences", "semblance run readings.csv --entity sensor --order day");

        Shell.Result run = ok("run", "readings.csv", "--entity", "sensor", "--order", "day", "--seed", "1");

        assertThat(run.err())
                .contains("autocorrelation", "readings is a sequence for each sensor by day", "synthetic.csv");
        ok("run", "readings-semblance/project.yaml", "-o", "again");
        for (String file : WRITTEN) {
            assertThat(folder.resolve("again/" + file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("readings-semblance/" + file));
        }
        List<String> rows = lines("again/synthetic.csv");
        assertThat(rows).hasSize(721).first().isEqualTo("sensor,site,day,celsius");
        assertThat(rows.stream()
                        .skip(1)
                        .collect(Collectors.groupingBy(row -> row.split(",")[0], Collectors.counting())))
                .hasSize(24)
                .allSatisfy((sensor, steps) -> assertThat(steps).isEqualTo(30));
        // What is the same in all steps of a sensor still is.
        assertThat(rows.stream()
                        .skip(1)
                        .map(row -> row.substring(0, row.indexOf(',', 4)))
                        .distinct())
                .hasSize(24);
        assertThat(folder.resolve("again/report.html")).content().doesNotContain("501");
    }

    @Test
    void aHorizonGoesOnAndTheModelKeepsIt() throws IOException {
        Files.writeString(
                folder.resolve("schema.yaml"), "sequences:\n  - {table: readings, entity: sensor, order: day}\n");

        ok("fit", "readings.csv", "--schema", "schema.yaml", "-o", "m.semblance", "--seed", "1");

        assertThat(ok("inspect", "m.semblance").out()).contains("a sequences model", "orders the steps", "-o FILE");
        ok("sample", "m.semblance", "--seed", "2", "--horizon", "7", "-o", "more.csv");
        assertThat(lines("more.csv")).hasSize(24 * 37 + 1).anyMatch(row -> row.contains(",2024-04-06,"));
        ok("sample", "m.semblance", "-n", "600", "--seed", "2", "-o", "few.parquet");
        assertThat(ok("inspect", "few.parquet").out()).contains("600 rows");
        assertThat(ok("sample", "m.semblance", "--seed", "3", "-q").out()).startsWith("sensor,site,day,celsius\n");
        ok("sample", "m.semblance", "--seed", "3", "-o", "fake.db");
        assertThat(ok("inspect", "fake.db").err() + ok("inspect", "fake.db").out())
                .contains("readings");
        ok("run", "readings.csv", "--schema", "schema.yaml", "--horizon", "3", "--seed", "1", "-o", "on", "-q");
        assertThat(lines("on/synthetic.csv")).hasSize(24 * 33 + 1);
        // The model has learnt from 14 sensors, 10 were held back; as many as the data are 24 all the same.
        Shell.Result same = ok("sample", "on/model.semblance", "--seed", "1", "-o", "same.csv");
        assertThat(same.err()).contains("24 sequences, as many as the data, each with 3 steps more: 792 rows");
        assertThat(folder.resolve("same.csv")).hasSameBinaryContentAs(folder.resolve("on/synthetic.csv"));
        assertThat(ok("sample", "on/model.semblance", "--scale", "0.5", "--horizon", "0", "--dry-run")
                        .err())
                .contains("would make 12 sequences, 0.5 times the data, with seed");
    }

    @Test
    void sequencesAreCountedAndNotTheirRows() throws IOException {
        // Of sensors whose lengths differ, rows of those held back say nothing of how many sensors there are.
        List<String> rows = lines("readings.csv");
        Files.write(
                folder.resolve("odd.csv"),
                IntStream.range(0, rows.size())
                        .filter(i -> i == 0 || (i - 1) % 30 <= (i - 1) / 30)
                        .mapToObj(rows::get)
                        .toList());

        ok("run", "odd.csv", "--entity", "sensor", "--order", "day", "--seed", "3", "-o", "odd", "-q");
        ok("sample", "odd/model.semblance", "--seed", "3", "-o", "again.csv", "-q");

        assertThat(folder.resolve("again.csv")).hasSameBinaryContentAs(folder.resolve("odd/synthetic.csv"));
        assertThat(lines("again.csv").stream()
                        .skip(1)
                        .map(row -> row.split(",")[0])
                        .distinct())
                .hasSize(24);
    }

    @Test
    void theirRulesAreKeptAlsoThoseOfASchemaOfOneTable() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String row : lines("readings.csv")) {
            String[] cells = row.split(",");
            boolean header = rows.isEmpty();
            double celsius = header ? 0 : Double.parseDouble(cells[3]);
            int weekday = header ? 0 : LocalDate.parse(cells[2]).getDayOfWeek().getValue();
            rows.add(
                    header
                            ? "sensor,site,day,weekday,celsius,fahrenheit"
                            : String.format(
                                    Locale.ROOT,
                                    "%s,%s,%s,%d,%.1f,%.2f",
                                    cells[0],
                                    cells[1],
                                    cells[2],
                                    weekday,
                                    celsius,
                                    32 + 1.8 * celsius));
        }
        Files.write(folder.resolve("two.csv"), rows);
        String schema = ok("inspect", "two.csv", "--schema").out();
        assertThat(schema).contains("weekday = weekday(day)", "fahrenheit = round(1.8 * celsius + 32, 2)", "unique");
        Files.writeString(folder.resolve("two.yaml"), schema);

        ok(
                "run",
                "two.csv",
                "--schema",
                "two.yaml",
                "--entity",
                "sensor",
                "--order",
                "day",
                "--seed",
                "2",
                "-o",
                "two",
                "--require",
                "rules.min=1",
                "-q");

        ok("run", "two/project.yaml", "-o", "again", "-q");
        assertThat(folder.resolve("again/synthetic.csv")).hasSameBinaryContentAs(folder.resolve("two/synthetic.csv"));
        assertThat(lines("two/synthetic.csv").stream().skip(1)).hasSize(720).allSatisfy(row -> {
            String[] cells = row.split(",");
            assertThat(Integer.parseInt(cells[3]))
                    .isEqualTo(LocalDate.parse(cells[2]).getDayOfWeek().getValue());
            assertThat(Double.parseDouble(cells[5])).isCloseTo(32 + 1.8 * Double.parseDouble(cells[4]), within(0.006));
        });
        assertThat(ok("inspect", "two/model.semblance").out()).contains("every row keeps: weekday = weekday(day)");
    }

    /** Beside tables that are related, sequences of nobody's are whole sequences all the same. */
    @Test
    void besideRelatedTablesTheyAreStepsToo() throws IOException {
        Tables.clinic(folder.resolve("all"), 120);
        Files.copy(folder.resolve("readings.csv"), folder.resolve("all/readings.csv"));

        Shell.Result run = ok(
                "run",
                "all",
                "--seed",
                "1",
                "-o",
                "copy",
                "--require",
                "rules.min=1",
                "--require",
                "autocorrelation.min=0.9");

        assertThat(run.err())
                .contains("readings is a sequence for each sensor by day", "a share of patients, readings")
                .doesNotContain("no label of readings.sensor");
        assertThat(lines("copy/synthetic/readings.csv").stream()
                        .skip(1)
                        .collect(Collectors.groupingBy(row -> row.split(",")[0], Collectors.counting())))
                .hasSize(24)
                .allSatisfy((sensor, steps) -> assertThat(steps).isEqualTo(30));
        // Who they are is nobody's business.
        assertThat(folder.resolve("copy/report.html"))
                .content()
                .doesNotContain(">501<")
                .contains("celsius");
        ok("run", "copy/project.yaml", "-o", "again", "-q");
        assertThat(ok("sample", "copy/model.semblance", "--seed", "1", "-o", "same")
                        .err())
                .contains("120 patients", "readings: 24 sequences, as many as the data");
        for (String table : List.of("patients", "readings")) {
            for (String other : List.of("again/synthetic/", "same/")) {
                assertThat(lines(other + table + ".csv"))
                        .usingElementComparator(Comparator.comparing(row -> row.replace(';', ',')))
                        .isEqualTo(lines("copy/synthetic/" + table + ".csv"));
            }
        }
        assertThat(ok("inspect", "copy/model.semblance").out()).contains("readings: how 14 sequences begin");
        assertThat(Shell.in(folder)
                        .run("sample", "copy/model.semblance", "--where", "readings.celsius > 9", "-o", "no")
                        .err())
                .contains("the rows of \"readings\" are steps of sequences");
    }

    @Test
    void whatDoesNotGoIsSaid() {
        Shell shell = Shell.in(folder);
        assertThat(shell.run("run", "readings.csv", "--entity", "sensr", "--order", "day")
                        .err())
                .contains("has no column \"sensr\". Did you mean \"sensor\"?");
        assertThat(shell.run("run", "readings.csv", "--horizon", "3").err())
                .contains("--horizon is for a table of sequences");
        assertThat(shell.run("run", "readings.csv", "--order", "day", "--method", "trees")
                        .err())
                .contains("--method is for one table");
        assertThat(shell.run("run", "readings.csv", "--order", "day", "--where", "readings.celsius > 3")
                        .err())
                .contains("where is for related tables");
        assertThat(shell.run("run", "-", "--order", "day").err()).contains("not read from standard input");
        assertThat(shell.run("run", "readings.csv", "--order", "day", "--with", "min-laef=3")
                        .err())
                .contains("min-leaf");
        assertThat(folder.resolve("readings-semblance")).doesNotExist();
    }
}
