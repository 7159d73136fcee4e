package org.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Schema;

/** What is written is read again, exactly, and the same model is the same bytes. */
class ModelFileTest {
    static byte[] write(Model model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(out, model, "tiny", TinyModel.PROVENANCE);
        return out.toByteArray();
    }

    static Kept read(byte[] bytes) {
        return ModelFile.read(new ByteArrayInputStream(bytes), "m.semblance", TinyModel::loader);
    }

    @Test
    void readsWhatItWrote() {
        TinyModel model = TinyModel.make();
        Kept kept = read(write(model));

        assertThat(kept.synthesizer()).isEqualTo("tiny");
        assertThat(kept.provenance()).isEqualTo(TinyModel.PROVENANCE);
        assertThat(kept.contents()).isEqualTo(model.contents());
        assertThat(kept.model().schema()).isEqualTo(model.schema());
        Stored stored = kept.model().store();
        assertThat(stored.json()).isEqualTo(model.stored().json());
        assertThat(stored.arrays().keySet())
                .containsExactlyInAnyOrderElementsOf(model.stored().arrays().keySet());
        model.stored()
                .arrays()
                .forEach((name, array) ->
                        assertThat(stored.arrays().get(name)).as(name).isEqualTo(array));
    }

    @Test
    void writesTheSameBytesAgain() {
        byte[] first = write(TinyModel.make());
        assertThat(write(TinyModel.make())).isEqualTo(first);
        assertThat(write(read(first).model())).isEqualTo(first);
    }

    @Test
    void beginsWithTheManifestAndIsReadableJson() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(write(TinyModel.make())))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("manifest.json");
            String text = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text)
                    .startsWith("{\n  \"format\" : \"semblance-model\",\n  \"version\" : 1,")
                    .contains("\"decimal-sign\" : \",\"", "\"min-leaf\" : 20", "12 different values");
            assertThat(zip.getNextEntry().getName()).isEqualTo("model.json");
            assertThat(zip.getNextEntry().getName()).isEqualTo("arrays/a/bytes.bin");
        }
    }

    /** A file of format 1 with an array of each type, kept for ever. */
    @Test
    void readsTheGoldenArrays() throws IOException {
        byte[] golden;
        try (InputStream in = ModelFileTest.class.getResourceAsStream("/golden/arrays-1.semblance")) {
            golden = in.readAllBytes();
        }
        Stored stored = read(golden).model().store();
        TinyModel model = TinyModel.make();
        assertThat(stored.json().toString()).isEqualTo(model.stored().json().toString());
        model.stored()
                .arrays()
                .forEach((name, array) ->
                        assertThat(stored.arrays().get(name)).as(name).isEqualTo(array));
    }

    @Test
    void keepsEveryDoubleOfTheJson() {
        Rng rng = Rng.of(1);
        TinyModel model = TinyModel.make();
        var numbers = model.stored().json().putArray("numbers");
        for (int i = 0; i < 5_000; i++) {
            double value = Double.longBitsToDouble(rng.nextLong());
            numbers.add(Double.isFinite(value) ? value : 0.5);
        }
        numbers.add(-0.0).add(Double.MIN_VALUE).add(Double.MAX_VALUE).add(5.0);

        var again = read(write(model)).model().store().json().get("numbers");
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(Double.doubleToLongBits(again.get(i).doubleValue()))
                    .isEqualTo(Double.doubleToLongBits(numbers.get(i).doubleValue()));
        }
    }

    @Test
    void refusesNumbersThatJsonCannotSayWhenWriting() {
        TinyModel model = TinyModel.make();
        model.stored().json().putObject("leaf").put("mean", Double.NaN);
        assertThatThrownBy(() -> write(model)).hasMessageContaining("/leaf/mean");
    }

    @Test
    void keepsArraysLongerThanTheBuffer() {
        int[] ints = new int[300_001];
        byte[] bytes = new byte[200_000];
        Rng rng = Rng.of(2);
        Arrays.setAll(ints, i -> rng.nextInt(1_000_000));
        new Random(3).nextBytes(bytes);
        TinyModel model = TinyModel.make();
        model.stored().put("ints", ints).put("more", bytes);
        Stored stored = read(write(model)).model().store();
        assertThat(stored.array("ints", int[].class)).isEqualTo(ints);
        assertThat(stored.array("more", byte[].class)).isEqualTo(bytes);
    }

    /** A million equal numbers pack a thousandfold, which a reader would take for a zip bomb. */
    @Test
    void writesLargeConstantArraysSoThatTheyAreRead() {
        TinyModel model = TinyModel.make();
        model.stored().put("zeros", new double[12_000_000]);
        byte[] bytes = write(model);
        assertThat(bytes.length).isBetween(100_000, 10_000_000);
        assertThat(read(bytes).model().store().array("zeros", double[].class)).hasSize(12_000_000);
    }

    @Test
    void readsStreamsThatComeInDribbles() {
        byte[] bytes = write(TinyModel.make());
        InputStream dribble = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(len, 3));
            }
        };
        assertThat(ModelFile.read(dribble, "m", TinyModel::loader).contents()).hasSize(2);
    }

    @Test
    void refusesToWriteWhatNoReaderWouldTake() {
        Limits few = new Limits(4, 1 << 20, 1 << 20, 1 << 20, 100, 1 << 20, 1000, 20);
        assertThatThrownBy(() -> ModelFile.write(
                        java.io.OutputStream.nullOutputStream(), TinyModel.make(), "tiny", TinyModel.PROVENANCE, few))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than 4");
        TinyModel model = TinyModel.make();
        model.stored().put("../up", new int[1]);
        assertThatThrownBy(() -> write(model)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void samplesAgain() {
        Schema schema =
                read(write(TinyModel.make())).model().sample(10, Run.of(1)).schema();
        assertThat(schema.names()).containsExactly("income");
    }
}
