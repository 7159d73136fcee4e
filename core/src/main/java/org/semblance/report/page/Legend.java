package org.semblance.report.page;

import org.semblance.report.Words;

/** What grey, colour and shade stand for. */
final class Legend {
    private Legend() {}

    static void write(Html html) {
        html.open("p", "class", "legend");
        sample(html, "r", "legend.real");
        sample(html, "s", "legend.synthetic");
        sample(html, "g", "legend.gap");
        html.close();
    }

    private static void sample(Html html, String kind, String key) {
        html.open("span").open("svg", "viewBox", "0 0 22 12", "width", "22", "height", "12", "aria-hidden", "true");
        html.empty("path", "class", kind, "d", kind.equals("s") ? "M1 6h20" : "M1 1h20v10h-20z");
        html.close().text(" " + Words.of(key)).close().text(" ");
    }
}
