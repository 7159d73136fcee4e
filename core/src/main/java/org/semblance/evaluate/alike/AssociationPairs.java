package org.semblance.evaluate.alike;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Contingency;
import org.semblance.evaluate.Labels;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** The associations of pairs of columns in a real and a synthetic table; what a column is needed for is made once. */
final class AssociationPairs {
    private static final int BINS = 10;

    private final Associations.Options options;
    private final Comparison c;
    private final Table[] tables;
    private final @Nullable Labels[] labels;
    private final @Nullable NumberColumn[][] numbers;
    private final @Nullable Coded coded;
    private final double[][] entropy;

    AssociationPairs(Comparison c, Taken taken, Associations.Options options, Run run) {
        this.c = c;
        this.options = options;
        tables = new Table[] {taken.real(), taken.synthetic()};
        int width = c.real().width();
        labels = new @Nullable Labels[width];
        numbers = new @Nullable NumberColumn[2][width];
        entropy = new double[2][width];
        coded = !options.which().equals("information")
                ? null
                : options.bins().equals("widths")
                        ? Coded.ofWidths(List.of(tables), BINS, run)
                        : Coded.ofReal(List.of(tables), BINS, run);
        run.parallel(width, this::prepare);
    }

    private void prepare(int column) {
        if (coded != null) {
            Cells cells = Cells.of(coded, column);
            entropy[0][column] = cells.entropy(0);
            entropy[1][column] = cells.entropy(1);
        } else if (!c.numeric(column)) {
            labels[column] = Labels.of(tables[0].column(column), tables[1].column(column));
        } else {
            boolean ranked = options.which().equals("spearman")
                    || options.which().equals("mixed") && options.numbers().equals("spearman");
            for (int t = 0; t < 2; t++) {
                NumberColumn values = tables[t].numbers(column);
                numbers[t][column] = ranked ? Association.ranks(values) : values;
            }
        }
    }

    /** The real and the synthetic coefficient of two columns: NaN where it is not defined, 0 where it was lost. */
    double[] of(int a, int b) {
        double[] found = coded != null ? information(coded, a, b) : coefficients(a, b);
        return new double[] {found[0], Double.isNaN(found[1]) ? 0 : found[1]};
    }

    private double[] information(Coded of, int a, int b) {
        Cells cells = Cells.of(of, a, b);
        double[] out = new double[2];
        for (int t = 0; t < 2; t++) {
            out[t] = Association.information(entropy[t][a], entropy[t][b], cells.entropy(t));
        }
        return out;
    }

    private double[] coefficients(int a, int b) {
        Labels first = labels[a];
        Labels second = labels[b];
        if (first != null && second != null) {
            return cramer(first, second);
        }
        if (first == null && second == null) {
            return correlation(a, b);
        }
        Labels groups = first != null ? first : second;
        return groups == null ? none() : eta(first != null ? b : a, groups);
    }

    private double[] cramer(Labels a, Labels b) {
        if (!wanted("cramer")) {
            return none();
        }
        Contingency table = Contingency.of(a, b);
        return new double[] {
            Association.cramer(table, table.real(), options.corrected()),
            Association.cramer(table, table.synthetic(), options.corrected())
        };
    }

    private double[] eta(int column, Labels groups) {
        double[] out = none();
        for (int t = 0; t < 2 && wanted("eta"); t++) {
            out[t] = Association.eta(tables[t].numbers(column), groups.codes()[t], groups.levels());
        }
        return out;
    }

    private double[] correlation(int a, int b) {
        double[] out = none();
        for (int t = 0; t < 2 && (wanted("pearson") || options.which().equals("spearman")); t++) {
            NumberColumn x = numbers[t][a];
            NumberColumn y = numbers[t][b];
            out[t] = x == null || y == null ? Double.NaN : Correlation.pearson(x, y);
        }
        return out;
    }

    private boolean wanted(String kind) {
        return options.which().equals("mixed") || options.which().equals(kind);
    }

    private static double[] none() {
        return new double[] {Double.NaN, Double.NaN};
    }
}
