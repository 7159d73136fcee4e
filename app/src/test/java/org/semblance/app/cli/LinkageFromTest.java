package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of the user's own put into two files by the command. */
class LinkageFromTest {
    private static final String PEOPLE = """
            ref,given_name,surname,dob,street,city
            1,Ann,Berg,1990-02-03,12 Low Road,Oslo
            2,Bob,Berg,1990-02-03,12 Low Road,Oslo
            3,Ann,Berg,1955-01-01,12 low road,Oslo
            ,Cid,Berg,1980-05-05,3 Top Lane,Oslo
            5,Dan,Holm,1970-05-05,12 Low Road,Oslo
            6,Eva,Holm,1971-06-06,,Oslo
            7,Fay,Holm,1971-06-06,,Oslo
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aTable() throws IOException {
        Files.writeString(folder.resolve("people.csv"), PEOPLE);
    }

    private Shell.Result run(String... arguments) {
        return Shell.in(folder).run(arguments);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    /** All in both files, nothing wrong but what the table says: the person decides the flags. */
    @Test
    void peopleOfOneSurnameAtOneAddressAreAHousehold() throws IOException {
        Files.writeString(folder.resolve("p.yml"), "error_scale: 0\n");
        Shell.Result made = run(
                "linkage",
                "from",
                "people.csv",
                "--role",
                "ref=identifier",
                "--params",
                "p.yml",
                "--rate",
                "1",
                "--log",
                "--seed",
                "3");
        assertThat(made.code()).as(made.err()).isEqualTo(Cli.USAGE);
        assertThat(made.err()).contains("people.csv exists");
        made = run(
                "linkage",
                "from",
                "people.csv",
                "--role",
                "ref=identifier",
                "--params",
                "p.yml",
                "--rate",
                "1",
                "--log",
                "--seed",
                "3",
                "-o",
                "set");
        assertThat(made.code()).as(made.err()).isZero();
        List<String> who = lines("set/people.csv");
        assertThat(who.get(0)).isEqualTo("table,row,person,household,twin,namesake,no_identifier");
        assertThat(who.stream()
                        .skip(1)
                        .map(line -> line.split(",", 3)[2])
                        .distinct()
                        .sorted())
                .containsExactly(
                        "0,0,1,1,0", "1,0,1,0,0", "2,0,0,1,0", "3,3,0,0,1", "4,4,0,0,0", "5,5,0,0,0", "6,6,0,0,0");
        assertThat(lines("set/changes.csv")).hasSize(1);
    }

    @Test
    void rowsLeftOutAndTwiceAreLogged() throws IOException {
        Files.writeString(folder.resolve("p.yml"), "src: {size: 2}\ntrg: {size: 6, dupl: 0.34}\n");
        Shell.Result made = run(
                "linkage",
                "from",
                "people.csv",
                "--params",
                "p.yml",
                "--rate",
                "0.5",
                "--log",
                "--seed",
                "3",
                "-o",
                "set");
        assertThat(made.code()).as(made.err()).isZero();
        List<String> log = lines("set/changes.csv");
        assertThat(log.stream().filter(line -> line.matches("source,\\d+,,omitted,-1,,")))
                .hasSize(5);
        assertThat(log.stream().filter(line -> line.matches("target,\\d+,,omitted,-1,,")))
                .hasSize(3);
        assertThat(log.stream().filter(line -> line.matches("target,\\d+,,duplicated,-1,,")))
                .hasSize(2);
        for (String table : List.of("source", "target")) {
            Shell.Result back = run("linkage", "replay", "set/clean/" + table + ".csv", "set/changes.csv", "-o", "-");
            assertThat(back.out()).isEqualTo(Files.readString(folder.resolve("set/" + table + ".csv")));
            Shell.Result clean = run("linkage", "replay", "set/" + table + ".csv", "set/changes.csv", "--invert");
            assertThat(clean.out()).isEqualTo(Files.readString(folder.resolve("set/clean/" + table + ".csv")));
        }
        Files.copy(folder.resolve("set/truth.csv"), folder.resolve("links.csv"));
        Shell.Result score = run(
                "linkage",
                "score",
                "set/truth.csv",
                "links.csv",
                "--changes",
                "set/changes.csv",
                "--people",
                "set/people.csv");
        assertThat(score.code()).as(score.err()).isZero();
    }

    @Test
    void whatIsWrongIsToldBeforeAnythingIsWritten() throws IOException {
        Files.writeString(folder.resolve("p.yml"), """
                srcc: {size: 2}
                trg:
                  errors:
                    given_nam: [typo: 0.1]
                    dob: [token-swap: 0.1]
                    surname: [typo: 1.5]
                """);
        Shell.Result wrong = run("linkage", "from", "people.csv", "--params", "p.yml", "-o", "set");
        assertThat(wrong.code()).isEqualTo(Cli.DATA);
        assertThat(wrong.err())
                .contains("p.yml has 4 problems", "line 1", "line 4", "\"given_name\"", "line 5", "line 6");
        assertThat(run("linkage", "from", "people.csv", "--role", "dop=birth_date", "-o", "set")
                        .err())
                .contains("there is no column \"dop\"", "Did you mean \"dob\"?");
        assertThat(run("linkage", "from", "people.csv", "--difficulty", "0.9", "-o", "set")
                        .code())
                .isEqualTo(Cli.USAGE);
        Shell.Result many =
                run("linkage", "from", "people.csv", "--source-rows", "7", "--target-rows", "7", "-o", "set");
        assertThat(many.code()).isEqualTo(Cli.USAGE);
        assertThat(many.err()).contains("different people, but the table has 7 rows");
        assertThat(folder.resolve("set")).doesNotExist();
    }

    /** What the command found out and was told is in params.yml, and makes the same files again. */
    @Test
    void headersInAnotherLanguageAndRowsOfOnePerson() throws IOException {
        StringBuilder leute = new StringBuilder("Pat-Nr;Name;Vorname;Geb.-Datum;PLZ;Notiz\n");
        for (int i = 0; i < 60; i++) {
            leute.append("P" + i / 2 + ";Lang" + i / 2 + ";Jörg;0" + (1 + i % 9) + ".02.19" + (30 + i / 2) + ";10115;x"
                    + i + "\n");
        }
        Files.writeString(folder.resolve("leute.csv"), leute);
        Shell.Result plain = run("linkage", "from", "leute.csv", "--seed", "3", "-o", "plain");
        assertThat(plain.err())
                .contains("leute.csv    60 rows, de-DE: Pat-Nr (identifier), Name (last_name), Vorname (first_name),"
                        + " Geb.-Datum (birth_date), PLZ (postcode), Notiz (text)")
                .contains("! Notiz has no role")
                .contains("! Pat-Nr is in both files and gives the truth away. It has 30 values in 60 rows");
        Shell.Result set = run(
                "linkage",
                "from",
                "leute.csv",
                "--cluster",
                "Pat-Nr",
                "--drop",
                "Notiz",
                "--role",
                "Name=full_name",
                "--seed",
                "3",
                "-o",
                "set");
        assertThat(set.code()).as(set.err()).isZero();
        assertThat(set.err())
                .contains("60 rows about 30 people", "Name (full_name)")
                .doesNotContain("!");
        assertThat(lines("set/source.csv").get(0)).isEqualTo("Name,Vorname,Geb.-Datum,PLZ");
        assertThat(lines("set/params.yml")).contains("  cluster: Pat-Nr", "  drop: [Notiz]");
        run("linkage", "from", "leute.csv", "--params", "set/params.yml", "-o", "again");
        for (String file : List.of("source.csv", "target.csv", "truth.csv", "params.yml")) {
            assertThat(folder.resolve("again/" + file)).hasSameTextualContentAs(folder.resolve("set/" + file));
        }
    }

    @Test
    void nothingIsKeptOfAColumnThatIsNotNamed() {
        Shell.Result made = run("linkage", "from", "people.csv", "--keep-cluster", "-o", "set");
        assertThat(made.code()).isEqualTo(Cli.USAGE);
        assertThat(made.err()).contains("none is named").contains("--cluster COLUMN");
    }

    /** An earlier log would tell of other rows. */
    @Test
    void anOlderLogIsTold() {
        assertThat(run("linkage", "from", "people.csv", "--log", "-o", "set").code())
                .isZero();
        Shell.Result made = run("linkage", "from", "people.csv", "--force", "-o", "set");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("changes.csv is of an earlier set");
    }

    @Test
    void rowsOfOtherWidthsAreToldOrRefused() throws IOException {
        Files.writeString(folder.resolve("long.csv"), "first name,surname,dob\nAnn,Berg,1990-02-03,x,y\nBob,Berg\n");
        Shell.Result refused = run("linkage", "from", "long.csv", "-o", "set");
        assertThat(refused.code()).isEqualTo(Cli.DATA);
        assertThat(refused.err()).contains("long.csv, line 2", "the row has 5 cells, but there are 3 columns");
        Files.writeString(
                folder.resolve("short.csv"),
                "first name,surname,dob,\nAnn,Berg,1990-02-03,\n,,,\nBob,Holm\n\" \",,,\nCid,Lang,1970-01-01\n");
        Shell.Result told = run("linkage", "from", "short.csv", "-o", "set");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.err())
                .contains("! 2 rows have fewer cells than the 4 columns")
                .contains("! the last column has neither name nor cells and is left out")
                .contains("! 2 rows without any cell left out")
                .contains("3 rows, en-US");
    }

    @Test
    void flagsAreToldByTheirNamesAndAllAtOnce() {
        Shell.Result wrong = run("linkage", "from", "people.csv", "--rate", "1.2", "--source-rows", "0", "-o", "set");
        assertThat(wrong.code()).isEqualTo(Cli.USAGE);
        assertThat(wrong.err()).contains("--rate is 1.2", "--source-rows is 0").doesNotContain("expected-rate");
        assertThat(run("linkage", "from", "--help").out()).doesNotContain("--difficulty");
        assertThat(run("linkage", "--help").out()).contains("--difficulty");
    }

    @Test
    void theHintFitsTheHeader() throws IOException {
        StringBuilder rows = new StringBuilder("first name,surname,D.O.B. (dd/mm/yyyy)\n");
        for (int i = 0; i < 40; i++) {
            rows.append("Ann,Berg").append(i).append(i % 4 == 0 ? ",03/02/1990\n" : ",n/a " + i + "\n");
        }
        Files.writeString(folder.resolve("messy.csv"), rows);
        Shell.Result told = run("linkage", "from", "messy.csv", "--dry-run", "-o", "set");
        assertThat(told.err()).contains("--role 'D.O.B. (dd/mm/yyyy)'=birth_date");
    }
}
