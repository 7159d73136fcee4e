package org.semblance.report.page;

import java.util.List;
import org.semblance.report.ColumnView.Bar;
import org.semblance.report.Shown;

/**
 * Numbers of both tables over one axis: the real ones as a grey area, the synthetic ones as a line, what lies between
 * shaded. Areas are shares: a wide bar is lower. A single bar that towers over the others is cut off, with its shares
 * written beside it.
 */
final class Histogram {
    private static final double WIDTH = 340;
    private static final double TOP = 14;
    private static final double BASE = 96;
    private static final double HEIGHT = 112;

    /** A bar so many times as high as the next is cut off. */
    private static final double TOWER = 4;

    private static final int TICKS = 5;

    /** A letter is about so wide, some more than a digit is. */
    private static final double LETTER = 6.5;

    private final List<Bar> bars;
    private final double cap;
    private final double step;

    private Histogram(List<Bar> bars) {
        this.bars = bars;
        this.cap = cap(bars);
        this.step = WIDTH / bars.stream().mapToInt(Bar::width).sum();
    }

    static void write(Html html, List<Bar> bars, String label) {
        new Histogram(bars).write(html, label);
    }

    private static double cap(List<Bar> bars) {
        double first = 0;
        double second = 0;
        for (Bar bar : bars) {
            double high = Math.max(real(bar), made(bar));
            second = Math.max(second, Math.min(first, high));
            first = Math.max(first, high);
        }
        return second > 0 && first > TOWER * second ? 1.3 * second : Math.max(first, 1e-9);
    }

    private static double real(Bar bar) {
        return (Double.isNaN(bar.real()) ? 0 : bar.real()) / bar.width();
    }

    private static double made(Bar bar) {
        return bar.synthetic() / bar.width();
    }

    private double y(double height) {
        return BASE - (BASE - TOP) * Math.min(1, height / cap);
    }

    private void write(Html html, String label) {
        html.open("svg", "viewBox", "0 0 340 112", "role", "img", "aria-label", label, "class", "chart");
        Svg real = new Svg();
        Svg gap = new Svg();
        Svg made = new Svg();
        double x = 0;
        made.move(0, BASE);
        for (Bar bar : bars) {
            double width = bar.width() * step;
            double a = y(real(bar));
            double b = y(made(bar));
            real.box(x, a, width, BASE - a);
            if (Math.abs(a - b) >= 0.1) {
                gap.box(x, Math.min(a, b), width, Math.abs(a - b));
            }
            made.line(x, b).line(x + width, b);
            x += width;
        }
        made.line(WIDTH, BASE);
        html.empty("path", "class", "r", "d", real.toString());
        if (!gap.isEmpty()) {
            html.empty("path", "class", "g", "d", gap.toString());
        }
        html.empty("path", "class", "s", "d", made.toString());
        html.empty("path", "class", "axis", "d", "M0 96h340");
        towers(html);
        ticks(html);
        html.close();
    }

    private void towers(Html html) {
        double x = 0;
        for (Bar bar : bars) {
            double width = bar.width() * step;
            if (Math.max(real(bar), made(bar)) > cap) {
                boolean left = x + width / 2 < WIDTH / 2;
                String words = ColumnSection.real(bar) + " | " + Shown.percent(bar.synthetic());
                html.element(
                        "text",
                        words,
                        "x",
                        Svg.fix(left ? x + width + 4 : x - 4),
                        "y",
                        "22",
                        "text-anchor",
                        left ? "start" : "end");
                html.empty(
                        "path",
                        "class",
                        "cut",
                        "d",
                        new Svg().move(x, 24).line(x + width, 18).toString());
            }
            x += width;
        }
    }

    /** Edges at which bars begin, about evenly apart. */
    private void ticks(Html html) {
        double x = 0;
        double last = -WIDTH;
        double end = -WIDTH;
        for (Bar bar : bars) {
            double words = LETTER * bar.start().length();
            double from = x < 20 ? x : x - words / 2;
            boolean room = x - last >= WIDTH / TICKS && x < WIDTH - 20 && from > end + LETTER && from + words <= WIDTH;
            if (!bar.start().isEmpty() && room) {
                html.element(
                        "text",
                        bar.start(),
                        "x",
                        Svg.fix(x),
                        "y",
                        Svg.fix(HEIGHT - 3),
                        "text-anchor",
                        x < 20 ? "start" : "middle");
                html.empty("path", "class", "axis", "d", "M" + Svg.fix(x) + " 96v3");
                last = x;
                end = from + words;
            }
            x += bar.width() * step;
        }
    }
}
