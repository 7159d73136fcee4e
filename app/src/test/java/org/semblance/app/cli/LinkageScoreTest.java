package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Links judged, and errors learnt, by the command. */
class LinkageScoreTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aSet() throws IOException {
        write("source.csv", "id,name,city\na,ann,oslo\nb,bob,oslo\nc,cid,rome\n");
        write("target.csv", "id,name,city\nx,ann,oslo\ny,bop,oslo\nz,dan,rome\nw,bob,\n");
        write("truth.csv", "src_idx,trg_idx\n0,0\n1,1\n1,3\n");
        write("links.csv", "src_idx,trg_idx,score\n0,0,9.5\n1,1,3\n2,2,1\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Shell.Result run(String... arguments) {
        return Shell.in(folder).run(arguments);
    }

    @Test
    void pageJsonAndWords() throws IOException {
        Shell.Result result = run("linkage", "score", "truth.csv", "links.csv", "--json");
        assertThat(result.code()).isEqualTo(Cli.DONE);
        assertThat(result.err())
                .contains("3 x 4 rows")
                .contains("Of 3 true pairs 66.7 % were found, and of 3 links 66.7 % are true: F1 0.667.")
                .contains("wrote links-score/  score.html  score.json");
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.path("pairs").path("f1").asDouble()).isEqualTo(2 / 3.0);
        assertThat(json.path("top1").path("aloneRows").asInt()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("links-score/score.json"))).isEqualTo(result.out());
        assertThat(Files.readString(folder.resolve("links-score/score.html")))
                .startsWith("<!doctype html>")
                .doesNotContain("http://")
                .doesNotContain("src=");
        Shell.Result again = run("linkage", "score", "truth.csv", "links.csv");
        assertThat(again.code()).isEqualTo(Cli.USAGE);
        assertThat(again.err()).contains("holds an earlier score");
    }

    @Test
    void faultsAreToldByLine() throws IOException {
        write("links.csv", "src_idx,trg_idx\n7,0\n0,0\nx,1\n");
        Shell.Result result = run("linkage", "score", "truth.csv", "links.csv");
        assertThat(result.code()).isEqualTo(Cli.DATA);
        assertThat(result.err())
                .contains("links.csv has 2 problems")
                .contains("line 2")
                .contains("there is no row 7")
                .contains("line 4");
        assertThat(folder.resolve("links-score")).doesNotExist();
    }

    @Test
    void ratesAreLearnt() throws IOException {
        Shell.Result result =
                run("linkage", "learn", "source.csv", "target.csv", "--truth", "truth.csv", "-o", "params.yml");
        assertThat(result.err()).contains("3 pairs").contains("wrote params.yml");
        assertThat(result.code()).isEqualTo(Cli.DONE);
        assertThat(Files.readString(folder.resolve("params.yml")))
                .contains("trg:")
                .contains("    name:\n      - edit: {rate: 0.")
                .contains("    city:\n      - missing: 0.")
                .contains("together:\n")
                .doesNotContain("bob");
        Shell.Result none = run("linkage", "learn", "source.csv", "target.csv");
        assertThat(none.code()).isEqualTo(Cli.USAGE);
        assertThat(none.err()).contains("--cluster COLUMN");
        Shell.Result wrong = run("linkage", "learn", "source.csv", "--cluster", "nam");
        assertThat(wrong.err()).contains("Did you mean \"name\"?");
    }

    /** Bob has two rows in the target, and so has Dan, who is not in the source. */
    private static final String PEOPLE = """
            table,row,person,household,twin
            source,0,1,1,0
            source,1,2,2,1
            source,2,3,3,0
            target,0,1,1,0
            target,1,2,2,1
            target,2,4,4,0
            target,3,2,2,1
            target,4,4,4,0
            """;

    @Test
    void clustersAreJudgedByThePeopleBesideTheTruth() throws IOException {
        write("target.csv", "id,name,city\nx,ann,oslo\ny,bop,oslo\nz,dan,rome\nw,bob,\nv,dan,\n");
        write("clusters.csv", PEOPLE.replace("person", "cluster"));
        Shell.Result alone = run("linkage", "score", "truth.csv", "clusters.csv", "--json", "-o", "alone");
        assertThat(alone.err()).contains("! Clusters are judged by pairs between the files only");
        JsonNode json = JsonMapper.shared().readTree(alone.out());
        assertThat(json.path("notes").get(0).asString()).contains("look too large");
        assertThat(json.path("clusters").path("judgedBy").asString()).isEqualTo("pairs");
        assertThat(json.path("clusters").path("exact").path("recall").asDouble())
                .isLessThan(1);
        assertThat(folder.resolve("alone/score.html")).content().contains("look too large");

        write("people.csv", PEOPLE);
        Shell.Result result = run("linkage", "score", "truth.csv", "clusters.csv", "--json", "-o", "beside");
        assertThat(result.err())
                .contains("people.csv beside the truth tells which rows are one person: clusters are judged by it")
                .contains("hard cases: twin (R 1.000, P 1.000)")
                .doesNotContain("look too large");
        json = JsonMapper.shared().readTree(result.out());
        assertThat(json.path("clusters").path("judgedBy").asString()).isEqualTo("people");
        assertThat(json.path("clusters").path("exact").path("f1").asDouble()).isEqualTo(1);
        assertThat(json.path("clusters").path("merges").asInt()).isZero();
        assertThat(json.path("pairs").path("f1").asDouble()).isEqualTo(1);
        assertThat(folder.resolve("beside/score.html")).content().contains("as people.csv tells them");

        Shell.Result pairs = run("linkage", "score", "truth.csv", "truth.csv", "--json", "-o", "pairs");
        assertThat(pairs.err()).contains("people.csv beside the truth tells the hard cases.");
        json = JsonMapper.shared().readTree(pairs.out());
        assertThat(json.path("clusters").path("exact").path("f1").asDouble()).isEqualTo(1);
    }

    /** As it lies there where a set was made anew without its log. */
    @Test
    void peopleOfAnotherSetAreNotTaken() throws IOException {
        write("people.csv", PEOPLE.replace("target,3,2", "target,3,4"));
        write("target.csv", "id,name,city\nx,ann,oslo\ny,bop,oslo\nz,dan,rome\nw,bob,\nv,dan,\n");
        write("clusters.csv", PEOPLE.replace("person", "cluster"));
        Shell.Result result = run("linkage", "score", "truth.csv", "clusters.csv");
        assertThat(result.code()).isEqualTo(Cli.DONE);
        assertThat(result.err())
                .contains(
                        "! people.csv beside the truth was not used: it is of another set: 1 of the 3 true pairs are of different people")
                .contains("! Clusters are judged by pairs between the files only");
        Shell.Result said = run("linkage", "score", "truth.csv", "clusters.csv", "--people", "people.csv", "-f");
        assertThat(said.code()).isEqualTo(Cli.DATA);
        assertThat(said.err()).contains("people.csv").contains("it is of another set");
    }

    /** The tables beside the truth have the ids too. */
    @Test
    void idsAreLookedUpInTheTablesBesideTheTruth() throws IOException {
        write("links.csv", "source_id,target_id\na,x\nb,y\n");
        Shell.Result result = run("linkage", "score", "truth.csv", "links.csv", "--id", "id");
        assertThat(result.code()).as(result.err()).isEqualTo(Cli.DONE);
        assertThat(result.err()).contains("Of 3 true pairs 66.7 % were found");
        Files.delete(folder.resolve("source.csv"));
        Shell.Result without = run("linkage", "score", "truth.csv", "links.csv", "--id", "id", "-f");
        assertThat(without.code()).isEqualTo(Cli.USAGE);
        assertThat(without.err()).contains("--id names a column of tables that are not given");
    }

    /** Ids that stand in one of the files say by themselves which it is. */
    @Test
    void clustersByIdNeedNoTable() throws IOException {
        write("links.csv", "id,cluster\na,1\nx,1\nb,2\ny,2\nc,3\n");
        Shell.Result result = run("linkage", "score", "truth.csv", "links.csv", "--id", "id");
        assertThat(result.code()).as(result.err()).isEqualTo(Cli.DONE);
        assertThat(result.err()).contains("Of 3 true pairs 66.7 % were found");
        Shell.Result without = run("linkage", "score", "truth.csv", "links.csv", "-f");
        assertThat(without.code()).isEqualTo(Cli.DATA);
        assertThat(without.err()).containsOnlyOnce("nothing says which file").doesNotContain("more like these");
    }
}
