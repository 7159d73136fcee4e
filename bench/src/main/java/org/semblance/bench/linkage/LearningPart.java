package org.semblance.bench.linkage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.semblance.bench.Line;
import org.semblance.io.Source;
import org.semblance.linkage.link.Records;

/** Whether errors learnt from FEBRL's fourth set come again when its originals are written anew. */
final class LearningPart implements Part {
    private static final List<String> IDS = List.of("rec_id");
    private static final long[] SEEDS = {1, 2, 3, 4, 5};

    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        Path data = setting.data();
        Path first = data == null ? null : data.resolve("linkage/febrl/febrl4a.csv");
        if (data == null || first == null || !Files.exists(first)) {
            out.accept(new Line(
                    "learning from FEBRL4", "", "left out: --data names no folder with linkage/febrl/febrl4a.csv"));
            return;
        }
        Path folder = setting.folder("learning");
        Files.copy(first, folder.resolve("febrl4a.csv"));
        Files.copy(data.resolve("linkage/febrl/febrl4b.csv"), folder.resolve("febrl4b.csv"));
        Commands.linkage(folder, "learn", "febrl4a.csv", "febrl4b.csv", "--cluster", "rec_id", "-o", "learnt.yml");
        Records originals = read(folder.resolve("febrl4a.csv"));
        Records copies = read(folder.resolve("febrl4b.csv"));
        Agreement real = Agreement.of(originals, copies, Agreement.byNumber(originals, copies, "rec_id"), IDS);
        List<Agreement> sets = new ArrayList<>();
        String rows = String.valueOf(originals.rows());
        for (long seed : SEEDS) {
            String name = "made" + seed;
            Commands.linkage(
                    folder,
                    "from",
                    "febrl4a.csv",
                    "--params",
                    "learnt.yml",
                    "--seed",
                    String.valueOf(seed),
                    "--rate",
                    "1",
                    "--source-rows",
                    rows,
                    "--target-rows",
                    rows,
                    "-o",
                    name);
            Path made = folder.resolve(name);
            sets.add(Agreement.of(
                    read(made.resolve("source.csv")),
                    read(made.resolve("target.csv")),
                    Commands.truth(made.resolve("truth.csv")).pairs(),
                    IDS));
        }
        out.accept(line(real, Agreement.mean(sets), "mean of five seeds"));
        out.accept(line(real, sets.get(0), "the first of them alone, 5,000 pairs"));
        Setting.delete(folder);
    }

    private static Records read(Path file) {
        return Records.read(Source.of(file));
    }

    private static Line line(Agreement real, Agreement again, String which) {
        Map.Entry<String, Double> differing = real.furthest(again, false);
        Map.Entry<String, Double> complete = real.furthest(again, true);
        return new Line(
                "errors learnt from FEBRL4's 5,000 pairs, made anew in its originals, " + which,
                "differing cells within .01, fields changed within .03 (total variation), pairs completeness within .02",
                String.format(
                        Locale.ROOT,
                        "%.4f (%s), %.4f, %.4f (%s)",
                        differing.getValue(),
                        differing.getKey(),
                        real.variation(again),
                        complete.getValue(),
                        complete.getKey()));
    }
}
