package org.semblance.evaluate.valid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class KeyUniquenessTest {
    private static Score of(Table real, Table synthetic) {
        return KeyUniqueness.PLUGIN.make().measure(Comparison.of(real, synthetic), Run.of(1));
    }

    private static Table numbers(Field field, double... values) {
        return Table.of(Schema.of(field), List.of(NumberColumn.of(values)));
    }

    private static double[] range(int count, double step) {
        double[] out = new double[count];
        for (int i = 0; i < count; i++) {
            out[i] = i * step;
        }
        return out;
    }

    private static Table texts(Kind kind, int rows, IntFunction<@Nullable String> text) {
        @Nullable String[] out = new @Nullable String[rows];
        for (int i = 0; i < rows; i++) {
            out[i] = text.apply(i);
        }
        return Table.of(Schema.of(Field.of("t", kind)), List.of(CodeColumn.of(out)));
    }

    @Test
    void repetitionsAfterTheFirstAndMissingKeysCount() {
        Table real = Table.of("id:key, n:whole", "a", 1, "b", 2);
        Table synthetic = Table.of("id:key, n:whole", "x", 1, "x", 2, null, 3, null, 4, "x", 5, "y", 6, "z", 7, "q", 8);
        Score score = of(real, synthetic);
        assertThat(score.value()).isEqualTo(4 / 8.0);
        assertThat(score.note()).isEqualTo("Values repeat or are missing in id");
    }

    @Test
    void otherColumnsCountWhereTheyAreDifferentNotByChance() {
        Field serial = Field.of("no", Kind.WHOLE);
        // 1 .. 100: even values of that range would have met 50 times.
        assertThat(of(numbers(serial, range(100, 1)), numbers(serial, 1, 1, 2, 3))
                        .value())
                .isEqualTo(0.75);
        // 100 different of 100,000 places are no wonder.
        assertThat(of(numbers(serial, range(100, 1000)), numbers(serial, 1, 1, 2, 3))
                        .value())
                .isNaN();
        Field amount = Field.of("amount", Kind.DECIMAL);
        assertThat(of(numbers(amount, range(100, 0.01)), numbers(amount, 1, 1)).value())
                .isNaN();
        Field cents = amount.format(Format.PLAIN.decimals(2));
        assertThat(of(numbers(cents, range(100, 0.01)), numbers(cents, 1, 1)).value())
                .isEqualTo(0.5);
    }

    @Test
    void textsAndLabelsThatAreAllDifferent() {
        Table real = texts(Kind.IDENTIFIER, 30, i -> i < 5 ? null : "mail" + i);
        // The real column misses some: there missing values are none of our business.
        assertThat(of(real, texts(Kind.IDENTIFIER, 10, i -> i < 2 ? null : "m" + i % 4))
                        .value())
                .isEqualTo(0.5);
        assertThat(of(texts(Kind.TEXT, 30, i -> "t" + i / 2), real).value()).isNaN();
        assertThat(of(texts(Kind.CATEGORY, 19, i -> "t" + i), real).value()).isNaN();
        assertThat(of(texts(Kind.TEXT, 30, i -> "t" + i), texts(Kind.TEXT, 30, i -> "t" + i))
                        .value())
                .isEqualTo(1);
    }
}
