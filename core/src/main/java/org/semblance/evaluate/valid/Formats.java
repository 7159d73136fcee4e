package org.semblance.evaluate.valid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.learn.NumberForm;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Which share of the synthetic values is written as the real ones are, and the mean of that over the columns.
 *
 * <p>Texts, identifiers and keys: a form learnt from the real values ({@link TextForm}). Numbers, dates and times: the
 * step they are multiples of ({@link NumberForm}). A missing value is wrong where the real column misses none, else it
 * is left out. Labels are no matter of form: {@link Validity} asks whether they exist. A form says nothing of sense: a
 * postcode of the right form need not exist. What the reader of the file could not understand as a number or date has
 * become a missing value or another kind before ({@link Structure}). Cost: one pass.
 */
public final class Formats implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "formats",
            "The share of synthetic texts, keys, numbers and dates that are written as the real ones are; 1 is all.",
            new Plugin.NoOptions(),
            options -> new Formats());

    /** A column's form in words, and how many values have it. */
    private record Found(String words, double real, double synthetic) {}

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The mean over columns of the share of synthetic values in the form learnt from the real ones: of texts and"
                        + " keys the tightest of four patterns of kinds of signs that 99 % of real values not learnt from"
                        + " have, of numbers and dates the coarsest step that 99.9 % of the real values are multiples of.",
                "In the manner of SDMetrics 0.29, RegexFormatAdherence, with patterns learnt rather than given.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table real = c.wholeReal();
        Table synthetic = c.wholeSynthetic();
        @Nullable Found[] found = new @Nullable Found[real.width()];
        run.parallel(found.length, i -> {
            Field field = real.schema().field(i);
            int at = synthetic.schema().find(field.name());
            if (at >= 0) {
                found[i] = column(real.column(i), field.kind(), synthetic.column(at));
            }
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("How values are written, % in that form", "real", "synthetic");
        for (int i = 0; i < found.length; i++) {
            Found one = found[i];
            if (one != null) {
                String name = real.schema().field(i).name();
                parts.put(name, one.synthetic);
                figures.row(name + ": " + one.words, 100 * one.real, 100 * one.synthetic);
            }
        }
        return Score.mean("formats", parts).figures(figures.build());
    }

    private static @Nullable Found column(Column real, Kind kind, Column synthetic) {
        boolean mayMiss = real.missingCount() > 0;
        if (real instanceof NumberColumn numbers && synthetic instanceof NumberColumn others) {
            NumberForm form = NumberForm.of(numbers, kind);
            return new Found(
                    form.words(),
                    share(numbers, mayMiss, i -> form.fits(numbers.get(i))),
                    share(others, mayMiss, i -> form.fits(others.get(i))));
        }
        if (real instanceof CodeColumn texts && synthetic instanceof CodeColumn others && !kind.modelled()) {
            TextForm form = TextForm.of(texts);
            boolean[] known = fitting(form, texts);
            boolean[] made = fitting(form, others);
            return new Found(
                    form.words(),
                    share(texts, mayMiss, i -> known[texts.code(i)]),
                    share(others, mayMiss, i -> made[others.code(i)]));
        }
        return null;
    }

    private static boolean[] fitting(TextForm form, CodeColumn column) {
        boolean[] out = new boolean[column.labels().size()];
        for (int k = 0; k < out.length; k++) {
            out[k] = form.fits(column.labels().get(k));
        }
        return out;
    }

    private static double share(Column column, boolean mayMiss, IntPredicate fits) {
        int fitting = 0;
        int counted = 0;
        for (int i = 0; i < column.size(); i++) {
            boolean missing = column.isMissing(i);
            counted += missing && mayMiss ? 0 : 1;
            fitting += !missing && fits.test(i) ? 1 : 0;
        }
        return counted == 0 ? Double.NaN : (double) fitting / counted;
    }
}
