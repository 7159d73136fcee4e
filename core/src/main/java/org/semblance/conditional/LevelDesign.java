package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.math.Cholesky;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The columns of a multilevel model in their own units: a one, each number, a 0/1 column for each label but the first
 * that occurs, and cluster means where they are asked; some of them with an effect of their own in each cluster.
 *
 * @param cluster which predictor says the cluster
 * @param keys [clusters] the number or code of each cluster that was there when learning, ascending
 * @param terms the columns behind the one
 * @param random which columns vary by cluster, the one first
 * @param means [terms][clusters] a term's mean in each cluster, and last over all; empty where it is not needed
 */
record LevelDesign(int cluster, double[] keys, List<Term> terms, int[] random, double[][] means) {
    /**
     * A column.
     *
     * @param predictor its place among the predictors
     * @param label the place in the dictionary; -1 for numbers
     * @param mean whether it is the cluster's mean
     * @param centred whether it is what is left without the cluster's mean
     */
    record Term(int predictor, int label, boolean mean, boolean centred) {
        boolean needsMeans() {
            return mean || centred;
        }

        String name(Table table) {
            String name = table.schema().field(predictor).name();
            String whole = label < 0
                    ? name
                    : name + " = " + table.codes(predictor).labels().get(label);
            return mean ? "cluster means of " + whole : whole;
        }
    }

    LevelDesign {
        terms = List.copyOf(terms);
    }

    /** @param randomOnly whether only predictors with effects by cluster have a part, as in mice's 2l.norm */
    static LevelDesign of(Given given, boolean randomOnly) {
        return of(given, randomOnly, false);
    }

    /** @param centred whether columns whose cluster means stand beside them are without these means */
    static LevelDesign of(Given given, boolean randomOnly, boolean centred) {
        Predictors x = given.x();
        int cluster = cluster(x);
        int[] rows = given.observed();
        double[] of = numbers(x.table().column(cluster), 0, true);
        double[] keys = Arrays.stream(rows)
                .mapToDouble(row -> of[row])
                .distinct()
                .sorted()
                .toArray();
        List<Term> terms = new ArrayList<>();
        List<Boolean> varies = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int c = 0; c < x.table().width(); c++) {
            Predictors.Role role = x.roles().get(c);
            boolean slope = role == Predictors.Role.RANDOM || role == Predictors.Role.RANDOM_AND_MEAN;
            if (c == cluster || role == Predictors.Role.CLUSTER) {
                continue;
            }
            if (randomOnly && !slope) {
                skipped.add(x.schema().field(c).name());
                continue;
            }
            boolean mean = role == Predictors.Role.FIXED_AND_MEAN || role == Predictors.Role.RANDOM_AND_MEAN;
            for (int label : labels(x.table().column(c), rows)) {
                terms.add(new Term(c, label, false, mean && centred));
                varies.add(slope);
                if (mean) {
                    terms.add(new Term(c, label, true, false));
                    varies.add(false);
                }
            }
        }
        if (!skipped.isEmpty()) {
            given.events()
                    .say("without " + skipped.size() + (skipped.size() == 1 ? " predictor (" : " predictors (")
                            + LeftOut.some(skipped) + "): this method takes those of code 2 and 4");
        }
        return new LevelDesign(cluster, keys, terms, random(varies), means(x, rows, of, keys, terms))
                .independent(given, rows);
    }

    private static int cluster(Predictors x) {
        int at = x.roles().indexOf(Predictors.Role.CLUSTER);
        if (at < 0) {
            throw ProblemException.usage(
                    Problem.of("no predictor says the cluster.").fix("Give the column of the clusters the code -2."));
        }
        return at;
    }

    /** What a predictor gives: itself, or its labels but the first. */
    private static int[] labels(Column column, int[] rows) {
        if (!(column instanceof CodeColumn codes)) {
            return new int[] {-1};
        }
        return Arrays.stream(rows).map(codes::code).distinct().sorted().skip(1).toArray();
    }

    private static int[] random(List<Boolean> varies) {
        List<Integer> out = new ArrayList<>(List.of(0));
        for (int t = 0; t < varies.size(); t++) {
            if (varies.get(t)) {
                out.add(t + 1);
            }
        }
        return out.stream().mapToInt(j -> j).toArray();
    }

    private static double[][] means(Predictors x, int[] rows, double[] of, double[] keys, List<Term> terms) {
        double[][] means = new double[terms.size()][];
        for (int t = 0; t < means.length; t++) {
            Term term = terms.get(t);
            means[t] = new double[term.needsMeans() ? keys.length + 1 : 0];
            if (!term.needsMeans()) {
                continue;
            }
            double[] values = numbers(x.table().column(term.predictor), term.label, false);
            int[] counts = new int[keys.length + 1];
            for (int row : rows) {
                for (int k : new int[] {Arrays.binarySearch(keys, of[row]), keys.length}) {
                    means[t][k] += values[row];
                    counts[k]++;
                }
            }
            for (int k = 0; k < counts.length; k++) {
                means[t][k] /= Math.max(1, counts[k]);
            }
        }
        return means;
    }

    /** A column as numbers: itself, a label's 0 and 1, or codes. */
    private static double[] numbers(Column column, int label, boolean asCodes) {
        if (column instanceof NumberColumn numbers) {
            return numbers.toArray();
        }
        double[] out = new double[column.size()];
        for (int row = 0; row < out.length; row++) {
            int code = ((CodeColumn) column).code(row);
            out[row] = asCodes ? code : code == label ? 1 : 0;
        }
        return out;
    }

    /** The same without columns that the ones before them make up. */
    private LevelDesign independent(Given given, int[] rows) {
        Rows all = rows(given.x());
        int p = width();
        double[][] cross = new double[p][p];
        double[] values = new double[p];
        for (int row : rows) {
            all.fill(row, values);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    cross[i][j] += values[i] * values[j];
                }
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            kept.add(j);
            double[][] part = new double[kept.size()][kept.size()];
            for (int a = 0; a < part.length; a++) {
                for (int b = 0; b < part.length; b++) {
                    part[a][b] = cross[kept.get(a)][kept.get(b)];
                }
            }
            if (j > 0 && Cholesky.of(part) == null) {
                kept.remove(kept.size() - 1);
            }
        }
        if (kept.size() == p) {
            return this;
        }
        List<String> without = IntStream.range(1, p)
                .filter(j -> !kept.contains(j))
                .mapToObj(j -> this.terms.get(j - 1).name(given.x().table()))
                .distinct()
                .toList();
        given.events().say(LeftOut.words(LeftOut.CONSTANT + " or " + LeftOut.MADE, without));
        int[] left =
                Arrays.stream(random).filter(kept::contains).map(kept::indexOf).toArray();
        List<Term> terms = new ArrayList<>();
        double[][] means = new double[kept.size() - 1][];
        for (int i = 1; i < kept.size(); i++) {
            terms.add(this.terms.get(kept.get(i) - 1));
            means[i - 1] = this.means[kept.get(i) - 1];
        }
        return new LevelDesign(cluster, keys, terms, left, means);
    }

    /** Columns, the one among them. */
    int width() {
        return terms.size() + 1;
    }

    int clusters() {
        return keys.length;
    }

    /** The columns' values in the rows of a table. */
    final class Rows {
        private final double[][] columns;
        private final double[] key;

        Rows(Predictors x) {
            key = numbers(x.table().column(cluster), 0, true);
            columns = new double[terms.size()][];
            for (int t = 0; t < columns.length; t++) {
                Term term = terms.get(t);
                columns[t] = term.mean ? new double[0] : numbers(x.table().column(term.predictor), term.label, false);
            }
        }

        /** The number or code of a row's cluster. */
        double key(int row) {
            return key[row];
        }

        /** The cluster of a row, or -1 for one that was not there when learning. */
        int cluster(int row) {
            int at = Arrays.binarySearch(keys, key[row]);
            return at < 0 ? -1 : at;
        }

        void fill(int row, double[] out) {
            int at = cluster(row);
            out[0] = 1;
            for (int t = 0; t < columns.length; t++) {
                Term term = terms.get(t);
                double mean = term.needsMeans() ? means[t][at < 0 ? keys.length : at] : 0;
                out[t + 1] = term.mean ? mean : columns[t][row] - mean;
            }
        }
    }

    Rows rows(Predictors x) {
        return new Rows(x);
    }
}
