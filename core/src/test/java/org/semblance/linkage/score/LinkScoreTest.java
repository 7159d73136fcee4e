package org.semblance.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Scores of links against published vectors, hand calculations and plain enumeration of all pairs. */
class LinkScoreTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int[] TRUE = {0, 0, 0, 1, 1, 2, 2, 3};
    private static final int[] FOUND = {1, 1, 2, 3, 2, 4, 4, 4};

    private static LinkScore score(Sides sides, Links truth, Links links) {
        return LinkScore.of(sides, truth, links, LinkScore.More.none(), Run.of(1));
    }

    /** The vectors of Valires and ER-Evaluation, as their documentation has them. */
    @Test
    void publishedVectors() {
        ClusterScore score =
                score(Sides.one(8), Links.clusters(TRUE), Links.clusters(FOUND)).clusters();
        assertThat(score.pairs().precision()).isCloseTo(0.4, EXACT);
        assertThat(score.pairs().recall()).isCloseTo(0.4, EXACT);
        assertThat(score.pairs().f()).isCloseTo(0.4, EXACT);
        assertThat(score.clusters3().precision()).isCloseTo(0.645833333333333, EXACT);
        assertThat(score.clusters3().recall()).isCloseTo(0.763888888888889, EXACT);
        assertThat(score.clusters3().f()).isCloseTo(0.699917898, within(1e-9));
        assertThat(score.records3().precision()).isCloseTo(0.708333333333333, EXACT);
        assertThat(score.records3().recall()).isCloseTo(0.708333333333333, EXACT);
    }

    @Test
    void exactClusters() {
        int[] found = FOUND.clone();
        found[7] = 5;
        ClusterScore score =
                score(Sides.one(8), Links.clusters(TRUE), Links.clusters(found)).clusters();
        assertThat(score.exact().precision()).isCloseTo(0.4, EXACT);
        assertThat(score.exact().recall()).isCloseTo(0.5, EXACT);
        assertThat(score.exact().f()).isCloseTo(4 / 9.0, EXACT);
    }

    /** By hand: true {0,1,2} {3}, found {0,1} {2,3}. Cells 2, 1, 1. */
    @Test
    void partitionsByHand() {
        ClusterScore score = score(
                        Sides.one(4), Links.clusters(new int[] {0, 0, 0, 1}), Links.clusters(new int[] {5, 5, 6, 6}))
                .clusters();
        double trueEntropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        double joint = -(0.5 * Math.log(0.5) + 0.5 * Math.log(0.25));
        double entropy = Math.log(2);
        assertThat(score.variationOfInformation()).isCloseTo(2 * joint - trueEntropy - entropy, EXACT);
        assertThat(score.homogeneity().precision()).isCloseTo(1 - (joint - entropy) / trueEntropy, EXACT);
        assertThat(score.homogeneity().recall()).isCloseTo(1 - (joint - trueEntropy) / entropy, EXACT);
        // Of 6 pairs 3 are true, 2 found, 1 both; by chance 2*3/6 = 1.
        assertThat(score.adjustedRand()).isCloseTo(0, EXACT);
        assertThat(score.splits()).isEqualTo(1);
        assertThat(score.merges()).isEqualTo(1);
        // Nearest: {0,1} of {0,1,2} is 2/3, {2,3} of {3} is 1/2, both ways.
        assertThat(score.closest().recall()).isCloseTo((2 / 3.0 + 0.5) / 2, within(1e-7));
        assertThat(score.closest().precision()).isCloseTo((2 / 3.0 + 0.5) / 2, within(1e-7));
    }

    /** A drawn set of two files, given as pairs and as clusters: counts equal those of looking at every pair. */
    @Test
    void countsEqualEnumeration() {
        Rng rng = Rng.of(5);
        Sides sides = new Sides(60, 90);
        int[] truth = labels(rng, 150, 40);
        int[] found = labels(rng, 150, 50);
        long[] truePairs = pairs(sides, truth);
        long[] foundPairs = pairs(sides, found);
        long both = Arrays.stream(foundPairs)
                .filter(pair -> Arrays.binarySearch(truePairs, pair) >= 0)
                .count();
        PairCounts expected = new PairCounts(both, foundPairs.length, truePairs.length);
        Links[] truths = {Links.pairs(truePairs.clone()), split(truth, 60)};
        Links[] links = {Links.pairs(foundPairs.clone()), split(found, 60)};
        for (Links t : truths) {
            for (Links l : links) {
                LinkScore score = score(sides, t, l);
                assertThat(score.pairs()).isEqualTo(expected);
                assertThat(score.clusters().pairs()).isEqualTo(expected);
                assertThat(score.intervals().recall().low()).isLessThan(expected.recall());
                assertThat(score.intervals().recall().high()).isGreaterThan(expected.recall());
            }
        }
        assertThat(score(sides, truths[0], links[0]).intervals())
                .isEqualTo(score(sides, truths[1], links[1]).intervals());
    }

    @Test
    void strataEqualEnumeration() {
        Rng rng = Rng.of(6);
        Sides sides = new Sides(60, 90);
        int[] truth = labels(rng, 150, 40);
        int[] found = labels(rng, 150, 50);
        Marks marks = new Marks();
        boolean[] marked = new boolean[150];
        for (int i = 0; i < 150; i += 1 + rng.nextInt(6)) {
            marked[i] = true;
            marks.mark("case", "twin", i >= 60, i >= 60 ? i - 60 : i);
        }
        long actual = 0;
        long both = 0;
        long predicted = 0;
        for (long pair : pairs(sides, truth)) {
            actual += marked[Sides.first(pair)] || marked[sides.second(pair)] ? 1 : 0;
        }
        for (long pair : pairs(sides, found)) {
            boolean in = marked[Sides.first(pair)] || marked[sides.second(pair)];
            predicted += in ? 1 : 0;
            both += in && truth[Sides.first(pair)] == truth[sides.second(pair)] ? 1 : 0;
        }
        LinkScore.More more = new LinkScore.More(Map.of(), marks);
        Links[] truths = {Links.pairs(pairs(sides, truth)), split(truth, 60)};
        Links[] links = {Links.pairs(pairs(sides, found)), split(found, 60)};
        for (Links t : truths) {
            for (Links l : links) {
                Stratum stratum =
                        LinkScore.of(sides, t, l, more, Run.of(1)).strata().get(0);
                assertThat(stratum.counts()).isEqualTo(new PairCounts(both, predicted, actual));
            }
        }
    }

    /** Three source rows; scores .9 true, .8 false, .8 true, .3 false; one more true pair has no link. */
    @Test
    void curveAndTopByHand() {
        Sides sides = new Sides(4, 5);
        long[] pairs = {pair(0, 0), pair(0, 1), pair(1, 1), pair(3, 4)};
        double[] scores = {0.9, 0.8, 0.8, 0.3};
        Links truth = Links.pairs(new long[] {pair(0, 0), pair(1, 1), pair(2, 2)});
        LinkScore score = score(sides, truth, Links.pairs(pairs, scores));
        Curve curve = score.curve().orElseThrow();
        assertThat(curve.averagePrecision()).isCloseTo(1 / 3.0 + 1 / 3.0 * 2 / 3.0, EXACT);
        assertThat(curve.best().threshold()).isEqualTo(0.8);
        assertThat(curve.best().counts()).isEqualTo(new PairCounts(2, 3, 3));
        // ROC over 20 pairs, 17 of them not true: true ones at ranks (.9), (.8 with one other), and among the 15
        // unlinked.
        double area = (17 + 16.5 + 7.5) / (3 * 17);
        assertThat(curve.rocArea()).isCloseTo(area, EXACT);
        TopScore top = score.top().orElseThrow();
        assertThat(top.accuracy()).isCloseTo(2 / 3.0, EXACT);
        assertThat(top.trueNegativeRate()).isCloseTo(0, EXACT);
        assertThat(top.aloneRows()).isEqualTo(1);
    }

    @Test
    void negativeScoresAreInOrder() {
        long[] pairs = {pair(0, 0), pair(1, 1), pair(2, 2)};
        Links truth = Links.pairs(new long[] {pair(0, 0)});
        Curve curve = score(new Sides(3, 3), truth, Links.pairs(pairs, new double[] {4.5, -2, -0.5}))
                .curve()
                .orElseThrow();
        assertThat(curve.points().stream().map(Curve.Point::threshold).toList()).containsExactly(4.5, -0.5, -2.0);
        assertThat(curve.averagePrecision()).isEqualTo(1);
    }

    @Test
    void candidatesByKey() {
        Links truth = Links.pairs(new long[] {pair(0, 0), pair(1, 1)});
        Map<String, Links> keys = new TreeMap<>();
        keys.put("dob", Links.pairs(new long[] {pair(0, 0), pair(0, 1)}));
        keys.put("name", Links.pairs(new long[] {pair(0, 0), pair(1, 1), pair(1, 2)}));
        LinkScore score = LinkScore.of(
                new Sides(2, 3), truth, Links.pairs(new long[0]), new LinkScore.More(keys, new Marks()), Run.of(1));
        assertThat(score.candidates()).extracting(CandidateScore::key).containsExactly("", "dob", "name");
        CandidateScore all = score.candidates().get(0);
        assertThat(all.counts()).isEqualTo(new PairCounts(2, 4, 2));
        assertThat(all.reductionRatio()).isCloseTo(1 - 4 / 6.0, EXACT);
        assertThat(score.candidates().get(1).pairsCompleteness()).isEqualTo(0.5);
        assertThat(score.pairs().precision()).isNaN();
        assertThat(score.pairs().recall()).isEqualTo(0);
    }

    @Test
    void threadsChangeNothing() {
        Rng rng = Rng.of(9);
        int[] truth = labels(rng, 400_000, 200_000);
        int[] found = labels(rng, 400_000, 180_000);
        LinkScore one = score(Sides.one(400_000), Links.clusters(truth), Links.clusters(found));
        LinkScore two = LinkScore.of(
                Sides.one(400_000),
                Links.clusters(truth),
                Links.clusters(found),
                LinkScore.More.none(),
                Run.of(1).threads(3));
        assertThat(two).isEqualTo(one);
    }

    /**
     * Recall of 400 sets of people drawn with different sizes lies in its interval as often as promised: binomial 99.9 %
     * bounds of 400 draws at .95 are 364 and 392; Wilson's interval is a little wide, so only the lower one is asked.
     */
    @Test
    void intervalsCover() {
        int inside = 0;
        for (int k = 0; k < 400; k++) {
            Rng rng = Rng.of(k).child("cover");
            int[] truth = new int[600];
            int[] found = new int[600];
            int next = 0;
            for (int i = 0; i < 600; ) {
                int size = Math.min(600 - i, 1 + rng.nextInt(5));
                // A whole person is lost with chance .2: pairs of one person stand and fall together.
                boolean lost = rng.nextDouble() < 0.2;
                for (int j = 0; j < size; j++, i++) {
                    truth[i] = next;
                    found[i] = lost ? 1000 + i : next;
                }
                next++;
            }
            Intervals intervals = score(Sides.one(600), Links.clusters(truth), Links.clusters(found))
                    .intervals();
            inside += intervals.recall().low() <= 0.8 && intervals.recall().high() >= 0.8 ? 1 : 0;
        }
        assertThat(inside).isBetween(364, 400);
    }

    static long pair(int source, int target) {
        return (long) source << 32 | target;
    }

    private static Links split(int[] labels, int at) {
        return Links.clusters(Arrays.copyOf(labels, at), Arrays.copyOfRange(labels, at, labels.length));
    }

    private static int[] labels(Rng rng, int n, int clusters) {
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = rng.nextInt(clusters);
        }
        return out;
    }

    private static long[] pairs(Sides sides, int[] labels) {
        List<Long> out = new ArrayList<>();
        for (int s = 0; s < sides.source(); s++) {
            for (int t = 0; t < sides.target(); t++) {
                if (labels[s] == labels[sides.source() + t]) {
                    out.add(pair(s, t));
                }
            }
        }
        return out.stream().mapToLong(Long::longValue).toArray();
    }
}
