package org.semblance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * Scores in steps so wide that ten real rows more or less need not show: exact ones, with the synthetic rows beside them,
 * can be solved for a count that is not told. Page, report.json and terminal show these; bounds compare the exact ones.
 *
 * <p>Of likeness only, which is counted from the real rows. A score of a column changes by at most 1/n with one real row
 * of the n that have a value, that of a pair by 2/n: steps are ten times that, at least .001, counted from 1 downwards. A
 * mean is that of its rounded parts, so that it tells nothing that they do not, and is as fine as they are many. Tests of
 * a column in which few rows have a label, or no value, are left out, for their statistics are finer than any step.
 */
final class Grain {
    private static final double LEAST = 0.001;
    private static final double EQUAL = 1e-9;

    /** Cramer's V and the like are changed more by a row of a rare label: not finer than this. */
    private static final double ASSOCIATION = 0.01;

    private final Map<String, Integer> real;
    private final Map<String, Integer> held;
    private final Comparison tables;
    private final Findings.Sizes sizes;

    private Grain(Comparison tables, Findings findings) {
        this.tables = tables;
        sizes = findings.rows();
        real = present(tables.real());
        Table holdout = tables.holdout();
        held = holdout == null ? Map.of() : present(holdout);
    }

    /** The same findings with scores of likeness rounded. */
    static Findings of(Findings exact, Comparison tables) {
        Grain grain = new Grain(tables, exact);
        List<Finding> list = exact.list().stream().map(grain::of).toList();
        return new Findings(exact.question(), exact.rows(), list, exact.notMeasured(), exact.notes());
    }

    /** So wide are steps where one of so many rows changes the score by this many of them. */
    static double step(double rows, int changed) {
        double exact = changed * ColumnViews.FEWEST / Math.max(1, rows);
        return Math.min(1, Math.max(LEAST, Math.ceil(exact / LEAST - EQUAL) * LEAST));
    }

    /** Steps are counted from 1, so that what is the same is said to be. */
    static double rounded(double value, double step) {
        double out = 1 - Math.rint((1 - value) / step) * step;
        // Three decimals are all there are: 0.98, not 0.9800000000000001.
        return Math.rint(Math.max(value < 0 ? -1 : 0, out) * 1000) / 1000;
    }

    private static Map<String, Integer> present(Table table) {
        Map<String, Integer> out = new HashMap<>();
        for (int c = 0; c < table.width(); c++) {
            out.put(
                    table.schema().field(c).name(),
                    table.rows() - table.column(c).missingCount());
        }
        return out;
    }

    private Finding of(Finding finding) {
        About about = finding.about();
        if (about.aspect() != About.Aspect.ALIKE || about.better() != About.Better.HIGHER) {
            return finding;
        }
        Score fresh = finding.fresh();
        return new Finding(
                finding.name(), about, of(finding.synthetic(), false), fresh == null ? null : of(fresh, true));
    }

    private Score of(Score score, boolean fresh) {
        boolean pairs = score.metric().equals("pair-trends");
        boolean associations =
                score.metric().equals("associations") || score.metric().equals("triples");
        double rows = sizes.real();
        if (fresh && sizes.holdout() > 0) {
            rows = Math.min(sizes.holdout(), sizes.synthetic());
        }
        int changed = pairs || associations ? 2 : 1;
        double least = associations ? ASSOCIATION : LEAST;
        double whole = Math.max(least, step(rows, changed));
        Map<String, Double> steps = pairs ? pairSteps(rows, fresh) : columnSteps(rows, fresh);
        Map<String, Double> parts = new LinkedHashMap<>();
        score.parts().forEach((name, value) -> parts.put(name, rounded(value, steps.getOrDefault(name, whole))));
        double mean = Score.mean("", score.parts()).value();
        boolean isMean = !parts.isEmpty() && Math.abs(mean - score.value()) < EQUAL;
        double value = isMean ? rounded(Score.mean("", parts).value(), LEAST) : rounded(score.value(), whole);
        Interval interval = score.interval().known()
                ? new Interval(
                        rounded(score.interval().low(), whole),
                        rounded(score.interval().high(), whole))
                : score.interval();
        return new Score(score.metric(), value, interval, parts, figures(score, whole), score.note());
    }

    /** Of a row of the holdout where it is fresh rows' score; few values in a column make wide steps. */
    private Map<String, Double> columnSteps(double rows, boolean fresh) {
        Map<String, Double> out = new HashMap<>();
        real.forEach((name, there) -> out.put(name, step(rows * share(name, fresh), 1)));
        return out;
    }

    private Map<String, Double> pairSteps(double rows, boolean fresh) {
        List<String> names = tables.real().schema().names();
        Map<String, Double> out = new HashMap<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                double least = Math.min(share(names.get(a), fresh), share(names.get(b), fresh));
                out.put(Comparison.together(names.get(a), names.get(b)), step(rows * least, 2));
            }
        }
        return out;
    }

    /** Of the rows how many have a value. */
    private double share(String name, boolean fresh) {
        Table holdout = tables.holdout();
        Table own = fresh && holdout != null ? holdout : tables.real();
        Integer there = (own == holdout ? held : real).get(name);
        return there == null ? 1 : (double) there / Math.max(1, own.rows());
    }

    private List<Figures> figures(Score score, double step) {
        return switch (score.metric()) {
            // Their shares are told or withheld one by one.
            case "missing-pattern" -> score.figures();
            case "column-tests" ->
                score.figures().stream()
                        .map(this::tests)
                        .filter(one -> !one.rows().isEmpty())
                        .toList();
            default -> score.figures().stream().map(one -> rounded(one, step)).toList();
        };
    }

    private static Figures rounded(Figures figures, double step) {
        List<Figures.Row> rows = figures.rows().stream()
                .map(row -> new Figures.Row(
                        row.name(),
                        row.values().stream().map(value -> rounded(value, step)).toList()))
                .toList();
        return new Figures(figures.title(), figures.columns(), rows);
    }

    private Figures tests(Figures figures) {
        List<String> few = new ArrayList<>();
        for (int c = 0; c < tables.real().width(); c++) {
            if (few(tables.real().column(c))) {
                few.add(tables.name(c) + ": ");
            }
        }
        List<Figures.Row> rows = figures.rows().stream()
                .filter(row -> few.stream().noneMatch(row.name()::startsWith))
                .toList();
        return new Figures(figures.title(), figures.columns(), rows);
    }

    /** Whether few rows have one of its labels, or no value: a statistic would tell how few. */
    private static boolean few(Column column) {
        if (column.missingCount() > 0 && column.missingCount() < ColumnViews.FEWEST) {
            return true;
        }
        if (!(column instanceof CodeColumn codes)) {
            return false;
        }
        int[] counts = new int[codes.labels().size()];
        for (int i = 0; i < codes.size(); i++) {
            if (!codes.isMissing(i)) {
                counts[codes.code(i)]++;
            }
        }
        return java.util.Arrays.stream(counts).anyMatch(count -> count > 0 && count < ColumnViews.FEWEST);
    }
}
