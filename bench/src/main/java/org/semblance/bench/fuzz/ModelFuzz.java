package org.semblance.bench.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.semblance.model.Kept;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizer;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/**
 * Any bytes are a model or a {@link ProblemException} of the data, and a model that was read can be sampled. Half of
 * the inputs are files as they come; the others are a good file of one of our synthesizers with a piece of one of its
 * parts replaced, zipped anew: a fuzzer alone would never get past the checksums.
 */
public final class ModelFuzz {
    private static final List<Map<String, byte[]>> GOOD =
            Synthesizers.ALL.plugins().stream().map(ModelFuzz::good).toList();

    private ModelFuzz() {}

    /** Called by Jazzer with bytes that reach ever more of the code. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        byte[] file = data.consumeBoolean() ? data.consumeRemainingAsBytes() : edited(data);
        try {
            Kept kept = ModelFile.read(new ByteArrayInputStream(file), "fuzz", Synthesis::loader);
            kept.model().sample(20, Run.of(1)).toTable(Run.of(1));
        } catch (ProblemException e) {
            if (e.kind() != ProblemException.Kind.DATA || e.problems().isEmpty()) {
                throw new AssertionError("not a problem of the data", e);
            }
        }
    }

    private static byte[] edited(FuzzedDataProvider data) {
        Map<String, byte[]> parts = new LinkedHashMap<>(data.pickValue(GOOD));
        String name = data.pickValue(new ArrayList<>(parts.keySet()));
        byte[] part = parts.getOrDefault(name, new byte[0]);
        int from = data.consumeInt(0, part.length);
        int to = data.consumeInt(from, part.length);
        byte[] piece = data.consumeRemainingAsBytes();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(Arrays.copyOf(part, from));
        whole.writeBytes(piece);
        whole.writeBytes(Arrays.copyOfRange(part, to, part.length));
        parts.put(name, whole.toByteArray());
        return zip(parts);
    }

    private static Map<String, byte[]> good(Plugin<Synthesizer> plugin) {
        Object[] cells = new Object[40 * 4];
        for (int i = 0; i < 40; i++) {
            cells[4 * i] = i % 7 == 0 ? null : i * 1.5;
            cells[4 * i + 1] = i % 3 == 0 ? "a" : "b";
            cells[4 * i + 2] = i / 5;
            cells[4 * i + 3] = "k" + i;
        }
        Table table = Table.of("x:decimal, group:category, n:whole, id:key", cells);
        Model model = Synthesis.fit(table, plugin, Map.of(), Privacy.DEFAULT, Run.of(1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(out, model, plugin.name(), Provenance.NONE);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
