package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Files that other projects collected because readers stumble over them, against a committed table of what a person
 * would say: {@code file | rows x columns | name:kind ...}, or {@code file | refused | message}.
 */
class MessyFilesTest {
    private static final ReadOptions OPTIONS = ReadOptions.DEFAULT;

    @Test
    void everyFileReadsAsAPersonWouldReadIt() throws IOException {
        Path folder = SharedData.folder("messy");
        assumeTrue(folder != null);
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            found.add(folder.relativize(file).toString().replace('\\', '/') + " | " + outcome(file));
        }
        assertThat(found).containsExactlyElementsOf(expected());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(csv|tsv|psv|ssv|unknown)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> expected() throws IOException {
        try (var in = MessyFilesTest.class.getResourceAsStream("/io/messy.txt")) {
            String text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static String outcome(Path file) {
        try {
            Loaded loaded = TableReader.read(Source.of(file), OPTIONS, Run.of(1));
            return loaded.table().rows() + " x " + loaded.table().width() + " | " + Texts.kinds(loaded);
        } catch (ProblemException e) {
            return "refused | "
                    + e.getMessage().replace(file.toString(), file.getFileName().toString());
        }
    }

    /** The JSON beside each file of csv-spectrum says what every cell is; leading zeros and line breaks included. */
    @Test
    void csvSpectrumCellByCell() throws IOException {
        Path folder = SharedData.folder("messy/csv_spectrum");
        assumeTrue(folder != null);
        for (Path file : files(folder)) {
            String json = file.getFileName().toString().replace(".csv", ".json");
            JsonNode rows = new ObjectMapper()
                    .readTree(Files.readString(folder.resolve("json").resolve(json)));
            Map<String, SchemaOverrides.Column> labels = new TreeMap<>();
            rows.get(0)
                    .propertyNames()
                    .forEach(name -> labels.put(name, SchemaOverrides.Column.of(org.semblance.table.Kind.CATEGORY)));
            Loaded loaded =
                    TableReader.read(Source.of(file), OPTIONS.schema(new SchemaOverrides("labels", labels)), Run.of(1));
            assertThat(loaded.table().rows()).as(json).isEqualTo(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                for (String name : loaded.table().schema().names()) {
                    @Nullable
                    Object cell =
                            loaded.table().cell(row, loaded.table().schema().index(name));
                    assertThat(cell == null ? "" : cell)
                            .as(json)
                            .isEqualTo(rows.get(row).get(name).asString());
                }
            }
        }
    }
}
