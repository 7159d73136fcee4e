package org.semblance.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Rows of a child whose parent's columns are there beforehand. */
class KeepingTest {
    private static final int ROWS = 2000;
    private static final Constraint.Terms GIVEN = new Constraint.Terms(5, Set.of("parent.start", "parent.country"));

    private static Table joined(Rng rng) {
        double[] start = new double[ROWS];
        double[] days = new double[ROWS];
        Arrays.setAll(start, i -> 10_000 + rng.nextInt(4000));
        Arrays.setAll(days, i -> rng.nextInt(20));
        return new Shop(ROWS)
                .number("parent.start", Kind.DATE, i -> start[i])
                .label("parent.country", Kind.CATEGORY, i -> "c" + i % 7)
                .number("visit", Kind.DATE, i -> start[i] + days[i])
                .label("country", Kind.CATEGORY, i -> "c" + i % 7)
                .number("cost", Kind.WHOLE, i -> days[i] * 3)
                .table();
    }

    private static List<Constraint> constraints(Schema schema) {
        return Constraints.read(
                new Listed(
                        "f",
                        List.of(
                                new Listed.Line("order", List.of("parent.start", "visit"), 1),
                                new Listed.Line("formula", "country = parent.country", 2))),
                schema);
    }

    @Test
    void whatIsGivenStaysAndTheRestFits() {
        Table real = joined(Rng.of(1));
        Keeping keeping = Keeping.of(constraints(real.schema()), real, GIVEN, true);

        Table learnt = keeping.forward(real);
        // A visit is so many days after its parent's start; the country is the parent's and need not be learnt.
        assertThat(learnt.schema().names())
                .containsExactly("parent.start", "parent.country", "visit - parent.start", "cost");

        // Other parents than those that were learnt from, in an order of their own.
        Table parents = joined(Rng.of(2)).select(new int[] {0, 1});
        Table drawn = learnt.select(new int[] {2, 3});
        Table rows = keeping.backward(drawn, parents, Rng.of(3));

        assertThat(rows.schema()).isEqualTo(real.schema());
        assertThat(((NumberColumn) rows.column("parent.start")).toArray())
                .isEqualTo(((NumberColumn) parents.column("parent.start")).toArray());
        assertThat(keeping.broken(rows, Keeper.Place.ALONE)).containsOnly(false);
        for (int i = 0; i < ROWS; i++) {
            assertThat(rows.cell(i, 3)).isEqualTo(rows.cell(i, 1));
        }
    }

    @Test
    void aLateStartAndALongDistanceDoNotPassTheEnd() {
        Table real = joined(Rng.of(1));
        Keeping keeping = Keeping.of(constraints(real.schema()), real, GIVEN, true);
        double[] visits = ((NumberColumn) real.column("visit")).toArray();
        Arrays.sort(visits);
        double end = visits[ROWS - 5];

        Table parents = joined(Rng.of(2)).select(new int[] {0, 1});
        Table drawn = keeping.forward(real).select(new int[] {2, 3});
        double[] start = ((NumberColumn) parents.column("parent.start")).toArray();
        double[] days = ((NumberColumn) drawn.column("visit - parent.start")).toArray();
        double[] visit =
                ((NumberColumn) keeping.backward(drawn, parents, Rng.of(3)).column("visit")).toArray();
        for (int i = 0; i < ROWS; i++) {
            assertThat(visit[i]).isEqualTo(Math.max(start[i], Math.min(end, start[i] + days[i])));
        }
        assertThat(visit).contains(end);
    }

    @Test
    void whatIsStoredKeepsTheSameRows() {
        Table real = joined(Rng.of(1));
        Keeping keeping = Keeping.of(constraints(real.schema()), real, GIVEN, false);
        Keeping again = Keeping.load(keeping.store(), real.schema());
        Table drawn = keeping.forward(real).select(new int[] {2, 3});
        Table parents = joined(Rng.of(2)).select(new int[] {0, 1});

        Table rows = keeping.backward(drawn, parents, Rng.of(3));
        Table same = again.backward(drawn, parents, Rng.of(3));

        assertThat(again.words()).isEqualTo(keeping.words());
        for (int i = 0; i < ROWS; i += 13) {
            for (int c = 0; c < rows.width(); c++) {
                assertThat(same.cell(i, c)).isEqualTo(rows.cell(i, c));
            }
        }
    }
}
