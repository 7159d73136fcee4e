package org.semblance.constraint;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Table;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what is missing with its condition. Rows exchange values where one misses what another must miss, so that as many
 * miss it as before; what is left over loses its value, or gets that of another row.
 *
 * @param held the share of real rows that miss it where the condition holds
 * @param not the share that miss it where it does not
 */
record MissingKeeper(Missing.Hanging constraint, double held, double not) implements Keeper.Mending {
    static MissingKeeper learn(Missing.Hanging constraint, Table real) {
        double[] truth = constraint.condition().values(real);
        Column column = real.column(constraint.column());
        double[] rows = new double[2];
        double[] gone = new double[2];
        for (int i = 0; i < truth.length; i++) {
            if (!Double.isNaN(truth[i])) {
                rows[(int) truth[i]]++;
                gone[(int) truth[i]] += column.isMissing(i) ? 1 : 0;
            }
        }
        return new MissingKeeper(constraint, gone[1] / Math.max(1, rows[1]), gone[0] / Math.max(1, rows[0]));
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        double[] truth = constraint.condition().values(table);
        Column column = table.column(constraint.column());
        boolean[] out = new boolean[truth.length];
        for (int i = 0; i < out.length; i++) {
            boolean gone = column.isMissing(i);
            out[i] = truth[i] == 1 ? !gone && mustMiss() : truth[i] == 0 && gone && mustHave();
        }
        return out;
    }

    /** Whether rows of the condition must miss it. */
    private boolean mustMiss() {
        return constraint.way() != Missing.Way.ONLY;
    }

    /** Whether the other rows must have it. */
    private boolean mustHave() {
        return constraint.way() != Missing.Way.WHEN;
    }

    @Override
    public List<String> mends() {
        return List.of(constraint.column());
    }

    @Override
    public void mend(Draft draft, Rng rng) {
        double[] truth = constraint.condition().values(draft.table());
        Column column = draft.column(constraint.column());
        // By whether the condition holds and whether there is a value.
        int[][] rows = new int[4][truth.length];
        int[] count = new int[4];
        for (int i = 0; i < truth.length; i++) {
            if (!Double.isNaN(truth[i])) {
                int sort = (truth[i] == 1 ? 2 : 0) + (column.isMissing(i) ? 0 : 1);
                rows[sort][count[sort]++] = i;
            }
        }
        int[] mustLose = mustMiss() ? Arrays.copyOf(rows[3], count[3]) : new int[0];
        int[] mustGain = mustHave() ? Arrays.copyOf(rows[0], count[0]) : new int[0];
        if (mustLose.length + mustGain.length == 0) {
            return;
        }
        int[] from = Swap.none(truth.length);
        int[] mayLose = mustMiss() ? mustLose : excess(rows[3], count[3], count[2], 1 - held, rng);
        int[] mayGain = mustHave() ? mustGain : excess(rows[0], count[0], count[1], not, rng);
        int pairs = Swap.pairs(mayLose, mayGain, from, rng);
        boolean[] lost = new boolean[truth.length];
        for (int k = pairs; k < mustLose.length; k++) {
            lost[mustLose[k]] = true;
        }
        int[] donors = rows[1];
        for (int k = pairs; k < mustGain.length && count[1] > 0; k++) {
            from[mustGain[k]] = donors[rng.nextInt(count[1])];
        }
        draft.put(constraint.column(), Swap.without(column.take(from), lost));
    }

    /** Of rows of some sort, as many as there are more than their share among these and others; by chance. */
    private static int[] excess(int[] rows, int count, int others, double share, Rng rng) {
        int[] out = Arrays.copyOf(rows, count);
        rng.shuffle(out);
        int more = (int) Math.rint(count - share * (count + others));
        return Arrays.copyOf(out, Math.max(0, Math.min(count, more)));
    }

    @Override
    public void store(ObjectNode json) {
        json.put("share held", held).put("share not", not);
    }
}
