package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;

/** The utility.tab family: the published vector, every table of counts of the reference, and its expectations. */
class CellUtilityTest {
    private static final Map<String, ToDoubleFunction<CellMeasures>> NAMES = Map.ofEntries(
            Map.entry("df", CellMeasures::df),
            Map.entry("dfG", CellMeasures::dfG),
            Map.entry("VW", CellMeasures::vw),
            Map.entry("FT", CellMeasures::ft),
            Map.entry("G", CellMeasures::g),
            Map.entry("pMSE", CellMeasures::pMse),
            Map.entry("S_pMSE", CellMeasures::sPMse),
            Map.entry("JSD", CellMeasures::jsd),
            Map.entry("S_JSD", CellMeasures::sJsd),
            Map.entry("S_JSD synthpop", CellMeasures::sJsdAsSynthpop),
            Map.entry("SPECKS", CellMeasures::specks),
            Map.entry("U", CellMeasures::u),
            Map.entry("PO50", CellMeasures::po50),
            Map.entry("MabsDD", CellMeasures::mabsDd),
            Map.entry("WMabsDD", CellMeasures::wmabsDd),
            Map.entry("dBhatt", CellMeasures::dBhatt));

    /** Synthpop's definitions worked out on one table of counts. */
    @Test
    void theTestVectorIsMet() {
        CellMeasures found =
                CellMeasures.of(new int[] {30, 20, 10, 25, 15, 0}, new int[] {26, 25, 12, 20, 14, 3}, false);
        assertThat(found.vw()).isCloseTo(9.226252675, within(5e-10));
        assertThat(found.ft()).isCloseTo(15.23465973, within(5e-9));
        assertThat(found.pMse()).isCloseTo(0.005766407922, within(5e-13));
        assertThat(found.sPMse()).isCloseTo(1.845250535, within(5e-10));
        assertThat(found.jsd()).isCloseTo(0.02082821926, within(1e-11));
        assertThat(found.sJsdAsSynthpop()).isCloseTo(2.403901490, within(5e-10));
        assertThat(found.g()).isCloseTo(3.143194857, within(5e-10));
        assertThat(found.dfG()).isEqualTo(4);
        assertThat(found.specks()).isCloseTo(0.1, within(1e-12));
        assertThat(found.u()).isEqualTo(5615);
        assertThat(found.po50()).isCloseTo(5, within(1e-12));
        assertThat(found.mabsDd()).isCloseTo(0.2, within(1e-12));
        assertThat(found.wmabsDd()).isCloseTo(7.744528036, within(5e-10));
        assertThat(found.dBhatt()).isCloseTo(0.1379975531, within(5e-11));
        assertThat(found.df()).isEqualTo(5);
        assertThat(found.sJsd()).isCloseTo(found.sJsdAsSynthpop() * 2 * Math.log(2) * Math.log(2), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "gaps"})
    void everyTableOfCountsIsThatOfTheReference(String pair) {
        Comparison c = Joint.pair(pair);
        Coded coded = Coded.ofAll(List.of(c.real(), c.synthetic()), 5, Run.of(1));
        int compared = 0;
        for (int ways = 1; ways <= 3; ways++) {
            for (int[] set : Combinations.of(6, ways, 100, Rng.of(1)).sets()) {
                Cells cells = Cells.of(coded, set);
                CellMeasures found = CellMeasures.of(cells.counts()[0], cells.counts()[1], false);
                JsonNode expected = Joint.expected(pair).path("cells").path(Triples.names(c, set));
                NAMES.forEach((name, value) -> {
                    double should = expected.path(name).doubleValue();
                    assertThat(value.applyAsDouble(found))
                            .as(Triples.names(c, set) + " " + name)
                            .isCloseTo(should, within(1e-9 * Math.max(1, Math.abs(should))));
                });
                compared++;
            }
        }
        assertThat(compared).isEqualTo(41);
    }

    /** For equally many rows: SPECKS = 2 PO50 / 100 = MabsDD / 2. */
    @Test
    void identitiesOfEqualNumbersHold() {
        Rng rng = Rng.of(1);
        for (int turn = 0; turn < 20; turn++) {
            int[] o = new int[9];
            int[] s = new int[9];
            for (int i = 0; i < 500; i++) {
                o[rng.nextInt(9)]++;
                s[Math.min(rng.nextInt(9), rng.nextInt(9))]++;
            }
            CellMeasures found = CellMeasures.of(o, s, false);
            assertThat(found.specks()).isCloseTo(found.po50() / 50, within(1e-12));
            assertThat(found.specks()).isCloseTo(found.mabsDd() / 2, within(1e-12));
        }
    }

    /**
     * Rows drawn from the real table's own shares, as synthpop's catall draws them: ratios are 1. The mean of 400 ratios
     * of chi-squared variables over their 29 degrees of freedom has a deviation of sqrt(2 / 29 / 400) = 0.013, so 0.05
     * is almost four of them; synthpop's own constant for S_JSD is off by 4 %. Fresh rows of as many score 2.
     */
    @Test
    void correctSynthesesScoreOneAndFreshRowsTwo() {
        Rng rng = Rng.of(2);
        double[] sums = new double[6];
        int turns = 400;
        for (int turn = 0; turn < turns; turn++) {
            int[] real = new int[30];
            int[] synthetic = new int[30];
            int[] fresh = new int[30];
            int[] rows = new int[3000];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = rng.nextInt(30);
                real[rows[i]]++;
                fresh[rng.nextInt(30)]++;
            }
            for (int i = 0; i < rows.length; i++) {
                synthetic[rows[rng.nextInt(rows.length)]]++;
            }
            CellMeasures found = CellMeasures.of(real, synthetic, false);
            double[] ratios = {
                found.sPMse(),
                found.sFt(),
                found.sG(),
                found.sJsd(),
                found.sWmabsDd(),
                CellMeasures.of(real, fresh, false).sPMse()
            };
            for (int k = 0; k < ratios.length; k++) {
                sums[k] += ratios[k] / turns;
            }
        }
        for (int k = 0; k < 5; k++) {
            assertThat(sums[k]).isCloseTo(1, within(0.05));
        }
        assertThat(sums[5]).isCloseTo(2, within(0.1));
    }

    /** The same through the metric, of unequal numbers of rows. Ten tables of about 30 cells. */
    @Test
    void aBootstrapIsACorrectSynthesis() {
        Table real = Tables.law(4000, Rng.of(3));
        double sum = 0;
        for (int turn = 0; turn < 20; turn++) {
            sum += Joint.measure("cell-utility", real, Tables.bootstrap(real, 2500, Rng.of(100 + turn)))
                            .value()
                    / 20;
        }
        assertThat(sum).isCloseTo(1, within(0.12));
    }

    @Test
    void theWorstTableIsNamedFirst() {
        Table real = Tables.law(3000, Rng.of(4));
        Score score = Joint.measure("cell-utility", real, Tables.independent(real, Rng.of(5)));
        assertThat(score.value()).isGreaterThan(20);
        assertThat(score.parts().keySet()).first().isIn("x x y", "k x f");
        assertThat(score.figures()).hasSize(3);
        assertThat(score.figures().get(2).rows().get(4).name()).isEqualTo("z");
        Score identical = Joint.measure("cell-utility", real, real);
        assertThat(identical.value()).isZero();
    }

    @Test
    void optionsAreHeard() {
        Comparison c = Joint.pair("gaps");
        assertThat(Joint.measure("cell-utility", c, Map.of("ways", "1")).parts())
                .hasSize(6);
        assertThat(Joint.measure("cell-utility", c, Map.of("ways", "3", "worst", "4"))
                        .parts())
                .hasSize(4);
        double fixed = Joint.measure("cell-utility", c, Map.of()).value();
        double drawn =
                Joint.measure("cell-utility", c, Map.of("count-drawn", "true")).value();
        assertThat(drawn).isLessThan(fixed);
        String note = Joint.measure("cell-utility", c, Map.of("tables", "3")).note();
        assertThat(note).isEqualTo("3 of 15 tables of counts");
    }

    @Test
    void severalSynthesesAreAveraged() {
        Table real = Tables.law(500, Rng.of(6));
        Table one = Tables.bootstrap(real, 400, Rng.of(7));
        Table two = Tables.bootstrap(real, 400, Rng.of(8));
        double both = Joint.measure("cell-utility", new Comparison(real, List.of(one, two), null), Map.of())
                .value();
        double again = Joint.measure("cell-utility", new Comparison(real, List.of(two, one), null), Map.of())
                .value();
        assertThat(both).isCloseTo(again, within(1e-9)).isBetween(0.5, 2.0);
    }
}
