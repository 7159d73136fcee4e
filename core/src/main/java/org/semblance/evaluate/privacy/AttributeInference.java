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
 * column is a secret in turn. The value is the highest residual risk (attack - control) / (1 - control) of a secret, in
 * an interval that holds for all secrets at once; parts: each secret and the mean. The baseline takes the secret of a
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
            new Options(List.of(), List.of(), 5_000, 50_000),
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
                        + " right for rows learnt from, control for rows held back; the worst secret. The baseline takes"
                        + " a random synthetic row. Intervals: Wilson, errors propagated, Bonferroni over secrets.",
                "Anonymeter, Giomi et al. 2023, doi:10.56553/popets-2023-0055.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table holdout = c.holdout("attribute-inference");
        Rng rng = run.rng();
        Table synthetic = Searches.some(c.synthetic(), options.rows, rng.child("synthetic"));
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
        int[][] nearLearnt;
        int[][] nearHeld;
        if (known.length > 0) {
            Neighbours index = Distances.gower(learnt.select(known), held.select(known), synthetic.select(known))
                    .neighbours(SYNTHETIC);
            nearLearnt = same(Searches.rows(index, LEARNT, learnt.rows(), 1, run.child("learnt"))[0], secrets.length);
            nearHeld = same(Searches.rows(index, HELD, held.rows(), 1, run.child("held"))[0], secrets.length);
        } else {
            Distances distances = Distances.gower(learnt, held, synthetic);
            Neighbours index = distances.neighbours(SYNTHETIC);
            Without without = new Without(distances, index, secrets);
            nearLearnt = without.all(LEARNT, run.child("learnt"));
            nearHeld = without.all(HELD, run.child("held"));
        }
        int[] random = new int[learnt.rows()];
        Rng guesses = rng.child("baseline");
        for (int i = 0; i < random.length; i++) {
            random[i] = guesses.nextInt(synthetic.rows());
        }
        List<Trial> trials = new ArrayList<>();
        for (int s = 0; s < secrets.length; s++) {
            Guesses right = Guesses.of(secrets[s], c.real(), learnt, held, synthetic);
            trials.add(new Trial(
                    c.name(secrets[s]),
                    new Trial.Tally(right.count(LEARNT, nearLearnt[s], SYNTHETIC), learnt.rows()),
                    new Trial.Tally(right.count(HELD, nearHeld[s], SYNTHETIC), held.rows()),
                    new Trial.Tally(right.count(LEARNT, random, SYNTHETIC), learnt.rows())));
        }
        Score score = Trial.score("attribute-inference", "Guessing a secret", trials);
        String among = Searches.among(synthetic.rows(), c.synthetic().rows(), "synthetic");
        return score.note((score.note() + " " + among).trim());
    }

    private static int[][] same(int[] rows, int times) {
        return IntStream.range(0, times).mapToObj(s -> rows).toArray(int[][]::new);
    }

    /** The nearest synthetic rows when each secret in turn does not count, from one search. */
    private record Without(Distances distances, Neighbours index, int[] secrets) {
        /** For all rows of a table: secrets x rows. */
        int[][] all(int table, Run run) {
            int n = distances.rows(table);
            int[][] out = new int[secrets.length][n];
            run.parallel((n + CHUNK - 1) / CHUNK, chunk -> {
                Rng lots = run.rng().child(chunk);
                for (int i = chunk * CHUNK; i < Math.min(n, (chunk + 1) * CHUNK); i++) {
                    LeftOut hunt = new LeftOut(distances, secrets, table, i, lots.nextLong());
                    index.search(table, i, hunt);
                    for (int s = 0; s < secrets.length; s++) {
                        out[s][i] = hunt.row(s);
                    }
                }
            });
            return out;
        }
    }
}
