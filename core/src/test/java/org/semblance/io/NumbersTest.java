package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.table.Format;

/** Reading and writing of numbers against the JDK's. */
class NumbersTest {
    private static double parse(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return new NumberParser(NumberStyle.PLAIN).parse(bytes, 1, bytes.length - 1);
    }

    private static String write(double value, Format format) {
        ByteSink sink = new ByteSink(8);
        new NumberWriter(format).write(value, sink);
        return new String(sink.bytes, 0, sink.size, StandardCharsets.UTF_8);
    }

    @Test
    void readsLikeTheJdk() {
        Rng rng = Rng.of(1);
        for (int i = 0; i < 100_000; i++) {
            int digits = rng.nextInt(18);
            String text = switch (i % 4) {
                case 0 ->
                    new BigDecimal((rng.nextDouble() - 0.5) * Math.pow(10, rng.nextInt(12)))
                            .setScale(digits, RoundingMode.HALF_UP)
                            .toPlainString();
                case 1 -> String.valueOf(rng.nextLong() >> (11 + rng.nextInt(50)));
                case 2 -> Double.toString(Double.longBitsToDouble(rng.nextLong() & 0x7FBFFFFFFFFFFFFFL));
                default -> String.format(Locale.ROOT, "%." + digits + "e", rng.nextGaussian() * 1e5);
            };
            assertThat(parse(text) + 0.0).as(text).isEqualTo(Double.parseDouble(text) + 0.0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "1a",
                "0x10",
                "1e",
                "1e+",
                "1e1000",
                "--1",
                "1.2.3",
                "01",
                "-00",
                "1,5",
                "NaN",
                "1 2",
                "9007199254740993",
                "1f",
                "1d",
                "e5",
                "+12345678901"
            })
    void whatIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void writesDecimalsLikeBigDecimal() {
        Rng rng = Rng.of(2);
        for (int i = 0; i < 20_000; i++) {
            int decimals = rng.nextInt(8);
            double value = Math.rint((rng.nextDouble() - 0.5) * 1e9) / Math.pow(10, decimals);
            String expected = BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
            assertThat(write(value, Format.PLAIN.decimals(decimals))).isEqualTo(expected);
            assertThat(Double.parseDouble(write(value, Format.PLAIN))).isEqualTo(value);
        }
    }

    @Test
    void writesSignsGroupsAndAffixes() {
        Format money = Format.PLAIN.decimals(2).signs(',', '.').around("$", "");
        assertThat(write(-1234567.891, money)).isEqualTo("-$1.234.567,89");
        assertThat(write(-0.001, money)).isEqualTo("$0,00");
        assertThat(write(12.50, Format.PLAIN.atMost(3).around("", " %"))).isEqualTo("12.5 %");
        assertThat(write(12, Format.PLAIN.atMost(3))).isEqualTo("12");
        assertThat(write(1e17, Format.PLAIN.decimals(1))).isEqualTo("100000000000000000.0");
        assertThat(write(2.5, Format.PLAIN.decimals(0))).isEqualTo("3");
    }
}
