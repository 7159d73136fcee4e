package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.report.ColumnView;
import org.semblance.report.Shown;
import org.semblance.report.page.ColumnChart;
import org.semblance.report.page.Html;
import org.semblance.report.page.Page;
import org.semblance.report.page.Tables;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * report.html of an imputation, one page that fetches nothing: what was missing, how it was drawn, whether the chains have
 * mixed, and what was drawn beside what is observed. It holds counts and no rows.
 */
public final class ImputationPage {
    /** Chains whose scale reduction is above this have not mixed: Vehtari et al. (2021), doi:10.1214/20-BA1221. */
    static final double MIXED = 1.05;

    /** Fewer iterations say little of mixing: van Buuren (2018), section 6.5.2, has five to twenty. */
    static final int ENOUGH = 10;

    /** Of the columns together: so often chains that have mixed are said not to have. */
    private static final double LEVEL = 0.05;

    private static final int EVENTS = 40;

    private final Html html;
    private final Imputed imputed;
    private final MissingTests tests;
    private final MissingData missing;
    private final Schema schema;

    private ImputationPage(Html html, Imputed imputed, MissingTests tests) {
        this.html = html;
        this.imputed = imputed;
        this.tests = tests;
        missing = MissingData.of(imputed.data());
        schema = imputed.data().schema();
    }

    /**
     * @param name what the data are called
     * @param tests of the data
     */
    public static String text(Imputed imputed, String name, MissingTests tests) {
        String title = "Imputation of " + name;
        Html html = Page.begin(title);
        html.open("header").element("h1", title);
        ImputationPage page = new ImputationPage(html, imputed, tests);
        html.element("p", page.facts(), "class", "facts").close().open("main").line();
        html.open("section").element("p", page.sentence(), "class", "lead");
        html.element(
                "p",
                "This page is about your own real data and is not for sharing: patterns, charts and means are those of the"
                        + " real rows, down to patterns of a single row.");
        html.element(
                "p",
                "What is observed was not changed. The files hold the real rows: this is no synthetic data, and protects"
                        + " nobody. Analyse each completed set alone and pool the results by Rubin's rules; the difference"
                        + " between the sets is what is not known.");
        html.close().line();
        page.holes();
        page.columns();
        page.convergence();
        page.events();
        html.close().line();
        return Page.end(html);
    }

    private String facts() {
        Table data = imputed.data();
        return Shown.count(data.rows()) + " rows, " + data.width() + " columns; "
                + Shown.count(missing.completeRows()) + " rows are complete; " + imputed.sets() + " sets of "
                + imputed.plan().iterations() + " iterations.";
    }

    private boolean drawn(int column) {
        return imputed.drawn().get(column).get(0).size() > 0;
    }

    private String sentence() {
        long holes = 0;
        long filled = 0;
        for (int c = 0; c < schema.size(); c++) {
            holes += missing.missing(c);
            filled += missing.missing(c) - imputed.complete(1).column(c).missingCount();
        }
        List<String> apart = unmixed();
        int iterations = imputed.plan().iterations();
        String mixed = imputed.sets() < 2 || iterations < 3
                ? " Too few sets or iterations to see whether the chains have mixed."
                : !apart.isEmpty()
                        ? " The chains of " + String.join(", ", apart) + " have not mixed: more iterations (--maxit)."
                        : iterations < ENOUGH
                                ? " Nothing speaks against chains that have mixed, but " + iterations
                                        + " iterations say little of it: look at the lines, or take --maxit "
                                        + 2 * ENOUGH + "."
                                : " The chains of all columns have mixed.";
        return Shown.count(filled) + " of " + Shown.count(holes) + " holes were filled in each set." + mixed;
    }

    /** The last scale reduction of a column's means; NaN where it has none. */
    private double reduction(int column) {
        double[][] chains = imputed.trace().means()[column];
        double[] all = Trace.scaleReduction(chains);
        return all.length == 0 ? Double.NaN : all[all.length - 1];
    }

    private double chance(int column) {
        return Trace.chance(imputed.trace().means()[column]);
    }

    private int drawnColumns() {
        return (int) IntStream.range(0, schema.size()).filter(this::drawn).count();
    }

    private List<String> unmixed() {
        List<String> out = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            // As many columns as there are may each be above by chance.
            if (reduction(c) > MIXED && chance(c) < LEVEL / Math.max(1, drawnColumns())) {
                out.add(schema.field(c).name());
            }
        }
        return out;
    }

    private void holes() {
        html.open("section", "id", "missing").element("h2", "What is missing");
        PatternChart.write(html, missing);
        Tables.begin(html, "", "", "missing", "share", "influx", "outflux", "in words", "method");
        for (int c = 0; c < schema.size(); c++) {
            if (missing.missing(c) > 0) {
                String method = imputed.plan().methods().get(c);
                Tables.row(
                        html,
                        schema.field(c).name(),
                        Shown.count(missing.missing(c)),
                        Shown.percent(missing.missing(c) / (double) Math.max(1, missing.rows())),
                        Shown.number(missing.influx(c)),
                        Shown.number(missing.outflux(c)),
                        method.isEmpty() ? "" : flux(c),
                        method.isEmpty() ? "left as it is" : method);
            }
        }
        Tables.end(html);
        html.element(
                "p",
                "Influx says how well the other columns cover a column's holes, outflux how useful it is for the holes of"
                        + " others; a column that is low in both is hard to impute and of little use"
                        + " (van Buuren 2018, section 4.1).",
                "class",
                "dim");
        RandomlyMissing random = tests.means();
        if (random != null) {
            html.element("p", random.words());
        }
        EqualCovariances covariances = tests.covariances();
        if (covariances != null) {
            html.element("p", covariances.words());
        }
        html.close().line();
    }

    private String flux(int column) {
        double here = missing.othersInHoles(column);
        double there = missing.inHolesOfOthers(column);
        return "others are there in " + Shown.percent(here) + " of its holes"
                + (Double.isNaN(there) ? "" : ", it in " + Shown.percent(there) + " of theirs");
    }

    private void columns() {
        html.open("section", "id", "columns").element("h2", "What was drawn, beside what is observed");
        html.element(
                "p",
                "Grey areas are the observed values, the blue line all draws of all sets. They may differ, where what is"
                        + " missing depends on other columns; a difference wants a reason.");
        html.open("div", "class", "grid").line();
        for (int c = 0; c < schema.size(); c++) {
            if (drawn(c)) {
                column(
                        schema.field(c),
                        imputed.data().column(c),
                        imputed.drawn().get(c));
            }
        }
        html.close().close().line();
    }

    private void column(Field field, Column observed, List<Column> sets) {
        Schema one = new Schema(List.of(field));
        List<Table> parts =
                sets.stream().map(values -> Table.of(one, List.of(values))).toList();
        Column all = Table.join(one, parts).column(0);
        String words = figures(observed, all);
        html.open("details", "class", "col", "open", "open").open("summary");
        html.element("b", Shown.shorten(field.name(), Shown.LABEL)).close();
        html.element("p", words);
        ColumnView view = ColumnView.beside(field, observed, all);
        if (view.bars().size() > 1) {
            ColumnChart.write(html, view, field.name() + ": " + words);
        } else {
            html.element("p", "Too few values to draw.", "class", "dim");
        }
        html.close().line();
    }

    private static String figures(Column observed, Column drawn) {
        if (!(observed instanceof NumberColumn)) {
            return Shown.count(drawn.size()) + " draws";
        }
        return "observed mean " + mean(observed) + ", drawn mean " + mean(drawn);
    }

    private static String mean(Column column) {
        return Shown.number(Arrays.stream(Numbers.of(column))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN));
    }

    private void convergence() {
        html.open("section", "id", "convergence").element("h2", "Convergence");
        html.element(
                "p",
                "Mean of what was drawn, by iteration, a line for each set: they should cross freely and not climb. Scale"
                        + " reduction (R-hat) compares the spread between the sets with that within them. With few"
                        + " iterations it is often above " + MIXED + " by chance, so a column is said not to have mixed"
                        + " only where so large a value would be rare among draws without a memory (last column; F test"
                        + " of Gelman and Rubin 1992, over all columns in fewer than 1 of 20 imputations).");
        Tables.begin(
                html,
                "",
                "",
                "scale reduction of means",
                "of variances",
                "correlation with the iteration before",
                "chance of so much");
        for (int c = 0; c < schema.size(); c++) {
            if (drawn(c)) {
                double[][] means = imputed.trace().means()[c];
                double[] lag = Trace.autocorrelation(means);
                double[] spread = Trace.scaleReduction(imputed.trace().variances()[c]);
                Tables.row(
                        html,
                        schema.field(c).name(),
                        Shown.number(reduction(c)),
                        Shown.number(spread[spread.length - 1]),
                        Shown.number(lag[lag.length - 1]),
                        chance(c) < 0.0005 ? "< 0.001" : Shown.number(chance(c)));
            }
        }
        Tables.end(html);
        html.open("div", "class", "grid").line();
        for (int c = 0; c < schema.size(); c++) {
            if (drawn(c)) {
                TraceChart.write(html, schema.field(c).name(), imputed.trace().means()[c]);
            }
        }
        html.close().close().line();
    }

    /** What was done otherwise than asked, the same words of several sets and iterations once. */
    private void events() {
        List<String> lines = Event.lines(imputed.events());
        html.open("section", "id", "events").element("h2", "What was done otherwise than asked");
        if (lines.isEmpty()) {
            html.element("p", "Nothing.");
        } else {
            html.open("ul");
            lines.stream().limit(EVENTS).forEach(line -> html.element("li", line));
            html.close();
            if (lines.size() > EVENTS) {
                html.element("p", Shown.count(lines.size() - EVENTS) + " more are in report.json.", "class", "dim");
            }
        }
        html.close().line();
    }
}
