package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Neighbours;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Attribute inference: how often the synthetic table tells an attacker a secret of a person whose other columns are
 * known, beyond what it tells of people it was not learnt from.
 *
 * <p>The guess is the secret of the synthetic row that is nearest in the known columns ({@link Distances#gower}; equally
 * near rows drawn by lot). It is right where labels are equal, or numbers within 5 % of the guess (dates and times:
 * within 5 % of their range), or both are missing. Known are the named columns, else all but the secret; every other
 * column is a secret in turn. The value is the residual risk (attack - control) / (1 - control) of the secret that is
 * most surely told (see {@link Trial#score}), in an interval wide enough for one picked out of all; parts: each secret and
 * the mean. Secrets that anybody guesses, or
 * nobody, do not count where their risk is not beyond chance. The baseline takes the secret of a
 * random synthetic row. As Anonymeter, but a negative guess is not always right (its relative difference has the
 * guess's sign), and missing numbers are like each other. Cost: one search a target for all secrets together. Source:
 * Giomi et al. 2023, doi:10.56553/popets-2023-0055.
 */
public final class AttributeInference implements Metric {
    /** The options. */
    public record Options(
            @Option("The columns that the attacker knows; empty are all but the secret one.")
            List<String> known,

            @Option("The columns that the attacker wants to know; empty are all that are not known.")
            List<String> secrets,

            @Option(value = "The most rows to attack of those learnt from, and of those held back.", min = 10)
            int targets,

            @Option(value = "The most synthetic rows to look among; 0 is all.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "attribute-inference",
            "How often the synthetic table tells a secret of a known person, beyond what it tells of others; 0 is never.",
            new Options(List.of(), List.of(), 10_000, 100_000),
            AttributeInference::new);

    private static final int LEARNT = 0;
    private static final int HELD = 1;
    private static final int SYNTHETIC = 2;
    private static final int CHUNK = 64;

    private final Options options;

    AttributeInference(Options options) {
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
                "Attacker: holds the synthetic table and the other columns of a person, and takes the secret of the"
                        + " nearest synthetic row. (attack - control) / (1 - control), where attack is how often that is"
                        + " right for rows learnt from, control for rows held back; the secret most surely told. The baseline takes"
                        + " a random synthetic row. Intervals: Wilson, errors propagated, Bonferroni over secrets.",
                "Anonymeter, Giomi et al. 2023, doi:10.56553/popets-2023-0055.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("attribute-inference");
        Rng rng = run.rng();
        Table synthetic = Searches.among(c.synthetic(), c.real(), options.rows, rng.child("synthetic"));
        Table learnt = Sample.rows(c.real(), options.targets, rng.child("learnt"));
        Table held = Sample.rows(holdout, options.targets, rng.child("held"));
        int[] known = Chosen.positions(c.real(), options.known, "attribute-inference");
        int[] secrets = options.secrets.isEmpty()
                ? Chosen.others(c.real(), known)
                : Chosen.positions(c.real(), options.secrets, "attribute-inference");
        boolean lonely = known.length == 0 ? c.real().width() < 2 : secrets.length == 0;
        if (synthetic.rows() == 0 || learnt.rows() == 0 || held.rows() == 0 || lonely) {
            return Score.none("attribute-inference", "There are too few rows or columns.");
        }
        Without without = new Without(learnt, held, synthetic, known, secrets);
        int[] ofLearnt = without.targets(LEARNT, options.rows == 0);
        int[] ofHeld = without.targets(HELD, options.rows == 0);
        int[][] nearLearnt = without.nearest(LEARNT, ofLearnt, run.child("learnt"));
        int[][] nearHeld = without.nearest(HELD, ofHeld, run.child("held"));
        int[] random = new int[ofLearnt.length];
        Rng guesses = rng.child("baseline");
        for (int i = 0; i < random.length; i++) {
            random[i] = guesses.nextInt(synthetic.rows());
        }
        List<Trial> trials = new ArrayList<>();
        for (int s = 0; s < secrets.length; s++) {
            Guesses right = Guesses.of(secrets[s], c.real(), learnt, held, synthetic);
            trials.add(new Trial(
                    c.name(secrets[s]),
                    new Trial.Tally(right.count(LEARNT, ofLearnt, SYNTHETIC, nearLearnt[s]), ofLearnt.length),
                    new Trial.Tally(right.count(HELD, ofHeld, SYNTHETIC, nearHeld[s]), ofHeld.length),
                    new Trial.Tally(right.count(LEARNT, ofLearnt, SYNTHETIC, random), ofLearnt.length)));
        }
        Score score = Trial.score("attribute-inference", "Guessing a secret", trials);
        return score.note(Searches.sentences(
                score.note(),
                Searches.among(synthetic.rows(), c.synthetic().rows(), "synthetic"),
                Searches.on(ofLearnt.length, learnt.rows())));
    }

    /** Searches for the nearest synthetic row in the known columns, or, where none are named, in all but the secret. */
    private static final class Without {
        private final boolean named;
        private final int[] secrets;
        private final Distances distances;
        private final Neighbours index;

        Without(Table learnt, Table held, Table synthetic, int[] known, int[] secrets) {
            this.secrets = secrets;
            named = known.length > 0;
            distances = named
                    ? Distances.gower(learnt.select(known), held.select(known), synthetic.select(known))
                    : Distances.gower(learnt, held, synthetic);
            index = distances.neighbours(SYNTHETIC);
        }

        int[] targets(int table, boolean all) {
            int count = distances.rows(table);
            return named
                    ? Searches.affordable(index, table, count, all)
                    : Searches.affordable(
                            index, table, count, all, row -> new LeftOut(distances, secrets, table, row, row));
        }

        /** The nearest synthetic row for each secret: secrets x targets. */
        int[][] nearest(int table, int[] targets, Run run) {
            if (named) {
                int[] same = Searches.rows(index, table, targets, 1, run)[0];
                return IntStream.range(0, secrets.length).mapToObj(s -> same).toArray(int[][]::new);
            }
            int n = targets.length;
            int[][] out = new int[secrets.length][n];
            run.parallel((n + CHUNK - 1) / CHUNK, chunk -> {
                Rng lots = run.rng().child(chunk);
                for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                    LeftOut hunt = new LeftOut(distances, secrets, table, targets[i], lots.nextLong());
                    index.search(table, targets[i], hunt);
                    for (int s = 0; s < secrets.length; s++) {
                        out[s][i] = hunt.row(s);
                    }
                }
            });
            return out;
        }
    }
}
