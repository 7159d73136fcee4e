package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectDatabaseTest {
    @TempDir
    Path folder;

    @BeforeEach
    void someTables() throws IOException {
        Tables.clinic(folder.resolve("clinic"), 200);
    }

    private Shell.Result ok(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    @Test
    void saysHowTheTablesAreRelatedAndWhy() throws IOException {
        Golden.check("inspect-database", Shell.in(folder), ok("inspect", "clinic"));
    }

    @Test
    void theSchemaIsYamlOfAllTables() {
        assertThat(ok("inspect", "clinic/", "--schema").out())
                .contains("key: patient_id  # different in every row and named after the table")
                .contains("- {child: visits, foreign-key: patient_id, parent: patients, parent-key: patient_id}")
                .contains("- {table: visits, entity: patient_id, order: day}");
    }

    @Test
    void machinesReadJsonAndSdvItsMetadata() {
        JsonNode json =
                JsonMapper.shared().readTree(ok("inspect", "clinic", "--json").out());
        assertThat(json.path("relationships")).hasSize(4);
        assertThat(json.path("tables").path(1).path("key").path(0).asString()).isEmpty();
        assertThat(json.path("tables").path(0).path("key").path(0).asString()).isEqualTo("patient_id");

        Shell.Result sdv = ok("inspect", "clinic", "--sdv");
        JsonNode metadata = JsonMapper.shared().readTree(sdv.out());
        assertThat(metadata.path("relationships")).hasSize(3);
        assertThat(sdv.err()).contains("patients.mentor_id -> patients.patient_id was left out");
        assertThat(JsonMapper.shared()
                        .readTree(ok("inspect", "clinic/patients.csv", "--sdv").out())
                        .path("tables")
                        .path("patients")
                        .path("primary_key")
                        .asString())
                .isEqualTo("patient_id");
    }

    @Test
    void theDiagramIsWrittenWholeAndNotOverAnotherFile() throws IOException {
        ok("inspect", "clinic", "--diagram", "clinic.svg");
        assertThat(folder.resolve("clinic.svg")).content().startsWith("<svg").contains("visits");

        Shell.Result again = Shell.in(folder).run("inspect", "clinic", "--diagram", "clinic.svg");
        assertThat(again.code()).isEqualTo(Cli.USAGE);
        assertThat(again.err()).contains("refused: clinic.svg exists");

        Shell.Result one = Shell.in(folder).run("inspect", "clinic/wards.csv", "--diagram", "wards.svg");
        assertThat(one.err()).contains("--diagram is for databases");
    }

    @Test
    void someTablesOnly() throws IOException {
        assertThat(ok("inspect", "clinic", "--tables", "visits,patients").out()).doesNotContain("wards");
        Shell.Result wrong = Shell.in(folder).run("inspect", "clinic", "--tables", "visit");
        assertThat(wrong.code()).isEqualTo(Cli.DATA);
        assertThat(wrong.err()).contains("there is no table \"visit\". Did you mean \"visits\"?");
        Files.createDirectories(folder.resolve("empty"));
        assertThat(Shell.in(folder).run("inspect", "empty").err()).contains("there are no tables in this folder");
    }
}
