package org.semblance.evaluate.alike;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * How far tables of counts of one, two or three columns are from those of a correct synthesis: the mean over tables of
 * the ratio S_pMSE, and the whole family of {@link CellMeasures} beside it.
 *
 * <p>1 is rows drawn from the real shares themselves; fresh real rows score 2 where there are as many of them as real
 * ones (1 / (1 - c) in general); synthpop's authors ask for less than 3, or 10 at worst. Unlike a distance, a ratio
 * grows with the number of rows: it asks whether the tables differ, not by how much. Numbers are cut at quantiles of
 * all rows together, a missing value is one more label. Of several syntheses the mean. Parts: S_pMSE of the tables that
 * are worst. Cost: tables x rows.
 *
 * <p>Source: synthpop 1.9, {@code utility.tables}; Raab, Nowok and Dibben (2021), arXiv:2109.12717.
 */
public final class CellUtility implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "How many columns a table of counts has.", min = 1, max = 3)
            int ways,

            @Option(value = "How many groups numbers are cut into.", min = 2, max = 100)
            int groups,

            @Option(value = "The most tables of counts; of more, so many are drawn at random.", min = 1)
            int tables,

            @Option(value = "How many of the worst tables are named.", min = 1)
            int worst,

            @Option("Whether the number of synthetic rows was drawn too: one more degree of freedom.")
            boolean countDrawn,

            @Option(
                    value = "The constant of S_JSD: the one whose expectation is 1, or synthpop's.",
                    choices = {"corrected", "synthpop"})
            String constant) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "cell-utility",
            "synthpop's utility.tab measures over tables of counts; value: mean S_pMSE, 1 for a correct synthesis.",
            new Options(2, 5, 5_000, 10, false, "corrected"),
            CellUtility::new);

    /** A column of the figures. */
    private record Column(String name, ToDoubleFunction<CellMeasures> value) {}

    private final Options options;
    private final List<Column> columns;

    CellUtility(Options options) {
        this.options = options;
        columns = List.of(
                new Column("S_pMSE", CellMeasures::sPMse),
                new Column("S_FT", CellMeasures::sFt),
                new Column("S_G", CellMeasures::sG),
                new Column(
                        "S_JSD",
                        options.constant.equals("synthpop") ? CellMeasures::sJsdAsSynthpop : CellMeasures::sJsd),
                new Column("S_WMabsDD", CellMeasures::sWmabsDd),
                new Column("df", CellMeasures::df),
                new Column("VW", CellMeasures::vw),
                new Column("pMSE", CellMeasures::pMse),
                new Column("FT", CellMeasures::ft),
                new Column("G", CellMeasures::g),
                new Column("JSD", CellMeasures::jsd),
                new Column("SPECKS", CellMeasures::specks),
                new Column("U", CellMeasures::u),
                new Column("PO50", CellMeasures::po50),
                new Column("MabsDD", CellMeasures::mabsDd),
                new Column("WMabsDD", CellMeasures::wmabsDd),
                new Column("dBhatt", CellMeasures::dBhatt));
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.LOWER,
                "The mean over tables of counts of S_pMSE = VW / df, where VW = sum of (s - o c / (1 - c))^2 / ((o + s) c)"
                        + " over the cells; 1 for a correct synthesis, 1 / (1 - c) for fresh real rows.",
                "synthpop 1.9, utility.tables; Raab, Nowok and Dibben 2021, arXiv:2109.12717.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        if (c.real().rows() == 0 || c.syntheses().stream().anyMatch(table -> table.rows() == 0)) {
            return Score.none("cell-utility", "there are no rows to count");
        }
        List<Table> tables = new ArrayList<>(List.of(c.real()));
        tables.addAll(c.syntheses());
        Coded coded = Coded.ofAll(tables, options.groups, run);
        Combinations sets = Combinations.of(
                c.real().width(), options.ways, options.tables, run.rng().child("tables"));
        double[][] found = new double[sets.sets().length][];
        run.parallel(found.length, k -> found[k] = measures(Cells.of(coded, sets.sets()[k])));
        int[] worst = IntStream.range(0, found.length)
                .filter(k -> !Double.isNaN(found[k][0]))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -found[k][0]))
                .limit(options.worst)
                .mapToInt(k -> k)
                .toArray();
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int k : worst) {
            parts.put(Triples.names(c, sets.sets()[k]), found[k][0]);
        }
        double value = Triples.mean(column(found, 0));
        String note = sets.drawn()
                ? String.format(Locale.ROOT, "%,d of %,d tables of counts", sets.sets().length, sets.all())
                : "";
        return new Score("cell-utility", value, parts)
                .figures(summary(found), worst(c, sets.sets(), found, worst), byColumn(c, sets.sets(), found))
                .note(note);
    }

    /** The figures' columns of one table of counts, means over the syntheses. */
    private double[] measures(Cells cells) {
        double[] out = new double[columns.size()];
        int syntheses = cells.counts().length - 1;
        for (int t = 1; t <= syntheses; t++) {
            CellMeasures one = CellMeasures.of(cells.counts()[0], cells.counts()[t], options.countDrawn);
            for (int m = 0; m < out.length; m++) {
                out[m] += columns.get(m).value.applyAsDouble(one) / syntheses;
            }
        }
        return out;
    }

    private static double[] column(double[][] found, int m) {
        return IntStream.range(0, found.length)
                .mapToDouble(k -> found[k][m])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private Figures summary(double[][] found) {
        Figures.Builder figures = Figures.of("Measures over all tables of counts", "mean", "median", "largest");
        for (int m = 0; m < columns.size(); m++) {
            double[] sorted = column(found, m);
            if (sorted.length > 0) {
                double middle = (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
                figures.row(columns.get(m).name, Triples.mean(sorted), middle, sorted[sorted.length - 1]);
            }
        }
        return figures.build();
    }

    private Figures worst(Comparison c, int[][] sets, double[][] found, int[] worst) {
        Figures.Builder figures = Figures.of(
                "The tables of counts that differ most",
                columns.stream().map(Column::name).toArray(String[]::new));
        for (int k : worst) {
            figures.row(Triples.names(c, sets[k]), found[k]);
        }
        return figures.build();
    }

    /** The mean S_pMSE of the tables a column is in. */
    private static Figures byColumn(Comparison c, int[][] sets, double[][] found) {
        double[] sums = new double[c.real().width()];
        int[] tables = new int[sums.length];
        for (int k = 0; k < sets.length; k++) {
            for (int column : sets[k]) {
                if (!Double.isNaN(found[k][0])) {
                    sums[column] += found[k][0];
                    tables[column]++;
                }
            }
        }
        Figures.Builder figures = Figures.of("By column: the mean over its tables of counts", "S_pMSE");
        IntStream.range(0, sums.length)
                .filter(i -> tables[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -sums[i] / tables[i]))
                .forEach(i -> figures.row(c.name(i), sums[i] / tables[i]));
        return figures.build();
    }
}
