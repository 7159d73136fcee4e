package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Whether the user's own model comes out the same: a regression given as a formula is fitted to the real rows and to
 * every synthetic table, and the coefficients and their 95 % intervals are laid side by side.
 *
 * <p>Linear, logistic, Poisson, proportional odds and multinomial regression as in R's {@code lm}, {@code glm},
 * {@code polr} and {@code multinom}, with treatment contrasts. Several synthetic tables are put together. The value is the mean overlap of the intervals, where
 * intervals that do not meet count 0, and so does a coefficient that the synthetic rows cannot give. Not counted are
 * coefficients that the real rows cannot give, and those of groups of fewer than 10 real rows, which are not shown
 * either. Its interval is over coefficients, as if they were independent. Cost: rows x columns^2, some ten times, per table; where that is too much, rows are sampled. It cannot tell
 * whether the model is a good one.
 */
public final class Analysis implements Metric {
    /** The options. */
    public record Options(
            @Option("The model, as in R: \"income ~ age + sex\"; where empty, a usual target by ten other columns.")
            String model,

            @Option(
                    value = "The kind of regression; auto goes by the values of the outcome.",
                    choices = {"auto", "linear", "logistic", "poisson", "ordinal", "multinomial"})
            String family,

            @Option("The levels of an ordered outcome from low to high; where empty, by number or by text.")
            List<String> order,

            @Option(
                    value =
                            "What the synthetic intervals speak of: the original rows, their population, or as Reiter 2003.",
                    choices = {"original", "population", "reiter"})
            String inference,

            @Option(value = "The most rows to fit to, of each table.", min = 10)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "analysis",
            "How far the 95 % intervals of your own regression's coefficients overlap, fitted to real and synthetic rows.",
            new Options("", "auto", List.of(), "original", 1_000_000),
            Analysis::new);

    /** Rows x columns^2 of one pass, which takes a few tenths of a second; a fit has some ten of them. */
    private static final double WORK = 3e8;

    /** Part: the overlap of the coefficient whose intervals overlap least; negative where they are apart. */
    public static final String WORST = "overlap, of the worst coefficient";

    /** Part: the chance of so large a lack of fit from the noise of synthesis alone. */
    public static final String LACK = "lack of fit, p";

    private static final int FEW_PREDICTORS = 10;

    private final Options options;

    Analysis(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.USEFUL,
                About.Better.HIGHER,
                "The mean over coefficients of the overlap of the real and the synthetic 95 % interval, as a share of their"
                        + " lengths; 0 where they do not meet.",
                "Karr et al. 2006, doi:10.1198/000313006X124640; Raab, Nowok and Dibben 2016, doi:10.29012/jpc.v7i3.407.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        String text = options.model.isBlank() ? usual(c) : options.model;
        if (text.isEmpty()) {
            return Score.none("analysis", "There is no model, and no column that one could explain.");
        }
        List<String> names = c.real().schema().names();
        Formula formula =
                Formula.parse(text, names, c.wholeReal().schema().names()).withoutGroups();
        Table real = Sample.rows(c.real(), options.rows, run.rng().child("real"));
        Design design = Design.of(formula, options.family, options.order, real);
        int columns = Math.max(1, design.names().size());
        int most = (int) Math.min(options.rows, Math.max(1000, WORK / columns / columns));
        List<Table> tables = new ArrayList<>();
        tables.add(Sample.rows(real, most, run.rng().child("fewer")));
        for (int s = 0; s < c.syntheses().size(); s++) {
            tables.add(Sample.rows(
                    c.syntheses().get(s), most, run.rng().child("synthetic").child(s)));
        }
        Fitted[] fits = new Fitted[tables.size()];
        run.parallel(fits.length, t -> fits[t] = Fitted.of(design, tables.get(t)));
        String why = unusable(design, fits);
        if (why != null) {
            return Score.none("analysis", why);
        }
        return score(text, design, fits, sampled(c, most));
    }

    private static @Nullable String unusable(Design design, Fitted[] fits) {
        boolean levels = design.family() == Family.LOGISTIC || design.family().classes();
        if (levels && fits[0].outcomes() < 2) {
            return "The outcome has the same value in every complete real row.";
        }
        int needed = design.names().size() + 1;
        for (int t = 0; t < fits.length; t++) {
            if (fits[t].rows() < needed) {
                return "Only " + fits[t].rows() + (t == 0 ? " real" : " synthetic")
                        + " rows are complete, and the model has " + (needed - 1) + " coefficients.";
            }
        }
        return null;
    }

    private Score score(String text, Design design, Fitted[] fits, String sampled) {
        Coefficients found =
                Coefficients.of(design, fits, Inference.valueOf(options.inference.toUpperCase(Locale.ROOT)));
        if (found.list().isEmpty()) {
            return Score.none("analysis", "The real rows determine no coefficient of the model.");
        }
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("overlap, negative where apart", found.meanOverlap());
        parts.put("a correct synthesis", Inference.expectedOverlap(found.noise()));
        parts.put("fresh real rows", Inference.expectedOverlap(1 + found.noise()));
        parts.put(WORST, found.worstOverlap());
        parts.put("difference in standard errors", found.meanDifference());
        parts.put("lack of fit", found.lackOfFit());
        parts.put("lack of fit, degrees of freedom", (double) found.freedom());
        parts.put(LACK, found.p());
        List<String> notes = new ArrayList<>();
        notes.add(text + ", " + design.family().word() + ".");
        notes.add(sampled);
        notes.add(found.leftOut());
        notes.add(design.response().note());
        notes.addAll(found.warnings());
        notes.removeIf(String::isEmpty);
        return new Score("analysis", found.value(), parts)
                .interval(found.interval())
                .figures(found.figures(text))
                .note(String.join(" ", notes));
    }

    private static String sampled(Comparison c, int most) {
        return c.real().rows() > most || c.synthetic().rows() > most
                ? String.format(Locale.ROOT, "On %,d rows of each table.", most)
                : "";
    }

    /** A target as usefulness chooses it, by the first other columns. */
    private static String usual(Comparison c) {
        int target = Outcome.usual(c);
        List<String> names = target < 0
                ? List.of()
                : IntStream.range(0, c.real().width())
                        .filter(column -> column != target && Outcome.few(c.real(), column))
                        .limit(FEW_PREDICTORS)
                        .mapToObj(column -> quoted(c, column))
                        .toList();
        return names.isEmpty() ? "" : quoted(c, target) + " ~ " + String.join(" + ", names);
    }

    private static String quoted(Comparison c, int column) {
        return "`" + c.name(column) + "`";
    }
}
