package org.semblance.report.page;

import java.util.List;
import org.semblance.evaluate.Figures;
import org.semblance.report.Shown;
import org.semblance.report.Words;

/** Tables of numbers, the same everywhere: names left, numbers right, in a box that scrolls by itself when too wide. */
public final class Tables {
    /** Rows shown of a table of figures; of more, the rest is counted. */
    private static final int ROWS = 25;

    private Tables() {}

    static void head(Html html, String... columns) {
        html.open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col");
        }
        html.close().close();
    }

    /** Begins a table of numbers with its heads, if any; close it with {@link #end}. */
    public static void begin(Html html, String caption, String... columns) {
        begin(html, "num", caption, columns);
    }

    /** Begins a table of words. */
    static void words(Html html, String... columns) {
        begin(html, "words", "", columns);
    }

    private static void begin(Html html, String kind, String caption, String... columns) {
        html.open("div", "class", "wide").open("table", "class", kind);
        if (!caption.isEmpty()) {
            html.element("caption", caption);
        }
        if (columns.length > 0) {
            head(html, columns);
        }
        html.open("tbody");
    }

    public static void end(Html html) {
        html.close().close().close().line();
    }

    public static void row(Html html, String name, String... cells) {
        html.open("tr").element("th", Shown.shorten(name, 2 * Shown.LABEL), "scope", "row");
        for (String cell : cells) {
            html.element("td", cell);
        }
        html.close();
    }

    static void figures(Html html, Figures figures) {
        String[] heads = new String[figures.columns().size() + 1];
        heads[0] = "";
        for (int k = 1; k < heads.length; k++) {
            heads[k] = figures.columns().get(k - 1);
        }
        begin(html, figures.title(), heads);
        List<Figures.Row> rows = figures.rows();
        for (Figures.Row row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            String[] cells = new String[row.values().size()];
            for (int k = 0; k < cells.length; k++) {
                double value = row.values().get(k);
                cells[k] = counts(rows, k) && !Double.isNaN(value) ? Shown.count((long) value) : Shown.number(value);
            }
            row(html, row.name(), cells);
        }
        end(html);
        if (rows.size() > ROWS) {
            html.element("p", Words.of("page.more", Shown.count(rows.size() - ROWS)), "class", "dim");
        }
    }

    /** Whether a column holds counts: whole numbers, and not only 0 and 1, which may be shares. */
    private static boolean counts(List<Figures.Row> rows, int column) {
        boolean many = false;
        for (Figures.Row row : rows) {
            double value = row.values().get(column);
            if (!Double.isNaN(value) && (value != Math.rint(value) || Math.abs(value) > 1e15)) {
                return false;
            }
            many |= value > 1;
        }
        return many;
    }
}
