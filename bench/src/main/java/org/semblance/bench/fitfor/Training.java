package org.semblance.bench.fitfor;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.Ranking;
import org.semblance.random.Rng;

/**
 * Training models: three learners learn the target from synthetic rows and are asked for the judging rows; beside them
 * the same learners taught by real rows. What is lost is the mean over the learners, in AUC (labels, the mean of each
 * against the rest) or R2 (numbers). Beside it, what is lost by choosing the learner on synthetic rows alone.
 */
final class Training implements Work {
    static final String LOSS = "training loss";
    static final String CHOICE = "training choice";

    /** Neighbours are slow. */
    private static final int JUDGED = 2_000;

    private final Ground ground;
    private final Coded judge;
    private final double[] real;
    private final double chance;

    Training(Ground ground, Rng rng) {
        this.ground = ground;
        judge = known(ground.judge).first(JUDGED);
        real = scores(known(ground.learn), judge, rng);
        chance = chance();
    }

    @Override
    public void judge(Coded synthetic, Rng rng, Map<String, Double> out) {
        Coded learn = known(synthetic);
        double[] made = scores(learn, judge, rng);
        double loss = 0;
        for (int k = 0; k < made.length; k++) {
            loss += (real[k] - made[k]) / made.length;
        }
        out.put(LOSS, loss);
        out.put("training" + Trial.CHANCE, chance);
        int cut = learn.rows() * 7 / 10;
        double[] alone =
                scores(learn.slice(0, cut), learn.slice(cut, learn.rows()).first(JUDGED), rng.child("alone"));
        int chosen = best(alone);
        out.put(CHOICE, real[best(real)] - real[chosen]);
    }

    /** Of the rarest label with the others; of a number as of two halves. */
    private double chance() {
        double rows = judge.rows();
        double members = judge.label(ground.target)
                ? Arrays.stream(judge.counts(ground.target))
                        .filter(count -> count > 0)
                        .min()
                        .orElse(1)
                : rows / 2;
        return Ground.chance(members, Math.max(1, rows - members));
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    private Coded known(Coded table) {
        double[] y = table.values()[ground.target];
        return table.take(IntStream.range(0, table.rows())
                .filter(i -> !Double.isNaN(y[i]))
                .toArray());
    }

    /** By learner, how well it predicts. */
    private double[] scores(Coded learn, Coded test, Rng rng) {
        double[] scores = new double[Learner.ALL.size()];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = learn.rows() < 10 ? 0 : score(Learner.ALL.get(k), learn, test, rng.child(k));
        }
        return scores;
    }

    private double score(Learner learner, Coded learn, Coded test, Rng rng) {
        int target = ground.target;
        double[] truth = test.values()[target];
        if (!learn.label(target)) {
            return explained(learner.predict(learn, learn.values()[target], test, target, rng), truth);
        }
        int levels = learn.levels()[target];
        double sum = 0;
        int classes = 0;
        for (int level = levels == 2 ? 1 : 0; level < levels; level++) {
            double auc =
                    auc(learner.predict(learn, is(learn.values()[target], level), test, target, rng), truth, level);
            sum += Double.isNaN(auc) ? 0 : auc;
            classes += Double.isNaN(auc) ? 0 : 1;
        }
        return sum / classes;
    }

    static double[] is(double[] values, int level) {
        return Arrays.stream(values).map(value -> value == level ? 1 : 0).toArray();
    }

    private static double auc(double[] predicted, double[] truth, int level) {
        float[] numbers = new float[truth.length];
        boolean[] members = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            numbers[i] = (float) predicted[i];
            members[i] = truth[i] == level;
        }
        return Ranking.auc(numbers, members);
    }

    /** R2, not below -1: how bad a useless model is tells nothing. */
    private static double explained(double[] predicted, double[] truth) {
        double mean = Arrays.stream(truth).average().orElse(0);
        double missed = 0;
        double spread = 0;
        for (int i = 0; i < truth.length; i++) {
            missed += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
            spread += (truth[i] - mean) * (truth[i] - mean);
        }
        return Math.max(-1, 1 - missed / spread);
    }
}
