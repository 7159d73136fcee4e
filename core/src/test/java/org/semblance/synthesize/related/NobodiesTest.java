package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

class NobodiesTest {
    private static final int NOBODY = RefModel.NOBODY;

    @Test
    void orphansHaveTimesOfDayOfDifferentRowsAndNeverAMissingOne() {
        NumberColumn there = NumberColumn.of(Double.NaN, 3600e6, 7200e6, Double.NaN, 9000e6);
        double[] out =
                ((NumberColumn) Nobodies.among(there, new int[] {NOBODY, 1, NOBODY, -5, NOBODY}, Kind.TIME)).toArray();
        assertThat(out[1]).isEqualTo(3600e6);
        assertThat(out[3]).isNaN();
        assertThat(new double[] {out[0], out[2], out[4]}).containsExactlyInAnyOrder(3600e6, 7200e6, 9000e6);
    }

    @Test
    void orphansHaveNumbersBeyondAll() {
        NumberColumn there = NumberColumn.of(5, Double.NaN, 7);
        double[] out = ((NumberColumn) Nobodies.among(there, new int[] {NOBODY, 0, NOBODY}, Kind.WHOLE)).toArray();
        assertThat(out).containsExactly(8, 5, 9);
    }

    @Test
    void orphansHaveLabelsOfRowsThatHaveOne() {
        CodeColumn there = CodeColumn.of(null, "a", null, "b");
        CodeColumn out = (CodeColumn) Nobodies.among(there, new int[] {NOBODY, NOBODY, 1}, Kind.IDENTIFIER);
        assertThat(Arrays.asList(out.get(0), out.get(1))).containsExactlyInAnyOrder("a", "b");
        assertThat(out.get(2)).isEqualTo("a");
    }
}
