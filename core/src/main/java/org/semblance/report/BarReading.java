package org.semblance.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.report.ColumnView.Bar;
import org.semblance.report.ColumnView.Shape;
import org.semblance.table.Column;

/** Where a column differs most, as a sentence: "12 % too few over 80 (2.1 % instead of 2.4 %)". */
final class BarReading {
    /** Standard errors beyond which a difference is named; the largest of 30 bars rarely gets there by chance. */
    private static final double BEYOND_CHANCE = 4;

    /** Smaller differences than half a row in a hundred are not worth a sentence. */
    private static final double LEAST = 0.005;

    /** Where so many rows are expected, there are none once in 20,000 tables. */
    private static final double SELDOM_NONE = 10;

    /** Names the bars from one to another. */
    interface Namer {
        String label(int from, int to);
    }

    private final double real;
    private final double synthetic;

    BarReading(Column real, Column synthetic) {
        this.real = real.size();
        this.synthetic = synthetic.size();
    }

    /** Where no bar differs; whether the score differs all the same, {@link ColumnViews} knows. */
    static final String UNSHOWN = "";

    /** Of labels. */
    String of(List<Bar> bars, @Nullable Bar missing) {
        Bar most = largest(bars);
        String shown = of(Shape.LABELS, most, missing);
        Bar gone = gone(bars);
        if (gone == null) {
            return shown;
        }
        String never = Words.of("view.gone", gone.label(), Shown.percent(gone.real()));
        return gone == most ? never : (shown + " " + never).strip();
    }

    /** Of stretches of an axis. */
    String of(List<Bar> bars, Namer namer, @Nullable Bar missing) {
        return of(Shape.NUMBERS, stretch(bars, namer), missing);
    }

    private String of(Shape shape, Bar most, @Nullable Bar missing) {
        boolean tells = tells(most);
        if (missing != null && tells(missing) && (!tells || Math.abs(missing.more()) > Math.abs(most.more()))) {
            return Words.of("view.missing", Shown.percent(missing.synthetic()), share(missing));
        }
        if (!tells) {
            return UNSHOWN;
        }
        return shape == Shape.NUMBERS ? amount(most) : label(most);
    }

    private static String share(Bar bar) {
        return Double.isNaN(bar.real()) ? Words.of("view.fewer") : Shown.percent(bar.real());
    }

    private boolean tells(Bar bar) {
        double share = Double.isNaN(bar.real()) ? ColumnViews.FEWEST / real : bar.real();
        double pooled = (share * real + bar.synthetic() * synthetic) / (real + synthetic);
        double error = Math.sqrt(pooled * (1 - pooled) * (1 / real + 1 / synthetic));
        return Math.abs(bar.more()) > Math.max(LEAST, BEYOND_CHANCE * error);
    }

    private static String label(Bar bar) {
        String how = bar.more() > 0 ? "view.over" : "view.under";
        return Words.of(how, bar.label(), Shown.percent(bar.synthetic()), share(bar));
    }

    private static String amount(Bar bar) {
        String real = share(bar);
        double times = bar.synthetic() / bar.real();
        if (times >= 2 || Double.isNaN(times)) {
            return Words.of("view.times", bar.label(), Shown.percent(bar.synthetic()), real);
        }
        String how = bar.more() > 0 ? "view.many" : "view.lacking";
        String percent = String.format(java.util.Locale.ROOT, "%.0f %%", 100 * Math.abs(times - 1));
        return Words.of(how, percent, bar.label(), Shown.percent(bar.synthetic()), real);
    }

    /** The commonest label that no synthetic row has though chance alone would hardly leave it out. */
    private @Nullable Bar gone(List<Bar> bars) {
        Bar most = null;
        for (Bar bar : bars) {
            boolean never = bar.synthetic() == 0 && bar.real() * synthetic >= SELDOM_NONE;
            most = never && (most == null || bar.real() > most.real()) ? bar : most;
        }
        return most;
    }

    private static Bar largest(List<Bar> bars) {
        Bar most = bars.get(0);
        for (Bar bar : bars) {
            most = Math.abs(bar.more()) > Math.abs(most.more()) ? bar : most;
        }
        return most;
    }

    /** The neighbouring bars that together have most too many or too few (Kadane's maximal sum, both ways). */
    private static Bar stretch(List<Bar> bars, Namer namer) {
        int[] best = {0, 0};
        double most = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double sum = 0;
            int from = 0;
            for (int k = 0; k < bars.size(); k++) {
                if (sum <= 0) {
                    sum = 0;
                    from = k;
                }
                sum += sign * bars.get(k).more();
                if (sum > most) {
                    most = sum;
                    best = new int[] {from, k};
                }
            }
        }
        return join(bars, best, namer);
    }

    private static Bar join(List<Bar> bars, int[] run, Namer namer) {
        double real = 0;
        double synthetic = 0;
        for (int k = run[0]; k <= run[1]; k++) {
            real += bars.get(k).real();
            synthetic += bars.get(k).synthetic();
        }
        return new Bar(namer.label(run[0], run[1]), bars.get(run[0]).start(), 1, real, synthetic);
    }
}
