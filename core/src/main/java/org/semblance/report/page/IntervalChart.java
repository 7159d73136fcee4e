package org.semblance.report.page;

import java.util.List;
import java.util.Optional;
import org.semblance.evaluate.Figures;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/**
 * Values with their intervals, a line each. Real beside synthetic ones (coefficients) are drawn with every line scaled so
 * that the real interval is equally wide: what matters is whether the other one lies over it, not the unit. Others share
 * one axis, with what they are to be compared with as ticks.
 */
final class IntervalChart {
    private static final double ROW = 20;
    private static final double LEFT = 134;
    private static final double WIDTH = 340;
    private static final double RIGHT = 334;
    private static final int NAME = 21;
    private static final int MOST = 40;

    /** A synthetic value this many half-widths of the real interval away is drawn at the rim. */
    private static final double RIM = 4;

    private final Figures figures;
    private final List<Figures.Row> rows;
    private final Svg grey = new Svg();
    private final Svg line = new Svg();
    private final Svg dots = new Svg();
    private final Svg ticks = new Svg();

    private IntervalChart(Figures figures) {
        this.figures = figures;
        rows = figures.rows().subList(0, Math.min(MOST, figures.rows().size()));
    }

    /** Draws what can be drawn of a table of figures; nothing where no column has an interval. */
    static void write(Html html, Figures figures) {
        List<Series> series = Series.of(figures);
        Optional<Series> real = find(series, "real");
        Optional<Series> synthetic = find(series, "synthetic");
        if (figures.rows().isEmpty() || series.isEmpty()) {
            return;
        }
        IntervalChart chart = new IntervalChart(figures);
        if (real.isPresent() && synthetic.isPresent()) {
            chart.beside(real.get(), synthetic.get());
            chart.draw(html, Words.of("chart.scaled"));
        } else {
            chart.alone(html, series.get(0));
        }
    }

    private static Optional<Series> find(List<Series> series, String name) {
        return series.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static double place(double at) {
        return Math.max(LEFT, Math.min(RIGHT, at));
    }

    private void beside(Series real, Series synthetic) {
        double middle = (LEFT + RIGHT) / 2;
        double unit = (RIGHT - LEFT) / 2 / RIM;
        for (int i = 0; i < rows.size(); i++) {
            Figures.Row row = rows.get(i);
            double half = (real.high(row) - real.low(row)) / 2;
            double y = ROW * i + ROW / 2;
            if (half > 0) {
                grey.box(middle - unit, y - 6, 2 * unit, 12);
                ticks.move(middle, y - 6).line(middle, y + 6);
                double from = place(middle + unit * (synthetic.low(row) - real.value(row)) / half);
                double to = place(middle + unit * (synthetic.high(row) - real.value(row)) / half);
                double at = place(middle + unit * (synthetic.value(row) - real.value(row)) / half);
                whisker(from, at, to, y);
            }
        }
    }

    private void whisker(double from, double at, double to, double y) {
        if (!Double.isNaN(from) && !Double.isNaN(to)) {
            line.move(from, y).line(to, y);
        }
        if (!Double.isNaN(at)) {
            dots.box(at - 3, y - 3, 6, 6);
        }
    }

    private void alone(Html html, Series series) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int control = figures.columns().indexOf("control");
        int baseline = figures.columns().indexOf("baseline");
        for (Figures.Row row : rows) {
            for (double one : new double[] {
                series.value(row), series.low(row), series.high(row), at(row, control), at(row, baseline)
            }) {
                low = Double.isNaN(one) ? low : Math.min(low, one);
                high = Double.isNaN(one) ? high : Math.max(high, one);
            }
        }
        // 0 and a coin's 0.5 are what values are held against.
        low = Math.min(low, series.name().equals("AUC") ? 0.5 : 0);
        double unit = (RIGHT - LEFT) / Math.max(1e-9, Math.max(high, low + 0.1) - low);
        for (int i = 0; i < rows.size(); i++) {
            Figures.Row row = rows.get(i);
            double y = ROW * i + ROW / 2;
            double others = at(row, control);
            if (!Double.isNaN(others)) {
                grey.box(LEFT, y - 6, unit * (others - low), 12);
            }
            double guessed = at(row, baseline);
            if (!Double.isNaN(guessed)) {
                double x = LEFT + unit * (guessed - low);
                ticks.move(x, y - 6).line(x, y + 6);
            }
            whisker(
                    LEFT + unit * (series.low(row) - low),
                    LEFT + unit * (series.value(row) - low),
                    LEFT + unit * (series.high(row) - low),
                    y);
        }
        double none = series.name().equals("AUC") ? 0.5 : 0;
        boolean upright = low < 0 || none > 0;
        if (upright) {
            double zero = LEFT + unit * (none - low);
            ticks.move(zero, 0).line(zero, ROW * rows.size());
        }
        String words = Words.of(control >= 0 ? "chart.attack" : "chart.alone", series.name());
        String axis = Words.of("chart.axis", Shown.number(low), Shown.number(Math.max(high, low + 0.1)));
        String line = upright ? " " + Words.of(none > 0 ? "chart.coin" : "chart.zero") : "";
        draw(html, words + " " + axis + line);
    }

    private static double at(Figures.Row row, int column) {
        return column < 0 ? Double.NaN : row.values().get(column);
    }

    private void draw(Html html, String words) {
        String box = "0 0 340 " + Svg.fix(ROW * rows.size());
        String label = figures.title() + ". " + words;
        html.open("figure").open("svg", "viewBox", box, "role", "img", "aria-label", label, "class", "chart");
        for (int i = 0; i < rows.size(); i++) {
            String y = Svg.fix(ROW * i + ROW / 2 + 4);
            html.element("text", Shown.shorten(rows.get(i).name(), NAME), "x", "0", "y", y);
        }
        html.empty("path", "class", "r", "d", grey.toString());
        html.empty("path", "class", "axis", "d", ticks.toString());
        html.empty("path", "class", "s", "d", line.toString());
        html.empty("path", "class", "f", "d", dots.toString());
        html.close().element("figcaption", words).close().line();
    }
}
