package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.math.IntraClass;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;

/**
 * Whether rows that share a parent are as much alike as real ones: visits of one patient, and a patient's visits beside
 * the patient's prescriptions. The mean over three kinds of pairs of columns:
 *
 * <ul>
 *   <li>a number with itself, among the children of one parent: 1 minus half the difference of the intraclass
 *       correlations ({@link IntraClass}; both stand in the figures);
 *   <li>any other two columns of the same child table (a label also with itself): each row stands beside other children
 *       of its parent, and the pair is scored as {@link PairTrends} does;
 *   <li>columns of two child tables of the same parent: each row stands beside rows of the other table, scored the
 *       same way.
 * </ul>
 *
 * <p>All pairs are looked at where they are at most {@value Siblings#ENOUGH}, else as many rounds of each row with
 * another, drawn from the run's randomness, as that leaves room for, at least one. Large families weigh more. The likeness that siblings owe to what is
 * known of the parent counts as well. SDMetrics has no such measure. Cost: one pass over the child rows per pair of
 * columns. Of more than {@code mostPairs} pairs of the last two kinds so many are drawn.
 */
public final class SiblingTrends implements RelatedMetric {
    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "sibling-trends",
            "Whether children of one parent are as much alike as real ones, in one table and across two; 1 is the same.",
            new PairTrends.Options("real", 0, 0, 1_000, "zero"),
            SiblingTrends::new);

    private final PairTrends.Options options;

    SiblingTrends(PairTrends.Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns and pairs of columns of 1 minus half the difference of intraclass correlations"
                        + " ICC(1) (a number among the children of one parent) or the score of pair trends over pairs of"
                        + " children of one parent.",
                "Own measure; ICC(1): Donner 1986, doi:10.2307/1403259.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("Intraclass correlation of siblings", "real", "synthetic");
        for (Relationship relationship : c.relationships()) {
            intraclass(c, relationship, run, parts, figures);
        }
        Score pairs = new Trends("sibling-trends", options).measure(c, paths(c), run);
        parts.putAll(pairs.parts());
        return Score.mean("sibling-trends", parts).figures(figures.build()).note(pairs.note());
    }

    private void intraclass(
            RelatedComparison c,
            Relationship relationship,
            Run run,
            Map<String, Double> parts,
            Figures.Builder figures) {
        Comparison table = c.table(relationship.child());
        double[] real = new double[table.real().width()];
        double[] synthetic = new double[real.length];
        Link ofReal = c.real().link(relationship);
        Link ofSynthetic = c.synthetic().link(relationship);
        run.parallel(real.length, k -> {
            if (table.numeric(k)) {
                real[k] =
                        IntraClass.correlation(table.real().numbers(k).toArray(), ofReal.parents(), ofReal.families());
                synthetic[k] = IntraClass.correlation(
                        table.synthetic().numbers(k).toArray(), ofSynthetic.parents(), ofSynthetic.families());
            }
        });
        for (int k = 0; k < real.length; k++) {
            boolean counted = options.leastCorrelation() == 0 || Math.abs(real[k]) > options.leastCorrelation();
            if (table.numeric(k) && counted) {
                boolean lost = !Double.isNaN(real[k]) && Double.isNaN(synthetic[k]);
                double score = 1 - Math.abs(real[k] - synthetic[k]) / 2;
                String name = siblings(c, relationship).name(table.name(k), table.name(k));
                parts.put(name, lost && options.lost().equals("zero") ? 0 : score);
                figures.row(name, real[k], synthetic[k]);
            }
        }
    }

    private static List<Trends.Path> paths(RelatedComparison c) {
        List<Trends.Path> paths = new ArrayList<>();
        for (int second = 0; second < c.relationships().size(); second++) {
            Relationship b = c.relationships().get(second);
            paths.add(siblings(c, b));
            for (Relationship a : c.relationships().subList(0, second)) {
                if (a.parent().equals(b.parent()) && a.parentKey().equals(b.parentKey())) {
                    paths.add(Trends.Path.all(
                            a.child(),
                            b.child(),
                            "same " + a.parent() + " by " + String.join(" + ", a.foreignKey()) + " and "
                                    + String.join(" + ", b.foreignKey()),
                            meeting(c, a, b)));
                }
            }
        }
        return paths;
    }

    private static Trends.Rows meeting(RelatedComparison c, Relationship a, Relationship b) {
        return (database, rng) -> {
            int rounds = Siblings.rounds(
                    new Link[] {c.real().link(a), c.synthetic().link(a)},
                    new Link[] {c.real().link(b), c.synthetic().link(b)});
            return Siblings.ofTwo(database.link(a), database.link(b), rounds, rng);
        };
    }

    private static Trends.Path siblings(RelatedComparison comparison, Relationship relationship) {
        return new Trends.Path(
                relationship.child(),
                relationship.child(),
                "siblings by " + String.join(" + ", relationship.foreignKey()),
                (database, rng) -> {
                    int rounds = Siblings.rounds(
                            comparison.real().link(relationship),
                            comparison.synthetic().link(relationship));
                    return Siblings.ofOne(database.link(relationship), rounds, rng);
                },
                (c, a, b) -> a < b || (a == b && !c.table(relationship.child()).numeric(a)));
    }
}
