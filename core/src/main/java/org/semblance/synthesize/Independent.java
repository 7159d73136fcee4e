package org.semblance.synthesize;

import java.util.List;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Each column alone: labels by frequency, numbers by common values and bins ({@link Marginal}), missing values at their
 * rate.
 *
 * <p>Draws are systematic: the places (i + v) / n of one offset v in random order, so that in every block the
 * distribution function is off by at most 1 / n. Cost: O(n log n) per column to fit, O(1) per cell to sample.
 *
 * <p>Keeps: every column's distribution. Loses: everything between columns. The floor that other methods must beat.
 *
 * <p>Source of the draws: Madow and Madow (1944), doi:10.1214/aoms/1177731312.
 */
public final class Independent implements Synthesizer {
    /** The options of {@link Independent}. */
    public record Options(
            @Option(
                    value = "Rows that must share a number for it to be drawn as it is; also the fewest rows of a bin",
                    min = 1,
                    max = 1_000_000)
            int common,

            @Option(value = "About how many bins a number has at most", min = 1, max = 100_000)
            int bins) {}

    public static final Plugin<Synthesizer> PLUGIN = Plugin.of(
            "independent",
            "Each column alone: keeps every distribution, loses everything between columns.",
            new Options(Marginal.Grain.DEFAULT.common(), Marginal.Grain.DEFAULT.most()),
            Independent::new);

    private final Marginal.Grain grain;

    public Independent(Options options) {
        grain = new Marginal.Grain(options.common(), options.bins());
    }

    @Override
    public Model fit(Table real, Run run) {
        return new Fitted(Marginals.of(real, grain, run));
    }

    @Override
    public Model load(Stored stored, Schema schema) {
        return new Fitted(Marginals.load(stored, schema));
    }

    private record Fitted(Marginals marginals) implements Model {
        @Override
        public Schema schema() {
            return marginals.schema();
        }

        @Override
        public Rows sample(long rows, Run run) {
            return new Blocks(schema(), rows) {
                @Override
                Table draw(long index, int count) {
                    Column[] columns = new Column[schema().size()];
                    double[] places = new double[count];
                    for (int c = 0; c < columns.length; c++) {
                        Rng rng = run.rng().child(schema().field(c).name()).child(index);
                        systematic(places, rng);
                        columns[c] = marginals.draw(c, places);
                    }
                    return Table.of(schema(), List.of(columns));
                }
            };
        }

        @Override
        public Stored store() {
            return marginals.store();
        }

        @Override
        public List<String> contents() {
            return marginals.contents();
        }
    }

    /** Fills with (i + v) / n for one uniform v, in random order. */
    static void systematic(double[] places, Rng rng) {
        int n = places.length;
        double offset = rng.nextDouble();
        for (int i = 0; i < n; i++) {
            int j = rng.nextInt(i + 1);
            places[i] = places[j];
            places[j] = Math.min((i + offset) / n, 0x1.fffffffffffffp-1);
        }
    }
}
