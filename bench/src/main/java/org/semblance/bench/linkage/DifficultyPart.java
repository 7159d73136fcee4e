package org.semblance.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.semblance.bench.Line;
import org.semblance.io.Source;
import org.semblance.linkage.link.Fields;
import org.semblance.linkage.link.Linker;
import org.semblance.linkage.link.Linkers;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.score.LinkScore;
import org.semblance.linkage.score.Links;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * Whether sets are as hard as they were asked to be: the error rates are scaled once, and sets of other seeds are made
 * with what params.yml says then, and linked from their files.
 */
final class DifficultyPart implements Part {
    private static final double[] TARGETS = {0.99, 0.95, 0.90, 0.80, 0.70};
    private static final long[] SEEDS = {101, 102, 103, 104, 105};
    private static final double NEAR = 0.02;
    private static final String ASKED = """
            seed: 1
            src: {size: 2000, split_full_name: first+last, address: parts, phone: true, email: true}
            trg: {size: 20000, split_full_name: first+last, address: parts, phone: true, email: true}
            """;

    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        Path folder = setting.folder("difficulty");
        Files.writeString(folder.resolve("asked.yml"), ASKED);
        Run run = new Run(Rng.of(1), setting.threads(), Progress.NONE);
        for (double target : TARGETS) {
            String f1 = String.format(Locale.ROOT, "%.2f", target);
            double[][] found = found(folder, f1, run);
            double worst = 0;
            StringBuilder all = new StringBuilder();
            for (double[] set : found) {
                double reached = set[set.length - 1];
                worst = Math.max(worst, Math.abs(reached - target));
                all.append(String.format(Locale.ROOT, all.isEmpty() ? "%.3f" : ", %.3f", reached));
            }
            out.accept(new Line(
                    "difficulty " + f1 + " on five seeds not calibrated on",
                    "all within " + NEAR,
                    String.format(
                            Locale.ROOT,
                            "%s; furthest %.3f; exact %.2f, rule %.2f on the first",
                            all,
                            worst,
                            found[0][0],
                            found[0][1])));
        }
        Setting.delete(folder);
    }

    /** F1 by seed and linker. */
    private static double[][] found(Path folder, String f1, Run run) throws IOException {
        Commands.linkage(folder, "--params", "asked.yml", "--difficulty", f1, "-o", "set" + f1);
        double[][] out = new double[SEEDS.length][Linkers.REFERENCE.size()];
        for (int i = 0; i < SEEDS.length; i++) {
            String name = "set" + f1 + "-" + SEEDS[i];
            Commands.linkage(
                    folder, "--params", "set" + f1 + "/params.yml", "--seed", String.valueOf(SEEDS[i]), "-o", name);
            Path set = folder.resolve(name);
            Fields fields = Fields.of(
                    Records.read(Source.of(set.resolve("source.csv"))),
                    Records.read(Source.of(set.resolve("target.csv"))));
            Links truth = Commands.truth(set.resolve("truth.csv"));
            for (int k = 0; k < out[i].length; k++) {
                Linker linker = Linkers.REFERENCE.get(k);
                out[i][k] = LinkScore.pairs(fields.sides(), truth, linker.link(fields, run), run)
                        .f();
            }
        }
        return out;
    }
}
