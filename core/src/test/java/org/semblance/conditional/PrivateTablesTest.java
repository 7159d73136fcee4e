package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What catall and ipf promise with epsilon, measured: their noise has no seed, so every bound says how often it errs. */
class PrivateTablesTest {
    private static final List<String> A = List.of("a1", "a2");
    private static final List<String> B =
            IntStream.range(0, 20).mapToObj(b -> "b" + b).toList();
    private static final int LAST = 39;

    private static CrossTable fit(String method, Map<String, ?> options, int[] a, int[] b) {
        Given given = new Given(
                Predictors.none(a.length),
                Field.of("a", Kind.CATEGORY),
                CodeColumn.of(a, A),
                false,
                Given.Events.NONE,
                Table.of(Schema.of(Field.of("b", Kind.CATEGORY)), List.of(CodeColumn.of(b, B))));
        return (CrossTable) Conditionals.ALL.find(method).make(options).fit(given, Run.of(1));
    }

    /** How often the last cell is kept at each count below 10, from a table of two rows of which one may be missing. */
    private static double[] kept(double epsilon, int fits, int last) {
        double[] out = new double[10];
        for (int fit = 0; fit < fits; fit++) {
            CrossTable table =
                    fit("catall", Map.of("epsilon", epsilon), new int[] {0, last < 0 ? -1 : 1}, new int[] {0, last});
            for (int i = 0; i < table.cells().length; i++) {
                if (table.cells()[i] == LAST && table.mass()[i] < out.length) {
                    out[(int) table.mass()[i]]++;
                }
            }
        }
        return out;
    }

    /** 18 bounds that a right method reaches and fails by 6 deviations with probability 1e-9 each. */
    @Test
    @DisplayName("catall: one row more in an empty cell changes its chances by the factor exp(epsilon / 2) at most")
    void oneRow() {
        int fits = 2_000;
        double[] without = kept(4, fits, -1);
        double[] with = kept(4, fits, B.size() - 1);
        double factor = Math.exp(2);

        for (int count = 1; count < 10; count++) {
            assertThat(with[count] - factor * without[count])
                    .as("kept at " + count)
                    .isLessThan(6 * deviation(with[count], without[count], factor, fits));
            assertThat(without[count] - factor * with[count])
                    .as("kept at " + count)
                    .isLessThan(6 * deviation(without[count], with[count], factor, fits));
        }
    }

    /** Of one count less another times a factor; at least what three events more make of it. */
    private static double deviation(double one, double other, double factor, int fits) {
        double variance = one * (1 - one / fits) + factor * factor * other * (1 - other / fits);
        return Math.sqrt(Math.max(variance, 9));
    }
}
