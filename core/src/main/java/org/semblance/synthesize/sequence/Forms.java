package org.semblance.synthesize.sequence;

import java.util.Arrays;
import java.util.List;

/** Finds the {@link Form} of each column of numbers from how it goes on from step to step. */
final class Forms {
    /** Fewer pairs of neighbours tell nothing. */
    private static final int FEWEST = 50;
    /** A value that takes more of the column than this is a heap, which only levels keep. */
    private static final double HEAP = 0.1;
    /** A slope on the value before from which on a column does not return. */
    private static final double UNIT = 0.98;

    private static final double LEAST_R2 = 0.2;

    private Forms() {}

    /** @param visit the columns in the order in which they are drawn */
    static Form[] of(Real real, List<Integer> visit) {
        Form[] forms = new Form[real.schema().size()];
        Arrays.fill(forms, Form.LEVEL);
        for (int at = 0; at < visit.size(); at++) {
            int column = visit.get(at);
            if (real.numeric(column)) {
                forms[column] = of(real, column, visit.subList(0, at), forms);
            }
        }
        return forms;
    }

    private static Form of(Real real, int column, List<Integer> earlier, Form[] forms) {
        double[] y = real.numbers()[column];
        if (heaped(y)) {
            return Form.LEVEL;
        }
        Course plain = Course.of(y, real.start());
        if (plain.pairs < FEWEST) {
            return Form.LEVEL;
        }
        boolean log = plain.least > 0 && plain.most > 3 * plain.least && logSteadier(y, real.start());
        double[] z = log ? Arrays.stream(y).map(StrictMath::log).toArray() : y;
        Course course = log ? Course.of(z, real.start()) : plain;
        boolean never = course.falls == 0 && course.rises > 0;
        if (never || course.slope + course.pull > UNIT && course.slope > 0.9) {
            for (int other : earlier) {
                boolean walks = real.numeric(other) && forms[other].anchor() == Form.Anchor.PREVIOUS;
                if (walks && forms[other].log() == log && spread(z, real.numbers()[other], log) < course.change) {
                    return Form.beside(log, other);
                }
            }
            return Form.previous(log, never);
        }
        return course.explained < LEAST_R2 ? Form.LEVEL : Form.line(log, course.centre, course.slope, course.pull);
    }

    private static boolean heaped(double[] y) {
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
        return distinct < 12 || most > HEAP * present;
    }

    /** The variance of the difference between two columns of the same steps. */
    private static double spread(double[] z, double[] other, boolean log) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < z.length; i++) {
            double d = z[i] - (log ? StrictMath.log(other[i]) : other[i]);
            if (!Double.isNaN(d)) {
                sum += d;
                squares += d * d;
                n++;
            }
        }
        return n < FEWEST ? Double.POSITIVE_INFINITY : squares / n - sum / n * sum / n;
    }

    /** Whether ratios depend less on the level than differences do. */
    private static boolean logSteadier(double[] y, int[] start) {
        double[] moments = new double[10];
        for (int e = 0; e + 1 < start.length; e++) {
            double last = Double.NaN;
            for (int i = start[e]; i < start[e + 1]; i++) {
                if (Double.isNaN(y[i])) {
                    continue;
                }
                if (!Double.isNaN(last)) {
                    add(moments, 0, last, Math.abs(y[i] - last));
                    add(moments, 5, StrictMath.log(last), Math.abs(StrictMath.log(y[i] / last)));
                }
                last = y[i];
            }
        }
        double n = Math.max(1, pairs(y, start));
        return Math.abs(correlation(moments, 5, n)) < Math.abs(correlation(moments, 0, n)) - 0.1;
    }

    private static double pairs(double[] y, int[] start) {
        double n = 0;
        for (int e = 0; e + 1 < start.length; e++) {
            int present = 0;
            for (int i = start[e]; i < start[e + 1]; i++) {
                present += Double.isNaN(y[i]) ? 0 : 1;
            }
            n += Math.max(0, present - 1);
        }
        return n;
    }

    private static void add(double[] moments, int at, double a, double b) {
        moments[at] += a;
        moments[at + 1] += b;
        moments[at + 2] += a * a;
        moments[at + 3] += b * b;
        moments[at + 4] += a * b;
    }

    private static double correlation(double[] m, int at, double n) {
        double a = m[at + 2] - m[at] * m[at] / n;
        double b = m[at + 3] - m[at + 1] * m[at + 1] / n;
        return a <= 0 || b <= 0 ? 0 : (m[at + 4] - m[at] * m[at + 1] / n) / Math.sqrt(a * b);
    }

    /** How a column goes on: the least-squares line through the value before and the mean of all before, and its changes. */
    private static final class Course {
        int pairs;
        int rises;
        int falls;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double centre;
        double slope;
        double pull;
        double explained;
        /** The variance of changes. */
        double change;

        static Course of(double[] z, int[] start) {
            Course course = new Course();
            double[] m = new double[10];
            double changes = 0;
            double squares = 0;
            double shift = first(z);
            for (int e = 0; e + 1 < start.length; e++) {
                double last = 0;
                double sum = 0;
                int n = 0;
                for (int i = start[e]; i < start[e + 1]; i++) {
                    if (Double.isNaN(z[i])) {
                        continue;
                    }
                    course.least = Math.min(course.least, z[i]);
                    course.most = Math.max(course.most, z[i]);
                    double now = z[i] - shift;
                    if (n > 0) {
                        double[] x = {1, last, sum / n, now};
                        int at = 0;
                        for (int a = 0; a < 4; a++) {
                            for (int b = a; b < 4; b++) {
                                m[at++] += x[a] * x[b];
                            }
                        }
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
            }
            if (course.pairs > 2) {
                course.change = squares / course.pairs - changes / course.pairs * changes / course.pairs;
                course.line(m, shift);
            }
            return course;
        }

        private static double first(double[] z) {
            for (double value : z) {
                if (!Double.isNaN(value)) {
                    return value;
                }
            }
            return 0;
        }

        /** Solves the normal equations; m holds the upper triangle of products of 1, last, mean and now. */
        private void line(double[] m, double shift) {
            double n = m[0];
            double ll = m[4] - m[1] * m[1] / n;
            double lm = m[5] - m[1] * m[2] / n;
            double ly = m[6] - m[1] * m[3] / n;
            double mm = m[7] - m[2] * m[2] / n;
            double my = m[8] - m[2] * m[3] / n;
            double yy = m[9] - m[3] * m[3] / n;
            double det = ll * mm - lm * lm;
            if (det > 1e-9 * ll * mm && det > 0) {
                slope = (ly * mm - my * lm) / det;
                pull = (my * ll - ly * lm) / det;
            } else if (ll > 0) {
                slope = ly / ll;
            }
            explained = yy <= 0 ? 0 : (slope * ly + pull * my) / yy;
            centre = (m[3] - slope * m[1] - pull * m[2]) / n + shift * (1 - slope - pull);
        }
    }
}
