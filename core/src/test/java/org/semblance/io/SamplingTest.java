package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.run.Run;

/** A source that does not fit is sampled, uniformly, and said so. */
class SamplingTest {
    private static final int ROWS = 200_000;

    private static String text() {
        StringBuilder text = new StringBuilder("n,word\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(i % 2 == 0 ? ",even\n" : ",an odd one that is longer\n");
        }
        return text.toString();
    }

    private static Loaded read(String text, ReadOptions options, int threads) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return TableReader.read(
                Source.of(new ByteArrayInputStream(bytes), "big.csv"),
                options,
                Run.of(7).threads(threads));
    }

    @Test
    void whatDoesNotFitIsAUniformSample() {
        Loaded loaded = read(text(), ReadOptions.DEFAULT.maxBytes(1_000_000), 1);
        int rows = loaded.table().rows();
        assertThat(rows).isBetween(10_000, 30_000);
        assertThat(loaded.rowsInSource()).isEqualTo(ROWS);
        assertThat(loaded.notes())
                .anyMatch(note -> note.contains(rows + " of its " + ROWS + " rows were read, a uniform random sample"));
        List<Object> kept = Texts.values(loaded, "n");
        int[] tenths = new int[10];
        double last = -1;
        for (Object value : kept) {
            double n = (Double) value;
            assertThat(n).isGreaterThan(last);
            last = n;
            tenths[(int) (n * 10 / ROWS)]++;
        }
        double expected = rows / 10.0;
        double chiSquare = 0;
        for (int count : tenths) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        // 9 degrees of freedom: exceeded with probability 1e-7 by a uniform sample.
        assertThat(chiSquare).isLessThan(50.0);
        long even = Texts.values(loaded, "word").stream().filter("even"::equals).count();
        // 5.3 standard deviations of a binomial: 1e-7.
        assertThat(Math.abs(even - rows / 2.0)).isLessThan(5.3 * Math.sqrt(rows / 4.0));
    }

    @Test
    void theSampleDoesNotDependOnThreadsAndMaxRowsIsExact() {
        String text = text();
        ReadOptions options = ReadOptions.DEFAULT.maxRows(1000);
        Loaded one = read(text, options, 1);
        assertThat(one.table().rows()).isEqualTo(1000);
        assertThat(Texts.values(read(text, options, 2), "n")).isEqualTo(Texts.values(one, "n"));
    }
}
