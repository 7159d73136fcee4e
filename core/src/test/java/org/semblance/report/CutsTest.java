package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.table.Kind;

class CutsTest {
    @Test
    void wholeNumbersAreCutAtRoundOnesAndOpenAtBothEnds() {
        Cuts cuts = Cuts.between(17, 78, Kind.WHOLE, 15);
        assertThat(cuts.size()).isEqualTo(13);
        assertThat(cuts.label(0, 0)).isEqualTo("up to 19");
        assertThat(cuts.label(1, 1)).isEqualTo("20 to 24");
        assertThat(cuts.label(1, 3)).isEqualTo("20 to 34");
        assertThat(cuts.label(12, 12)).isEqualTo("75 or more");
        assertThat(cuts.label(0, 12)).isEqualTo("all values");
        assertThat(cuts.of(19)).isZero();
        assertThat(cuts.of(20)).isEqualTo(1);
        assertThat(cuts.of(1e9)).isEqualTo(12);
    }

    @Test
    void singleValuesAreNamedAlone() {
        Cuts cuts = Cuts.between(1, 5, Kind.WHOLE, 30);
        assertThat(cuts.label(0, 0)).isEqualTo("up to 1");
        assertThat(cuts.label(1, 1)).isEqualTo("2");
        assertThat(cuts.label(cuts.size() - 1, cuts.size() - 1)).isEqualTo("5 or more");
    }

    @Test
    void decimalsAreWrittenWithoutNoise() {
        Cuts cuts = Cuts.between(0.05, 0.95, Kind.DECIMAL, 12);
        assertThat(cuts.label(0, 0)).isEqualTo("below 0.1");
        assertThat(cuts.label(3, 3)).isEqualTo("0.3 to 0.4");
    }

    @Test
    void daysAreCutAtMonthsAndYears() {
        double from = LocalDate.of(2020, 1, 20).toEpochDay();
        Cuts months = Cuts.between(from, LocalDate.of(2021, 6, 3).toEpochDay(), Kind.DATE, 30);
        assertThat(months.label(0, 0)).isEqualTo("before 2020-02");
        assertThat(months.label(1, 1)).isEqualTo("2020-02");
        assertThat(months.label(1, 3)).isEqualTo("2020-02 to 2020-04");
        Cuts years = Cuts.between(from, LocalDate.of(2040, 6, 3).toEpochDay(), Kind.DATE, 30);
        assertThat(years.label(1, 1)).isEqualTo("2021");
        assertThat(years.label(years.size() - 1, years.size() - 1)).isEqualTo("2040 or later");
        Cuts days = Cuts.between(from, from + 9, Kind.DATE, 30);
        assertThat(days.label(1, 1)).isEqualTo("2020-01-21");
    }

    @Test
    void timesAreCutAtHours() {
        double hour = 3600e6;
        Cuts cuts = Cuts.between(8.2 * hour, 17.9 * hour, Kind.TIME, 14);
        assertThat(cuts.label(0, 0)).isEqualTo("before 09:00");
        assertThat(cuts.label(1, 1)).isEqualTo("09:00 to 10:00");
        double day = LocalDate.of(2024, 3, 5).toEpochDay() * 24 * hour;
        assertThat(Cuts.between(day + 8.2 * hour, day + 17.9 * hour, Kind.DATETIME, 14)
                        .label(1, 1))
                .isEqualTo("2024-03-05 09:00 to 2024-03-05 10:00");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7, WHOLE", "0, 0, DECIMAL", "1e300, 1e300, DECIMAL", "-1e300, 1e300, DECIMAL",
                "1e17, 100000000000000016, WHOLE",
        "1e-300, 2e-300, DECIMAL", "0, 4e9, DATE", "-1e18, 1e18, DATETIME", "0, 0, TIME", "0, 86399999999, TIME",
        "-4e7, 4e7, DATE", "0, 5e-324, DECIMAL"
    })
    void nothingIsTooOddToBeCut(double low, double high, Kind kind) {
        Cuts cuts = Cuts.between(low, high, kind, 30);
        assertThat(cuts.size()).isBetween(2, 34);
        assertThat(cuts.of(low)).isZero();
        for (int k = 0; k < cuts.size(); k++) {
            assertThat(cuts.label(k, k)).isNotEmpty();
        }
    }
}
