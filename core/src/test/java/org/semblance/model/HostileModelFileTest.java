package org.semblance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** Whatever is wrong with a model file, one problem says so; no other throwable, no endless memory. */
class HostileModelFileTest {
    private static final byte[] GOOD = ModelFileTest.write(TinyModel.make());

    /** The one problem that reading throws. */
    private static String refused(byte[] bytes) {
        Throwable thrown = catchThrowable(() -> ModelFileTest.read(bytes));
        assertThat(thrown).isInstanceOf(ProblemException.class);
        ProblemException problem = (ProblemException) thrown;
        assertThat(problem.kind()).isEqualTo(ProblemException.Kind.DATA);
        assertThat(problem.problems()).hasSize(1);
        assertThat(problem.problems().get(0).fix()).isNotEmpty();
        assertThat(problem.getMessage()).startsWith("m.semblance: ");
        return problem.getMessage();
    }

    /** The entries of the good file, to be changed and zipped again. */
    private static Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> out = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(GOOD))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                out.put(entry.getName(), zip.readAllBytes());
            }
        }
        return out;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String refusedWith(String entry, byte[] bytes) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(entry, bytes);
        return refused(zip(entries));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void cutAnywhere() {
        for (int length = 0; length < GOOD.length; length++) {
            refused(Arrays.copyOf(GOOD, length));
        }
    }

    @Test
    void followedByMore() {
        assertThat(refused(Arrays.copyOf(GOOD, GOOD.length + 1))).contains("more bytes");
        assertThat(refused(Arrays.copyOf(GOOD, GOOD.length + 10_000_000))).contains("more bytes");
    }

    /** A changed byte is noticed, or it was one that carries nothing (a date, the directory). */
    @Test
    void changedBytes() {
        Rng rng = Rng.of(20261121);
        TinyModel original = TinyModel.make();
        int noticed = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = GOOD.clone();
            for (int flips = rng.nextInt(4); flips >= 0; flips--) {
                bytes[rng.nextInt(bytes.length)] = (byte) rng.nextLong();
            }
            Throwable thrown = catchThrowable(() -> {
                Kept kept = ModelFileTest.read(bytes);
                assertThat(kept.model().schema()).isEqualTo(original.schema());
                assertThat(kept.model().store().json())
                        .isEqualTo(original.stored().json());
            });
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ProblemException.class);
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(1_000);
    }

    /** The same below the checksums: the content of entries is changed and zipped again. */
    @Test
    void changedContent() throws IOException {
        Rng rng = Rng.of(7);
        for (int i = 0; i < 2_000; i++) {
            Map<String, byte[]> entries = entries();
            String[] names = entries.keySet().toArray(new String[0]);
            byte[] bytes = entries.get(names[rng.nextInt(names.length)]);
            for (int flips = rng.nextInt(4); flips >= 0; flips--) {
                bytes[rng.nextInt(bytes.length)] = (byte) rng.nextLong();
            }
            byte[] file = zip(entries);
            Throwable thrown = catchThrowable(() -> ModelFileTest.read(file));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(ProblemException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "'id,age\n1,34\n' | it is text, not a zip. If it is a table, fit a model",
                "'version: 1\ntables: {}\n' | .yaml",
                "PK | ends too early",
            })
    void noZip(String text, String message) {
        assertThat(refused(utf8(text))).contains(message);
    }

    @Test
    void otherFiles() throws IOException {
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
            out.write(GOOD);
        }
        assertThat(refused(gz.toByteArray())).contains("gunzip");
        assertThat(refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0})).contains("not a zip");
        assertThat(refused(zip(Map.of("xl/workbook.xml", new byte[3])))).contains("xl/workbook.xml");
        Map<String, byte[]> none = entries();
        none.remove("manifest.json");
        assertThat(refused(zip(none))).contains("no manifest.json");
        none = entries();
        none.remove("model.json");
        assertThat(refused(zip(none))).contains("no model.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "arrays/../../x.bin",
                "arrays/./x.bin",
                "arrays//x.bin",
                "/arrays/x.bin",
                "arrays/.bin",
                "arrays/x.class",
                "arrays/x y.bin",
                "arrays\\x.bin",
                "arrays/",
                "arrays/x/.bin",
                "run.sh",
                "MANIFEST.JSON",
            })
    void namesThatNoModelHas(String name) throws IOException {
        assertThat(refusedWith(name, new byte[1])).contains("an entry that no model has");
    }

    @Test
    void namesAreShownWithoutControlCharacters() throws IOException {
        assertThat(refusedWith("\u001b[31m" + "x".repeat(500), new byte[1]))
                .doesNotContain("\u001b")
                .hasSizeLessThan(300);
    }

    @Test
    void twoEntriesOfOneName() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("model.jsoN", entries.get("model.json"));
        byte[] bytes = zip(entries);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1).replace("model.jsoN", "model.json");
        assertThat(refused(latin.getBytes(StandardCharsets.ISO_8859_1))).contains("twice");
    }

    @Test
    void manyEntries() {
        Limits few = new Limits(5, 1 << 20, 1 << 20, 1 << 20, 100, 1 << 20, 1000, 20);
        assertThat(catchThrowable(() -> ModelFile.read(new ByteArrayInputStream(GOOD), "m", TinyModel::loader, few)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("more than 5 entries");
    }

    @Test
    void zipBomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("arrays/bomb.bin"));
            zip.write(header('b', 1_500_000_000));
            byte[] chunk = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(chunk);
            }
        }
        assertThat(refused(out.toByteArray())).contains("far more than any model needs");
    }

    @Test
    void longJson() throws IOException {
        byte[] spaces = new byte[(48 << 20) + 10];
        Arrays.fill(spaces, (byte) ' ');
        assertThat(refusedWith("model.json", spaces)).contains("model.json has more than");
    }

    private static byte[] header(char type, long length) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(utf8("SMBA"))
                .putInt(type)
                .putLong(length)
                .array();
    }

    @ParameterizedTest
    @CsvSource({
        "d, 9223372036854775807, an impossible length",
        "d, -1, an impossible length",
        "d, 2147483000, fewer bytes",
        "l, 1, fewer bytes",
        "x, 0, unknown type",
    })
    void absurdArrays(char type, long length, String message) throws IOException {
        assertThat(refusedWith("arrays/values.bin", header(type, length))).contains(message);
    }

    @Test
    void arraysWithTooFewOrTooManyBytes() throws IOException {
        assertThat(refusedWith("arrays/values.bin", new byte[3])).contains("fewer bytes");
        assertThat(refusedWith("arrays/values.bin", new byte[16])).contains("not an array");
        assertThat(refusedWith("arrays/values.bin", Arrays.copyOf(header('b', 2), 19)))
                .contains("more bytes");
    }

    @Test
    void malformedJson() throws IOException {
        assertThat(refusedWith("model.json", utf8("{\"a\": ")))
                .contains("model.json is not readable JSON (line 1)")
                .doesNotContain("Exception");
        assertThat(refusedWith("model.json", utf8("{\"a\":1,\"a\":2}"))).contains("not readable JSON");
        assertThat(refusedWith("model.json", utf8("{} {}"))).contains("not readable JSON");
        assertThat(refusedWith("model.json", utf8("[]"))).contains("not a JSON object");
        assertThat(refusedWith("model.json", new byte[0])).contains("not a JSON object");
        assertThat(refusedWith("model.json", utf8("{\"a\":1e999}"))).contains("too large");
        assertThat(refusedWith("model.json", utf8("{\"a\":" + "[".repeat(100_000))))
                .contains("not readable JSON");
        assertThat(refusedWith("model.json", utf8("{\"a\":" + "1".repeat(100_000) + "}")))
                .contains("not readable JSON");
        assertThat(refusedWith("model.json", utf8("{\"a\":[" + "0,".repeat(10_000_001) + "0]}")))
                .contains("not readable JSON");
    }

    @Test
    void newerFormat() throws IOException {
        String manifest = text(entries(), "manifest.json");
        assertThat(refusedWith("manifest.json", utf8(manifest.replace("\"version\" : 1", "\"version\" : 3"))))
                .contains("format version 3", "up to 2", "newer version of Semblance");
        assertThat(refusedWith("manifest.json", utf8(manifest.replace("\"version\" : 1", "\"version\" : 0"))))
                .contains("format version 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "semblance-model | other | not that of a model",
                "\"tiny\" | \"huge\" | Use Semblance 0.1.0, which made it",
                "\"decimal\" | \"decimals\" | unknown",
                "\"id\" | \"born\" | two columns",
                "\"rows\" : 12480 | \"rows\" : \"many\" | does not hold what it should",
                "\"schema\" : | \"scheme\" : | does not hold what it should",
            })
    void manifestsThatLie(String from, String to, String message) throws IOException {
        String manifest = text(entries(), "manifest.json");
        assertThat(manifest).contains(from);
        assertThat(refusedWith("manifest.json", utf8(manifest.replace(from, to))))
                .contains(message);
    }

    @Test
    void partsThatTheLoaderStumblesOver() throws IOException {
        byte[] one = Arrays.copyOf(header('d', 1), 24);
        assertThat(refusedWith("arrays/values.bin", one)).contains("its parts do not fit together");
        assertThat(refusedWith("arrays/values.bin", header('i', 0))).contains("missing or of another type");
    }

    @Test
    void aBrokenStreamIsNotABrokenFile() {
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == 600) {
                    throw new IOException("device not ready");
                }
                return GOOD[at++] & 0xFF;
            }
        };
        assertThat(catchThrowable(() -> ModelFile.read(broken, "m", TinyModel::loader)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("device not ready");
    }
}
