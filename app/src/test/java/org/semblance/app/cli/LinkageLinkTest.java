package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in linkers by the command. */
class LinkageLinkTest {
    @TempDir
    Path folder;

    private Shell.Result run(String... arguments) {
        return Shell.in(folder).run(arguments);
    }

    @Test
    void exactLinksWhatIsEqual() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "name,birth date\nann lee,1970-01-02\nbob ray,1980-03-04\n");
        Files.writeString(folder.resolve("b.csv"), "name,birth date\nbob ray,1980-03-04\nann lea,1970-01-02\n");

        Shell.Result result = run("linkage", "link", "a.csv", "b.csv", "--linker", "exact");

        assertThat(result.code()).as(result.err()).isEqualTo(Cli.DONE);
        assertThat(result.out()).isEqualTo("src_idx,trg_idx\n1,0\n");
        assertThat(result.err()).contains("All shared fields are equal").contains("1 links by name, birth date");
    }

    @Test
    void fellegiSunterWritesScoresAndCandidates() throws IOException {
        run("linkage", "--seed", "1", "--quiet");

        Shell.Result result =
                run("linkage", "link", "source.csv", "target.csv", "-o", "links.csv", "--candidates", "candidates.csv");

        assertThat(result.code()).as(result.err()).isEqualTo(Cli.DONE);
        String links = Files.readString(folder.resolve("links.csv"));
        String candidates = Files.readString(folder.resolve("candidates.csv"));
        assertThat(links).startsWith("src_idx,trg_idx,score\n");
        assertThat(candidates).startsWith("src_idx,trg_idx,score\n");
        links.lines().skip(1).forEach(line -> assertThat(candidates).contains("\n" + line + "\n"));
        assertThat(run("linkage", "score", "truth.csv", "links.csv", "--candidates", "candidates.csv")
                        .code())
                .isEqualTo(Cli.DONE);
    }

    @Test
    void filesWithNothingInCommonAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "name,birth date\nann lee,1970-01-02\n");
        Files.writeString(folder.resolve("b.csv"), "src_idx,trg_idx\n0,0\n");
        Shell.Result result = run("linkage", "link", "a.csv", "b.csv");
        assertThat(result.code()).isEqualTo(Cli.DATA);
        assertThat(result.err()).contains("the files have no field in common");
    }

    /** The source has no errors, though the law of how many columns change is given for both files. */
    @Test
    void whatIsLearntIsMadeFromATableAndNothingElse() throws IOException {
        StringBuilder first = new StringBuilder("rec_id,given_name,surname\n");
        StringBuilder second = new StringBuilder(first);
        for (int i = 0; i < 400; i++) {
            first.append("rec-").append(i).append("-org,anna,berg").append(i).append('\n');
            second.append("rec-")
                    .append(i)
                    .append(i % 4 == 0 ? "-dup-0,ana,berg" : "-dup-0,anna,berg")
                    .append(i)
                    .append('\n');
        }
        Files.writeString(folder.resolve("a.csv"), first);
        Files.writeString(folder.resolve("b.csv"), second);
        run("linkage", "learn", "a.csv", "b.csv", "--cluster", "rec_id", "-o", "learnt.yml");

        Shell.Result result =
                run("linkage", "from", "a.csv", "--params", "learnt.yml", "--seed", "1", "--log", "-o", "made");

        assertThat(result.code()).as(result.err()).isEqualTo(Cli.DONE);
        assertThat(Files.readString(folder.resolve("made/changes.csv"))
                        .lines()
                        .skip(1)
                        .filter(line -> !line.contains(",omitted,")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("target,") && line.contains(",given_name,edit,"));
    }

    @Test
    void wrongWordsAreToldBeforeTheWork() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "name\nann\n");

        assertThat(run("linkage", "link", "a.csv", "a.csv", "--linker", "fellegi-suntr")
                        .err())
                .contains("there is no linker \"fellegi-suntr\"")
                .contains("fellegi-sunter");
        assertThat(run("linkage", "link", "a.csv", "a.csv", "--linker", "rule", "--candidates", "c.csv")
                        .err())
                .contains("has no candidates to write");
        assertThat(folder.resolve("c.csv")).doesNotExist();
    }
}
