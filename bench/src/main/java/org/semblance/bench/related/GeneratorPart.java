package org.semblance.bench.related;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.semblance.evaluate.Score;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;

/** Likeness on the generator of shops, beside a fresh draw and HMA: means over some draws, of HMA the first alone. */
final class GeneratorPart implements Relational.Part {
    private static final int CUSTOMERS = 1000;

    @Override
    public void measure(Relational.Setting setting, Relational.Lines out) throws Exception {
        for (int columns : new int[] {4, 10, 40}) {
            double[] ours = new double[3];
            double[] fresh = new double[3];
            String beside = "";
            for (int seed = 1; seed <= setting.seeds(); seed++) {
                Run run = new Run(Rng.of(seed), setting.threads(), Progress.NONE);
                Shops shops = new Shops(CUSTOMERS, 5.019, columns, 0);
                Database real = shops.draw(Rng.of(seed));
                add(ours, real, Making.of(real, Privacy.DEFAULT, run).drawn(), run, setting.seeds());
                add(fresh, real, shops.draw(Rng.of(seed + 1000)), run, setting.seeds());
                if (seed == 1) {
                    beside = beside(setting, columns, real, run);
                }
            }
            boolean asked = columns <= 10;
            out.add(
                    "shops, 1,000 x 5,000 x " + columns + " columns: quality / between tables / children",
                    asked ? ".93 / .88 / .97" : "",
                    words(ours) + "; a fresh draw " + words(fresh) + "; " + beside);
        }
    }

    private static String beside(Relational.Setting setting, int columns, Database real, Run run) throws Exception {
        Hma.Outcome hma = setting.hma().make("shops" + columns, real, run);
        Database drawn = hma.drawn();
        if (drawn == null) {
            return hma.words();
        }
        double[] theirs = new double[3];
        add(theirs, real, drawn, run, 1);
        return hma.words() + " " + words(theirs) + String.format(Locale.ROOT, " in %.0f s", hma.seconds());
    }

    private static void add(double[] sums, Database real, Database other, Run run, int of) {
        Score score = Making.quality(real, other, run.child("measure"));
        Map<String, Double> parts = score.parts();
        sums[0] += score.value() / of;
        sums[1] += parts.getOrDefault("Intertable Trends", Double.NaN) / of;
        sums[2] += parts.getOrDefault("Cardinality", Double.NaN) / of;
    }

    private static String words(double[] scores) {
        return String.join(
                " / ",
                Arrays.stream(scores)
                        .mapToObj(score -> String.format(Locale.ROOT, "%.3f", score))
                        .toList());
    }
}
