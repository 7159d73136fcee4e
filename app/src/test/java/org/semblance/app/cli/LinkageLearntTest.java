package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Errors learnt by the command from FEBRL's fourth set and made by it again. Its originals stand in the table eight
 * times: with 40,000 pairs the spread of a share is a quarter of a point at most, so four of them make the point allowed.
 */
class LinkageLearntTest {
    private static final Path FEBRL =
            Path.of(System.getProperty("semblance.data", "../../shared/data"), "linkage", "febrl");
    private static final int TIMES = 8;

    @TempDir
    Path folder;

    /** What pairs have in common and what not. */
    private record Pairs(List<String> names, List<String[]> first, List<String[]> second) {
        double differ(int column) {
            return share(column, false);
        }

        /** What blocking on the column alone finds. */
        double equal(int column) {
            return share(column, true);
        }

        private double share(int column, boolean equal) {
            int found = 0;
            for (int i = 0; i < first.size(); i++) {
                String a = first.get(i)[column];
                boolean same = a.equals(second.get(i)[column]);
                found += equal ? same && !a.isEmpty() ? 1 : 0 : same ? 0 : 1;
            }
            return found / (double) first.size();
        }

        double[] changed() {
            double[] out = new double[names.size() + 1];
            for (int i = 0; i < first.size(); i++) {
                int count = 0;
                for (int c = 0; c < names.size(); c++) {
                    count += first.get(i)[c].equals(second.get(i)[c]) ? 0 : 1;
                }
                out[count] += 1.0 / first.size();
            }
            return out;
        }
    }

    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> out = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",", -1);
            out.add(Arrays.stream(cells).map(String::strip).toArray(String[]::new));
        }
        return out;
    }

    private static Pairs febrl() throws IOException {
        List<String[]> a = rows(FEBRL.resolve("febrl4a.csv"));
        List<String[]> b = rows(FEBRL.resolve("febrl4b.csv"));
        Map<String, String[]> copies = new HashMap<>();
        b.forEach(row -> copies.put(row[0].replace("-dup-0", ""), row));
        List<String[]> first = a.subList(1, a.size());
        List<String[]> second = first.stream()
                .map(row -> copies.get(row[0].replace("-org", "")))
                .toList();
        return new Pairs(List.of(a.get(0)), first, second);
    }

    private static Pairs made(Path folder) throws IOException {
        List<String[]> source = rows(folder.resolve("source.csv"));
        List<String[]> target = rows(folder.resolve("target.csv"));
        List<String[]> first = new ArrayList<>();
        List<String[]> second = new ArrayList<>();
        List<String[]> truth = rows(folder.resolve("truth.csv"));
        for (String[] pair : truth.subList(1, truth.size())) {
            first.add(source.get(1 + Integer.parseInt(pair[0])));
            second.add(target.get(1 + Integer.parseInt(pair[1])));
        }
        return new Pairs(List.of(source.get(0)), first, second);
    }

    @Test
    void febrlIsMadeAgain() throws IOException {
        if (!Files.exists(FEBRL.resolve("febrl4b.csv"))) {
            System.out.println(
                    "skipped: there is no linkage/febrl in ../shared/data (or give -Dsemblance.data=FOLDER)");
        }
        assumeThat(FEBRL.resolve("febrl4b.csv")).exists();
        Shell shell = Shell.in(folder);
        Files.copy(FEBRL.resolve("febrl4a.csv"), folder.resolve("febrl4a.csv"));
        Files.copy(FEBRL.resolve("febrl4b.csv"), folder.resolve("febrl4b.csv"));
        Shell.Result learn =
                shell.run("linkage", "learn", "febrl4a.csv", "febrl4b.csv", "--cluster", "rec_id", "-o", "learnt.yml");
        assertThat(learn.code()).as(learn.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("febrl4a.csv"));
        List<String> many = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < TIMES; i++) {
            many.addAll(lines.subList(1, lines.size()));
        }
        Files.write(folder.resolve("many.csv"), many);
        Shell.Result from = shell.run(
                "linkage", "from", "many.csv", "--params", "learnt.yml", "--rate", "1", "--seed", "5", "-o", "set");
        assertThat(from.code()).as(from.err()).isZero();
        compare(febrl(), made(folder.resolve("set")));
        // What was written down makes the same again, though learnt.yml says nothing of sizes and seed.
        Shell.Result again = shell.run("linkage", "from", "many.csv", "--params", "set/params.yml", "-o", "again");
        assertThat(again.code()).as(again.err()).isZero();
        for (String name : List.of("source.csv", "target.csv", "truth.csv", "params.yml")) {
            assertThat(folder.resolve("again").resolve(name)).hasSameBinaryContentAs(folder.resolve("set/" + name));
        }
    }

    private static void compare(Pairs learnt, Pairs made) {
        assertThat(made.first()).hasSize(TIMES * learnt.first().size());
        assertThat(made.differ(0)).as("a column that nothing was learnt about").isZero();
        for (int c = 1; c < learnt.names().size(); c++) {
            String name = learnt.names().get(c);
            assertThat(made.differ(c)).as("differs: " + name).isCloseTo(learnt.differ(c), within(0.01));
            assertThat(made.equal(c)).as("pairs completeness: " + name).isCloseTo(learnt.equal(c), within(0.02));
        }
        double apart = 0;
        double[] one = learnt.changed();
        double[] two = made.changed();
        // FEBRL's two ids always differ, those of one table never.
        for (int k = 0; k + 1 < one.length; k++) {
            apart += Math.abs(one[k + 1] - two[k]) / 2;
        }
        assertThat(apart).isLessThan(0.03);
    }

    /** Visits differ in nearly every pair of rows: more than any law of errors allows. */
    @Test
    void whatWasLearntIsTakenWhateverItWasLearntFrom() throws IOException {
        Shell shell = Shell.in(folder);
        shell.run("linkage", "--source-rows", "200", "--target-rows", "1000", "--seed", "7", "-o", "set");
        List<String> learn =
                List.of("linkage", "learn", "set/source.csv", "set/target.csv", "--truth", "set/truth.csv");
        Shell.Result learnt = shell.run(and(learn, "-o", "learnt.yml"));
        assertThat(learnt.err())
                .contains("! visit_date: its rates sum to 1.000 and were multiplied by 0.995")
                .contains("! errors fill no blanks", "made anew from the first rows")
                .contains("next: semblance linkage from set/source.csv --params learnt.yml");
        assertThat(folder.resolve("learnt.yml")).content().contains("# visit_date: its rates sum to 1.000");
        String[] from = {"linkage", "from", "set/source.csv", "--params", "learnt.yml", "--rate", "1", "-o", "from"};
        assertThat(shell.run(from).code()).isZero();
        assertThat(shell.run("linkage", "--params", "learnt.yml", "-o", "new").code())
                .isZero();

        assertThat(shell.run(and(learn, "--drop", "visit_date", "-o", "fewer.yml"))
                        .err())
                .doesNotContain("visit_date");
        Shell.Result unknown = shell.run(and(learn, "--drop", "visit_dat"));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean \"visit_date\"?");
    }

    private static String[] and(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    /** What nothing was learnt about is left out again where the parameters are used. */
    @Test
    void droppedColumnsStandInTheFile() throws IOException {
        StringBuilder people = new StringBuilder("person,name,my day\n");
        for (int i = 0; i < 60; i++) {
            people.append(i).append(",name").append(i).append(",Mon\n");
            people.append(i).append(i % 3 == 0 ? ",nama" : ",name").append(i).append(",Tue\n");
        }
        Files.writeString(folder.resolve("people.csv"), people);
        Shell.Result learnt = Shell.in(folder)
                .run(
                        "linkage",
                        "learn",
                        "people.csv",
                        "--cluster",
                        "person",
                        "--drop",
                        "my day",
                        "-o",
                        "my params.yml");
        assertThat(learnt.code()).as(learnt.err()).isZero();
        assertThat(learnt.err()).contains("semblance linkage from people.csv --params 'my params.yml'");
        assertThat(Files.readString(folder.resolve("my params.yml"))).contains("drop: [\"my day\"]");
        Shell.Result made = Shell.in(folder)
                .run("linkage", "from", "people.csv", "--params", "my params.yml", "--cluster", "person", "-o", "set");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("set/source.csv")).get(0)).isEqualTo("name");
    }

    /** What was learnt of a table with more columns, and with people in several rows, is taken for one with fewer. */
    @Test
    void learntParametersFitAnotherTable() throws IOException {
        Shell shell = Shell.in(folder);
        shell.run("linkage", "--source-rows", "500", "--target-rows", "5000", "--seed", "7", "-o", "set");
        Shell.Result learnt = shell.run(
                "linkage",
                "learn",
                "set/source.csv",
                "set/target.csv",
                "--truth",
                "set/truth.csv",
                "--drop",
                "visit_date",
                "-o",
                "learnt.yml");
        assertThat(learnt.code()).as(learnt.err()).isZero();
        StringBuilder people = new StringBuilder("who,given_name,sex\n");
        for (int i = 0; i < 200; i++) {
            people.append("p")
                    .append(i / 2)
                    .append(i % 2 == 0 ? ",anna" : ",bernd")
                    .append(",f\n");
        }
        Files.writeString(folder.resolve("people.csv"), people);
        Shell.Result from =
                shell.run("linkage", "from", "people.csv", "--params", "learnt.yml", "--cluster", "who", "-o", "from");
        assertThat(from.code()).as(from.err()).isZero();
        assertThat(from.err())
                .contains("! the parameters name visit_date below table, which the table does not have: passed over")
                .contains("! together: columns says how many of");
        Shell.Result again = shell.run("linkage", "from", "people.csv", "--params", "from/params.yml", "-o", "again");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(folder.resolve("again/target.csv")).hasSameBinaryContentAs(folder.resolve("from/target.csv"));
        Shell.Result registers = shell.run("linkage", "--params", "learnt.yml", "-o", "registers");
        assertThat(registers.code()).as(registers.err()).isZero();
        assertThat(registers.err()).contains("! what stands below table is for a table of your own");
    }

    /** A column that says who is who stays no secret between learning and making. */
    @Test
    void theClusterStandsInTheFileOrTheNextCommand() throws IOException {
        StringBuilder people = new StringBuilder("pid,given_name,surname,dob\n");
        for (int i = 0; i < 300; i++) {
            String born = (1950 + i % 40) + "-0" + (1 + i % 9) + "-11";
            people.append(i)
                    .append(",ann,berg")
                    .append(i)
                    .append(',')
                    .append(born)
                    .append('\n');
            people.append(i).append(i % 3 == 0 ? ",an,berg" : ",ann,berg").append(i);
            people.append(',').append(born).append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), people);
        Shell shell = Shell.in(folder);
        shell.run("linkage", "learn", "people.csv", "--cluster", "pid", "-o", "learnt.yml");
        assertThat(folder.resolve("learnt.yml")).content().contains("cluster: pid");
        Shell.Result from = shell.run("linkage", "from", "people.csv", "--params", "learnt.yml", "-o", "from");
        assertThat(from.code()).as(from.err()).isZero();
        assertThat(from.err()).contains("600 rows about 300 people").doesNotContain("truth away");
        assertThat(Files.readAllLines(folder.resolve("from/source.csv")).get(0)).isEqualTo("given_name,surname,dob");

        Shell.Result two =
                shell.run("linkage", "learn", "people.csv", "people.csv", "--cluster", "pid", "-o", "two.yml");
        assertThat(two.err()).contains("next: semblance linkage from people.csv --cluster pid --params two.yml");
        Shell.Result without =
                shell.run("linkage", "from", "people.csv", "--role", "pid=number", "--dry-run", "-o", "without");
        assertThat(without.err()).contains("! pid is in both files and gives the truth away. It has 300 values in 600");
    }
}
