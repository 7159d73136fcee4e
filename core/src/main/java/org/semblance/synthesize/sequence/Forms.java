package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;

/** Finds the {@link Form} of each column of numbers from how it goes on from step to step. */
final class Forms {
    /** Fewer pairs of neighbours tell nothing. */
    private static final int FEWEST = 50;
    /** Most values of a column of numbers that have an effect each. */
    private static final int MOST_VALUES = 32;
    /** Most labels that have an effect each. */
    private static final int MOST_LABELS = 64;
    /** Most steps that a line is fitted to. */
    private static final int MOST = 20_000;
    /** Share of the variance that an anchor must explain. */
    private static final double LEAST_R2 = 0.2;
    /** A share from which on a column is given by others. */
    private static final double EXACT = 0.9999;
    /** What numbers must leave of the variance that labels and places leave; else trees are as good without a line. */
    private static final double DYNAMIC = 0.9;
    /** How much better than the value before a line must be where a column walks. */
    private static final double WALK = 0.8;

    private final Real real;
    private final Scales scales;
    private final Told told;
    private final List<Integer> visit;
    /** Steps that are not first ones, thinned. */
    private final int[] rows;

    /**
     * @param told the features without deviations
     * @param next which of them are not first steps
     */
    Forms(Real real, Scales scales, Told told, int[] next, List<Integer> visit) {
        this.real = real;
        this.scales = scales;
        this.told = told;
        this.visit = visit;
        int taken = Math.min(MOST, next.length);
        rows = IntStream.range(0, taken)
                .map(i -> next[(int) ((long) i * next.length / taken)])
                .toArray();
    }

    Form[] find(Run run) {
        Form[] forms = new Form[real.schema().size()];
        Arrays.fill(forms, Form.LEVEL);
        run.parallel(visit.size(), at -> {
            int column = visit.get(at);
            if (real.numeric(column)) {
                forms[column] = find(column, visit.subList(0, at));
            }
        });
        return forms;
    }

    private Form find(int column, List<Integer> earlier) {
        double[] y = real.numbers()[column];
        double[] z = Arrays.stream(y).map(v -> scales.scaled(column, v)).toArray();
        Course course = Course.of(z, real.start());
        if (course.pairs() < FEWEST) {
            return Form.LEVEL;
        }
        if (followsPlace(column, y, course)) {
            return Form.of(Form.From.PLACE);
        }
        boolean heaped = Course.heaped(y, real.start());
        if (course.climbs() && !heaped) {
            return Form.of(Form.From.LAST).freed();
        }
        Fit fit = fit(column, earlier);
        if (fit == null || fit.sum.explained() < LEAST_R2) {
            return Form.LEVEL;
        }
        if (fit.sum.explained() > EXACT) {
            return fit.form(Form.From.LINE, 0);
        }
        if (course.walks() && fit.sum.left() > WALK * course.change()) {
            return heaped ? Form.LEVEL : fit.walk(course.rests() > 0);
        }
        if (fit.sum.left() > DYNAMIC * fit.apart.left()) {
            return Form.LEVEL;
        }
        return heaped ? fit.form(Form.From.NOTHING, 0) : fit.form(Form.From.LINE, fit.rest(course.rests()));
    }

    /**
     * What is to be expected of a column.
     *
     * @param of what may tell it
     * @param last the values before
     * @param apart the same without numbers
     */
    private record Fit(Predictors of, double[] y, double[] last, Additive sum, Additive apart) {
        Form form(Form.From from, double rest) {
            boolean distances = from == Form.From.LINE;
            return new Form(from, of.sum(sum), distances ? spread(sum.residual()) : Spread.EVEN, rest, false);
        }

        /** Changes from step to step; as they are where many are none. */
        Form walk(boolean rests) {
            double[] changes = new double[y.length];
            Arrays.setAll(changes, i -> y[i] - last[i]);
            return new Form(Form.From.LAST, Sum.NOTHING, rests ? Spread.EVEN : spread(changes), 0, false);
        }

        private Spread spread(double[] away) {
            double[] distances = Arrays.stream(away).map(Math::abs).toArray();
            Additive additive = of.fit(distances);
            return Spread.of(additive, distances, of.sum(additive));
        }

        /** How near to the value before a drawn one must be to become it, so that as many stay as really do. */
        double rest(double share) {
            int n = y.length;
            double[] away = new double[n];
            for (int i = 0; i < n; i++) {
                double other = sum.residual()[(int) ((i * 7919L + 1) % n)];
                away[i] = Math.abs(y[i] - sum.residual()[i] + other - last[i]);
            }
            Arrays.sort(away);
            return share == 0 ? 0 : away[(int) Math.min(n - 1, share * n)];
        }
    }

    /** Whether a date lies nearer to the date of its step than to the one before. */
    private boolean followsPlace(int column, double[] y, Course course) {
        int order = real.order();
        return order >= 0
                && real.schema().field(order).kind()
                        == real.schema().field(column).kind()
                && real.schema().field(order).kind().temporal()
                && spread(y, real.numbers()[order]) < course.change();
    }

    private static double spread(double[] y, double[] other) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            double d = y[i] - other[i];
            if (!Double.isNaN(d)) {
                sum += d;
                squares += d * d;
                n++;
            }
        }
        return n < FEWEST ? Double.POSITIVE_INFINITY : squares / n - sum / n * sum / n;
    }

    private @Nullable Fit fit(int column, List<Integer> earlier) {
        Layout layout = told.layout();
        double[] value = told.number(layout.find(What.VALUE, column));
        int[] present = Arrays.stream(rows).filter(i -> !Double.isNaN(value[i])).toArray();
        if (present.length < FEWEST) {
            return null;
        }
        Predictors of = new Predictors(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int f : layout.candidates(column, earlier, false)) {
            Feature feature = layout.feature(f);
            boolean place =
                    feature.what() == What.TREND || feature.what() == What.POSITION || feature.what() == What.LEFT;
            if (feature.what().cells() && !(place && real.few())) {
                cells(f, present, of);
            }
            if (feature.what().term() && feature.what() != What.NOW && !layout.label(f)) {
                of.terms.add(feature);
                of.x.add(taken(f, present));
            }
        }
        double[] y = taken(layout.find(What.VALUE, column), present);
        double[] last = taken(layout.find(What.LAST, column), present);
        Additive apart = new Additive(new double[0][], of.cells, of.places, y);
        return new Fit(of, y, last, of.fit(y), apart);
    }

    /**
     * What may tell a column.
     *
     * @param terms features of numbers, and their values x
     * @param cells features of few values, and in which of their cells each step lies
     */
    private record Predictors(List<Feature> terms, List<double[]> x, List<Cells> cells, List<int[]> places) {
        Additive fit(double[] y) {
            return new Additive(x.toArray(double[][]::new), cells, places, y);
        }

        Sum sum(Additive additive) {
            Lines.Line line = additive.line();
            List<Feature> chosen =
                    Arrays.stream(line.terms()).mapToObj(terms::get).toList();
            return new Sum(chosen, line.slopes(), line.centre(), additive.cells());
        }
    }

    private void cells(int f, int[] present, Predictors of) {
        Feature feature = told.layout().feature(f);
        if (!told.layout().label(f)) {
            double[] values = taken(f, present);
            boolean column = feature.what() == What.LAST || feature.what() == What.VALUE;
            if (column
                    && Arrays.stream(values).distinct().limit(MOST_VALUES + 1L).count() > MOST_VALUES) {
                return;
            }
            Cells one = Cells.ofNumbers(feature, values);
            of.cells.add(one);
            of.places.add(Arrays.stream(values).mapToInt(one::cell).toArray());
            return;
        }
        int[] all = told.label(f);
        int[] codes = Arrays.stream(present).map(i -> all[i]).toArray();
        int labels = Arrays.stream(codes).max().orElse(-1) + 1;
        if (labels <= MOST_LABELS) {
            of.cells.add(Cells.ofLabels(feature, labels));
            of.places.add(codes);
        }
    }

    private double[] taken(int f, int[] present) {
        double[] all = told.number(f);
        Feature feature = told.layout().feature(f);
        boolean value = feature.what() == What.VALUE;
        return Arrays.stream(present)
                .mapToDouble(i -> value ? scales.scaled(feature.column(), all[i]) : all[i])
                .toArray();
    }
}
