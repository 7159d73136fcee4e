package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Rows read in blocks are those that are read one by one. */
class PlainRowsTest {
    private static final PlainRows.Kind[] KINDS = {
        PlainRows.Kind.WHOLE, PlainRows.Kind.NONE, PlainRows.Kind.TEXT, PlainRows.Kind.DECIMAL
    };
    private static final String[] WHOLES = {"0", "7", "12", "345", "6789", "1234567", "12345678", "123456789", "007"};
    private static final String[] TEXTS = {"a", "", "é", "12345678901", "42", "0", "00", " x y ", "naïve text", "7b"};
    private static final String[] NUMBERS = {"0.5", "-1.25", "3", "1e-3", ".5", "-0", "12.3456789012345678", "1d"};
    private static final String[] ODD = {"x", "\"q\"", "\"a\nb\"", "-1", "1234567890123", "", " 5", "a\"b", "\0", "NaN"
    };
    private static final String[] ENDS = {"\n", "\r\n", "\n\n", "\r\n\n"};

    @TempDir
    Path folder;

    /** 200 files of up to 40 rows in blocks of 16 to 100 bytes, on 1 and 2 threads; half of them with something odd. */
    @Test
    void bothWaysAgree() throws IOException {
        int inBlocks = 0;
        for (int k = 0; k < 200; k++) {
            Rng rng = Rng.of(k);
            byte[] bytes = text(rng, k % 2 == 0 ? 0 : 1 / (2.0 + rng.nextInt(60)));
            Path path = Files.write(folder.resolve("rows.csv"), bytes);
            List<String> expected = new ArrayList<>();
            String[] line = {""};
            rest(Source.of(new ByteArrayInputStream(bytes), path.toString()), expected, line, Run.of(1), 0);
            for (int threads = 1; threads <= 2; threads++) {
                List<String> found = new ArrayList<>();
                String[] lastLine = line.clone();
                inBlocks += rest(Source.of(path), found, lastLine, Run.of(1).threads(threads), 16 + rng.nextInt(85));
                assertThat(found).as("file %d", k).isEqualTo(expected);
                assertThat(lastLine).as("file %d", k).isEqualTo(line);
            }
        }
        assertThat(inBlocks).isGreaterThan(2000);
    }

    private static byte[] text(Rng rng, double odd) {
        StringBuilder out = new StringBuilder(rng.nextInt(4) == 0 ? "\uFEFF" : "").append("whole,any,text,number\n");
        int rows = rng.nextInt(40);
        for (int i = 0; i < rows; i++) {
            int cells = odd > 0 && rng.nextDouble() < odd ? rng.nextInt(6) : 4;
            for (int c = 0; c < cells; c++) {
                String[] usual = c == 0 ? WHOLES : c == 3 ? NUMBERS : TEXTS;
                String[] from = rng.nextDouble() < odd ? ODD : usual;
                out.append(c == 0 ? "" : ",").append(from[rng.nextInt(from.length)]);
            }
            boolean bare = i == rows - 1 && rng.nextBoolean();
            out.append(bare ? "" : rng.nextDouble() < odd ? "\r" : ENDS[rng.nextInt(ENDS.length)]);
        }
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        if (odd > 0 && rng.nextInt(4) == 0) {
            bytes[bytes.length - 1 - rng.nextInt(bytes.length / 2)] = (byte) 0xE9;
        }
        return bytes;
    }

    /** The rows in words, the problem that ends them, and the last line where it was not in a block; how many were. */
    private static int rest(Source source, List<String> out, String[] lastLine, Run run, int block) {
        int[] inBlocks = {0};
        try (RecordStream file = RecordStream.open(source)) {
            if (block > 0) {
                file.plain(KINDS, run, block, rows -> {
                    if (rows.rows() % 5 == 4) {
                        return false;
                    }
                    rows(rows, out);
                    inBlocks[0] += rows.rows();
                    return true;
                });
            }
            String last = "";
            while (file.next()) {
                String number = file.empty(3) ? "-" : file.text(3);
                out.add((file.empty(0) ? -1 : file.whole(0)) + "|" + (file.empty(2) ? "" : file.text(2)) + "|"
                        + number(number));
                last = file.place();
            }
            if (block == 0 || !last.isEmpty()) {
                lastLine[0] = last;
            }
        } catch (ProblemException e) {
            out.add(e.getMessage());
        }
        return inBlocks[0];
    }

    private static void rows(PlainRows rows, List<String> out) {
        for (int i = 0; i < rows.rows(); i++) {
            int from = rows.from(2)[i];
            String text = new String(rows.bytes(), from, rows.to(2)[i] - from, StandardCharsets.UTF_8);
            int whole = rows.wholes(2)[i];
            assertThat(whole).as(text).isEqualTo(text.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(text) : -1);
            out.add(rows.wholes(0)[i] + "|" + text + "|" + rows.decimals(3)[i]);
        }
    }

    private static String number(String text) {
        try {
            return String.valueOf(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
