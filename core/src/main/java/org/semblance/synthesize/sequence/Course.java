package org.semblance.synthesize.sequence;

import java.util.Arrays;

/** How a column of numbers goes on from step to step, by itself. */
final class Course {
    /** A value that takes more of the column than this is a heap, which only levels keep. */
    private static final double HEAP = 0.1;
    /** A share of steps without change that only changes keep. */
    private static final double REST = 0.05;
    /** Fewer different values are drawn as labels are. */
    private static final int FEW_VALUES = 12;
    /** Most values among which one follows another as a rule, and how often it must. */
    private static final int MOST_VALUES = 64;

    private static final double USUAL = 0.8;
    /** A slope on the value before from which on a column does not return. */
    private static final double UNIT = 0.98;
    /** Steps of a sequence below which a walk and a slow return are the same. */
    private static final int LONG = 40;

    private int pairs;
    private int rises;
    private int falls;
    private int sequences;
    private double slope;
    private double pull;
    private double change;

    private Course() {}

    int pairs() {
        return pairs;
    }

    /** Whether it never falls and sometimes rises. */
    boolean climbs() {
        return falls == 0 && rises > 0;
    }

    /** Whether it does not return to where it was, as far as long sequences tell. */
    boolean walks() {
        return pairs >= (long) LONG * sequences && slope > 0.9 && slope + pull > UNIT;
    }

    /** The share of steps without change, where it is worth keeping; else 0. */
    double rests() {
        double share = (pairs - rises - falls) / (double) Math.max(1, pairs);
        return share > REST ? share : 0;
    }

    /** The variance of changes. */
    double change() {
        return change;
    }

    /** @param z on the scale on which it is followed */
    static Course of(double[] z, int[] start) {
        Course course = new Course();
        double[] m = new double[10];
        double changes = 0;
        double squares = 0;
        double shift =
                Arrays.stream(z).filter(v -> !Double.isNaN(v)).findFirst().orElse(0);
        for (int e = 0; e + 1 < start.length; e++) {
            double last = 0;
            double sum = 0;
            int n = 0;
            for (int i = start[e]; i < start[e + 1]; i++) {
                if (Double.isNaN(z[i])) {
                    continue;
                }
                double now = z[i] - shift;
                if (n > 0) {
                    product(m, last, sum / n, now);
                    course.pairs++;
                    course.rises += now > last ? 1 : 0;
                    course.falls += now < last ? 1 : 0;
                    changes += now - last;
                    squares += (now - last) * (now - last);
                }
                last = now;
                sum += now;
                n++;
            }
            course.sequences += n > 1 ? 1 : 0;
        }
        if (course.pairs > 2) {
            course.change = squares / course.pairs - changes / course.pairs * changes / course.pairs;
            course.line(m);
        }
        return course;
    }

    /** Adds the products of 1, last, mean and now: the upper triangle. */
    private static void product(double[] m, double last, double mean, double now) {
        m[0] += 1;
        m[1] += last;
        m[2] += mean;
        m[3] += now;
        m[4] += last * last;
        m[5] += last * mean;
        m[6] += last * now;
        m[7] += mean * mean;
        m[8] += mean * now;
        m[9] += now * now;
    }

    /** The least-squares line through the value before and the mean of all before. */
    private void line(double[] m) {
        double n = m[0];
        double ll = m[4] - m[1] * m[1] / n;
        double lm = m[5] - m[1] * m[2] / n;
        double ly = m[6] - m[1] * m[3] / n;
        double mm = m[7] - m[2] * m[2] / n;
        double my = m[8] - m[2] * m[3] / n;
        double det = ll * mm - lm * lm;
        if (det > 1e-9 * ll * mm && det > 0) {
            slope = (ly * mm - my * lm) / det;
            pull = (my * ll - ly * lm) / det;
        } else if (ll > 0) {
            slope = ly / ll;
        }
    }

    /**
     * Whether a column is drawn as labels are: it has few values, or one that much of it has, or the value before mostly
     * says which comes next (the month, the hour of a clock).
     */
    static boolean heaped(double[] y, int[] start) {
        return lumpy(y) || clockwork(y, start);
    }

    /** Whether few values mostly follow each other in one way. */
    static boolean clockwork(double[] y, int[] start) {
        double[] values = Arrays.stream(y)
                .filter(v -> !Double.isNaN(v))
                .distinct()
                .limit(MOST_VALUES + 1L)
                .sorted()
                .toArray();
        if (values.length > MOST_VALUES) {
            return false;
        }
        int[][] next = new int[values.length][values.length];
        int pairs = 0;
        for (int e = 0; e + 1 < start.length; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                if (!Double.isNaN(y[i]) && !Double.isNaN(y[i - 1])) {
                    next[Arrays.binarySearch(values, y[i - 1])][Arrays.binarySearch(values, y[i])]++;
                    pairs++;
                }
            }
        }
        int usual = Arrays.stream(next)
                .mapToInt(row -> Arrays.stream(row).max().orElse(0))
                .sum();
        return usual > USUAL * pairs;
    }

    private static boolean lumpy(double[] y) {
        double[] sorted = y.clone();
        Arrays.sort(sorted);
        int present = 0;
        int most = 0;
        int same = 0;
        int distinct = 0;
        for (int i = 0; i < sorted.length && !Double.isNaN(sorted[i]); i++) {
            boolean again = i > 0 && sorted[i] == sorted[i - 1];
            same = again ? same + 1 : 1;
            distinct += again ? 0 : 1;
            most = Math.max(most, same);
            present++;
        }
        return distinct < FEW_VALUES || most > HEAP * present;
    }

    /** Whether a column is positive, its largest value several times the least, and ratios depend less on the level than changes. */
    static boolean ratios(double[] y, int[] start) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : y) {
            least = Math.min(least, Double.isNaN(value) ? least : value);
            most = Math.max(most, Double.isNaN(value) ? most : value);
        }
        if (!(least > 0) || most < 3 * least) {
            return false;
        }
        double[] plain = new double[6];
        double[] logs = new double[6];
        for (int e = 0; e + 1 < start.length; e++) {
            double last = Double.NaN;
            for (int i = start[e]; i < start[e + 1]; i++) {
                if (Double.isNaN(y[i])) {
                    continue;
                }
                if (!Double.isNaN(last)) {
                    add(plain, last, Math.abs(y[i] - last));
                    add(logs, StrictMath.log(last), Math.abs(StrictMath.log(y[i] / last)));
                }
                last = y[i];
            }
        }
        return Math.abs(correlation(logs)) < Math.abs(correlation(plain)) - 0.1;
    }

    private static void add(double[] moments, double a, double b) {
        moments[0]++;
        moments[1] += a;
        moments[2] += b;
        moments[3] += a * a;
        moments[4] += b * b;
        moments[5] += a * b;
    }

    private static double correlation(double[] m) {
        double a = m[3] - m[1] * m[1] / m[0];
        double b = m[4] - m[2] * m[2] / m[0];
        return a > 0 && b > 0 ? (m[5] - m[1] * m[2] / m[0]) / Math.sqrt(a * b) : 0;
    }
}
