package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void everyNumberStandsBesideFreshData() {
        ScoreLine line = new ScoreLine(
                "columns",
                "column-shapes",
                0.9623,
                0.978,
                false,
                "very close",
                List.of(new ScoreLine.Part("stay", 0.88, 0.95)));
        ScoreLine alone = new ScoreLine("copies", "exact-copies", 0.0012, Double.NaN, true, "", List.of());
        assertThat(Summary.scores(List.of(line, alone)))
                .containsExactly(
                        "               synthetic  fresh data  reads as",
                        "  columns          0.962       0.978  very close; worst: stay 0.880 (fresh 0.950)",
                        "  copies          0.12 %           -");
    }

    @Test
    void aWideTableIsCountedButItsWarningsAreAllShown() {
        List<ColumnLine> columns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            columns.add(
                    new ColumnLine("c" + i, "whole", "whole numbers", i == 90 ? List.of("is constant") : List.of()));
        }
        assertThat(Summary.columns(columns, false))
                .hasSize(33)
                .contains("  ! c90: is constant", "  ... and 69 more columns   (-v lists them)");
        assertThat(Summary.columns(columns, true)).hasSize(101);
    }

    @Test
    void aLongOrHostileNameDoesNotBreakTheLines() {
        ColumnLine column = new ColumnLine("a\n\u001b[31m" + "x".repeat(100), "text", "why", List.of());
        assertThat(Summary.columns(List.of(column), false))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).doesNotContain("\n", "\u001b").hasSizeLessThan(60));
    }
}
