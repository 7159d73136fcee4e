package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.semblance.model.Kept;
import org.semblance.model.ModelFile;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** A model file of format 1, kept for ever: it must load, say what it said, and be written as it was. */
class GoldenModelTest {
    private static byte[] golden(String name) throws IOException {
        try (InputStream in = GoldenModelTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }

    private static Kept read(byte[] bytes) {
        return ModelFile.read(new ByteArrayInputStream(bytes), "hand-1.semblance", Loaders::find);
    }

    private static Map<String, String> entries(byte[] bytes) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                out.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return out;
    }

    @Test
    void loadsAndSamples() throws IOException {
        Kept kept = read(golden("hand-1.semblance"));
        assertThat(kept.synthesizer()).isEqualTo(HandModel.NAME);
        assertThat(kept.provenance().source()).isEqualTo("people.yaml");
        assertThat(kept.provenance().seed()).isEqualTo(42);
        assertThat(kept.provenance().options())
                .isEqualTo(Map.of("share", 0.25, "count", 3L, "on", true, "names", List.of("a", "b")));
        Table table = kept.model().sample(10, Run.of(42)).toTable(Run.of(42));
        assertThat(table.schema().names()).containsExactly("id", "sex", "ward", "smoker", "age", "born");
        assertThat(table.cell(9, 0)).isEqualTo("109");
    }

    /** The compressed bytes may differ with the zlib of the machine; what they hold may not. */
    @Test
    void isWrittenAsItWas() throws IOException {
        byte[] golden = golden("hand-1.semblance");
        Kept kept = read(golden);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(out, kept.model(), kept.synthesizer(), kept.provenance());
        assertThat(entries(out.toByteArray())).isEqualTo(entries(golden));
    }

    @Test
    void isWhatItsYamlSays() throws IOException {
        HandModel written = HandModel.parse(new String(golden("hand-1.yaml"), StandardCharsets.UTF_8), "hand-1.yaml");
        Kept kept = read(golden("hand-1.semblance"));
        assertThat(kept.model().store().json())
                .hasToString(written.store().json().toString());
        assertThat(kept.model().schema()).isEqualTo(written.schema());
    }

    @Test
    void isRefusedWhenCutAnywhere() throws IOException {
        byte[] golden = golden("hand-1.semblance");
        for (int length = 0; length < golden.length; length++) {
            byte[] cut = Arrays.copyOf(golden, length);
            assertThat(catchThrowable(() -> read(cut))).isInstanceOf(ProblemException.class);
        }
    }
}
