package org.semblance.io;

import java.nio.charset.StandardCharsets;
import org.semblance.table.Format;

/** Writes numbers as a format says, rounding half up, without making objects where at most 15 digits are asked for. */
final class NumberWriter {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final double EXACT = 0x1.0p53;

    private final int decimals;
    private final boolean trimmed;
    private final byte decimalSign;
    private final byte[] group;
    private final byte[] prefix;
    private final byte[] suffix;

    NumberWriter(Format format) {
        decimals = format.rounding();
        trimmed = format.decimals() < -1;
        decimalSign = (byte) format.decimalSign();
        group = format.groupSign() == '\0' ? new byte[0] : bytes(String.valueOf(format.groupSign()));
        prefix = bytes(format.prefix());
        suffix = bytes(format.suffix());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void write(double value, ByteSink out) {
        double size = Math.abs(value);
        boolean fast = decimals >= 0 && decimals <= 15 && size * POWERS[decimals] < EXACT;
        if (fast) {
            fixed(value, size, out);
        } else if (size < EXACT && size == Math.rint(size)) {
            sign(value, out);
            whole((long) size, out);
            out.put(suffix);
        } else {
            sign(value, out);
            slow(size, out);
            out.put(suffix);
        }
    }

    private void sign(double value, ByteSink out) {
        if (value < 0) {
            out.put('-');
        }
        out.put(prefix);
    }

    private void fixed(double value, double size, ByteSink out) {
        long scaled = (long) (size * POWERS[decimals] + 0.5);
        sign(scaled == 0 ? 0 : value, out);
        int places = decimals;
        if (group.length > 0) {
            long divisor = (long) POWERS[decimals];
            whole(scaled / divisor, out);
            if (places > 0) {
                out.digits(scaled % divisor, places);
            }
        } else {
            out.digits(scaled, places + 1);
        }
        while (trimmed && places > 0 && out.last() == '0') {
            out.size--;
            places--;
        }
        if (places > 0) {
            out.insert(places, decimalSign);
        }
        out.put(suffix);
    }

    private void whole(long value, ByteSink out) {
        if (group.length == 0 || value < 1000) {
            out.digits(value, 1);
            return;
        }
        whole(value / 1000, out);
        out.put(group);
        out.digits(value % 1000, 3);
    }

    private void slow(double size, ByteSink out) {
        if (decimals >= 0 && size < 1e300) {
            String text = new java.math.BigDecimal(size)
                    .setScale(decimals, java.math.RoundingMode.HALF_UP)
                    .toPlainString();
            out.put(text.replace('.', (char) decimalSign));
            return;
        }
        out.put(Double.toString(size).replace('.', (char) decimalSign));
    }
}
