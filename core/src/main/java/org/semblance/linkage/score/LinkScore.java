package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.semblance.run.Run;

/**
 * Everything that is measured of links whose truth is known (Binette et al. 2023, doi:10.29012/jpc.851, and the sources
 * named with each part).
 *
 * <p>Cost: linear in records and pairs; 100,000,000 records in clusters take 12 bytes a record beside their two labels.
 *
 * @param pairs of records, as they were given
 * @param clusters of what hangs together
 * @param judgedBy what the true clusters were taken from
 * @param candidates all first, then by key; empty where none were given
 * @param top of two files only
 * @param curve of links with scores only
 * @param strata by error and by case, where it is known who has what
 */
public record LinkScore(
        Sides sides,
        Form truth,
        Form links,
        PairCounts pairs,
        Intervals intervals,
        ClusterScore clusters,
        JudgedBy judgedBy,
        List<CandidateScore> candidates,
        Optional<TopScore> top,
        Optional<Curve> curve,
        List<Stratum> strata) {
    private static final Partition NO_CLUSTERS = new Partition(new int[0], 0);

    /** What says which records are one person. */
    public enum JudgedBy {
        /** The truth: clusters of all records, or pairs of one file. */
        TRUTH,
        /** The people, beside a truth of pairs between two files. */
        PEOPLE,
        /** Pairs between two files, which do not say which rows of one file are one person. */
        PAIRS
    }

    /** How links were given: as clusters or as pairs, with or without scores. */
    public record Form(boolean clustered, boolean scored) {
        static Form of(Links links) {
            return new Form(links.clustered(), links.scored());
        }
    }

    /**
     * What is looked at beside the links.
     *
     * @param candidates by key, of blocking; the empty key for those without one
     * @param people clusters of all rows, by which clusters are judged where the truth is pairs between two files
     */
    public record More(Map<String, Links> candidates, Marks marks, Optional<Links> people) {
        public More(Map<String, Links> candidates, Marks marks) {
            this(candidates, marks, Optional.empty());
        }

        public static More none() {
            return new More(Map.of(), new Marks());
        }
    }

    public LinkScore {
        candidates = List.copyOf(candidates);
        strata = List.copyOf(strata);
    }

    /** Scores links against the truth. */
    public static LinkScore of(Sides sides, Links truth, Links links, More more, Run run) {
        Partition trueClusters = truth.partition(sides);
        Partition found = links.partition(sides);
        PairCounting counting = new PairCounting(sides, truth, links, trueClusters, found, run);
        JudgedBy by = judgedBy(sides, truth, links, more);
        Partition people = by == JudgedBy.PEOPLE ? more.people.orElseThrow().partition(sides) : trueClusters;
        Overlap overlap = Overlap.of(sides, people, found, null, run);
        ClusterScore clusters = ClusterScore.of(overlap, run);
        PairCounts pairs = truth.clustered() && links.clustered() ? clusters.pairs() : counting.count(null);
        LongPredicate isTrue = test(sides, truth, trueClusters);
        boolean lookedUp = sides.two() && !links.clustered();
        return new LinkScore(
                sides,
                Form.of(truth),
                Form.of(links),
                pairs,
                Intervals.of(sides, truth, links, trueClusters, found, pairs, run),
                clusters,
                by,
                candidates(sides, truth, trueClusters, more.candidates, run),
                lookedUp
                        ? Optional.of(TopScore.of(sides, partnered(sides, truth, trueClusters), links, isTrue))
                        : Optional.empty(),
                links.scored()
                        ? Optional.of(Curve.of(links, isTrue, pairs.actual(), sides.comparisons()))
                        : Optional.empty(),
                more.marks.score(sides, counting, pairs));
    }

    /** Of pairs between the files nobody expects that they join rows of one: they are judged by what pairs can say. */
    private static JudgedBy judgedBy(Sides sides, Links truth, Links links, More more) {
        if (!sides.two() || truth.clustered()) {
            return JudgedBy.TRUTH;
        }
        return links.clustered() && more.people.isPresent() ? JudgedBy.PEOPLE : JudgedBy.PAIRS;
    }

    /** Only the pairs, where nothing else is asked. */
    public static PairCounts pairs(Sides sides, Links truth, Links links, Run run) {
        Partition trueClusters = truth.clustered() ? truth.partition(sides) : NO_CLUSTERS;
        Partition found = links.clustered() ? links.partition(sides) : NO_CLUSTERS;
        return new PairCounting(sides, truth, links, trueClusters, found, run).count(null);
    }

    private static LongPredicate test(Sides sides, Links truth, Partition clusters) {
        if (!truth.clustered()) {
            return truth::contains;
        }
        int[] labels = clusters.labels();
        return pair -> labels[Sides.first(pair)] == labels[sides.second(pair)];
    }

    /** The rows of the source that have a true partner in the target. */
    private static Flags partnered(Sides sides, Links truth, Partition clusters) {
        Flags out = new Flags(sides);
        if (!truth.clustered()) {
            for (long pair : truth.pairs()) {
                out.mark(Sides.first(pair));
            }
            return out;
        }
        boolean[] has = new boolean[clusters.count()];
        for (int i = sides.source(); i < sides.records(); i++) {
            has[clusters.labels()[i]] = true;
        }
        for (int i = 0; i < sides.source(); i++) {
            if (has[clusters.labels()[i]]) {
                out.mark(i);
            }
        }
        return out;
    }

    private static List<CandidateScore> candidates(
            Sides sides, Links truth, Partition clusters, Map<String, Links> byKey, Run run) {
        List<CandidateScore> out = new ArrayList<>();
        if (byKey.isEmpty()) {
            return out;
        }
        if (byKey.size() > 1) {
            Longs all = new Longs();
            byKey.values().forEach(links -> {
                for (long pair : links.pairs()) {
                    all.add(pair);
                }
            });
            out.add(candidates(sides, truth, clusters, "", Links.pairs(all.values, new double[0], all.size), run));
        }
        byKey.forEach((key, links) -> out.add(candidates(sides, truth, clusters, key, links, run)));
        return out;
    }

    private static CandidateScore candidates(
            Sides sides, Links truth, Partition clusters, String key, Links links, Run run) {
        // Candidates are pairs: their clusters are never asked for.
        PairCounting counting = new PairCounting(sides, truth, links, clusters, clusters, run);
        return new CandidateScore(key, counting.count(null), sides.comparisons());
    }
}
