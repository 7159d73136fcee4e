package org.semblance.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Numbers that are missing because of what they are: who is missing is modelled by the number itself, and what the
 * observed tell of that is carried over to the missing, round and round. As mice's {@code ri}; proper.
 *
 * <p>A round draws coefficients of "is observed" on predictors and number, then an indicator for every row; then
 * coefficients of the number on predictors and indicator, then the missing numbers, lower by the indicator's coefficient
 * where it is 0. Where nothing is missing, or hardly anything observed, there is nothing to carry over: as {@code norm},
 * which is said. Source: Jolani (2012), Dual imputation strategies for analyzing incomplete data, Utrecht University,
 * chapter 5. Cost: rounds x rows x predictors^2 x 6.
 */
public final class RandomIndicator implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "How many rounds", min = 1, max = 10_000)
            int rounds) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "ri",
            "Random indicator: numbers that are missing because of what they are.",
            new Options(10),
            RandomIndicator::new);

    private static final int FEWEST = 3;

    private final Options options;

    RandomIndicator(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] observed = given.observed();
        if (observed.length < FEWEST || observed.length == given.y().size()) {
            given.events().say("nothing is missing, or hardly anything observed: as norm");
            return Norm.PLUGIN.make().fit(given, run);
        }
        double[] y = given.numbers(observed);
        Design design = Moments.screened(given, observed, y).design();
        double[] now = ((NumberColumn) given.y()).toArray();
        boolean[] there = new boolean[now.length];
        Rng rng = run.rng();
        for (int row = 0; row < now.length; row++) {
            there[row] = !Double.isNaN(now[row]);
            now[row] = there[row] ? now[row] : y[rng.nextInt(y.length)];
        }
        Rounds rounds = new Rounds(design, given.x(), observed, y, there);
        State state = rounds.next(now, rng);
        for (int round = 1; round < options.rounds; round++) {
            fill(state, given.x(), now, there, rng);
            state = rounds.next(now, rng);
        }
        return new IndicatorDrawer(state, y, options.rounds);
    }

    /** New numbers for the rows that are not there. */
    private static void fill(State state, Predictors x, double[] now, boolean[] there, Rng rng) {
        double[] drawn = state.draw(x, now, rng);
        for (int row = 0; row < now.length; row++) {
            now[row] = there[row] ? now[row] : drawn[row];
        }
    }

    /** What does not change from round to round. */
    private record Rounds(Design design, Predictors x, int[] observed, double[] y, boolean[] there) {
        State next(double[] now, Rng rng) {
            Predictors withNumber = RandomIndicator.with(x, "number", now);
            int[] all = IntStream.range(0, now.length).toArray();
            Design whole = Design.of(withNumber, all);
            int[] classes =
                    IntStream.range(0, now.length).map(i -> there[i] ? 1 : 0).toArray();
            double[] psi = Logit.fit(Observations.plain(whole, withNumber, all, classes))
                    .draw(rng);
            double[] indicator = indicator(whole, withNumber, psi, rng);
            Predictors withIndicator = RandomIndicator.with(x, "indicator", indicator);
            Design full = marked(design, indicator, observed);
            LeastSquares fit = LeastSquares.fit(
                    Moments.of(full, withIndicator, observed, y, new double[0]), false, Given.Events.NONE);
            double deviation = fit.drawDeviation(rng);
            double[] beta = fit.drawBeta(deviation, rng);
            boolean varies = full.width() > design.width();
            double delta = varies ? full.inUnits(fit.beta())[full.width() - 1] : 0;
            // Without the indicator: its column is the last, in its own units.
            return new State(design, Arrays.copyOf(beta, design.width()), deviation, delta, whole, psi);
        }

        /** The design with a last column for the indicator, as it is; without one where that does not vary. */
        private static Design marked(Design design, double[] indicator, int[] rows) {
            boolean varies = Arrays.stream(rows).anyMatch(row -> indicator[row] != indicator[rows[0]]);
            List<Design.Term> terms = new ArrayList<>(design.terms());
            terms.add(new Design.Term("indicator", varies ? design.width() : -1, 0, 1, new int[0]));
            return new Design(terms, design.width() + (varies ? 1 : 0));
        }
    }

    private static double[] indicator(Design design, Predictors x, double[] psi, Rng rng) {
        double[] eta = design.times(x, psi);
        return Arrays.stream(eta)
                .map(value -> rng.nextDouble() < Logit.share(value) ? 1 : 0)
                .toArray();
    }

    private static Predictors with(Predictors x, String name, double[] values) {
        List<Field> fields = new ArrayList<>(x.schema().fields());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < x.table().width(); c++) {
            columns.add(x.table().column(c));
        }
        String free = name;
        while (x.schema().find(free) >= 0) {
            free += "_";
        }
        fields.add(Field.of(free, Kind.DECIMAL));
        columns.add(NumberColumn.of(values));
        List<Predictors.Role> roles = new ArrayList<>(x.roles());
        roles.add(Predictors.Role.FIXED);
        return new Predictors(Table.of(new Schema(fields), columns), roles, x.self());
    }

    /** One round's coefficients: of the number given predictors, and of being observed given predictors and number. */
    record State(Design design, double[] beta, double deviation, double delta, Design whole, double[] psi) {
        double[] draw(Predictors x, double[] now, Rng rng) {
            double[] indicator = indicator(whole, with(x, "number", now), psi, rng);
            double[] out = design.times(x, beta);
            for (int row = 0; row < out.length; row++) {
                out[row] += deviation * rng.nextGaussian() - (indicator[row] == 0 ? delta : 0);
            }
            return out;
        }
    }

    /**
     * Rounds with the last coefficients, from a start among the observed.
     *
     * @param donors observed numbers
     */
    record IndicatorDrawer(State state, double[] donors, int rounds) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] now = new double[x.rows()];
            for (int row = 0; row < now.length; row++) {
                now[row] = donors[rng.nextInt(donors.length)];
            }
            for (int round = 0; round < rounds; round++) {
                now = state.draw(x, now, rng);
            }
            return NumberColumn.of(now);
        }
    }
}
