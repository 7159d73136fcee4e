package org.semblance.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** What multilevel methods share: when there is too little for them, and what is done then. */
final class Levels {
    private Levels() {}

    static boolean few(LevelSums sums) {
        return sums.clusters() < 2 || sums.rows() <= sums.width() + 1;
    }

    /** By a method that knows no clusters, without the column of the clusters; which is said. */
    static Conditional.Drawer withoutClusters(Given given, Run run) {
        boolean numbers = given.y() instanceof NumberColumn;
        String method = given.observed().length == 0 ? "sample" : numbers ? "norm" : "logreg";
        given.events().say("too few clusters or rows: as " + method + ", without clusters");
        Conditional.Drawer drawer = Conditionals.ALL
                .find(method)
                .make()
                .fit(new Given(unclustered(given.x()), given.field(), given.y(), given.ordered(), given.events()), run);
        return new Unclustered(drawer);
    }

    private static Predictors unclustered(Predictors x) {
        int[] left = IntStream.range(0, x.table().width())
                .filter(c -> x.roles().get(c) != Predictors.Role.CLUSTER)
                .toArray();
        List<Predictors.Role> roles = new ArrayList<>();
        for (int ignored : left) {
            roles.add(Predictors.Role.FIXED);
        }
        return left.length == 0
                ? new Predictors(Table.empty(x.rows()), roles, x.self())
                : new Predictors(x.table().select(left), roles, x.self());
    }

    /** Draws as another does that has not seen the column of the clusters. */
    record Unclustered(Conditional.Drawer drawer) implements Conditional.Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            return drawer.draw(unclustered(x), rng);
        }
    }

    /** The sum of b b' over clusters, of effects [effects][clusters]. */
    static double[][] products(double[][] effects) {
        int q = effects.length;
        double[][] out = new double[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < effects[i].length; k++) {
                    sum += effects[i][k] * effects[j][k];
                }
                out[i][j] = sum;
                out[j][i] = sum;
            }
        }
        return out;
    }

    /** The sum of b b' over clusters. */
    static double[][] squares(double[][] effects) {
        int q = effects.length == 0 ? 0 : effects[0].length;
        double[][] out = new double[q][q];
        for (double[] b : effects) {
            for (int i = 0; i < q; i++) {
                for (int j = 0; j < q; j++) {
                    out[i][j] += b[i] * b[j];
                }
            }
        }
        return out;
    }
}
