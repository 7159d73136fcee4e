package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.model.Model;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Matches at home or elsewhere: the country is that of the home team in .9 of the rows that are not neutral. */
class EchoesTest {
    private static final int ROWS = 6000;
    private static final int TEAMS = 150;
    private static final Table REAL = real(true);

    private static Table real(boolean repeats) {
        Rng rng = Rng.of(5);
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String home = "team " + rng.nextInt(TEAMS);
            boolean neutral = rng.nextInt(4) == 0;
            boolean same = repeats && rng.nextDouble() < (neutral ? 0.1 : 0.9);
            cells.addAll(List.of(home, same ? home : "team " + rng.nextInt(TEAMS), neutral ? "yes" : "no"));
        }
        return Table.of("home:category, country:category, neutral:flag", cells.toArray());
    }

    private static WholeTable fit(Table real) {
        Map<String, Object> quick = Map.of("engine", "trees", "order", "strongest", "min-leaf", 50, "pruning", 0);
        return Synthesis.fit(real, Trees.PLUGIN, quick, Privacy.DEFAULT, Run.of(1));
    }

    private static double same(Table rows, String neutral) {
        int all = 0;
        int same = 0;
        for (int i = 0; i < rows.rows(); i++) {
            if (neutral.equals(rows.cell(i, 2))) {
                all++;
                same += rows.cell(i, 0).equals(rows.cell(i, 1)) ? 1 : 0;
            }
        }
        return same / (double) all;
    }

    @Test
    void columnsAreEqualAsOftenAsInRealRowsAndWhereTheyAre() {
        Model model = fit(REAL);
        Table drawn = model.sample(ROWS, Run.of(2)).toTable(Run.of(2));

        // Four standard deviations of both shares: false alarm 1e-4; a label of its own is the same in 1 of 150.
        assertThat(same(drawn, "no")).isCloseTo(same(REAL, "no"), within(0.026));
        assertThat(same(drawn, "yes")).isCloseTo(same(REAL, "yes"), within(0.045));
        assertThat(model.contents()).anyMatch(words -> words.startsWith("country is often the same as home"));
        Model loaded = Synthesis.loader("trees").load(model.store(), model.schema());
        Table again = loaded.sample(ROWS, Run.of(2)).toTable(Run.of(2));
        for (int i = 0; i < ROWS; i++) {
            assertThat(again.cell(i, 1)).isEqualTo(drawn.cell(i, 1));
        }
    }

    @Test
    void nothingIsStoredWhereNoColumnRepeatsAnother() {
        WholeTable model = fit(real(false));

        assertThat(model.store().json().toString()).doesNotContain("echoes");
        assertThat(model.contents()).noneMatch(words -> words.contains("often the same"));
    }
}
