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
        out.append(line(form, "term", "estimate", "std.error", "statistic", "df", "p", "2.5 %", "97.5 %", "fmi"));
        for (Pooling.Term term : pooling.terms()) {
            out.append(line(
                    form,
                    term.name(),
                    digits(term.estimate()),
                    digits(term.error()),
                    Shown.number(term.statistic()),
                    term.pooled().freedom() > 1e6
                            ? "∞"
                            : String.format(Locale.ROOT, "%.1f", term.pooled().freedom()),
                    chance(term.p()),
                    digits(term.low()),
                    digits(term.high()),
                    Double.isNaN(term.missing()) ? "-" : String.format(Locale.ROOT, "%.3f", term.missing())));
        }
        Pooling.Squared squared = pooling.squared(false);
        if (!Double.isNaN(squared.estimate())) {
            out.append(String.format(
                    Locale.ROOT, "R squared %.3f (%.3f to %.3f)%n", squared.estimate(), squared.low(), squared.high()));
        }
        for (Pooling.Variance one : pooling.variances()) {
            out.append(one.name()).append("    ").append(digits(one.estimate())).append('\n');
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
                    chance(test.p())));
        }
        return out.toString();
    }

    private static String line(String form, Object... cells) {
        return String.format(Locale.ROOT, form, cells).replaceAll(" +(\\R)$", "$1");
    }

    private static String digits(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5g", value);
    }

    private static String chance(double p) {
        return Double.isNaN(p) ? "-" : p < 0.0005 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    String json(String rule) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("model", model).put("family", pooling.family()).put("rule", rule);
        out.put("sets", pooling.sets()).put("rows", pooling.rows());
        for (Pooling.Term term : pooling.terms()) {
            ObjectNode one = out.withArray("terms").addObject().put("term", term.name());
            number(one, "estimate", term.estimate());
            number(one, "error", term.error());
            number(one, "statistic", term.statistic());
            number(one, "freedom", term.pooled().freedom());
            number(one, "p", term.p());
            number(one, "low", term.low());
            number(one, "high", term.high());
            number(one, "within", term.pooled().within());
            number(one, "between", term.pooled().between());
            number(one, "increase", term.increase());
            number(one, "lambda", term.lambda());
            number(one, "missing_information", term.missing());
        }
        number(out, "r_squared", pooling.squared(false).estimate());
        for (Pooling.Variance variance : pooling.variances()) {
            ObjectNode one = out.withArray("variances").addObject().put("name", variance.name());
            number(one, "estimate", variance.estimate());
        }
        for (Pooling.Comparison test : tests) {
            ObjectNode one = out.withArray("tests").addObject().put("test", test.test());
            number(one, "statistic", test.statistic());
            one.put("freedom", test.freedom());
            number(one, "rest", test.rest());
            number(one, "p", test.p());
        }
        return Reports.text(out);
    }

    /** JSON has no word for what is not known or has no end. */
    private static void number(ObjectNode out, String name, double value) {
        if (Double.isFinite(value)) {
            out.put(name, value);
        } else {
            out.putNull(name);
        }
    }
}
