package org.semblance.report.page;

/** A path under construction, to a tenth of a unit. */
public final class Svg {
    private final StringBuilder out = new StringBuilder();

    public Svg move(double x, double y) {
        return add('M', x, y);
    }

    public Svg line(double x, double y) {
        return add('L', x, y);
    }

    /** A box from its upper left corner. */
    public Svg box(double x, double y, double width, double height) {
        add('M', x, y);
        out.append('h')
                .append(fix(width))
                .append('v')
                .append(fix(height))
                .append('h')
                .append(fix(-width));
        out.append('z');
        return this;
    }

    private Svg add(char command, double x, double y) {
        out.append(command).append(fix(x)).append(' ').append(fix(y));
        return this;
    }

    /** In tenths, without a zero behind the point. */
    public static String fix(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }

    public boolean isEmpty() {
        return out.isEmpty();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
