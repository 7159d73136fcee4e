package org.semblance.bench.statistical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.math.Order;
import org.semblance.math.Together;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/** What regressions of normal scores keep of the correlations of real tables: as synthpop has them, and as we take them. */
final class Ranks {
    private static final int ROWS = 4_000;
    private static final int SYNTHESES = 2;

    private Ranks() {}

    /** @param folder of tables as CSV, or of folders that hold them */
    static void measure(Path folder, Run run, Recipe.Heard heard) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, 2)) {
            files = all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (String way : List.of("as synthpop", "parametric")) {
            Map<String, ?> options = way.equals("parametric") ? Map.of() : Map.of("scores", false, "piled-up", 1);
            double[] mean = new double[3];
            for (Path file : files) {
                double[] one = of(thinned(file, run), options, run.child(way));
                heard.say("pairs of numbers, " + file.getFileName() + ", " + way, "", words(one));
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += one[i] / files.size();
                }
            }
            heard.say("pairs of numbers, mean of " + files.size() + " tables, " + way, "", words(mean));
        }
    }

    private static Table thinned(Path file, Run run) {
        Table all = TableReader.read(Source.of(file), ReadOptions.DEFAULT, run.silent())
                .table();
        int step = (all.rows() + ROWS - 1) / ROWS;
        return all.take(IntStream.range(0, all.rows() / step).map(i -> i * step).toArray());
    }

    private static String words(double[] off) {
        return String.format(
                Locale.ROOT,
                "mean difference of Spearman's %.3f, of Pearson's %.3f; Kolmogorov-Smirnov distance of columns %.3f",
                off[0],
                off[1],
                off[2]);
    }

    private static double[] of(Table real, Map<String, ?> options, Run run) {
        int[] columns = IntStream.range(0, real.width())
                .filter(c -> real.schema().field(c).kind().numeric())
                .toArray();
        double[] off = new double[3];
        for (int s = 0; s < SYNTHESES; s++) {
            Run own = run.child(s).silent();
            Table made = Synthesis.fit(
                            real, Synthesizers.ALL.find("parametric"), options, Privacy.DEFAULT, own.child("fit"))
                    .sample(real.rows(), own.child("sample"))
                    .toTable(own);
            int pairs = SYNTHESES * columns.length * (columns.length - 1) / 2;
            for (int i = 0; i < columns.length; i++) {
                double[] x = real.numbers(columns[i]).toArray();
                double[] drawnX = made.numbers(columns[i]).toArray();
                off[2] += apart(x, drawnX) / (SYNTHESES * columns.length);
                for (int j = 0; j < i; j++) {
                    double[] y = real.numbers(columns[j]).toArray();
                    double[] drawnY = made.numbers(columns[j]).toArray();
                    off[0] += Math.abs(correlation(ranks(x), ranks(y)) - correlation(ranks(drawnX), ranks(drawnY)))
                            / pairs;
                    off[1] += Math.abs(correlation(x, y) - correlation(drawnX, drawnY)) / pairs;
                }
            }
        }
        return off;
    }

    private static double correlation(double[] a, double[] b) {
        return Together.of(a, b).correlation();
    }

    /** Equal values share the mean of their ranks; missing stays missing. */
    private static double[] ranks(double[] values) {
        int[] order = Order.of(values);
        double[] out = new double[values.length];
        Arrays.fill(out, Double.NaN);
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                out[order[i]] = Double.isNaN(values[order[i]]) ? Double.NaN : from + to;
            }
        }
        return out;
    }

    /** The Kolmogorov-Smirnov distance of what is there. */
    private static double apart(double[] one, double[] other) {
        double[] a = Arrays.stream(one).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] b = Arrays.stream(other).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double most = 0;
        int j = 0;
        for (int i = 0; i < a.length; i++) {
            if (i + 1 < a.length && a[i + 1] == a[i]) {
                continue;
            }
            while (j < b.length && b[j] <= a[i]) {
                j++;
            }
            most = Math.max(most, Math.abs((i + 1) / (double) a.length - j / (double) Math.max(1, b.length)));
        }
        return most;
    }
}
