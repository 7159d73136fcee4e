package org.semblance.app.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.useful.SyntheticPooling;
import org.semblance.report.Shown;
import org.semblance.table.Table;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A regression on synthetic tables, as text and as JSON: by synthpop's rules, beside the real fit where there is one. */
final class SyntheticPool {
    private final SyntheticPooling.Asked asked;
    private final Learnt from;
    private final PoolRule chosen;
    private final SyntheticPooling pooling;
    private final boolean compared;
    private final boolean held;

    /**
     * How many real rows the syntheses were learnt from.
     *
     * @param rows 0 where nobody said
     * @param source where it was found; empty where it was not
     */
    record Learnt(int rows, String source) {}

    SyntheticPool(SyntheticPooling.Asked asked, Learnt from, PoolRule chosen, List<Table> sets, @Nullable Table real) {
        this.asked = asked;
        this.from = from;
        this.chosen = chosen;
        pooling = SyntheticPooling.of(asked, sets, real);
        compared = real != null;
        held = real != null && from.rows() > 0 && from.rows() < real.rows();
    }

    /** By which rule, and from how many rows. */
    private String ruleWords() {
        String rows = Shown.count(Math.round(pooling.learnt())) + " complete rows ";
        return "rule " + rule() + ": " + chosen.why() + "; learnt from "
                + (from.source().isEmpty()
                        ? rows + "if as many as a synthetic table has: --learnt ROWS says it"
                        : rows + "(" + from.source() + ")")
                + "\n";
    }

    private String rule() {
        return asked.rule().name().toLowerCase(Locale.ROOT);
    }

    String text(Console console) {
        StringBuilder out = new StringBuilder();
        out.append(console.style().strong(asked.model()))
                .append("    ")
                .append(pooling.family())
                .append(", ")
                .append(pooling.sets() == 1 ? "one synthetic table" : pooling.sets() + " synthetic tables")
                .append(" of ")
                .append(Shown.count(Math.round(pooling.rows())))
                .append(" complete rows; errors are those of ")
                .append(
                        rule().equals("original")
                                ? "the real fit to the rows learnt from"
                                : "the population (" + rule() + ")")
                .append("\n");
        if (!compared) {
            alone(out);
            return out.append(ruleWords())
                    .append("beside the real fit: --real DATA\n")
                    .toString();
        }
        compared(out);
        out.append(ruleWords());
        if (held) {
            out.append("not all real rows were learnt from: what is expected and the lack of fit allow for it\n");
        }
        return out.toString();
    }

    /** How wide the column of terms is. */
    private int width() {
        return Math.max(
                6,
                pooling.terms().stream()
                        .mapToInt(term -> term.name().length())
                        .max()
                        .orElse(0));
    }

    /** The terms of the synthetic tables. */
    private void alone(StringBuilder out) {
        String form = "  %-" + width() + "s %12s %12s %9s %8s %12s %12s%n";
        out.append(Figures.line(form, "term", "estimate", "std.error", "statistic", "p", "2.5 %", "97.5 %"));
        for (SyntheticPooling.Term term : pooling.terms()) {
            out.append(Figures.line(
                    form,
                    term.name(),
                    Figures.digits(term.estimate()),
                    Figures.digits(term.error()),
                    Shown.number(term.statistic()),
                    Figures.chance(term.p()),
                    Figures.digits(term.low()),
                    Figures.digits(term.high())));
        }
    }

    /** The terms beside those of the real fit, and how far they are apart. */
    private void compared(StringBuilder out) {
        String form = "  %-" + width() + "s %12s %12s %12s %12s %9s %9s%n";
        out.append(Figures.line(form, "term", "synthetic", "std.error", "real", "std.error", "z", "overlap"));
        for (SyntheticPooling.Beside one : pooling.beside()) {
            out.append(Figures.line(
                    form,
                    one.term().name(),
                    Figures.digits(one.term().estimate()),
                    Figures.digits(one.term().error()),
                    Figures.digits(one.real()),
                    Figures.digits(one.realError()),
                    Figures.places(one.z(), 2),
                    Figures.places(one.overlap(), 2)));
        }
        SyntheticPooling.LackOfFit lack = pooling.lackOfFit();
        out.append(String.format(
                Locale.ROOT,
                "mean |z| %s (a correct synthesis: %.2f)    mean overlap %s (%.2f), counting apart as 0: %s%n",
                Figures.places(meanDifference(), 2),
                pooling.expectedDifference(),
                Figures.places(meanOverlap(false), 2),
                pooling.expectedOverlap(),
                Figures.places(meanOverlap(true), 2)));
        out.append("lack of fit ").append(test(lack)).append("\n");
    }

    private String test(SyntheticPooling.LackOfFit lack) {
        if (Double.isNaN(lack.statistic())) {
            return "cannot be known: "
                    + (lack.freedom() == 0
                            ? "nothing can be compared"
                            : held && rule().equals("incomplete")
                                    ? "not all real rows were learnt from; run with --holdout 0 for this rule"
                                    : "too few tables, or no inverse of the covariance");
        }
        String of = Double.isNaN(lack.rest())
                ? String.format(Locale.ROOT, "chi square(%d) = %.2f", lack.freedom(), lack.statistic())
                : String.format(Locale.ROOT, "F(%d, %.0f) = %.2f", lack.freedom(), lack.rest(), lack.statistic());
        return of + ", p = " + Figures.chance(lack.p())
                + (lack.p() < .05
                        ? ": the synthetic rows do not follow the real ones in this model"
                        : ": no more than a correct synthesis differs");
    }

    private double meanDifference() {
        return pooling.beside().stream()
                .mapToDouble(one -> Math.abs(one.z()))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private double meanOverlap(boolean floored) {
        return pooling.beside().stream()
                .mapToDouble(SyntheticPooling.Beside::overlap)
                .filter(Double::isFinite)
                .map(overlap -> floored ? Math.max(0, overlap) : overlap)
                .average()
                .orElse(Double.NaN);
    }

    String json() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("model", asked.model()).put("family", pooling.family()).put("rule", rule());
        out.put("sets", pooling.sets());
        Figures.number(out, "rows", pooling.rows());
        Figures.number(out, "learnt", pooling.learnt());
        out.put("learnt_known", !from.source().isEmpty()).put("rule_because", chosen.why());
        for (SyntheticPooling.Term term : pooling.terms()) {
            ObjectNode one = out.withArray("terms").addObject().put("term", term.name());
            Figures.number(one, "estimate", term.estimate());
            Figures.number(one, "error", term.error());
            Figures.number(one, "statistic", term.statistic());
            Figures.number(one, "p", term.p());
            Figures.number(one, "low", term.low());
            Figures.number(one, "high", term.high());
            Figures.number(one, "within", term.within());
            Figures.number(one, "between", term.between());
        }
        if (!compared) {
            return Reports.text(out);
        }
        for (SyntheticPooling.Beside beside : pooling.beside()) {
            ObjectNode one = out.withArray("comparison")
                    .addObject()
                    .put("term", beside.term().name());
            Figures.number(one, "synthetic", beside.term().estimate());
            Figures.number(one, "real", beside.real());
            Figures.number(one, "real_error", beside.realError());
            Figures.number(one, "z", beside.z());
            Figures.number(one, "overlap", beside.overlap());
        }
        Figures.number(out, "mean_abs_z", meanDifference());
        Figures.number(out, "expected_abs_z", pooling.expectedDifference());
        Figures.number(out, "mean_overlap", meanOverlap(false));
        Figures.number(out, "mean_overlap_floored", meanOverlap(true));
        Figures.number(out, "expected_overlap", pooling.expectedOverlap());
        SyntheticPooling.LackOfFit lack = pooling.lackOfFit();
        ObjectNode test = out.putObject("lack_of_fit").put("freedom", lack.freedom());
        Figures.number(test, "statistic", lack.statistic());
        Figures.number(test, "rest", lack.rest());
        Figures.number(test, "p", lack.p());
        return Reports.text(out);
    }
}
