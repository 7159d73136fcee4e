package org.semblance.model;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the entries of a model file: the manifest first, then the JSON, then the arrays by name. */
final class ModelWriter {
    static final String MANIFEST = "manifest.json";
    static final String MODEL = "model.json";
    static final String ARRAYS = "arrays/";
    static final String BIN = ".bin";

    /** Names of arrays: parts of letters, digits, '-', '_' and '.', not beginning with '.', between '/'. */
    static final Pattern NAME =
            Pattern.compile("(?=.{1,200}$)[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");

    /** The first instant a zip can say, for every entry: equal models are equal bytes. */
    private static final LocalDateTime INSTANT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int CHUNK = 1 << 16;

    private final Limits limits;

    ModelWriter(Limits limits) {
        this.limits = limits;
    }

    /** @throws BadFile if the model is beyond the limits */
    void write(OutputStream out, Manifest manifest, Stored stored) throws IOException {
        Json json = new Json(limits);
        byte[] first = json.bytes(manifest.json());
        byte[] second = json.bytes(stored.json());
        Map<String, Object> arrays = new TreeMap<>(stored.arrays());
        check(first, second, arrays);
        Zip zip = new Zip(new Counted(out));
        put(zip, MANIFEST, first);
        put(zip, MODEL, second);
        for (Map.Entry<String, Object> array : arrays.entrySet()) {
            begin(zip, ARRAYS + array.getKey() + BIN);
            ArrayBytes.write(array.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
        out.flush();
    }

    private void check(byte[] manifest, byte[] model, Map<String, Object> arrays) throws BadFile {
        if (manifest.length > limits.jsonBytes() || model.length > limits.jsonBytes()) {
            throw new BadFile("its JSON has more than " + limits.jsonBytes() + " bytes");
        }
        if (arrays.size() + 2 > limits.entries()) {
            throw new BadFile("it has more than " + limits.entries() + " arrays");
        }
        long total = manifest.length + (long) model.length;
        for (Map.Entry<String, Object> array : arrays.entrySet()) {
            if (!NAME.matcher(array.getKey()).matches()) {
                throw new IllegalArgumentException("an array is called \"" + array.getKey() + "\"");
            }
            long size = ArrayBytes.size(array.getValue());
            total += size;
            if (size > limits.entryBytes() || total > limits.totalBytes()) {
                throw new BadFile("its arrays have more than " + limits.totalBytes() + " bytes");
            }
        }
    }

    private static void put(Zip zip, String name, byte[] bytes) throws IOException {
        begin(zip, name);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void begin(Zip zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(INSTANT);
        zip.putNextEntry(entry);
    }

    /**
     * A zip that never packs better than a reader believes: where it has packed more than half of
     * {@link Limits#ratio} to one (a large array of equal numbers), it goes on with Huffman codes alone, which reach
     * 8 to 1, until it is below again.
     */
    private final class Zip extends ZipOutputStream {
        private final Counted packed;
        private long unpacked;

        Zip(Counted out) {
            super(out, StandardCharsets.UTF_8);
            packed = out;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            for (int at = from; at < from + count; at += CHUNK) {
                int step = Math.min(CHUNK, from + count - at);
                unpacked += step;
                boolean dense = unpacked > limits.freeBytes() / 2 && unpacked > limits.ratio() / 2 * packed.count;
                def.setStrategy(dense ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
                super.write(bytes, at, step);
            }
        }
    }

    /** Counts the bytes that pass. */
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }
    }
}
