package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How two tables of counts over the same cells differ: the measures of synthpop's {@code utility.tab}.
 *
 * <p>With o real and s synthetic counts, n1 and n2 rows, N of both, c = n2 / N; cells that are empty in both are left
 * out. e = (o + s) c and d = s - o c / (1 - c) are a cell's expected synthetic count and its difference. Measures
 * beginning with "s" are ratios to what is expected of a correct synthesis, that is of rows drawn from the real shares:
 * they are then about 1, and about 1 / (1 - c) for fresh real rows, which are a draw of their own as the real ones are.
 *
 * <p>Source: Raab, Nowok and Dibben (2021), Assessing, visualizing and improving the utility of synthetic data,
 * arXiv:2109.12717; constants in the ratios as in synthpop 1.9, but for that of the Jensen-Shannon divergence.
 *
 * @param df cells - 1, or the number of cells where the number of synthetic rows was drawn as well
 * @param dfG df over the cells that are empty in neither
 * @param vw Voas and Williamson's sum of d squared over e
 * @param ft Freeman and Tukey's 4 times the sum of the squared difference of roots
 * @param g likelihood ratio over the cells that are empty in neither, with shares of their rows
 * @param pMse mean squared difference of propensity scores (the synthetic share of a cell) from c
 * @param jsd Jensen-Shannon divergence of the shares, in bits
 * @param specks Kolmogorov-Smirnov distance of the propensity scores
 * @param u Mann-Whitney's U of the synthetic propensity scores
 * @param po50 percentage of rows told apart rightly beyond one half, each cell going to the table with the larger share
 * @param mabsDd sum of |d| per synthetic row
 * @param wmabsDd sum of |d| over the root of e, over the mean of a half-normal variable
 * @param dBhatt Bhattacharyya (Hellinger) distance of the shares
 * @param reals n1
 * @param synthetics n2
 */
public record CellMeasures(
        int df,
        int dfG,
        double vw,
        double ft,
        double g,
        double pMse,
        double jsd,
        double specks,
        double u,
        double po50,
        double mabsDd,
        double wmabsDd,
        double dBhatt,
        long reals,
        long synthetics) {
    private static final double LN2 = StrictMath.log(2);

    /** @param countDrawn whether the number of synthetic rows was drawn too, as synthpop's {@code k.syn} */
    public static CellMeasures of(int[] real, int[] synthetic, boolean countDrawn) {
        int[] occupied = occupied(real, synthetic);
        int[] o = Arrays.stream(occupied).map(k -> real[k]).toArray();
        int[] s = Arrays.stream(occupied).map(k -> synthetic[k]).toArray();
        double n1 = Arrays.stream(o).asLongStream().sum();
        double n2 = Arrays.stream(s).asLongStream().sum();
        double c = n2 / (n1 + n2);
        double vw = 0;
        double ft = 0;
        double g = 0;
        double absolute = 0;
        double weighted = 0;
        double shared = 0;
        double jsd = 0;
        double right = 0;
        for (int k = 0; k < o.length; k++) {
            double e = (o[k] + s[k]) * c;
            double expected = o[k] * c / (1 - c);
            double d = s[k] - expected;
            double root = Math.sqrt(s[k]) - Math.sqrt(expected);
            double p = o[k] / n1;
            double q = s[k] / n2;
            vw += d * d / e;
            ft += 4 * root * root;
            absolute += Math.abs(d);
            weighted += Math.abs(d) / Math.sqrt(e);
            shared += Math.sqrt(p * q);
            jsd += (half(p, q) + half(q, p)) / 2;
            right += q > p ? s[k] : o[k];
        }
        int both = 0;
        double o1 = 0;
        double s1 = 0;
        for (int k = 0; k < o.length; k++) {
            if (o[k] > 0 && s[k] > 0) {
                g += 2 * s[k] * StrictMath.log(s[k] / (double) o[k]);
                o1 += o[k];
                s1 += s[k];
                both++;
            }
        }
        g -= both == 0 ? 0 : 2 * s1 * StrictMath.log(s1 / o1);
        double[] ranks = ranks(o, s, n1, n2);
        int drawn = countDrawn ? 0 : 1;
        return new CellMeasures(
                Math.max(0, o.length - drawn),
                Math.max(0, both - drawn),
                vw,
                ft,
                g,
                vw * c * (1 - c) * (1 - c) / (n1 + n2),
                jsd / LN2,
                ranks[0],
                ranks[1],
                100 * right / (n1 + n2) - 50,
                absolute / n2,
                weighted / Math.sqrt(2 / Math.PI),
                Math.sqrt(Math.max(0, 1 - shared)),
                (long) n1,
                (long) n2);
    }

    /** p ln(p / the mean of both). */
    private static double half(double p, double q) {
        return p == 0 ? 0 : p * StrictMath.log(2 * p / (p + q));
    }

    private static int[] occupied(int[] real, int[] synthetic) {
        int[] cells = new int[real.length];
        int n = 0;
        for (int k = 0; k < real.length; k++) {
            if (real[k] > 0 || synthetic[k] > 0) {
                cells[n++] = k;
            }
        }
        return Arrays.copyOf(cells, n);
    }

    /** The Kolmogorov-Smirnov distance of the propensity scores, and Mann-Whitney's U of the synthetic ones. */
    private static double[] ranks(int[] o, int[] s, double n1, double n2) {
        Integer[] order = new Integer[o.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> s[k] / (double) (s[k] + o[k])));
        double below = 0;
        double belowSynthetic = 0;
        double furthest = 0;
        double u = 0;
        for (int i = 0; i < order.length; ) {
            double score = s[order[i]] / (double) (s[order[i]] + o[order[i]]);
            double tied = 0;
            double tiedSynthetic = 0;
            for (; i < order.length && s[order[i]] / (double) (s[order[i]] + o[order[i]]) == score; i++) {
                tied += o[order[i]];
                tiedSynthetic += s[order[i]];
            }
            u += tiedSynthetic * (below + tied / 2);
            below += tied;
            belowSynthetic += tiedSynthetic;
            furthest = Math.max(furthest, Math.abs(below / n1 - belowSynthetic / n2));
        }
        return new double[] {furthest, u};
    }

    /** Of pMSE, and of VW; the measure that synthpop recommends. */
    public double sPMse() {
        return ratio(vw, df);
    }

    public double sFt() {
        return ratio(ft, df);
    }

    public double sG() {
        return ratio(g, dfG);
    }

    public double sWmabsDd() {
        return ratio(wmabsDd, df);
    }

    /** Of the Jensen-Shannon divergence, whose expectation in bits is df / (8 n2 ln 2). */
    public double sJsd() {
        return ratio(8 * synthetics * LN2 * jsd, df);
    }

    /** The same as synthpop 1.9 divides, 4 % larger: by df ln 2 / (2 N). */
    public double sJsdAsSynthpop() {
        return ratio(2 * (reals + synthetics) * jsd / LN2, df);
    }

    private static double ratio(double measure, int df) {
        return df == 0 ? Double.NaN : measure / df;
    }
}
