package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunDatabaseTest {
    private static final List<String> WRITTEN = List.of(
            "synthetic/patients.csv",
            "synthetic/visits.csv",
            "synthetic/results.csv",
            "synthetic/wards.csv",
            "model.semblance",
            "report.html",
            "report.json",
            "project.yaml");

    @TempDir
    Path folder;

    @BeforeEach
    void someTables() throws IOException {
        Tables.clinic(folder.resolve("clinic"), 200);
    }

    private Shell.Result ok(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    @Test
    void runsAFolderAndTheProjectRepeatsItByteForByte() throws IOException {
        assertThat(ok("run", "clinic/", "--seed", "7", "--threads", "1").err()).contains("children", "next:");
        ok("run", "clinic-semblance/project.yaml", "-o", "again", "--threads", "2");
        for (String file : WRITTEN) {
            assertThat(folder.resolve("again/" + file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("clinic-semblance/" + file));
        }
        assertThat(Files.readAllLines(folder.resolve("again/synthetic/patients.csv")))
                .hasSize(201)
                .startsWith("patient_id;sex;age;mentor_id");
        // Of the same seed the model makes the same rows: as many as the data, though it has not seen all.
        assertThat(ok("sample", "again/model.semblance", "--seed", "7", "-o", "sampled")
                        .err())
                .contains("200 patients", "as many as the data");
        assertThat(folder.resolve("sampled/patients.csv")).content().hasLineCount(201);
        assertThat(folder.resolve("again/report.html"))
                .content()
                .contains("<svg", "patient_id", "<h3>visits</h3>")
                .doesNotContain("P1001");
        JsonNode report =
                JsonMapper.shared().readTree(folder.resolve("again/report.json").toFile());
        assertThat(report.path("scores").path("references").path("synthetic").asDouble())
                .isEqualTo(1);
        assertThat(report.path("columns").path("visits.pain").path("bars").path("real"))
                .isNotEmpty();
        // Four wards are too few to show anything of.
        assertThat(report.path("columns").path("wards.beds").path("bars").path("real"))
                .isEmpty();
    }

    @Test
    void sizesFollowTheRoots() throws IOException {
        ok("run", "clinic", "--scale", "2", "-n", "wards=5", "--holdout", "0", "-o", "two", "-q", "--seed", "1");
        assertThat(Files.readAllLines(folder.resolve("two/synthetic/patients.csv")))
                .hasSize(401);
        assertThat(Files.readAllLines(folder.resolve("two/synthetic/wards.csv")))
                .hasSize(6);
    }

    @Test
    void whatIsWrongIsSaidBeforeTheWork() throws IOException {
        Shell.Result children = Shell.in(folder).run("run", "clinic", "-n", "visits=9");
        assertThat(children.err()).contains("rows of visits follow from those of patients");
        assertThat(Shell.in(folder).run("run", "clinic", "-n", "patient=9").err())
                .contains("Did you mean \"patients\"?");
        for (String[] flags : List.of(new String[] {"-n", "patient=9"}, new String[] {"--keep", "ward"})) {
            assertThat(Shell.in(folder).run("run", "clinic", flags[0], flags[1]).code())
                    .isEqualTo(Cli.DATA);
        }
        assertThat(Shell.in(folder).run("run", "clinic", "--target", "sex").code())
                .isEqualTo(Cli.USAGE);
        assertThat(Shell.in(folder)
                        .run("run", "clinic/wards.csv", "--scale", "2")
                        .err())
                .contains("--scale is for databases");
        assertThat(ok("run", "clinic", "--dry-run", "--seed", "1").err()).contains("nothing was written");
        assertThat(folder.resolve("clinic-semblance")).doesNotExist();
        Files.writeString(
                folder.resolve("schema.yaml"),
                "relationships:\n  - {child: visit, foreign-key: x, parent: wards, parent-key: ward_id}\n");
        assertThat(Shell.in(folder)
                        .run("run", "clinic", "--schema", "schema.yaml")
                        .err())
                .contains("line 2: there is no table \"visit\". Did you mean \"visits\"?");
    }

    @Test
    void keepsTablesMeetsConditionsAndRepairsAndTheProjectRepeatsIt() throws IOException {
        Path visits = folder.resolve("clinic/visits.csv");
        // One visit in fifty is to a ward that is not there.
        List<String> lines = Files.readAllLines(visits);
        for (int i = 1; i < lines.size(); i += 50) {
            lines.set(i, lines.get(i).replaceFirst("^(\\d+,P\\d+,)\\d*", "$19"));
        }
        Files.write(visits, lines);
        String[] common = {"run", "clinic", "--keep", "wards", "--where", "patients.sex = 'f'", "--seed", "3", "-o"};

        Shell.Result astray = ok(more(common, "astray"));

        assertThat(astray.err()).contains("wards was kept", "asked for: patients.sex = 'f'", "without conditions");
        assertThat(folder.resolve("astray/synthetic/wards.csv"))
                .hasSameTextualContentAs(folder.resolve("clinic/wards.csv"));
        assertThat(Files.readAllLines(folder.resolve("astray/synthetic/patients.csv")))
                .hasSize(201)
                .noneMatch(line -> line.contains(";m;"));
        // About 8 of 400 visits: none has a chance of 3e-4, with this seed there are some.
        assertThat(nowhere("astray")).isPositive();
        assertThat(folder.resolve("astray/report.html")).content().contains("wards was kept");
        ok(more(common, "mended", "--repair"));
        assertThat(nowhere("mended")).isZero();
        for (String run : List.of("astray", "mended")) {
            ok("run", run + "/project.yaml", "-o", run + "-again");
            for (String file : WRITTEN) {
                assertThat(folder.resolve(run + "-again/" + file))
                        .as(file)
                        .hasSameBinaryContentAs(folder.resolve(run + "/" + file));
            }
        }
    }

    private long nowhere(String run) throws IOException {
        return Files.readAllLines(folder.resolve(run + "/synthetic/visits.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[2])
                .filter(ward -> !ward.isEmpty() && !List.of("1", "2", "3", "4").contains(ward))
                .count();
    }

    private static String[] more(String[] some, String... others) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
    }

    @Test
    void whatCannotBeKeptOrMetIsSaidBeforeTheWork() {
        Shell shell = Shell.in(folder);
        assertThat(shell.run("run", "clinic", "--keep", "ward").err()).contains("Did you mean \"wards\"?");
        assertThat(shell.run("run", "clinic", "--keep", "visits").err())
                .contains("its rows name rows of \"patients\", which is drawn anew");
        assertThat(shell.run("run", "clinic", "--keep", "wards", "-n", "wards=9")
                        .err())
                .contains("table wards is kept as it is");
        assertThat(shell.run("run", "clinic", "--where", "patient.sex = 'f'").err())
                .contains("does not say of which table it is", "Did you mean \"patients\"?");
        assertThat(shell.run("run", "clinic", "--where", "patients.sx = 'f'").err())
                .contains("sx", "Did you mean \"sex\"?");
        assertThat(shell.run("run", "clinic", "--where", "patients.age < visits.pain")
                        .err())
                .contains("about several tables: patients, visits");
        assertThat(shell.run("run", "clinic/wards.csv", "--where", "wards.beds > 3")
                        .err())
                .contains("--where is for databases");
        assertThat(folder.resolve("clinic-semblance")).doesNotExist();
    }
}
