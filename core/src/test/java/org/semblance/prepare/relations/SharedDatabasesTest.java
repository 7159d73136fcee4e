package org.semblance.prepare.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.io.SharedData;

/**
 * Real databases whose keys are known (their META.md). What is found beyond those holds in the data without an exception;
 * the numbers say how much of it there is: in synthea 7 of 40, all of UUIDs of another table (who supervised, where it
 * was done, which encounter was billed).
 */
class SharedDatabasesTest {
    @ParameterizedTest
    @CsvSource({"chinook, 0, 0", "northwind, 0, 0", "sakila, 0, 0", "synthea_27, 0, 7", "football_results, 1, 0"})
    void findsAllKeysThatAreKnown(String name, int morePrimary, int moreForeign) throws IOException {
        Path folder = SharedData.folder("relational/" + name);
        if (folder == null) {
            return;
        }
        Detected detected = KnownKeys.detect(folder);

        KnownKeys known = KnownKeys.read(folder);
        KnownKeys found = KnownKeys.of(detected.database());
        assertThat(found.primary()).containsAll(known.primary());
        assertThat(found.foreign()).containsAll(known.foreign());
        assertThat(beyond(found.primary(), known.primary())).hasSize(morePrimary);
        Set<String> more = beyond(found.foreign(), known.foreign());
        assertThat(more).hasSize(moreForeign);
        for (Reference reference : detected.references()) {
            boolean beyond = more.stream()
                    .anyMatch(text -> text.startsWith(reference.relationship().child() + "."
                            + String.join(", ", reference.relationship().foreignKey()) + " "));
            assertThat(beyond && reference.counted().orphans() > 0).isFalse();
        }
    }

    private static Set<String> beyond(Set<String> found, Set<String> known) {
        Set<String> more = new TreeSet<>(found);
        more.removeAll(known);
        return more;
    }
}
