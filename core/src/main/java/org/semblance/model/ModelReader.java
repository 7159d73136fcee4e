package org.semblance.model;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.ProblemException;
import tools.jackson.databind.node.ObjectNode;

/** Reads the entries of a model file that nobody vouches for, within {@link Limits}. */
final class ModelReader {
    private final Limits limits;
    private final Json json;
    private final Map<String, Object> arrays = new LinkedHashMap<>();
    private @Nullable Manifest manifest;
    private @Nullable ObjectNode model;

    ModelReader(Limits limits) {
        this.limits = limits;
        this.json = new Json(limits);
    }

    Manifest manifest() throws BadFile {
        if (manifest == null) {
            throw new BadFile("it has no " + ModelWriter.MANIFEST);
        }
        return manifest;
    }

    Stored stored() throws BadFile {
        if (model == null) {
            throw new BadFile("it has no " + ModelWriter.MODEL);
        }
        return new Stored(model, arrays);
    }

    /**
     * Reads to the end.
     *
     * @throws BadFile if the content is at fault
     * @throws IOException if the stream is
     */
    void read(InputStream in) throws IOException {
        Packed packed = new Packed(in);
        packed.checkStart();
        try {
            ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
            Unpacked unpacked = new Unpacked(zip, packed, limits);
            Set<String> names = new HashSet<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                checkName(entry.getName(), names);
                unpacked.begin();
                entry(entry.getName(), unpacked);
            }
            packed.checkEnd(names.size());
        } catch (BadFile | ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (packed.broken != null) {
                throw packed.broken;
            }
            // The classes of java.util.zip also throw IllegalArgumentException and others on malformed bytes.
            throw new BadFile(
                    e instanceof EOFException ? "it ends too early" : "the zip file is damaged or not of our making");
        }
    }

    private void checkName(String name, Set<String> names) throws BadFile {
        boolean array = name.startsWith(ModelWriter.ARRAYS)
                && name.endsWith(ModelWriter.BIN)
                && ModelWriter.NAME.matcher(arrayName(name)).matches();
        if (!array && !name.equals(ModelWriter.MANIFEST) && !name.equals(ModelWriter.MODEL)) {
            throw new BadFile("it holds an entry that no model has (" + shown(name) + ")");
        }
        if (!names.add(name)) {
            throw new BadFile("it holds " + name + " twice");
        }
        if (names.size() > limits.entries()) {
            throw new BadFile("it holds more than " + limits.entries() + " entries");
        }
    }

    private static String arrayName(String entry) {
        int from = ModelWriter.ARRAYS.length();
        return entry.substring(from, Math.max(from, entry.length() - ModelWriter.BIN.length()));
    }

    /** A name fit for a message: short and without control characters. */
    private static String shown(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} ./\\\\_-]", "?");
        return "\"" + (clean.length() > 60 ? clean.substring(0, 60) + "..." : clean) + "\"";
    }

    private void entry(String name, Unpacked unpacked) throws IOException {
        if (name.equals(ModelWriter.MANIFEST)) {
            manifest = manifest(json.parse(text(name, unpacked), name));
        } else if (name.equals(ModelWriter.MODEL)) {
            model = json.parse(text(name, unpacked), name);
        } else {
            arrays.put(arrayName(name), array(name, unpacked));
        }
    }

    private static Manifest manifest(ObjectNode json) throws BadFile {
        try {
            return Manifest.of(json);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BadFile(ModelWriter.MANIFEST + " does not hold what it should");
        }
    }

    private static Object array(String name, Unpacked unpacked) throws IOException {
        try {
            return ArrayBytes.read(unpacked);
        } catch (ArrayBytes.Malformed e) {
            throw new BadFile(name + " is damaged: " + e.getMessage());
        }
    }

    private byte[] text(String name, Unpacked unpacked) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 13];
        for (int count = unpacked.read(chunk); count >= 0; count = unpacked.read(chunk)) {
            bytes.write(chunk, 0, count);
            if (bytes.size() > limits.jsonBytes()) {
                throw new BadFile(name + " has more than " + limits.jsonBytes() + " bytes");
            }
        }
        return bytes.toByteArray();
    }

    /** The bytes of one entry after another, refused once they are too many for the file they come from. */
    private static final class Unpacked extends FilterInputStream {
        private final Packed packed;
        private final Limits limits;
        private long total;
        private long entry;

        Unpacked(InputStream in, Packed packed, Limits limits) {
            super(in);
            this.packed = packed;
            this.limits = limits;
        }

        void begin() {
            entry = 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            if (count > 0) {
                entry += count;
                total += count;
                if (entry > limits.entryBytes() || !limits.allows(total, packed.count())) {
                    throw new BadFile("it unpacks to far more than any model needs");
                }
            }
            return count;
        }
    }
}
