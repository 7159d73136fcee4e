package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Neighbours;
import org.semblance.evaluate.Ranking;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Membership inference: how well an attacker tells rows that were learnt from (members) from rows of the same kind that
 * were not, as the area under the ROC curve of the best of four attacks; 0.5 is a coin, 1 is always right.
 *
 * <p>The attacker holds the synthetic table, all scored columns of the row in question, and other real rows as a
 * reference (half of the holdout; the non-members are the other half). The attacks, by their scores:
 *
 * <ul>
 *   <li>nearest synthetic row: minus its distance (Chen et al. 2020, "GAN-Leaks", doi:10.1145/3372297.3417238);
 *   <li>nearest, beside other real rows: the log of the distance to the nearest reference row over it (calibrated, as
 *       there);
 *   <li>density of neighbours: the same of the k-th nearest, a ratio of two k-NN densities as in DOMIAS;
 *   <li>kernel density: DOMIAS (van Breugel et al. 2023, arXiv:2302.12580) with the kernel exp(-distance / h) over the k
 *       nearest rows, h the median distance to the nearest reference row.
 * </ul>
 *
 * <p>Distances: {@link Distances#scaled}, labels 1 apart, numbers by the range of what the attacker holds. The largest
 * of four estimates is a little above the largest of four true values: read it beside what fresh rows score, and in its
 * interval, which holds for all four at once (Bonferroni). Figures: the attacks, with the share of members found at 1 %
 * and 0.1 % false alarms, and the AUC among the tenth of rows that lie farthest from the reference (outliers). Cost:
 * targets x a search. It cannot tell what attackers do who know the model or can train more of them.
 */
public final class Membership implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most rows to attack of those learnt from, and of those held back.", min = 10)
            int targets,

            @Option(value = "The most synthetic and other real rows to look among; 0 is all.", min = 0)
            int rows,

            @Option(value = "How many neighbours a density is taken from.", min = 1, max = 100)
            int neighbours) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "membership",
            "How well an attacker tells rows that were learnt from from others (AUC, best of four attacks); 0.5 is a coin.",
            new Options(3_000, 100_000, 5),
            Membership::new);

    static final List<String> ATTACKS = List.of(
            "nearest synthetic row", "nearest, beside other real rows", "density of neighbours", "kernel density");

    private static final int MEMBER = 0;
    private static final int OTHER = 1;
    private static final int SYNTHETIC = 2;
    private static final int REFERENCE = 3;
    /** Keeps ratios of distances finite; far below the distance of rows that differ at all. */
    private static final double TINY = 1e-6;

    private final Options options;

    Membership(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsHoldout() {
        return true;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "Attacker: holds the synthetic table, a whole row of interest and other real rows (half of those held"
                        + " back), and says whether the row was learnt from. The area under the ROC curve over rows learnt"
                        + " from and the other half held back, of the best of four attacks: by distance, by distance beside"
                        + " real rows, and by two density ratios. 0.5 is a coin. The interval holds for all four at once.",
                "DOMIAS, van Breugel et al. 2023, arXiv:2302.12580; GAN-Leaks, Chen et al. 2020,"
                        + " doi:10.1145/3372297.3417238; interval: Hanley and McNeil 1982, Bonferroni.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("membership");
        Rng rng = run.rng();
        int half = holdout.rows() / 2;
        int[] order = Sample.positions(holdout.rows(), holdout.rows(), rng);
        rng.child("halves").shuffle(order);
        Table others = holdout.take(Arrays.copyOfRange(order, half, order.length));
        others = Sample.rows(others, options.targets, rng.child("others"));
        Table reference =
                Searches.among(holdout.take(Arrays.copyOf(order, half)), others, options.rows, rng.child("reference"));
        Table members = Sample.rows(c.real(), options.targets, rng.child("members"));
        Table synthetic = Searches.among(c.synthetic(), c.real(), options.rows, rng.child("synthetic"));
        Score score = attack(members, others, synthetic, reference, run);
        return Double.isNaN(score.value())
                ? score
                : score.note(Searches.sentences(
                        Searches.among(synthetic.rows(), c.synthetic().rows(), "synthetic"), score.note()));
    }

    /** The attacks on some members and others. */
    Score attack(Table members, Table others, Table synthetic, Table reference, Run run) {
        if (members.rows() == 0 || reference.rows() == 0 || synthetic.rows() == 0 || members.width() == 0) {
            return Score.none("membership", "There are too few rows.");
        }
        Distances distances = Distances.scaled(1, List.of(synthetic, reference), members, others, synthetic, reference);
        Neighbours made = distances.neighbours(SYNTHETIC);
        int[][] targets = {
            Searches.affordable(made, MEMBER, members.rows(), options.rows == 0),
            Searches.affordable(made, OTHER, others.rows(), options.rows == 0)
        };
        boolean[] member = new boolean[targets[MEMBER].length + targets[OTHER].length];
        Arrays.fill(member, 0, targets[MEMBER].length, true);
        float[][] toSynthetic = nearest(made, synthetic.rows(), targets, run);
        float[][] toReference = nearest(distances.neighbours(REFERENCE), reference.rows(), targets, run);
        return score(scores(toSynthetic, toReference), toReference[0], member)
                .note(Searches.on(targets[MEMBER].length, members.rows()));
    }

    /** Distances of all targets, members first, to the k nearest rows of an index; to fewer where it has fewer. */
    private float[][] nearest(Neighbours index, int rows, int[][] targets, Run run) {
        int k = Math.min(options.neighbours, rows);
        float[][] members = Searches.distances(index, MEMBER, targets[MEMBER], k, run);
        float[][] others = Searches.distances(index, OTHER, targets[OTHER], k, run);
        float[][] all = new float[k][];
        for (int j = 0; j < k; j++) {
            all[j] = Arrays.copyOf(members[j], members[j].length + others[j].length);
            System.arraycopy(others[j], 0, all[j], members[j].length, others[j].length);
        }
        return all;
    }

    /** The score of every target in every attack, in the order of {@link #ATTACKS}. */
    private static float[][] scores(float[][] toSynthetic, float[][] toReference) {
        int k = Math.min(toSynthetic.length, toReference.length);
        int n = toSynthetic[0].length;
        double width = Math.max(TINY, median(toReference[0]));
        float[][] scores = new float[ATTACKS.size()][n];
        for (int i = 0; i < n; i++) {
            scores[0][i] = -toSynthetic[0][i];
            scores[1][i] = ratio(toReference[0][i], toSynthetic[0][i]);
            scores[2][i] = ratio(toReference[k - 1][i], toSynthetic[k - 1][i]);
            scores[3][i] = (float) (density(toSynthetic, i, k, width) - density(toReference, i, k, width));
        }
        return scores;
    }

    private static float ratio(float above, float below) {
        return (float) StrictMath.log((above + TINY) / (below + TINY));
    }

    /** The log of the sum of exp(-distance / width), without running out of small numbers. */
    private static double density(float[][] distances, int i, int k, double width) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += StrictMath.exp((distances[0][i] - distances[j][i]) / width);
        }
        return StrictMath.log(sum) - distances[0][i] / width;
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Score score(float[][] scores, float[] toReference, boolean[] member) {
        int[] unusual = farthest(toReference);
        double wider = Rate.together(scores.length) / Rate.ALONE;
        Worst best = new Worst();
        double found = Double.NaN;
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of(
                "Attacks on membership",
                "AUC",
                "low",
                "high",
                "found at 1 % false alarms",
                "found at 0.1 % false alarms",
                "AUC among unusual rows");
        for (int a = 0; a < scores.length; a++) {
            double auc = Ranking.auc(scores[a], member);
            Interval alone = Interval.ofAuc(auc, count(member), member.length - count(member));
            double few = Ranking.found(scores[a], member, 0.01);
            figures.row(
                    ATTACKS.get(a),
                    auc,
                    alone.low(),
                    alone.high(),
                    few,
                    Ranking.found(scores[a], member, 0.001),
                    auc(scores[a], member, unusual));
            parts.put(ATTACKS.get(a), auc);
            double half = (alone.high() - auc) * wider;
            best.add(auc, auc - half, auc + half);
            found = a == 0 ? few : Math.max(found, few);
        }
        parts.put("found at 1 % false alarms", found);
        return new Score("membership", best.value(), parts)
                .interval(best.interval())
                .figures(figures.build());
    }

    /** The tenth of the targets that is farthest from the reference. */
    private static int[] farthest(float[] toReference) {
        return java.util.stream.IntStream.range(0, toReference.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble((Integer i) -> -toReference[i]))
                .limit(toReference.length / 10)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double auc(float[] scores, boolean[] member, int[] of) {
        float[] some = new float[of.length];
        boolean[] which = new boolean[of.length];
        for (int i = 0; i < of.length; i++) {
            some[i] = scores[of[i]];
            which[i] = member[of[i]];
        }
        return Ranking.auc(some, which);
    }

    private static int count(boolean[] member) {
        int count = 0;
        for (boolean one : member) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
