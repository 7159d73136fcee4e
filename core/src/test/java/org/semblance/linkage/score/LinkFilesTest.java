package org.semblance.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.io.Source;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Links as people keep them, and what is said where they cannot be read. */
class LinkFilesTest {
    @TempDir
    Path folder;

    private Source file(String name, String text) {
        try {
            return Source.of(Files.writeString(folder.resolve(name), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LinkFiles files(
            Source truth, Source links, @Nullable Source source, @Nullable Source target, @Nullable String id) {
        return new LinkFiles(truth, links, source, target, id, null, null, null, null);
    }

    private LinkScore score(String truth, String links) {
        return files(file("truth.csv", truth), file("links.csv", links), null, null, null)
                .read()
                .score(Run.of(1));
    }

    @Test
    void pairsByRowOfTwoFiles() {
        LinkScore score = score("src_idx,trg_idx\n0,0\n0,3\n2,1\n", "trg_idx,src_idx\n3,0\n1,2\n1,1\n1,1\n");
        assertThat(score.sides()).isEqualTo(new Sides(3, 4));
        assertThat(score.pairs()).isEqualTo(new PairCounts(2, 3, 3));
        LinkFiles files =
                files(Source.of(folder.resolve("truth.csv")), Source.of(folder.resolve("links.csv")), null, null, null);
        Run two = Run.of(1).threads(2);
        assertThat(files.read(two).score(two)).isEqualTo(score);
    }

    /** As Splink writes them: either order, more columns, a probability. */
    @Test
    void pairsByIdOfOneFile() {
        LinkScore score = score(
                "unique_id_l,unique_id_r,clerical_match_score\nx,y,1\ny,z,1\n",
                "match_weight,match_probability,unique_id_l,unique_id_r,first_name_l,first_name_r\n"
                        + "9.5,0.99,\"y\",x,ann,ann\n1,0.4,x,z,ann,\"a,n\"\n");
        assertThat(score.sides()).isEqualTo(Sides.one(3));
        assertThat(score.pairs()).isEqualTo(new PairCounts(1, 2, 2));
        assertThat(score.curve().orElseThrow().best().threshold()).isEqualTo(0.99);
    }

    @Test
    void clustersByIdAndPairsTogether() {
        LinkScore score = score("rec_id,cluster\na,1\nb,1\nc,1\nd,2\n", "id_l,id_r\nb,a\nd,c\n");
        assertThat(score.pairs()).isEqualTo(new PairCounts(1, 2, 3));
        assertThat(score.clusters().records()).isEqualTo(4);
    }

    @Test
    void clustersOfTwoFiles() {
        LinkScore score = score(
                "table,row,person,household\nsource,0,7,1\nsource,1,8,1\ntarget,0,7,2\ntarget,1,7,2\ntarget,2,9,2\n",
                "table,row,cluster\ntarget,0,k\nsource,0,k\nsource,1,m\ntarget,2,m\n");
        assertThat(score.sides()).isEqualTo(new Sides(2, 3));
        assertThat(score.pairs()).isEqualTo(new PairCounts(1, 2, 2));
    }

    /** Truth by row, links by id: the tables say which is which, and count rows that nobody names. */
    @Test
    void rowsAndIdsMeetThroughTheTables() {
        Source source = file("source.csv", "name,rec\nann,s1\nbob,s2\ncid,s3\n");
        Source target = file("target.csv", "name,rec\nann,t1\nbob,t2\n");
        LinkFiles.Read read = files(
                        file("truth.csv", "src_idx,trg_idx\n0,0\n1,1\n"),
                        file("links.csv", "source_id,target_id\ns2,t2\ns3,t1\n"),
                        source,
                        target,
                        "rec")
                .read();
        LinkScore score = read.score(Run.of(1));
        assertThat(score.sides()).isEqualTo(new Sides(3, 2));
        assertThat(score.pairs()).isEqualTo(new PairCounts(1, 2, 2));
        assertThat(score.top().orElseThrow().aloneRows()).isEqualTo(1);
        assertThat(read.rowsKnown()).isTrue();
    }

    @Test
    void everyFaultHasItsLine() {
        Source source = file("source.csv", "name\nann\nbob\n");
        Source target = file("target.csv", "name\nann\n");
        Source truth = file("truth.csv", "src_idx,trg_idx\n0,0\n");
        Source links = file("links.csv", "src_idx,trg_idx,score\n0,0,0.5\n2,0,0.5\n1,x,0.5\n\n1,0,high\n");
        assertThatThrownBy(() -> files(truth, links, source, target, null).read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("links.csv, line 3: there is no row 2")
                .hasMessageContaining("source.csv has 2 rows, 0 to 1.")
                .hasMessageContaining("links.csv, line 4: what stands here is not a row number.")
                .hasMessageContaining("links.csv, line 6: the score is \"high\", but must be a number.");
    }

    @Test
    void unknownIdsAndHeadersAreRefused() {
        Source source = file("source.csv", "rec\ns1\ns2\n");
        Source target = file("target.csv", "rec\nt1\n");
        Source truth = file("truth.csv", "source_id,target_id\ns1,t1\n");
        Source links = file("links.csv", "source_id,target_id\ns9,t1\n");
        assertThatThrownBy(() -> files(truth, links, source, target, "rec").read())
                .hasMessageContaining("links.csv, line 2: there is no such id in ");
        assertThatThrownBy(() -> files(truth, links, source, target, "rek").read())
                .hasMessageContaining("there is no column \"rek\"")
                .hasMessageContaining("Did you mean \"rec\"?");
        Source odd = file("odd.csv", "alpha,beta\n1,2\n");
        assertThatThrownBy(() -> files(truth, odd, null, null, null).read())
                .hasMessageContaining(
                        "odd.csv, line 1: the header \"alpha,beta\" is neither that of pairs nor of clusters.");
        Source rows = file("rows.csv", "src_idx,trg_idx\n0,0\n");
        assertThatThrownBy(() -> files(truth, rows, null, null, null).read())
                .hasMessageContaining("by row number, another by id");
        Source one = file("one.csv", "id_l,id_r\na,b\n");
        assertThatThrownBy(() -> files(one, rows, null, null, null).read())
                .hasMessageContaining("the links are of two files, but the truth is of one");
    }

    @Test
    void changesAndPeopleDivide() {
        Source truth = file("truth.csv", "src_idx,trg_idx\n0,0\n1,1\n2,2\n");
        Source links = file("links.csv", "src_idx,trg_idx\n0,0\n2,2\n");
        Source changes = file(
                "changes.csv",
                "table,row,column,operator,position,before,after\ntarget,1,full_name,typo,2,\"ann\nlee\",ab\n"
                        + "target,1,birth_date,typo,2,a,b\ntarget,2,full_name,ocr,0,a,b\n");
        Source people = file(
                "people.csv",
                "table,row,person,household,twin,no_identifier\nsource,0,1,1,1,0\ntarget,1,2,1,1,1\nsource,2,3,1,0,0\n");
        LinkScore score = new LinkFiles(truth, links, null, null, null, null, changes, people, null)
                .read()
                .score(Run.of(1));
        assertThat(score.strata())
                .contains(new Stratum("error", "typo", 1, new PairCounts(0, 0, 1)))
                .contains(new Stratum("error", "ocr", 1, new PairCounts(1, 1, 1)))
                .contains(new Stratum("column", "full_name", 2, new PairCounts(1, 1, 2)))
                .contains(new Stratum("case", "twin", 2, new PairCounts(1, 1, 2)))
                .contains(new Stratum("case", "no identifier", 1, new PairCounts(0, 0, 1)));
        String page = ScorePage.text(score, "links.csv", "<truth>", java.util.List.of());
        assertThat(page).contains("&lt;truth&gt;").contains("no identifier").doesNotContain("http:");
        assertThat(ScoreJson.node(score, java.util.List.of()).path("strata").size())
                .isEqualTo(6);
        assertThat(ScoreLines.of(score).get(0))
                .isEqualTo("Of 3 true pairs 66.7 % were found, and of 2 links 100.0 % are true: F1 0.800.");
    }

    @Test
    void idsWrittenAlikeAreOne() {
        Codes codes = new Codes();
        String[] texts = {"7", "07", "a", "007", "134217728", "7", "a", "134217728", "", "0", "00"};
        int[] expected = {0, 1, 2, 3, 4, 0, 2, 4, 5, 6, 7};
        for (int i = 0; i < texts.length; i++) {
            byte[] b = texts[i].getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(codes.add(b, 0, b.length)).isEqualTo(expected[i]);
        }
        for (int i = 0; i < 5000; i++) {
            byte[] b = ("id-" + i % 2500).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(codes.add(b, 0, b.length)).isEqualTo(8 + i % 2500);
        }
    }

    /** Nothing says which id is which row: no reason to call the people those of another set. */
    @Test
    void peopleByRowDoNotJudgePairsById() {
        Source truth = file("truth.csv", "source_id,target_id\na,y\nb,x\n");
        Source links = file("links.csv", "source_id,target_id\na,y\n");
        Source people = file("people.csv", "table,row,person\nsource,0,7\nsource,1,8\ntarget,0,7\ntarget,1,8\n");
        assertThatThrownBy(() -> new LinkFiles(truth, links, null, null, null, null, null, people, null).read())
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("by row number, another by id");
    }
}
