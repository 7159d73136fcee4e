package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.random.Rng;

/**
 * Published estimates: regressions on a handful of columns, fitted on synthetic rows and on the judging ones. What is
 * counted: coefficients whose synthetic 95 % interval misses the judging rows' estimate, and coefficients that are clear
 * in the judging rows (6 standard errors) but have the other sign or no significance in the synthetic ones.
 *
 * <p>Ten least squares regressions with five regressors, outcomes and regressors drawn at random, the target the first
 * outcome; labels of an outcome as 0 and 1. The constant counts as a coefficient: at the judging rows' means of the
 * regressors. A synthetic interval is widened by sqrt(1 + synthetic / real rows), which is
 * what an honest author of an estimate for the population has to do (Raab, Nowok and Dibben 2016,
 * doi:10.29012/jpc.v7i3.407, simple synthesis), and the judging rows' own error is added. Errors hold for any variance (White 1980,
 * doi:10.2307/1912934).
 */
final class Estimates implements Work {
    static final String MISSED = "estimates missed";
    static final String TURNED = "estimates turned";

    private static final int MODELS = 10;
    private static final int REGRESSORS = 5;
    private static final int FEW_LEVELS = 8;
    private static final double WIDE = 1.959963984540054;
    private static final double CLEAR = 6;
    private static final double RIDGE = 1e-9;

    /** So many times the judging rows' standard error is that of a dummy whose label the synthetic rows lack. */
    private static final double UNKNOWN = 30;

    private final Ground ground;
    private final List<Model> models = new ArrayList<>();

    /** A regression, its coding, and what the judging rows say. */
    private record Model(int outcome, int level, int[] columns, Design design, Regression judged) {}

    Estimates(Ground ground, Rng rng) {
        this.ground = ground;
        int[] usable = IntStream.range(0, ground.whole.width())
                .filter(c -> !ground.whole.label(c) || ground.whole.levels()[c] <= FEW_LEVELS)
                .filter(c -> ground.whole.missing(c) < 0.2)
                .toArray();
        for (int k = 0; k < MODELS; k++) {
            int[] order = usable.clone();
            rng.shuffle(order);
            int outcome = k == 0 ? ground.target : order[0];
            int[] columns = Arrays.stream(order)
                    .filter(c -> c != outcome)
                    .limit(REGRESSORS)
                    .sorted()
                    .toArray();
            models.add(model(outcome, columns));
        }
    }

    private Model model(int outcome, int[] columns) {
        Coded judge = complete(ground.judge, outcome, columns);
        int[] counts = judge.label(outcome) ? judge.counts(outcome) : new int[1];
        int level = 0;
        for (int l = 1; l < counts.length; l++) {
            level = counts[l] > counts[level] ? l : level;
        }
        Design design = new Design(judge, columns);
        return new Model(outcome, level, columns, design, fit(judge, outcome, level, design));
    }

    private static Regression fit(Coded table, int outcome, int level, Design design) {
        double[] y = table.values()[outcome];
        return Regression.of(design.rows(table), table.label(outcome) ? Training.is(y, level) : y, RIDGE);
    }

    private static Coded complete(Coded table, int outcome, int[] columns) {
        return table.take(IntStream.range(0, table.rows())
                .filter(i -> !Double.isNaN(table.values()[outcome][i]))
                .filter(i -> Arrays.stream(columns).noneMatch(c -> Double.isNaN(table.values()[c][i])))
                .toArray());
    }

    @Override
    public void judge(Coded synthetic, Rng rng, Map<String, Double> out) {
        double widen = 1 + (double) synthetic.rows() / ground.learn.rows();
        int all = 0;
        int missed = 0;
        int clear = 0;
        int turned = 0;
        for (Model model : models) {
            Coded rows = complete(synthetic, model.outcome, model.columns);
            double[] b = model.judged.coefficient();
            double[] error = model.judged.error();
            Regression made = rows.rows() < 2 * b.length ? null : fit(rows, model.outcome, model.level, model.design);
            for (int a = 0; a < b.length; a++) {
                double estimate = made == null ? 0 : made.coefficient()[a];
                double own = made == null ? 0 : made.error()[a];
                all++;
                boolean estimable = own > 0 && own < UNKNOWN * error[a];
                double width = WIDE * Math.sqrt(own * own * widen + error[a] * error[a]);
                missed += estimable && Math.abs(estimate - b[a]) <= width ? 0 : 1;
                if (a > 0 && Math.abs(b[a]) > CLEAR * error[a]) {
                    clear++;
                    turned += estimate * b[a] > 0 && Math.abs(estimate) > WIDE * own ? 0 : 1;
                }
            }
        }
        out.put(MISSED, (double) missed / all);
        out.put(TURNED, clear == 0 ? Double.NaN : (double) turned / clear);
    }
}
