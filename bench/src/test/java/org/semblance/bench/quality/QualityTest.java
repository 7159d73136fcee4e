package org.semblance.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.bench.Bench;
import picocli.CommandLine;

class QualityTest {
    @TempDir
    private Path folder;

    @Test
    void scoresAFolderAndGoesOnWhereItStopped() throws IOException {
        Path table = folder.resolve("towns");
        Files.createDirectories(table);
        rows(table.resolve("train.csv"), 0, 200);
        rows(table.resolve("test.csv"), 200, 240);
        rows(table.resolve("half_a.csv"), 0, 100);
        rows(table.resolve("half_b.csv"), 100, 200);
        Files.writeString(table.resolve("meta.json"), """
                {"target": "code", "missing_tokens": ["", "?"], "types": {"size": "numerical", "code": "categorical"}}
                """);
        peer("other", table);
        peer("other_seed2", table);
        Path out = folder.resolve("quality.md");
        String[] command = {
            "quality",
            folder.toString(),
            "--peers",
            folder.resolve("peers").toString(),
            "--seeds",
            "2",
            "--threads",
            "1",
            "--methods",
            "(bootstrap),(fresh data),independent,independent:bins=5,other",
            "--out",
            out.toString()
        };

        assertThat(new CommandLine(new Bench()).execute(command)).isZero();

        assertThat(Files.readString(out))
                .contains("### towns", "200 training rows, 3 columns", "| (bootstrap) |", "| independent:bins=5 |")
                .containsPattern("\\| other \\| 0\\.00 \\| 0\\.00 / 0\\.00 \\|")
                .doesNotContain("failed", "NaN");
        List<String> lines = Files.readAllLines(folder.resolve("quality.jsonl"));
        assertThat(lines).hasSize(10);
        assertThat(new CommandLine(new Bench()).execute(command)).isZero();
        assertThat(Files.readAllLines(folder.resolve("quality.jsonl"))).isEqualTo(lines);
    }

    @Test
    void splitsAPlainFileItself() throws IOException {
        Path file = folder.resolve("plain.csv");
        rows(file, 0, 100);

        Case table = Case.read(file, org.semblance.run.Run.of(1));

        assertThat(table.test().rows()).isEqualTo(10);
        assertThat(table.train().rows()).isEqualTo(90);
        assertThat(table.halfA().rows() + table.halfB().rows()).isEqualTo(90);
        assertThat(table.target()).isEqualTo("town");
    }

    @Test
    void mediansLeaveOutWhatIsNotThere() {
        List<Outcome> outcomes = List.of(
                new Outcome("t", "m", 1, Map.of("a", 3.0), ""),
                new Outcome("t", "m", 2, Map.of("a", 1.0), ""),
                new Outcome("t", "m", 3, Map.of(), "broken"));

        assertThat(Outcome.median(outcomes, "a")).isEqualTo(2);
        assertThat(Outcome.median(outcomes, "b")).isNaN();
    }

    /** A peer that gives the training rows back. */
    private void peer(String name, Path table) throws IOException {
        Path made = folder.resolve("peers").resolve(name).resolve(table.getFileName());
        Files.createDirectories(made);
        Files.copy(table.resolve("train.csv"), made.resolve("full.csv"));
        Files.copy(table.resolve("half_a.csv"), made.resolve("half.csv"));
        Files.writeString(made.resolve("run.json"), "{\"full\": {\"fit_s\": 1.5, \"sample_s\": 0.5}}");
    }

    private static void rows(Path file, int from, int to) throws IOException {
        StringBuilder out = new StringBuilder("size,code,town\n");
        for (int i = from; i < to; i++) {
            out.append(i % 9 == 0 ? "?" : String.valueOf(i * 7919 % 997));
            out.append(',')
                    .append(i * 31 % 3)
                    .append(',')
                    .append(i % 2 == 0 ? "Umea" : "Lund")
                    .append('\n');
        }
        Files.writeString(file, out);
    }
}
