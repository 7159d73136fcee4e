package org.semblance.app.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.impute.Pooling;
import org.semblance.report.Shown;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What pooling found, for a terminal and as JSON.
 *
 * @param model as it was asked for
 * @param against the smaller model, or null
 */
record PooledWords(String model, @Nullable String against, Pooling pooling, List<Pooling.Comparison> tests) {
    String text(Console console) {
        StringBuilder out = new StringBuilder();
        out.append(console.style().strong(model))
                .append("    ")
                .append(pooling.family())
                .append(", ");
        out.append(pooling.sets())
                .append(" sets of ")
                .append(Shown.count(pooling.rows()))
                .append(" complete rows\n");
        int width = Math.max(
                6,
                pooling.terms().stream()
                        .mapToInt(term -> term.name().length())
                        .max()
                        .orElse(0));
        String form = "  %-" + width + "s %12s %12s %9s %9s %8s %12s %12s %6s%n";
        out.append(
                Figures.line(form, "term", "estimate", "std.error", "statistic", "df", "p", "2.5 %", "97.5 %", "fmi"));
        for (Pooling.Term term : pooling.terms()) {
            out.append(Figures.line(
                    form,
                    term.name(),
                    Figures.digits(term.estimate()),
                    Figures.digits(term.error()),
                    Shown.number(term.statistic()),
                    term.pooled().freedom() > 1e6
                            ? "∞"
                            : String.format(Locale.ROOT, "%.1f", term.pooled().freedom()),
                    Figures.chance(term.p()),
                    Figures.digits(term.low()),
                    Figures.digits(term.high()),
                    Figures.places(term.missing(), 3)));
        }
        Pooling.Squared squared = pooling.squared(false);
        if (!Double.isNaN(squared.estimate())) {
            out.append(String.format(
                    Locale.ROOT, "R squared %.3f (%.3f to %.3f)%n", squared.estimate(), squared.low(), squared.high()));
        }
        for (Pooling.Variance one : pooling.variances()) {
            out.append(one.name())
                    .append("    ")
                    .append(Figures.digits(one.estimate()))
                    .append('\n');
        }
        for (Pooling.Comparison test : tests) {
            out.append(String.format(
                    Locale.ROOT,
                    "against %s: %s F(%d, %.1f) = %.3f, p = %s%n",
                    against,
                    test.test(),
                    test.freedom(),
                    test.rest(),
                    test.statistic(),
                    Figures.chance(test.p())));
        }
        return out.toString();
    }

    String json(String rule) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("model", model).put("family", pooling.family()).put("rule", rule);
        out.put("sets", pooling.sets()).put("rows", pooling.rows());
        for (Pooling.Term term : pooling.terms()) {
            ObjectNode one = out.withArray("terms").addObject().put("term", term.name());
            Figures.number(one, "estimate", term.estimate());
            Figures.number(one, "error", term.error());
            Figures.number(one, "statistic", term.statistic());
            Figures.number(one, "freedom", term.pooled().freedom());
            Figures.number(one, "p", term.p());
            Figures.number(one, "low", term.low());
            Figures.number(one, "high", term.high());
            Figures.number(one, "within", term.pooled().within());
            Figures.number(one, "between", term.pooled().between());
            Figures.number(one, "increase", term.increase());
            Figures.number(one, "lambda", term.lambda());
            Figures.number(one, "missing_information", term.missing());
        }
        Figures.number(out, "r_squared", pooling.squared(false).estimate());
        for (Pooling.Variance variance : pooling.variances()) {
            ObjectNode one = out.withArray("variances").addObject().put("name", variance.name());
            Figures.number(one, "estimate", variance.estimate());
        }
        for (Pooling.Comparison test : tests) {
            ObjectNode one = out.withArray("tests").addObject().put("test", test.test());
            Figures.number(one, "statistic", test.statistic());
            one.put("freedom", test.freedom());
            Figures.number(one, "rest", test.rest());
            Figures.number(one, "p", test.p());
        }
        return Reports.text(out);
    }
}
