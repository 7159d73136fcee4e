package org.semblance.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.bench.Bench;
import picocli.CommandLine;

class EvaluateTest {
    @TempDir
    private Path folder;

    @Test
    void timesARealAndAGeneratedTableAndSaysWhatIsMissing() throws IOException {
        StringBuilder rows = new StringBuilder("size,town,rich\n");
        for (int i = 0; i < 300; i++) {
            rows.append(i * 7919 % 997).append(i % 2 == 0 ? ",Umea," : ",Lund,").append(i % 3 == 0 ? "yes\n" : "no\n");
        }
        Files.writeString(folder.resolve("towns.csv"), rows);
        Path list = folder.resolve("tables.txt");
        Files.writeString(list, "towns file=towns.csv target=rich\n");

        String printed = printed(
                "evaluate",
                folder.toString(),
                "--tables",
                list.toString(),
                "--table",
                "towns",
                "--rows",
                "300",
                "--large-heap",
                "200m",
                "--heap",
                "200m");

        assertThat(printed)
                .contains("towns", "240 / 300 / 60 x 3", "240 / 300 / 60 x 20", "(column-shapes)", "together", "kB")
                .contains("SDMetrics: left out");
    }

    @Test
    void printsTheScoresOfNamedMetrics() {
        assertThat(printed("evaluate-once", "--generated", "300", "--metrics", "sdmetrics-quality"))
                .containsPattern("\\{\"sdmetrics-quality\":0\\.\\d+,\"seconds\":[0-9.E-]+,\"warm\":[0-9.E-]+}");
    }

    private static String printed(String... command) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new Bench()).execute(command)).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
