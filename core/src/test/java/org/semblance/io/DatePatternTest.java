package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.table.Kind;

/** Dates and times against java.time. */
class DatePatternTest {
    private static double parse(String pattern, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DatePattern.of(pattern).parse(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "d/M/yyyy",
                "MM-dd-yyyy",
                "d MMM yyyy",
                "MMMM d, yyyy",
                "yyyyMMdd",
                "yyyy-MM-dd HH:mm:ss",
                "dd.MM.yyyy'T'H:mm",
                "M/d/yyyy h:mm:ss a",
                "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
                "yyyy-MM-dd HH:mm:ss.SSSSSS",
                "hh:mm a",
                "HH:mm:ss"
            })
    void writesAndReadsLikeJavaTime(String pattern) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        Rng rng = Rng.of(3);
        for (int i = 0; i < 2000; i++) {
            long micros = (rng.nextLong() >>> 8) % 8_000_000_000_000_000L - 2_000_000_000_000_000L;
            LocalDateTime time = LocalDateTime.ofEpochSecond(
                    Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1000, ZoneOffset.UTC);
            String text = formatter.format(time);
            DatePattern own = DatePattern.of(pattern);
            double value = parse(pattern, text);
            assertThat(value).as(text).isNotNaN();
            if (own.kind() == Kind.DATE) {
                assertThat((long) value).isEqualTo(time.toLocalDate().toEpochDay());
            }
            ByteSink sink = new ByteSink(4);
            own.format(
                    own.kind() == Kind.DATE
                            ? value
                            : own.kind() == Kind.TIME ? Math.floorMod(micros, 86_400_000_000L) : micros,
                    sink);
            assertThat(new String(sink.bytes, 0, sink.size, StandardCharsets.UTF_8))
                    .isEqualTo(text);
            sink.size = 0;
            own.format(value, sink);
            assertThat(new String(sink.bytes, 0, sink.size, StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    @Test
    void daysThatDoNotExist() {
        assertThat(parse("yyyy-MM-dd", "2021-02-29")).isNaN();
        assertThat(parse("yyyy-MM-dd", "2020-02-29")).isEqualTo(18_321);
        assertThat(parse("yyyy-MM-dd", "1900-02-29")).isNaN();
        assertThat(parse("yyyy-MM-dd", "2021-04-31")).isNaN();
        assertThat(parse("yyyy-MM-dd", "2021-13-01")).isNaN();
        assertThat(parse("yyyy-MM-dd", "2021-1-01")).isNaN();
        assertThat(parse("HH:mm", "24:00")).isNaN();
        assertThat(parse("h:mm a", "13:00 PM")).isNaN();
        assertThat(parse("h:mm a", "12:00 am")).isZero();
    }

    @Test
    void yearsOfTwoDigits() {
        assertThat(parse("dd/MM/yy", "01/01/70")).isZero();
        assertThat(parse("dd/MM/yy", "31/12/68")).isEqualTo(36_159);
    }
}
