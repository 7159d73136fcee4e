package org.semblance.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Schema;

/**
 * A bound that a measure must keep, as users write it: {@code columns.min=0.9} (at least), {@code
 * privacy.membership.max=0.55} (at most).
 *
 * <p>Before {@code .min} or {@code .max} stands the name of a measure, with or without the question it answers before
 * it. After the name may stand one of its parts ({@code columns.age.min=0.8}) or the word {@code worst}, the smallest
 * of its parts ({@code columns.worst.min=0.8}), or, for a bound from above, the largest.
 *
 * @param text as it was written
 * @param path what stands before the bound
 * @param atLeast whether the value must not lie below the bound; else not above
 */
public record Requirement(String text, String path, boolean atLeast, double bound) {
    private static final String WORST = "worst";
    /** Metrics whose parts are columns, and pairs of columns. */
    private static final Set<String> OF_COLUMNS = Set.of("column-shapes", "column-tests", "validity");

    private static final Set<String> OF_PAIRS = Set.of("pair-trends", "associations");

    private static final String FORM = "Write MEASURE.min=NUMBER or MEASURE.max=NUMBER, for example columns.min=0.9.";

    /**
     * Whether a requirement was kept.
     *
     * @param value what was measured; NaN where it could not be, which keeps no requirement
     */
    public record Verdict(Requirement requirement, double value, boolean met) {
        /** In words, for a terminal. */
        public String line() {
            String bound = (requirement.atLeast ? "at least " : "at most ") + number(requirement.bound);
            String found = Double.isNaN(value) ? "it could not be measured" : "it is " + number(value);
            return (met ? "met     " : "missed  ") + requirement.path + " must be " + bound + ", and " + found;
        }

        private static String number(double value) {
            String text = String.format(Locale.ROOT, "%.4f", value);
            return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        }
    }

    /** @throws ProblemException if it is none */
    public static Requirement parse(String text) {
        int sign = text.indexOf('=');
        String left = sign < 0 ? "" : text.substring(0, sign).strip();
        boolean atLeast = left.endsWith(".min");
        if (sign < 0 || !(atLeast || left.endsWith(".max")) || left.length() < 5) {
            throw ProblemException.usage(
                    Problem.of("--require \"" + text + "\" is no requirement.").fix(FORM));
        }
        try {
            double bound = Double.parseDouble(text.substring(sign + 1).strip());
            if (Double.isNaN(bound)) {
                throw new NumberFormatException();
            }
            return new Requirement(text, left.substring(0, left.length() - 4), atLeast, bound);
        } catch (NumberFormatException e) {
            throw ProblemException.usage(Problem.of("--require \"" + text + "\" has no number behind the equals sign.")
                    .fix(FORM));
        }
    }

    /** Refuses what no such evaluation can answer, before hours are spent on it. */
    public Requirement checkAgainst(List<Measure> measures) {
        return checkAgainst(
                measures, metric -> Metrics.ALL.find(metric).make().about().aspect());
    }

    /** The same where metrics are on another list. */
    public Requirement checkAgainst(List<Measure> measures, Function<String, About.Aspect> aspects) {
        boolean known = measures.stream().anyMatch(measure -> {
            About.Aspect aspect = aspects.apply(measure.metric());
            return rest(measure.name(), aspect).isPresent()
                    || rest(measure.metric(), aspect).isPresent();
        });
        if (!known) {
            throw unknown(measures.stream().map(Measure::name).toList());
        }
        return this;
    }

    /**
     * Refuses a part that the real table cannot have, where the parts of a measure are columns or pairs of them; others are
     * only known once they are measured.
     *
     * @throws ProblemException of kind DATA
     */
    public Requirement checkAgainst(List<Measure> measures, Schema real) {
        for (Measure measure : measures) {
            About.Aspect aspect =
                    Metrics.ALL.find(measure.metric()).make().about().aspect();
            Optional<String> rest = rest(measure.name(), aspect).or(() -> rest(measure.metric(), aspect));
            if (rest.isPresent()) {
                List<String> parts = parts(measure.metric(), real);
                boolean known =
                        parts.isEmpty() || rest.get().isEmpty() || rest.get().equals(WORST);
                if (!known && !parts.contains(rest.get())) {
                    throw noPart(measure.name(), rest.get(), parts);
                }
                return this;
            }
        }
        return this;
    }

    /** All that the parts of a metric can be; empty where that depends on more than the columns. */
    private static List<String> parts(String metric, Schema real) {
        List<String> columns = real.names();
        if (OF_COLUMNS.contains(metric)) {
            return columns;
        }
        if (!OF_PAIRS.contains(metric)) {
            return List.of();
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                pairs.add(Comparison.together(columns.get(i), columns.get(j)));
            }
        }
        return pairs;
    }

    private ProblemException noPart(String measure, String part, List<String> parts) {
        return ProblemException.data(
                Problem.of("--require \"" + text + "\": " + measure + " has no part \"" + part + "\".")
                        .fix(Nearest.hint(part, parts)));
    }

    private ProblemException unknown(List<String> names) {
        String last = path.substring(path.indexOf('.') + 1);
        return ProblemException.usage(Problem.of("--require \"" + text + "\": there is no measure \"" + path + "\".")
                .fix(Nearest.hint(last, names) + " Measured: " + String.join(", ", names) + "."));
    }

    /** @throws ProblemException of kind USAGE if there is no such measure, of kind DATA if these tables give it no such part */
    public Verdict check(Findings findings) {
        for (Finding finding : findings.list()) {
            Optional<String> own = rest(finding.name(), finding.about().aspect());
            // Whoever looked the metric up by its name on the list is understood too.
            Optional<String> rest = own.isPresent()
                    ? own
                    : rest(finding.synthetic().metric(), finding.about().aspect());
            if (rest.isPresent()) {
                double value = value(finding, rest.get());
                return new Verdict(this, value, atLeast ? value >= bound : value <= bound);
            }
        }
        for (String left : findings.notMeasured()) {
            String name = left.substring(0, Math.max(0, left.indexOf(':')));
            if (!name.isEmpty() && (path + ".").matches("(\\w+\\.)?" + Pattern.quote(name) + "\\..*")) {
                return new Verdict(this, Double.NaN, false);
            }
        }
        throw unknown(findings.list().stream().map(Finding::name).toList());
    }

    /** What stands behind the measure's name where this requirement is about it. */
    private Optional<String> rest(String name, About.Aspect aspect) {
        // The page says private, people write privacy: both are understood.
        String other = aspect == About.Aspect.PRIVATE ? "privacy" : aspect.word();
        for (String start : List.of(name, aspect.word() + "." + name, other + "." + name)) {
            if (path.equals(start)) {
                return Optional.of("");
            }
            if (path.startsWith(start + ".")) {
                return Optional.of(path.substring(start.length() + 1));
            }
        }
        return Optional.empty();
    }

    private double value(Finding finding, String rest) {
        Score score = finding.synthetic();
        if (rest.isEmpty()) {
            return score.value();
        }
        if (score.parts().containsKey(rest)) {
            return score.parts().get(rest);
        }
        if (rest.equals(WORST)) {
            return score.parts().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(part -> !Double.isNaN(part))
                    .reduce(atLeast ? Math::min : Math::max)
                    .orElse(Double.NaN);
        }
        throw noPart(finding.name(), rest, List.copyOf(score.parts().keySet()));
    }
}
