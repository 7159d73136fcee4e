package org.semblance.bench.fitfor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.bench.Bench;
import org.semblance.random.Rng;
import picocli.CommandLine;

class ExperimentTest {
    @TempDir
    private Path folder;

    @Test
    void triesATableOnceAndKeepsTheTrials() throws IOException {
        Files.writeString(folder.resolve("towns.csv"), towns());
        Files.writeString(
                folder.resolve("tables.txt"),
                "# a comment\ntowns file=towns.csv target=rich categorical=code model=size~age+rich keys=town,code\n");
        Path out = folder.resolve("trials.csv");
        String[] command = {
            "fitfor",
            folder.toString(),
            "--tables",
            folder.resolve("tables.txt").toString(),
            "--out",
            out.toString(),
            "--threads",
            "1",
            "--way",
            "fresh",
            "--way",
            "bootstrap",
            "--way",
            "independent",
            "--way",
            "fresh, 0.1 impossible"
        };

        assertThat(new CommandLine(new Bench()).execute(command)).isZero();

        List<Trial> trials = TrialFile.read(out);
        assertThat(trials).extracting(Trial::table).containsOnly("towns").hasSize(4);
        Trial fresh = way(trials, Made.FRESH);
        Trial copies = way(trials, "bootstrap");
        Trial independent = way(trials, "independent");
        // 200 people, so chance gives an area of .5 with a standard error of .06.
        assertThat(copies.went(Sharing.MEMBERS)).isGreaterThan(0.15);
        assertThat(copies.went(Sharing.COPIES)).isGreaterThan(0.5);
        assertThat(fresh.went(Sharing.COPIES)).isEqualTo(0);
        assertThat(independent.went(Exploring.OTHERWISE)).isGreaterThan(fresh.went(Exploring.OTHERWISE) + 0.2);
        assertThat(independent.went(Training.LOSS)).isGreaterThan(0.2);
        assertThat(way(trials, "fresh, 0.1 impossible").went(Testing.REFUSED)).isGreaterThan(0.02);
        assertThat(fresh.went(Testing.REFUSED)).isEqualTo(0);
        // What chance could make of the share of so few rows is taken off.
        assertThat(copies.measured("copies")).isGreaterThan(0.8);
        String kept = Files.readString(out);
        assertThat(new CommandLine(new Bench()).execute(command)).isZero();
        assertThat(Files.readString(out)).isEqualTo(kept);
    }

    private static Trial way(List<Trial> trials, String way) {
        return trials.stream()
                .filter(trial -> trial.way().equals(way))
                .findFirst()
                .orElseThrow();
    }

    /** Age and size go together, and the rich are old. */
    private static String towns() {
        Rng rng = Rng.of(3);
        StringBuilder out = new StringBuilder("age,size,town,rich,code\n");
        for (int i = 0; i < 500; i++) {
            double z = rng.nextGaussian();
            out.append(Math.round(45 + 12 * z)).append(',');
            out.append(Math.round(1000 * (10 + 2 * z + rng.nextGaussian())) / 1000.0)
                    .append(',');
            out.append(List.of("Umea", "Lund", "Kiruna").get(rng.nextInt(3))).append(',');
            out.append(z + 0.3 * rng.nextGaussian() > 0.5 ? "yes" : "no").append(',');
            out.append(i % 25 == 0 ? "" : String.valueOf(rng.nextInt(4))).append('\n');
        }
        return out.toString();
    }
}
