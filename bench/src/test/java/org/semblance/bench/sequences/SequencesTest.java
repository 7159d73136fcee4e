package org.semblance.bench.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.semblance.bench.Bench;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import picocli.CommandLine;

class SequencesTest {
    @Test
    void aLawIsMeasuredBesideAFreshDrawOfIt() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(new CommandLine(new Bench())
                            .execute("sequences", "--data", "none", "--only", "law", "--draws", "1"))
                    .isZero();
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("| what | asked | measured |", "law: a fresh draw of it", "copies 0.000");
    }

    @Test
    void aTableIsLikeItself() {
        Law law = new Law();
        Database real = law.subject().database(law.draw(Rng.of(7)));
        Likeness likeness = Likeness.of(real, real, Run.of(1));
        assertThat(likeness.words())
                .startsWith("inter-row 1.000, per-sequence 1.000, lag-1 off by at most 0.000")
                .contains("swings 1.000, season off by 0.000 sd", "copies 1.000");
    }
}
