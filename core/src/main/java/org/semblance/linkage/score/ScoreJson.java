package org.semblance.linkage.score;

import java.util.List;
import java.util.Locale;
import org.semblance.evaluate.Interval;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** score.json: a {@link LinkScore} for machines. Equal scores give equal bytes; what cannot be measured is null. */
public final class ScoreJson {
    /** Of the format. */
    public static final int VERSION = 1;

    private ScoreJson() {}

    /**
     * The file's text.
     *
     * @param notes what a reader should know of the reading
     */
    public static String text(LinkScore score, List<String> notes) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node(score, notes)) + "\n";
    }

    public static ObjectNode node(LinkScore score, List<String> notes) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", "semblance-linkage-score").put("version", VERSION);
        ArrayNode told = root.putArray("notes");
        notes.forEach(told::add);
        Sides sides = score.sides();
        ObjectNode records = root.putObject("records").put("source", sides.source());
        if (sides.two()) {
            records.put("target", sides.target());
        }
        number(records, "comparisons", sides.comparisons());
        form(root.putObject("truth"), score.truth());
        form(root.putObject("links"), score.links());
        ObjectNode pairs = root.putObject("pairs");
        counts(pairs, score.pairs());
        ObjectNode intervals =
                pairs.putObject("intervals").put("groups", score.intervals().groups());
        interval(intervals, "precision", score.intervals().precision());
        interval(intervals, "recall", score.intervals().recall());
        interval(intervals, "f1", score.intervals().f());
        ObjectNode clusters = root.putObject("clusters");
        clusters.put("judgedBy", score.judgedBy().name().toLowerCase(Locale.ROOT));
        clusters(clusters, score.clusters());
        candidates(root, score);
        score.top().ifPresent(top -> {
            ObjectNode node = root.putObject("top1");
            node.put("linkedRows", top.linkedRows());
            number(node, "right", top.right());
            number(node, "accuracy", top.accuracy());
            node.put("aloneRows", top.aloneRows()).put("leftAlone", top.leftAlone());
            number(node, "trueNegativeRate", top.trueNegativeRate());
        });
        score.curve().ifPresent(curve -> curve(root.putObject("curve"), curve));
        ArrayNode strata = root.putArray("strata");
        for (Stratum stratum : score.strata()) {
            ObjectNode node = strata.addObject();
            node.put("kind", stratum.kind()).put("name", stratum.name()).put("records", stratum.records());
            counts(node, stratum.counts());
        }
        return root;
    }

    private static void form(ObjectNode node, LinkScore.Form form) {
        node.put("form", form.clustered() ? "clusters" : "pairs").put("scored", form.scored());
    }

    private static void counts(ObjectNode node, PairCounts counts) {
        node.put("both", counts.both()).put("predicted", counts.predicted()).put("actual", counts.actual());
        number(node, "precision", counts.precision());
        number(node, "recall", counts.recall());
        number(node, "f1", counts.f());
        number(node, "f0.5", counts.f(0.5));
        number(node, "f2", counts.f(2));
        number(node, "fStar", counts.fStar());
        number(node, "fowlkesMallows", counts.fowlkesMallows());
    }

    private static void interval(ObjectNode node, String name, Interval interval) {
        if (interval.known()) {
            node.putArray(name).add(interval.low()).add(interval.high());
        } else {
            node.putNull(name);
        }
    }

    private static void clusters(ObjectNode node, ClusterScore score) {
        node.put("records", score.records()).put("true", score.trueClusters()).put("found", score.foundClusters());
        counts(node.putObject("pairs"), score.pairs());
        rates(node.putObject("bCubedByRecord"), score.records3());
        rates(node.putObject("bCubedByCluster"), score.clusters3());
        rates(node.putObject("exact"), score.exact());
        rates(node.putObject("closest"), score.closest());
        ObjectNode entropies = node.putObject("homogeneity");
        number(entropies, "homogeneity", score.homogeneity().precision());
        number(entropies, "completeness", score.homogeneity().recall());
        number(entropies, "v", score.homogeneity().f());
        number(node, "variationOfInformation", score.variationOfInformation());
        number(node, "adjustedRand", score.adjustedRand());
        node.put("splits", score.splits()).put("merges", score.merges());
    }

    private static void rates(ObjectNode node, ClusterScore.Rates rates) {
        number(node, "precision", rates.precision());
        number(node, "recall", rates.recall());
        number(node, "f1", rates.f());
    }

    private static void candidates(ObjectNode root, LinkScore score) {
        ArrayNode list = root.putArray("candidates");
        for (CandidateScore candidates : score.candidates()) {
            ObjectNode node = list.addObject();
            node.put("key", candidates.key())
                    .put("candidates", candidates.counts().predicted())
                    .put("true", candidates.counts().both());
            number(node, "pairsCompleteness", candidates.pairsCompleteness());
            number(node, "reductionRatio", candidates.reductionRatio());
            number(node, "pairsQuality", candidates.pairsQuality());
        }
    }

    private static void curve(ObjectNode node, Curve curve) {
        number(node, "averagePrecision", curve.averagePrecision());
        number(node, "rocArea", curve.rocArea());
        point(node.putObject("best"), curve.best());
        ArrayNode points = node.putArray("points");
        curve.points().forEach(point -> point(points.addObject(), point));
    }

    private static void point(ObjectNode node, Curve.Point point) {
        number(node, "threshold", point.threshold());
        node.put("links", point.counts().predicted());
        number(node, "precision", point.counts().precision());
        number(node, "recall", point.counts().recall());
        number(node, "f1", point.counts().f());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
