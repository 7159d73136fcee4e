package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What single rows add where values that many share are drawn apart: neither the rows nor the file tell it. */
class PiledUpPrivacyTest {
    private static final int ROWS = 900;
    private static final double ONLY = 57.31;
    private static final double LEAST = 17.43;

    private static Table table(IntToDoubleFunction paid) {
        Rng rng = Rng.of(3);
        return Table.of(
                Schema.of(Field.of("sex", Kind.CATEGORY), Field.of("paid", Kind.DECIMAL)),
                List.of(
                        CodeColumn.of(
                                IntStream.range(0, ROWS)
                                        .map(i -> rng.nextInt(2))
                                        .toArray(),
                                List.of("F", "M")),
                        NumberColumn.of(
                                IntStream.range(0, ROWS).mapToDouble(paid).toArray())));
    }

    /** Rows of 0 and of 80, and one of another number between them. */
    private static Table oneBetween() {
        return table(i -> i == 450 ? ONLY : i % 2 == 0 ? 0 : 80);
    }

    /** Half of the rows 0, the others from 200 on, but one. */
    private static Table oneAtTheEdge() {
        Rng rng = Rng.of(5);
        return table(i -> i % 2 == 0 ? 0 : i == 451 ? LEAST : 200 + rng.nextInt(50_000) / 100.0);
    }

    private static Model fit(Table table, String method, Map<String, ?> options) {
        return Synthesis.fit(table, Synthesizers.ALL.find(method), options, Privacy.DEFAULT, Run.of(1));
    }

    private static double[] paid(Model model) {
        return model.sample(20_000, Run.of(2)).toTable(Run.of(2)).numbers(1).toArray();
    }

    /** Whether a file has the number, written out or as the bytes of an array. */
    private static boolean holds(Model model, Table real, String method, double number) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Provenance from = new Provenance("t.csv", "", real.rows(), real.width(), method, Map.of(), 1, Map.of(), "");
        ModelFile.write(file, model, method, from);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            boolean held = false;
            while (zip.getNextEntry() != null) {
                String text = new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
                held |= text.contains(String.valueOf(number));
                for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                    byte[] bytes = ByteBuffer.allocate(8)
                            .order(order)
                            .putDouble(number)
                            .array();
                    held |= text.contains(new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
            return held;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void untold(Table real, String method, Map<String, ?> options, double number) {
        Model model = fit(real, method, options);
        assertThat(paid(model)).doesNotContain(number);
        assertThat(holds(model, real, method, number)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("asked")
    @DisplayName("a single number among piled up ones is not drawn, and the file does not hold it")
    void oneBetweenIsNotTold(String method, Map<String, ?> options) {
        untold(oneBetween(), method, options, ONLY);
        assertThat(paid(fit(oneBetween(), method, options))).containsOnly(0, 80);
    }

    @ParameterizedTest
    @MethodSource("asked")
    @DisplayName("the smallest number beside a piled up one is not drawn, and no edge of the file's bins")
    void oneAtTheEdgeIsNotTold(String method, Map<String, ?> options) {
        untold(oneAtTheEdge(), method, options, LEAST);
        double least = Arrays.stream(paid(fit(oneAtTheEdge(), method, options)))
                .filter(v -> v != 0)
                .min()
                .orElseThrow();
        assertThat(least).isGreaterThanOrEqualTo(200);
    }

    static Stream<Arguments> asked() {
        return Stream.of(
                Arguments.of("parametric", Map.of()),
                Arguments.of("cart", Map.of("semicontinuous", Map.of("paid", List.of(0L, 80L)))),
                Arguments.of("cart", Map.of("missing-codes", Map.of("paid", List.of(0L)))));
    }

    @Test
    @DisplayName("numbers that are too few beside missing ones become missing, and what became of them is told")
    void fewBesideMissing() {
        Table real = table(i -> i < 4 ? ONLY + i : Double.NaN);
        Model model = Synthesis.fit(real, Synthesizers.ALL.find("parametric"), Map.of(), Privacy.fidelity(), Run.of(1));

        assertThat(paid(model)).containsOnly(Double.NaN);
        assertThat(model.contents())
                .anyMatch(words -> words.contains("4 values that too few rows share were taken for missing"));
    }

    @Test
    @DisplayName("where it is asked for, everything is told: the search finds it")
    void everythingIsTold() {
        Model model = Synthesis.fit(
                oneBetween(), Synthesizers.ALL.find("parametric"), Map.of("common", 1L), Privacy.fidelity(), Run.of(1));
        assertThat(holds(model, oneBetween(), "parametric", ONLY)).isTrue();
    }
}
