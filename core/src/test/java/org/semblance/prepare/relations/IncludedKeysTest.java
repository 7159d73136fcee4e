package org.semblance.prepare.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** Invoices are numbered for each person, and their lines within them. */
class IncludedKeysTest {
    /** @param linked whether lines name an invoice, or only a person and a number of pieces */
    private static Detected detect(long seed, boolean linked, String header) {
        Rng rng = Rng.of(seed);
        List<Object> persons = new ArrayList<>();
        List<Object> invoices = new ArrayList<>();
        List<Object> lines = new ArrayList<>();
        for (int p = 0; p < 120; p++) {
            persons.addAll(List.of("P" + (100 + p), 1940 + rng.nextInt(60)));
            int count = 1 + rng.nextInt(5);
            for (int n = 1; n <= count; n++) {
                invoices.addAll(List.of("P" + (100 + p), n, 19_000 + rng.nextInt(300)));
                int some = 1 + rng.nextInt(4);
                for (int k = 1; k <= some; k++) {
                    lines.addAll(List.of("P" + (100 + p), linked ? n : 1 + rng.nextInt(4), k, rng.nextInt(900)));
                }
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("persons", Table.of("person:key, born:whole", persons.toArray()));
        tables.put("invoices", Table.of("person:identifier, number:whole, day:date", invoices.toArray()));
        tables.put("lines", Table.of(header, lines.toArray()));
        return Detection.of(tables, Declared.NOTHING, Run.of(1).threads(2));
    }

    private static List<Relationship> found(Detected detected) {
        return detected.references().stream().map(Reference::relationship).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person:identifier, number:whole, line:whole, cents:whole",
                "who:identifier, bill:whole, line:whole, cents:whole"
            })
    void columnsThatAreFoundTogetherPointAtAKeyOfSeveral(String header) {
        Detected detected = detect(1, true, header);

        String[] names = header.replaceAll(":\\w+", "").split(", ");
        assertThat(found(detected))
                .containsExactlyInAnyOrder(
                        Relationship.of("persons", "person", "invoices", "person"),
                        new Relationship(
                                "invoices", List.of("person", "number"), "lines", List.of(names[0], names[1])));
        assertThat(detected.database().keys())
                .containsEntry("invoices", List.of("person", "number"))
                .containsEntry("lines", List.of(names[0], names[1], "line"));
        assertThat(detected.references()).allMatch(reference -> !reference.why().isEmpty());
    }

    /** False alarms: of 8 databases none, at 1e-6 each. */
    @Test
    void aPersonAndANumberOfPiecesNameNoInvoice() {
        for (int seed = 0; seed < 8; seed++) {
            Detected detected = detect(seed, false, "who:identifier, pieces:whole, line:whole, cents:whole");

            assertThat(found(detected))
                    .containsExactlyInAnyOrder(
                            Relationship.of("persons", "person", "invoices", "person"),
                            Relationship.of("persons", "person", "lines", "who"));
        }
    }

    /** Days and hours, each numbered by itself; and a table that adds columns to another, numbered alike. */
    @Test
    void countersOfRowsAreNoLink() {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (String name : List.of("days", "hours", "weather")) {
            List<Object> cells = new ArrayList<>();
            for (int i = 1; i <= (name.equals("days") ? 100 : 2400); i++) {
                cells.addAll(List.of(i, i % 7));
            }
            tables.put(name, Table.of("instant:key, value:whole", cells.toArray()));
        }
        Detected detected = Detection.of(tables, Declared.NOTHING, Run.of(1));

        assertThat(detected.database().keys()).containsEntry("days", List.of("instant"));
        assertThat(found(detected)).containsExactly(Relationship.of("weather", "instant", "hours", "instant"));
    }
}
