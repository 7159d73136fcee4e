package org.semblance.app.cli;

import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** How a pooled fit's figures are written: five digits and chances in lines of a table, plain numbers in JSON. */
final class Figures {
    private Figures() {}

    /** One line of a table, without the blanks at its end. */
    static String line(String form, Object... cells) {
        return String.format(Locale.ROOT, form, cells).replaceAll(" +(\\R)$", "$1");
    }

    /** Five digits; a dash for what is not known. */
    static String digits(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5g", value);
    }

    /** So many places behind the point; a dash for what is not known. */
    static String places(double value, int places) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** A chance; never 0. */
    static String chance(double p) {
        return p < 0.0005 ? "<0.001" : places(p, 3);
    }

    /** JSON has no word for what is not known or has no end. */
    static void number(ObjectNode out, String name, double value) {
        if (Double.isFinite(value)) {
            out.put(name, value);
        } else {
            out.putNull(name);
        }
    }
}
