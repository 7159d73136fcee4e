package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Statistical claims are tested with a fixed seed at a false-alarm rate of 1e-4 each (four standard errors). */
class AmputationTest {
    private static final int ROWS = 20_000;
    private static final Table NORMAL = normal();

    private static Table normal() {
        Rng rng = Rng.of(17);
        double[][] values = new double[3][ROWS];
        for (double[] column : values) {
            for (int i = 0; i < ROWS; i++) {
                column[i] = rng.nextGaussian();
            }
        }
        return Table.of(
                new Schema(
                        List.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL), Field.of("c", Kind.DECIMAL))),
                List.of(NumberColumn.of(values[0]), NumberColumn.of(values[1]), NumberColumn.of(values[2])));
    }

    private static Amputation.Amputed make(Map<String, ?> set) {
        return Amputation.of(NORMAL, Options.bind(Amputation.Options.DEFAULT, set, "a test"), Run.of(5));
    }

    /** Share of the rows without b, of those whose c lies in a stretch. */
    private static double missing(Table table, double from, double to) {
        int all = 0;
        int gone = 0;
        for (int row = 0; row < ROWS; row++) {
            double c = NORMAL.numbers(2).get(row);
            if (c >= from && c < to) {
                all++;
                gone += table.column(1).isMissing(row) ? 1 : 0;
            }
        }
        return gone / (double) all;
    }

    @ParameterizedTest
    @CsvSource({"MCAR,0.2", "MAR,0.2", "MNAR,0.7", "MAR,0", "MAR,1"})
    void theAskedShareOfTheRowsLosesValues(String mech, double prop) {
        Amputation.Amputed made = make(Map.of("mech", mech, "prop", prop));

        int lost = made.lost().stream().mapToInt(Amputation.Lost::rows).sum();
        double error = 4 * Math.sqrt(prop * (1 - prop) / ROWS);
        assertThat(lost / (double) ROWS).isCloseTo(prop, within(error + 1e-12));
        int cells = 0;
        for (int c = 0; c < 3; c++) {
            cells += made.table().column(c).missingCount();
        }
        assertThat(cells).isEqualTo(lost);
        assertThat(made.lost())
                .extracting(Amputation.Lost::columns)
                .containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    /**
     * With half of the rows lost the curve is not shifted: of scores beyond 1, R's
     * {@code integrate(function(x) plogis(x) * dnorm(x), 1, Inf)$value / pnorm(-1)} = 0.8126 lose the value, of those
     * below -1 the rest, 0.1874; with TAIL, {@code plogis(abs(x) - 0.75)} shifted to a mean of one half, ends lose more.
     */
    @Test
    void chancesFollowALogisticCurveOfTheScore() {
        Map<String, ?> right = Map.of("patterns", List.of("b"), "weights", List.of("c:2"));

        Table table = make(right).table();

        assertThat(missing(table, 1, 9)).isCloseTo(0.8126, within(4 * Math.sqrt(0.15 / (0.1587 * ROWS))));
        assertThat(missing(table, -9, -1)).isCloseTo(0.1874, within(4 * Math.sqrt(0.15 / (0.1587 * ROWS))));
        Table left = make(Map.of("patterns", List.of("b"), "weights", List.of("c"), "type", "LEFT"))
                .table();
        assertThat(missing(left, -9, -1)).isCloseTo(0.8126, within(4 * Math.sqrt(0.15 / (0.1587 * ROWS))));
        Table tail = make(Map.of("patterns", List.of("b"), "weights", List.of("c"), "type", "TAIL"))
                .table();
        assertThat(missing(tail, 2, 9)).isGreaterThan(missing(tail, -0.2, 0.2) + 0.2);
        Table mid = make(Map.of("patterns", List.of("b"), "weights", List.of("c"), "type", "MID"))
                .table();
        assertThat(missing(mid, 2, 9)).isLessThan(missing(mid, -0.2, 0.2) - 0.2);
    }

    /** Quarters of the scores with odds 1:2:3:4 lose 0.1, 0.2, 0.3 and 0.4 of all that are lost. */
    @Test
    void oddsAreOfEquallyLargeGroups() {
        Table table = make(Map.of(
                        "patterns",
                        List.of("b"),
                        "weights",
                        List.of("c"),
                        "cont",
                        false,
                        "prop",
                        0.25,
                        "odds",
                        List.of("1", "2", "3", "4")))
                .table();

        double quarter = 0.674489750196082;
        double error = 4 * Math.sqrt(0.24 / (ROWS / 4.0));
        assertThat(missing(table, -9, -quarter)).isCloseTo(0.1, within(error));
        assertThat(missing(table, -quarter, 0)).isCloseTo(0.2, within(error));
        assertThat(missing(table, quarter, 9)).isCloseTo(0.4, within(error));
    }

    @Test
    void whatIsLostDoesNotDecideUnderMarAndDoesUnderMnar() {
        Table mar = make(Map.of("patterns", List.of("c"))).table();
        Table mnar = make(Map.of("patterns", List.of("c"), "mech", "MNAR")).table();

        assertThat(meanLost(mar)).isCloseTo(0, within(4 / Math.sqrt(ROWS / 2.0)));
        assertThat(meanLost(mnar)).isGreaterThan(0.3);
    }

    private static double meanLost(Table table) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < ROWS; row++) {
            if (table.column(2).isMissing(row)) {
                sum += NORMAL.numbers(2).get(row);
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void patternsHaveTheirShares() {
        Amputation.Amputed made = make(Map.of("patterns", List.of("a+b", "c"), "freq", List.of("3", "1"), "prop", 0.4));

        assertThat(made.lost().get(0).candidates() / (double) ROWS).isCloseTo(0.75, within(4 * Math.sqrt(0.19 / ROWS)));
        for (int row = 0; row < ROWS; row++) {
            assertThat(made.table().column(0).isMissing(row))
                    .isEqualTo(made.table().column(1).isMissing(row));
        }
    }

    /** A share of cells: of patterns that lose one of three columns each, three times as many rows. */
    @Test
    void aShareOfCells() {
        Amputation.Amputed made = make(Map.of("prop", 0.1, "by-cases", false));

        int lost = made.lost().stream().mapToInt(Amputation.Lost::rows).sum();
        assertThat(lost / (3.0 * ROWS)).isCloseTo(0.1, within(4 * Math.sqrt(0.21 / ROWS) / 3));
    }

    @Test
    void theSameSeedLosesTheSame() {
        assertThat(make(Map.of()).lost()).isEqualTo(make(Map.of()).lost());
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() ->
                        make(Map.of("patterns", List.of("a+bb"), "freq", List.of("x", "1"), "odds", List.of("-1"))))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSize(3));
        assertThatThrownBy(() -> make(Map.of("weights", List.of("a:1"))))
                .hasMessageContaining("3 patterns, but 1 groups of weights");
    }
}
