package org.semblance.bench.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClinicTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "clinic");

    private final Map<String, String> files = Clinic.files();

    @Test
    void writesTheCommittedFilesByteForByte() throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(Files.readAllBytes(EXAMPLE.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void visitsComeAfterBirthAndEndAfterTheyBegin() {
        Map<String, String> born = new HashMap<>();
        rows("patients.csv").forEach(row -> born.put(row[0], row[3]));

        assertThat(rows("visits.csv")).allSatisfy(row -> {
            assertThat(row[2]).isGreaterThanOrEqualTo(born.get(row[1]));
            assertThat(row[8].isEmpty() || row[8].compareTo(row[2]) >= 0).isTrue();
        });
    }

    @Test
    void resultsPointAtTheirVisit() {
        Map<String, String> visits = new HashMap<>();
        rows("visits.csv").forEach(row -> visits.put(row[0], row[1] + " " + row[2]));

        assertThat(rows("lab_results.csv"))
                .allSatisfy(row -> assertThat(visits).containsEntry(row[1], row[2] + " " + row[3]));
    }

    private List<String[]> rows(String file) {
        return files.get(file).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
