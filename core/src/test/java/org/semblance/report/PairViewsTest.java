package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class PairViewsTest {
    /** A number that only some rows have, and two columns that nearly all have. */
    private static Table table(int with, double value, long seed) {
        Rng rng = Rng.of(seed);
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            cells.add(i < with ? value + rng.nextDouble() : null);
            cells.add(rng.nextDouble() < 0.5 ? "a" : "b");
            cells.add(rng.nextGaussian());
        }
        return Table.of("rare:decimal, c:category, y:decimal", cells.toArray());
    }

    /** Edges of groups lie between the values of the rows: where few rows have one, an edge is nearly that value. */
    @Test
    void groupsOfANumberThatFewRowsHaveDoNotTellIt() {
        Report report = Judgements.report(table(5, 7654, 1), table(150, 7000, 2), table(5, 7654, 3), Run.of(1));
        assertThat(report.worstPairs()).isNotEmpty();
        for (PairView pair : report.worstPairs()) {
            assertThat(pair.across() + " " + pair.down()).doesNotContain("765");
        }
    }

    @Test
    void everyGroupOfANumberStandsForTenRealRows() {
        Table real = table(25, 7654, 1);
        Report report = Judgements.report(real, table(150, 7000, 2), table(25, 7654, 3), Run.of(1));
        PairView pair = report.worstPairs().stream()
                .filter(one -> one.first().equals("rare") && one.second().equals("c"))
                .findFirst()
                .orElseThrow();
        // Those that have a value are at most two groups of ten; the last group has none.
        assertThat(pair.across()).hasSizeBetween(2, 3);
    }
}
