package org.semblance.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;

/**
 * One measure of the synthetic table beside the same measure of fresh real rows, read in words.
 *
 * @param finding what was measured
 * @param fresh what fresh real rows score; NaN where nothing was held back
 * @param parts what the value is the mean of (columns, pairs of columns), furthest behind fresh rows first; empty where
 *     the value is made otherwise
 */
public record ScoreLine(Finding finding, double fresh, Reading reading, List<Part> parts) {
    /** One column or pair of columns of a measure. */
    public record Part(String name, double synthetic, double fresh) {
        /** How far it falls behind fresh rows, or behind 1 where there are none. */
        public double behind() {
            return (Double.isNaN(fresh) ? 1 : fresh) - synthetic;
        }
    }

    /** Metrics whose values are shares of rows or cells. */
    private static final Set<String> SHARES = Set.of(
            "structure",
            "validity",
            "key-uniqueness",
            "referential-integrity",
            "orphans",
            "rules",
            "column-tests",
            "exact-copies",
            "near-copies",
            "combination-copies",
            "identifier-copies",
            "dcr-share",
            "attribute-inference",
            "linkability",
            "singling-out",
            "disclosure",
            "k-anonymity");

    private static final double EQUAL = 1e-9;

    public ScoreLine {
        parts = List.copyOf(parts);
    }

    /** All of an evaluation, in its order. */
    public static List<ScoreLine> of(Findings findings) {
        return findings.list().stream().map(finding -> of(finding, findings)).toList();
    }

    /**
     * The same with numbers of {@link Grain}: words are those of the exact numbers.
     *
     * @param shown the same findings, rounded
     */
    static List<ScoreLine> of(Findings exact, Findings shown) {
        List<ScoreLine> out = new ArrayList<>();
        for (int k = 0; k < exact.list().size(); k++) {
            Finding finding = exact.list().get(k);
            Finding rounded = shown.list().get(k);
            Reading reading = Readings.of(finding, Baseline.of(finding), exact);
            List<Part> parts = parts(finding).isEmpty() ? List.of() : list(rounded);
            out.add(new ScoreLine(rounded, Baseline.of(rounded), reading, parts));
        }
        return out;
    }

    private static ScoreLine of(Finding finding, Findings all) {
        double fresh = Baseline.of(finding);
        return new ScoreLine(finding, fresh, Readings.of(finding, fresh, all), parts(finding));
    }

    private static List<Part> parts(Finding finding) {
        Score synthetic = finding.synthetic();
        boolean mean = finding.about().aspect() == About.Aspect.ALIKE
                || finding.about().aspect() == About.Aspect.VALID;
        double average = Score.mean("", synthetic.parts()).value();
        // Where no key points nowhere, there is no relationship where most do.
        boolean none = synthetic.metric().equals("orphans") && synthetic.value() == 0;
        if (!mean || none || synthetic.parts().isEmpty() || !(Math.abs(average - synthetic.value()) < EQUAL)) {
            return List.of();
        }
        return list(finding);
    }

    private static List<Part> list(Finding finding) {
        Score synthetic = finding.synthetic();
        Score beside = finding.fresh();
        Map<String, Double> fresh = beside == null ? Map.of() : beside.parts();
        List<Part> out = new ArrayList<>();
        synthetic.parts().forEach((name, value) -> {
            if (!Double.isNaN(value)) {
                out.add(new Part(name, value, fresh.getOrDefault(name, Double.NaN)));
            }
        });
        Comparator<Part> behind = Comparator.comparingDouble(Part::behind);
        out.sort(finding.about().better() == About.Better.LOWER ? behind : behind.reversed());
        return out;
    }

    /** What {@link #fresh} is: fresh real rows, or a model trained on real ones. */
    public String besideWord() {
        return Baseline.word(finding);
    }

    /** The word on the page and in gates. */
    public String name() {
        return finding.name();
    }

    public String metric() {
        return finding.synthetic().metric();
    }

    public About.Aspect aspect() {
        return finding.about().aspect();
    }

    /** What the synthetic table scores, or NaN. */
    public double value() {
        return finding.synthetic().value();
    }

    /** The interval of {@link #value}. */
    public Interval interval() {
        return finding.synthetic().interval();
    }

    /** Whether the value is a share, to be written as a percentage. */
    public boolean percent() {
        return SHARES.contains(metric());
    }

    /** How far it falls behind fresh rows, in the sense that more is worse; NaN where nothing was held back. */
    public double behind() {
        double above = value() - fresh;
        return finding.about().better() == About.Better.HIGHER ? -above : above;
    }

    /** As a heading; the name itself where the texts have none. */
    public String title() {
        return Words.find("measure." + name()).orElse(name().replace('-', ' '));
    }
}
