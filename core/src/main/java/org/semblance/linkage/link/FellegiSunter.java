package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.linkage.score.Links;
import org.semblance.linkage.score.Sides;
import org.semblance.plugin.Option;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Probabilistic linkage without training data (Fellegi and Sunter 1969): levels of agreement by field, their weights by
 * EM, agreement on a rare text worth more than on a common one, links above the threshold with the highest expected F1.
 *
 * <p>Cost: candidates are compared once on the run's threads, about 1 microsecond each; EM works on the different
 * patterns of agreement. The address counts as one field, and two of one household are a class of their own: fields that
 * come together would otherwise make a family one person. Errors that come together in a record make it surer than it
 * should be.
 */
public final class FellegiSunter implements Linker {
    private static final int SAMPLE = 100_000;
    private static final int BLOCK = 1 << 14;

    /** What may be chosen. */
    public record Options(
            @Option("Whether agreement on a rare text weighs more than on a common one")
            boolean termFrequencies,

            @Option("Whether a row is linked at most once") boolean oneToOne,

            @Option("Whether links are those with the highest expected F1, instead of all with odds of 1 or more")
            boolean expectedF) {
        public static final Options DEFAULT = new Options(true, false, true);
    }

    /**
     * What was found on the way.
     *
     * @param weights that were learnt
     * @param scored all candidates, with the log2 of their odds to match
     * @param threshold of the links
     * @param links above it
     * @param keys that brought candidates together, in words
     */
    public record Result(Weights weights, Links scored, double threshold, Links links, List<String> keys) {}

    private final Options options;

    public FellegiSunter(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "Fellegi-Sunter";
    }

    @Override
    public String statement() {
        return "Candidates: " + Blocking.STATEMENT
                + ". Levels: names and words equal, Jaro-Winkler .92, .80; codes equal,"
                + " one edit; dates equal, day and month swapped or one edit, same year; the address in"
                + " one, by how many of its parts are equal; missing says nothing. m by EM, beside a class of two of one"
                + " household; u from random pairs less those expected in both"
                + (options.termFrequencies ? ", term frequencies" : "")
                + ". Links: " + (options.expectedF ? "highest expected F1" : "odds of 1 and more")
                + (options.oneToOne ? ", each row once." : ".");
    }

    @Override
    public Links link(Fields fields, Run run) {
        return solve(fields, run).links();
    }

    /** Links, with all that was learnt. */
    public Result solve(Fields all, Run run) {
        Blocking blocking = Blocking.of(all);
        Fields fields = all.addressInOne();
        long[] pairs = blocking.pairs();
        int width = fields.list.size();
        byte[] levels = new byte[Math.multiplyExact(pairs.length, width)];
        run.parallel((pairs.length + BLOCK - 1) / BLOCK, block -> {
            for (int i = block * BLOCK; i < Math.min(pairs.length, (block + 1) * BLOCK); i++) {
                int s = (int) (pairs[i] >>> 32);
                int t = (int) pairs[i];
                for (int f = 0; f < width; f++) {
                    levels[i * width + f] = (byte) fields.list.get(f).level(s, t);
                }
            }
        });
        double comparisons = fields.sides.comparisons();
        double[][] random = random(fields, run.rng().child("random pairs"));
        double start = 0.5 * Math.min(fields.sides.source(), fields.sides.target());
        Weights weights = Weights.learn(patterns(levels, width), random, fields.shared(), new double[] {
            comparisons, Math.min(start, comparisons / 4)
        });
        double[] scores = scores(fields, pairs, levels, weights);
        Links scored = Links.pairs(pairs, scores);
        double threshold = options.expectedF ? expectedF(scores, weights.matches()) : 0;
        Links links = scored.above(threshold);
        return new Result(
                weights, scored, threshold, options.oneToOne ? oneToOne(links, fields.sides) : links, blocking.used);
    }

    /** How likely each level is for two rows drawn at random; equality is counted, not drawn. */
    private static double[][] random(Fields fields, Rng rng) {
        int n = fields.sides.source();
        int m = fields.sides.target();
        int draws = (int) Math.min(SAMPLE, Math.max(20_000, (double) n * m));
        double[][] out = new double[fields.list.size()][];
        for (int f = 0; f < out.length; f++) {
            Field field = fields.list.get(f);
            double[] counts = new double[field.kind.levels()];
            Arrays.fill(counts, 0.5);
            Rng own = rng.child(f);
            for (int k = 0; k < draws; k++) {
                int level = field.level(own.nextInt(n), own.nextInt(m));
                if (level >= 0 && level < counts.length - 1) {
                    counts[level]++;
                }
            }
            double equal = equal(field);
            double sum = Arrays.stream(counts, 0, counts.length - 1).sum();
            for (int l = 0; l < counts.length - 1; l++) {
                counts[l] *= (1 - equal) / sum;
            }
            counts[counts.length - 1] = equal;
            out[f] = counts;
        }
        return out;
    }

    /** The chance that two rows drawn at random, both filled, have the same text. */
    private static double equal(Field field) {
        long[] counts = new long[field.texts.length];
        double first = 0;
        double second = 0;
        for (int code : field.source) {
            if (code >= 0) {
                counts[code]++;
                first++;
            }
        }
        double same = 0;
        for (int code : field.target) {
            if (code >= 0) {
                same += counts[code];
                second++;
            }
        }
        return Math.min(Math.max(same / first / second, 1e-12), 1 - 1e-9);
    }

    static Weights.Patterns patterns(byte[] levels, int width) {
        int n = levels.length / Math.max(1, width);
        long[] codes = new long[n];
        for (int i = 0; i < n; i++) {
            long code = 0;
            for (int f = 0; f < width; f++) {
                code = code * 5 + levels[i * width + f] + 1;
            }
            codes[i] = code;
        }
        Arrays.sort(codes);
        List<byte[]> different = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (int i = 0; i < n; ) {
            int from = i;
            while (i < n && codes[i] == codes[from]) {
                i++;
            }
            byte[] pattern = new byte[width];
            long code = codes[from];
            for (int f = width - 1; f >= 0; f--) {
                pattern[f] = (byte) (code % 5 - 1);
                code /= 5;
            }
            different.add(pattern);
            counts.add((double) (i - from));
        }
        return new Weights.Patterns(
                different.toArray(new byte[0][]),
                counts.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The log2 of the odds to match, against all else: what is left, and two of a household. */
    private double[] scores(Fields fields, long[] pairs, byte[] levels, Weights weights) {
        int width = fields.list.size();
        boolean[] shared = fields.shared();
        double[] out = new double[pairs.length];
        double[] filled = fields.list.stream().mapToDouble(Field::filled).toArray();
        double rest = fields.sides.comparisons() - weights.matches() - weights.households();
        double match = Weights.log2(weights.matches() / rest);
        double household = Weights.log2(weights.households() / rest);
        for (int i = 0; i < out.length; i++) {
            double score = match;
            double home = household;
            for (int f = 0; f < width; f++) {
                int level = levels[i * width + f];
                if (level < 0) {
                    continue;
                }
                Field field = fields.list.get(f);
                double u = weights.u()[f][level];
                if (options.termFrequencies && level == field.kind.levels() - 1) {
                    // The two themselves tell nothing of how common the text is among others.
                    int others = field.counts[field.source[(int) (pairs[i] >>> 32)]] - 1;
                    u = others <= 1 ? Math.min(u, 1 / filled[f]) : others / filled[f];
                }
                score += Weights.log2(weights.m()[f][level] / u);
                home += shared[f] ? Weights.log2(weights.h()[f][level] / u) : 0;
            }
            out[i] = home < -50 ? score : score - Weights.log2(1 + Math.pow(2, home));
        }
        return out;
    }

    /** The score above which 2 * sum of posteriors / (links + all expected matches) is highest. */
    static double expectedF(double[] scores, double matches) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double all = 0;
        for (double score : sorted) {
            all += posterior(score);
        }
        double expected = Math.max(all, matches);
        double best = 0;
        double threshold = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int k = 1; k <= sorted.length; k++) {
            double score = sorted[sorted.length - k];
            sum += posterior(score);
            double f = 2 * sum / (k + expected);
            if (f > best) {
                best = f;
                threshold = score;
            }
        }
        return threshold;
    }

    private static double posterior(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }

    /** The surest first, each row at most once. */
    private static Links oneToOne(Links links, Sides sides) {
        Integer[] order = new Integer[links.pairs().length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(links.scores()[b], links.scores()[a]));
        boolean[] source = new boolean[sides.source()];
        boolean[] target = new boolean[sides.target()];
        long[] pairs = new long[order.length];
        double[] scores = new double[order.length];
        int kept = 0;
        for (int i : order) {
            int s = (int) (links.pairs()[i] >>> 32);
            int t = (int) links.pairs()[i];
            if (!source[s] && !target[t]) {
                source[s] = true;
                target[t] = true;
                pairs[kept] = links.pairs()[i];
                scores[kept++] = links.scores()[i];
            }
        }
        return Links.pairs(Arrays.copyOf(pairs, kept), Arrays.copyOf(scores, kept));
    }
}
