package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class DeducedTest {
    private static BitSet bits(int... set) {
        BitSet out = new BitSet();
        IntStream.of(set).forEach(out::set);
        return out;
    }

    @Test
    void aCellFollowsFromTheTotalAndTheOthers() {
        // x + y and y are told: both follow.
        assertThat(Deduced.of(2, 0, List.of(bits(0), bits(0, 1)))).isEqualTo(bits(0, 1));
        // x + y alone: neither.
        assertThat(Deduced.of(1, 0, List.of(bits(0), bits(0)))).isEqualTo(bits());
        // x + y, y + z, x + z, none of them alone: all three.
        assertThat(Deduced.of(3, 0, List.of(bits(0, 2), bits(0, 1), bits(1, 2))))
                .isEqualTo(bits(0, 1, 2));
        // A table of 2 x 2 with its margins: none.
        assertThat(Deduced.of(4, 0, List.of(bits(0, 2), bits(0, 3), bits(1, 2), bits(1, 3))))
                .isEqualTo(bits());
    }

    @Test
    void aSumThatIsNotToldMayFollow() {
        // x + y, z told; x + y + z and y + z asked (bits 2 and 3).
        BitSet known = Deduced.of(2, 2, List.of(bits(0, 2), bits(0, 2, 3), bits(1, 2, 3)));
        assertThat(known).isEqualTo(bits(2, 3));
    }

    /** Against singular values: a unit vector or a sum that adds nothing to the rank is known. */
    @Test
    void agreesWithTheRankOfTheSystem() {
        Rng rng = Rng.of(7);
        int found = 0;
        for (int trial = 0; trial < 300; trial++) {
            int sums = 1 + rng.nextInt(6);
            int unknowns = 1 + rng.nextInt(7);
            double[][] told = new double[sums][unknowns];
            double[] asked = new double[unknowns];
            List<BitSet> sets = new ArrayList<>();
            for (int i = 0; i < unknowns; i++) {
                BitSet set = new BitSet();
                for (int k = 0; k <= sums; k++) {
                    if (rng.nextDouble() < 0.5) {
                        set.set(k);
                        (k < sums ? told[k] : asked)[i] = 1;
                    }
                }
                sets.add(set);
            }
            BitSet known = Deduced.of(sums, 1, sets);
            for (int i = 0; i <= unknowns; i++) {
                double[] row = i < unknowns ? new double[unknowns] : asked;
                if (i < unknowns) {
                    row[i] = 1;
                }
                assertThat(known.get(i)).as("trial " + trial).isEqualTo(rank(told, row) == rank(told, null));
            }
            found += known.cardinality();
        }
        assertThat(found).isBetween(300, 2000);
    }

    private static int rank(double[][] told, double[] more) {
        double[][] rows = java.util.Arrays.copyOf(told, told.length + 1);
        rows[told.length] = more == null ? new double[told[0].length] : more;
        return new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getRank();
    }
}
