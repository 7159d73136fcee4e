package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Events of several columns in few lines. */
class LeftOutTest {
    private static LeftOut.Said said(String column, String words) {
        return new LeftOut.Said(column, "way", words);
    }

    @Test
    void oneColumnHasItsOwnLineWithHowOften() {
        String words = LeftOut.words(LeftOut.MADE, List.of("a"));
        assertThat(LeftOut.lines(List.of(said("y", words), said("y", words))))
                .containsExactly("y (way): made up of others: without a (2 times)");
    }

    @Test
    void predictorsLeftOutForOneReasonAreOneLine() {
        assertThat(LeftOut.lines(List.of(
                        said("y", LeftOut.words(LeftOut.MADE, List.of("a"))),
                        said("z", LeftOut.words(LeftOut.CONSTANT, List.of("c"))),
                        said("y", LeftOut.words(LeftOut.MADE, List.of("b"))),
                        said("z", LeftOut.words(LeftOut.MADE, List.of("a", "y"))))))
                .containsExactly(
                        "predictors left out, made up of others: y without a or b; z without a, y",
                        "z (way): constant: without c");
    }

    @Test
    void manyColumnsAreCounted() {
        List<LeftOut.Said> many = IntStream.range(0, 8)
                .mapToObj(i -> said("y" + i, LeftOut.words(LeftOut.CONSTANT, List.of("a"))))
                .toList();
        assertThat(LeftOut.lines(many))
                .containsExactly(
                        "predictors left out, constant: y0 without a; y1 without a; y2 without a; y3 without a;"
                                + " y4 without a; some for 3 more");
        assertThat(LeftOut.lines(
                        many.stream().map(one -> said(one.column(), "as pmm")).toList()))
                .containsExactly("y0, y1, y2, y3, y4 and 3 more: as pmm");
    }
}
