package org.semblance.bench.statistical;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.impute.Cells;
import org.semblance.impute.ChainedEquations;
import org.semblance.impute.Imputed;
import org.semblance.impute.Plan;
import org.semblance.math.Together;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What is left of a correlation: by sequential synthesis, and by mice's recipe for complete tables. */
final class Recipe {
    private static final int ROWS = 10_000;

    private Recipe() {}

    /** Hears of one figure. */
    interface Heard {
        void say(String what, String asked, String measured);
    }

    static void measure(Run run, Heard heard) {
        for (double rho : new double[] {.9, .8, .5}) {
            Table real = normal(rho);
            double own = correlation(real, real, 0, 1);
            for (String method : List.of("parametric", "cart")) {
                Table drawn = Synthesis.fit(
                                real, Synthesizers.ALL.find(method), Map.of(), Privacy.DEFAULT, run.child(method))
                        .sample(ROWS, run.child(method))
                        .toTable(run);
                heard.say(
                        String.format(Locale.ROOT, "correlation of %.3f in %,d rows, %s", own, ROWS, method),
                        "within .02",
                        String.format(
                                Locale.ROOT,
                                "%.3f; rows linked to real ones %.3f",
                                correlation(drawn, drawn, 0, 1),
                                correlation(real, drawn, 0, 0)));
            }
            Plan.Defaults norm = new Plan.Defaults("norm", "logreg", "polyreg", "polr");
            Imputed imputed = ChainedEquations.impute(
                    real, Plan.of(real, Cells.all(real), Set.of(), norm).sets(1).iterations(1), run.child("recipe"));
            Table made = Table.of(
                    real.schema(),
                    List.of(
                            imputed.drawn().get(0).get(0),
                            imputed.drawn().get(1).get(0)));
            heard.say(
                    String.format(Locale.ROOT, "correlation of %.3f in %,d rows, --compatible mice", own, ROWS),
                    String.format(Locale.ROOT, "shown: rho^3 = %.2f, linked rho^2 = %.2f", rho * rho * rho, rho * rho),
                    String.format(
                            Locale.ROOT,
                            "%.3f; rows linked to real ones %.3f",
                            correlation(made, made, 0, 1),
                            correlation(real, made, 0, 0)));
        }
    }

    private static Table normal(double rho) {
        Rng rng = Rng.of(8).child(Math.round(100 * rho));
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            a[i] = rng.nextGaussian();
            b[i] = rho * a[i] + Math.sqrt(1 - rho * rho) * rng.nextGaussian();
        }
        return Table.of(
                Schema.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL)),
                List.of(NumberColumn.of(a), NumberColumn.of(b)));
    }

    private static double correlation(Table one, Table other, int a, int b) {
        return Together.of(one.numbers(a).toArray(), other.numbers(b).toArray()).correlation();
    }
}
