package org.semblance.evaluate.valid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class FormatsTest {
    private static Score of(Table real, Table synthetic) {
        return Formats.PLUGIN.make().measure(Comparison.of(real, synthetic), Run.of(1));
    }

    private static Table texts(String... texts) {
        return Table.of(Schema.of(Field.of("t", Kind.IDENTIFIER)), List.of(CodeColumn.of(texts)));
    }

    private static Table numbers(Kind kind, IntToDoubleFunction value) {
        return Table.of(
                Schema.of(Field.of("n", kind)),
                List.of(NumberColumn.of(
                        IntStream.range(0, 200).mapToDouble(value).toArray())));
    }

    private static String form(Score score) {
        return score.figures().get(0).rows().get(0).name();
    }

    @Test
    void codesOfFixedLengthAreHeldPlaceByPlace() {
        Rng rng = Rng.of(1);
        Table real = texts(IntStream.range(0, 300)
                .mapToObj(i -> "" + (char) ('A' + rng.nextInt(26)) + (char) ('A' + rng.nextInt(26)) + "-"
                        + (1000 + rng.nextInt(9000)))
                .toArray(String[]::new));
        Score score = of(real, texts("QQ-0001", "QQ-001", "qq-0001", "QQ 0001"));
        assertThat(form(score)).isEqualTo("t: the same kinds of signs place by place");
        assertThat(score.value()).isEqualTo(0.25);
    }

    @Test
    void namesAreHeldByTheirRuns() {
        String[] first = {"Ann", "Maria", "Bo", "Christina", "Li", "Johan", "Ida", "Alexander"};
        String[] last = {"Berg", "Ek", "Lindqvist", "Ny", "Holm", "Sandstrom", "Ask", "Dahl", "Wallenberger"};
        Rng rng = Rng.of(2);
        Table real = texts(IntStream.range(0, 400)
                .mapToObj(i -> first[rng.nextInt(8)] + " " + last[rng.nextInt(9)] + "abcdefgh".substring(0, i % 8))
                .toArray(String[]::new));
        Score score = of(real, texts("Eva Ros", "Eva", "Eva R. Ros", "eva ros"));
        assertThat(form(score)).isEqualTo("t: the same runs of kinds of signs");
        assertThat(score.value()).isEqualTo(0.25);
    }

    @Test
    void hexadecimalCodesAreHeldByTheirWords() {
        Rng rng = Rng.of(3);
        Table real = texts(IntStream.range(0, 500)
                .mapToObj(i -> String.format(Locale.ROOT, "%016x-%016x", rng.nextLong(), rng.nextLong()))
                .toArray(String[]::new));
        Score score = of(
                real,
                texts("00ff00ff00ff00ff-a0b1a0b1a0b1a0b1", "00ff00ff00ff00ffa0b1a0b1a0b1a0b12", "00ff-a0b", "zz"));
        assertThat(form(score)).isEqualTo("t: the same words and signs between them");
        assertThat(score.value()).isEqualTo(0.25);
    }

    @Test
    void fewTextsAreHeldByTheirSigns() {
        Score score = of(texts("a-1", "b-22", "c"), texts("q-9", "Q-9", "q-9999", null));
        assertThat(form(score)).isEqualTo("t: no other kinds of signs");
        // A missing value is wrong where the real column misses none.
        assertThat(score.value()).isEqualTo(0.25);
    }

    @Test
    void numbersAreHeldByTheirSteps() {
        Table cents = numbers(Kind.DECIMAL, i -> Math.rint(i * 7.77) / 100);
        assertThat(form(of(cents, cents))).isEqualTo("n: 2 decimals");
        assertThat(of(cents, cents).value()).isEqualTo(1);
        assertThat(of(cents, numbers(Kind.DECIMAL, i -> i % 4 == 0 ? i + 0.125 : i))
                        .value())
                .isCloseTo(0.75, within(1e-12));
        Table hundreds = numbers(Kind.WHOLE, i -> 100 * i);
        assertThat(form(of(hundreds, hundreds))).isEqualTo("n: steps of 100");
        assertThat(form(of(numbers(Kind.WHOLE, i -> 100 * (i % 3)), hundreds))).isEqualTo("n: whole numbers");
        Table any = numbers(Kind.DECIMAL, i -> Math.sqrt(i + 2));
        assertThat(of(any, cents).value()).isEqualTo(1);
        assertThat(form(of(any, cents))).isEqualTo("n: any number");
    }

    @Test
    void timesAreHeldByTheirUnits() {
        Table minutes = numbers(Kind.DATETIME, i -> i * 60e6 * 7);
        Score score = of(minutes, numbers(Kind.DATETIME, i -> i * 30e6));
        assertThat(form(score)).isEqualTo("n: whole minutes");
        assertThat(score.value()).isEqualTo(0.5);
    }
}
