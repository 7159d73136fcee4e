package org.semblance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Finding;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Measures;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Reports for tests: of small tables, with the measures that are quick. */
public final class Judgements {
    private static final Set<String> QUICK = Set.of("values", "columns", "pairs", "copies", "copy-check");

    private Judgements() {}

    /** Rows of a number, a label, a flag and a date; the last three hang on the number. */
    public static Table table(int rows, long seed) {
        Rng rng = Rng.of(seed);
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double size = rng.nextGaussian() * 10 + 50;
            cells.add(rng.nextDouble() < 0.1 ? null : Math.rint(size));
            cells.add(size > 55 ? "large" : size > 45 ? "middle" : "small");
            cells.add(size + 10 * rng.nextGaussian() > 50 ? "yes" : "no");
            cells.add(18_000 + Math.rint(20 * size));
        }
        return Table.of("size:whole, class:category, sold:flag, day:date", cells.toArray());
    }

    public static Subject subject(String name, Table real) {
        return new Subject(
                "1.2.3",
                new Subject.Source(name, "0123456789abcdef", real.rows(), real.width()),
                new Judged.Made("trees", Map.of("leaf", 5), "leaves of 5 rows", true, 42),
                List.of(new ColumnLine("size", "whole", "whole numbers", List.of("is round"))),
                List.of("a note"),
                List.of("2 labels"),
                List.of("id: made anew"),
                new Subject.Repeat("semblance run x.csv", "version: 1\n"));
    }

    public static Report report(Table real, Table synthetic, @Nullable Table holdout, Run run) {
        Findings findings = Evaluation.of(real, synthetic)
                .holdout(holdout)
                .target(real.schema().find("sold") < 0 ? "" : "sold")
                .measures(Measures.DEFAULT.stream()
                        .filter(measure -> QUICK.contains(measure.name()))
                        .toList())
                .measure(run);
        return Report.of(
                subject("real.csv", real), new Comparison(real, synthetic, holdout), findings, run.child("report"));
    }

    /** Of two tables without any measure but these. */
    public static Report report(Table real, Table synthetic, List<Finding> list) {
        Findings.Sizes sizes = new Findings.Sizes(real.rows(), real.rows(), synthetic.rows());
        Findings findings = new Findings(Question.NONE, sizes, list, List.of("gone: not asked for"), List.of());
        return Report.of(subject("real.csv", real), Comparison.of(real, synthetic), findings, Run.of(1));
    }

    /** A measure that found a value, and another one of fresh rows (NaN for none). */
    public static Finding finding(String name, String metric, About.Aspect aspect, double value, double fresh) {
        About.Better better = aspect == About.Aspect.PRIVATE ? About.Better.LOWER : About.Better.HIGHER;
        Score beside = Double.isNaN(fresh) ? null : new Score(metric, fresh, Map.of());
        return new Finding(
                name,
                new About(aspect, better, "A definition.", "Somebody 2001, doi:10.1000/182."),
                new Score(metric, value, Map.of()),
                beside);
    }
}
