package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

class TypedColumnTest {
    private static final double DAY = 86_400_000_000.0;

    @Test
    void numbersSayHowTheyAreRounded() {
        TypedColumn prices = TypedColumn.numbers("price", new double[] {1.25, Double.NaN, 0.5}, -1, false);
        TypedColumn money = TypedColumn.numbers("price", new double[] {1.25, 2}, 2, false);
        TypedColumn full = TypedColumn.numbers("x", new double[] {Math.PI, 1}, -1, false);
        TypedColumn whole = TypedColumn.numbers("x", new double[] {3, Double.NaN, 2, 5}, -1, false);
        TypedColumn round = TypedColumn.numbers("price", new double[] {30, 20}, 2, false);

        assertThat(prices.field().format().decimals()).isEqualTo(-3);
        assertThat(money.field().format().decimals()).isEqualTo(2);
        assertThat(money.field().kind()).isEqualTo(Kind.DECIMAL);
        assertThat(full.field().format().decimals()).isEqualTo(-1);
        assertThat(whole.field().kind()).isEqualTo(Kind.WHOLE);
        assertThat(round.field().kind()).isEqualTo(Kind.WHOLE);
        assertThat(round.field().format().decimals()).isEqualTo(2);
    }

    @Test
    void keysAndDatesAreToldAsInText() {
        double[] counted = IntStream.rangeClosed(1, 50).asDoubleStream().toArray();

        assertThat(TypedColumn.numbers("id", counted, 0, true).field().kind()).isEqualTo(Kind.KEY);
        TypedColumn days = TypedColumn.labels("seen", CodeColumn.of("31.01.2020", null, "01.02.2020"), false);
        assertThat(days.field().kind()).isEqualTo(Kind.DATE);
        assertThat(days.field().format().pattern()).isEqualTo("dd.MM.yyyy");
        assertThat(((NumberColumn) days.column()).get(2)).isEqualTo(18_293);
        assertThat(TypedColumn.labels("seen", CodeColumn.of("31.01.2020", "later"), false)
                        .field()
                        .kind())
                .isEqualTo(Kind.CATEGORY);
        assertThat(TypedColumn.labels("digits", CodeColumn.of("12", "13", "13"), false)
                        .field()
                        .kind())
                .isEqualTo(Kind.CATEGORY);
    }

    @Test
    void pointsInTimeAtMidnightAreDates() {
        TypedColumn days = TypedColumn.dates("seen", Kind.DATETIME, new double[] {DAY, Double.NaN});
        TypedColumn moments = TypedColumn.dates("seen", Kind.DATETIME, new double[] {DAY + 1500});

        assertThat(days.field().kind()).isEqualTo(Kind.DATE);
        assertThat(new NumberText(days.field()).of(1)).isEqualTo("1970-01-02 00:00:00");
        assertThat(new NumberText(moments.field()).of(DAY + 1500)).isEqualTo("1970-01-02 00:00:00.001500");
    }

    @Test
    void whatSomebodySaysWinsOverTheType() {
        TypedColumn digits = TypedColumn.labels("x", CodeColumn.of("12", null, "7,5"), false);
        TypedColumn numbers = digits.as(SchemaOverrides.Column.of(Kind.DECIMAL), Run.of(1));
        TypedColumn codes = TypedColumn.numbers("x", new double[] {1, 2, 1}, 0, false)
                .as(SchemaOverrides.Column.of(Kind.CATEGORY), Run.of(1));

        assertThat(((NumberColumn) numbers.column()).toArray()).containsExactly(12, Double.NaN, 7.5);
        assertThat(((CodeColumn) codes.column()).get(2)).isEqualTo("1");
    }

    @Test
    void aWholeNumberMayBeMadeAName() {
        TypedColumn key =
                TypedColumn.numbers("ward", new double[] {7, 7, 9}, 0, false).named(Kind.IDENTIFIER, "points at wards");

        assertThat(key.field().kind()).isEqualTo(Kind.IDENTIFIER);
        assertThat(((CodeColumn) key.column()).labels()).containsExactly("7", "9");
    }
}
