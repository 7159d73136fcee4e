package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.constraint.Listed;
import org.semblance.io.ReadOptions;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DelimitedFormat;
import org.semblance.io.database.FolderSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.ProblemText;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Detection;
import org.semblance.run.Run;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;

class DatabaseSchemaFileTest {
    private static final Run RUN = Run.of(1);

    @Test
    void readsKeysRelationshipsSequencesAndColumns() {
        DatabaseSchema read = DatabaseSchemaFile.parse("""
                version: 1
                tables:
                  patients:
                    key: patient_id
                    columns:
                      age: {kind: whole}
                  lines:
                    key: [order, "line no"]
                  notes:
                    key: []
                relationships:
                  - {child: visits, foreign-key: patient_id, parent: patients}
                  - {child: parts, foreign-key: [order, line], parent: lines}
                  - {child: odd, foreign-key: x, parent: patients, parent-key: code}
                sequences:
                  - {table: visits, entity: patient_id, order: day}
                  - {table: weather, entity: [], order: day}
                keep: [countries, languages]
                """, "schema.yaml");

        assertThat(read.declared())
                .isEqualTo(new Declared(
                        Map.of(
                                "patients", List.of("patient_id"),
                                "lines", List.of("order", "line no"),
                                "notes", List.of()),
                        List.of(
                                Relationship.of("patients", "patient_id", "visits", "patient_id"),
                                new Relationship(
                                        "lines", List.of("order", "line no"), "parts", List.of("order", "line")),
                                Relationship.of("patients", "code", "odd", "x")),
                        List.of(
                                Sequence.of("visits", "patient_id", "day"),
                                new Sequence("weather", List.of(), "day"))));
        assertThat(read.columns()).containsOnlyKeys("patients");
        assertThat(read.keep()).containsExactly("countries", "languages");
    }

    @Test
    void whatIsNotNamedIsNotSaid() {
        DatabaseSchema read = DatabaseSchemaFile.parse("version: 1\nrelationships: []\n", "schema.yaml");

        assertThat(read.declared().relationships()).isEmpty();
        assertThat(read.declared().sequences()).isNull();
    }

    @Test
    void tellsAllProblemsByLine() {
        assertThatThrownBy(() -> DatabaseSchemaFile.parse("""
                        version: 2
                        table: x
                        tables:
                          patients: {keys: id, columns: {age: {kind: hole}}}
                        relationships:
                          - {child: visits, parent: patients}
                          - {child: visits, foreign-key: [a, b], parent: patients, parent-key: id}
                        sequences: {table: visits}
                        """, "schema.yaml"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(ProblemText.of(e.problems()))
                                .contains("line 1   the version is \"2\"")
                                .contains("line 2   the key \"table\" is unknown. Did you mean \"tables\"?")
                                .contains("line 4   patients: the key \"keys\" is unknown. Did you mean \"key\"?")
                                .contains("line 4   age: there is no kind \"hole\". Did you mean \"whole\"?")
                                .contains("line 6   a relationship has no foreign-key.")
                                .contains("line 7   the foreign key of table \"visits\" has 2 columns")
                                .contains("line 8   sequences must be a list"));
    }

    @Test
    void tellsEveryNameThatTheDataDoNotHave() {
        DatabaseSchema read = DatabaseSchemaFile.parse("""
                tables:
                  patient: {key: patient_id}
                  visits: {key: visitid}
                relationships:
                  - {child: visits, foreign-key: patient, parent: patients, parent-key: patient_id}
                keep: [country]
                """, "schema.yaml");
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put("patients", org.semblance.table.Table.of("patient_id:key").schema());
        schemas.put(
                "visits",
                org.semblance.table.Table.of("visit_id:key, patient_id:identifier")
                        .schema());

        assertThatThrownBy(() -> read.check(schemas))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(ProblemText.of(e.problems())).isEqualTo("""
                                schema.yaml has 4 problems:
                                  line 2   there is no table "patient". Did you mean "patients"?
                                  line 3   table visits has no column "visitid". Did you mean "visit_id"?
                                  line 5   table visits has no column "patient".
                                  line 6   there is no table "country"."""));
    }

    @Test
    void whatIsWrittenReadsAsTheSameDatabase(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("team members.csv"), people());
        StringBuilder visits = new StringBuilder("visit;member id;day;cost\n");
        for (int i = 0; i < 90; i++) {
            visits.append("v")
                    .append(1000 + 7 * i)
                    .append(";")
                    .append(1 + i % 30)
                    .append(";0");
            visits.append(1 + i / 30).append(".03.2024;").append(i).append(",5\n");
        }
        Files.writeString(folder.resolve("visits.csv"), visits);
        Detected first = detect(folder, DatabaseSchema.NOTHING);

        String text = DatabaseSchemaText.write(first, Map.of());
        DatabaseSchema read = DatabaseSchemaFile.parse(text, "schema.yaml");
        Detected again = detect(folder, read);

        assertThat(first.references()).hasSize(2);
        assertThat(first.sequences()).hasSize(1);
        assertThat(again.database().metadata().keys())
                .isEqualTo(first.database().metadata().keys());
        assertThat(again.database().relationships()).isEqualTo(first.database().relationships());
        assertThat(again.database().sequences()).isEqualTo(first.database().sequences());
        first.database().tables().forEach((name, table) -> {
            for (int c = 0; c < table.width(); c++) {
                assertThat(again.database().table(name).schema().field(c).why(""))
                        .isEqualTo(table.schema().field(c).why(""));
            }
        });
    }

    private static String people() {
        StringBuilder out = new StringBuilder("member id;head;joined\n");
        for (int i = 0; i < 30; i++) {
            out.append(i + 1).append(";").append(i < 3 ? "" : String.valueOf(1 + i % 3));
            out.append(";").append(10 + i % 18).append(".02.2023\n");
        }
        return out.toString();
    }

    private static Detected detect(Path folder, DatabaseSchema schema) {
        DatabaseOptions options = new DatabaseOptions(List.of(), schema.columns(), ReadOptions.DEFAULT);
        LoadedDatabase loaded = new FolderSource(folder, "x", List.of(new DelimitedFormat())).read(options, RUN);
        return Detection.of(loaded.rows(), schema.declared(), RUN);
    }

    @Test
    void constraintsAreReadAsTheyWereWritten() {
        DatabaseSchema read = DatabaseSchemaFile.parse("""
                version: 1
                tables:
                  orders:
                    constraints:
                      - formula: total = round(sum(lines.price * lines.pieces), 2)
                      - order: [since, "max(lines.day)"]
                  lines:
                    constraints: []
                """, "schema.yaml");

        assertThat(read.constraints().keySet()).containsExactly("orders", "lines");
        assertThat(read.constraints().get("orders").lines())
                .extracting(Listed.Line::value)
                .containsExactly(
                        "total = round(sum(lines.price * lines.pieces), 2)", List.of("since", "max(lines.day)"));
        assertThat(read.constraints().get("lines").lines()).isEmpty();
        assertThatThrownBy(() -> DatabaseSchemaFile.parse(
                        "version: 1\ntables:\n  orders:\n    constraints:\n      - total\n", "schema.yaml"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 5");
    }
}
