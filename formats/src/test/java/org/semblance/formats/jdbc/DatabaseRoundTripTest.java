package org.semblance.formats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DelimitedFormat;
import org.semblance.io.database.FolderSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.table.Database;
import org.semblance.table.Relationship;

/** Databases go from files into every kind of database, and from one into the next, and stay what they are. */
class DatabaseRoundTripTest {
    @TempDir
    Path folder;

    private Address address(String kind) {
        return switch (kind) {
            case "postgresql" -> Servers.postgres();
            case "mariadb" -> Servers.mariadb();
            default -> new Address("jdbc:" + kind + ":" + folder.resolve("x." + kind));
        };
    }

    private static LoadedDatabase files(Path folder) {
        return new FolderSource(folder, "files", List.of(new DelimitedFormat()))
                .read(DatabaseOptions.DEFAULT, Databases.RUN);
    }

    private static Database clinic() {
        return Database.of(
                files(Path.of("../examples/clinic")).rows(),
                Map.of(
                        "patients",
                        List.of("patient_id"),
                        "visits",
                        List.of("visit_id"),
                        "lab_results",
                        List.of("result_id")),
                List.of(
                        Relationship.of("patients", "patient_id", "visits", "patient_id"),
                        Relationship.of("visits", "visit_id", "lab_results", "visit_id"),
                        Relationship.of("patients", "patient_id", "lab_results", "patient_id")),
                List.of());
    }

    private static Database chinook() {
        Path files = Path.of(System.getProperty("semblance.data", "../../shared/data"), "relational", "chinook");
        Assumptions.assumeTrue(
                Files.isDirectory(files),
                "no data set " + files.toAbsolutePath().normalize());
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String table : List.of(
                "Album",
                "Artist",
                "Customer",
                "Employee",
                "Genre",
                "Invoice",
                "InvoiceLine",
                "MediaType",
                "Playlist",
                "Track")) {
            keys.put(table, List.of(table + "Id"));
        }
        keys.put("PlaylistTrack", List.of("PlaylistId", "TrackId"));
        List<Relationship> relationships = new ArrayList<>();
        String[][] all = {
            {"Artist", "Album"},
            {"Customer", "Invoice"},
            {"Invoice", "InvoiceLine"},
            {"Track", "InvoiceLine"},
            {"Playlist", "PlaylistTrack"},
            {"Track", "PlaylistTrack"},
            {"Album", "Track"},
            {"Genre", "Track"},
            {"MediaType", "Track"}
        };
        for (String[] pair : all) {
            relationships.add(Relationship.of(pair[0], pair[0] + "Id", pair[1], pair[0] + "Id"));
        }
        relationships.add(Relationship.of("Employee", "EmployeeId", "Customer", "SupportRepId"));
        relationships.add(Relationship.of("Employee", "EmployeeId", "Employee", "ReportsTo"));
        return Database.of(files(files).rows(), keys, relationships, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "duckdb", "mariadb"})
    void theClinicInAndOut(String kind) {
        Database clinic = clinic();
        Address address = address(kind);

        List<String> notes = Databases.write(clinic, Databases.sink(address, null));
        Database back = Databases.database(Databases.read(address));

        assertThat(notes).isEmpty();
        assertThat(back.keys()).isEqualTo(clinic.keys());
        assertThat(back.relationships()).containsExactlyInAnyOrderElementsOf(clinic.relationships());
        clinic.tables().forEach((name, table) -> {
            Databases.sameCells(name, table, back.table(name));
        });
    }

    @Test
    void chinookFromOneDatabaseIntoTheNext() {
        Database files = chinook();
        List<String> kinds = List.of("postgresql", "sqlite", "postgresql", "duckdb", "postgresql");
        Address at = address(kinds.get(0));
        assertThat(Databases.write(files, Databases.sink(at, null))).isEmpty();
        Database first = Databases.database(Databases.read(at));
        assertThat(first.relationships()).containsExactlyInAnyOrderElementsOf(files.relationships());

        for (String kind : kinds.subList(1, kinds.size())) {
            JdbcSource source = Databases.source(at);
            Database here = Databases.database(source.read(DatabaseOptions.DEFAULT, Databases.RUN));
            Address next = address(kind);
            List<String> notes = Databases.write(here, Databases.sink(next, source));
            Database there = Databases.database(Databases.read(next));
            if (kind.equals("duckdb")) {
                assertThat(notes)
                        .singleElement()
                        .asString()
                        .contains("Employee.ReportsTo", "which DuckDB can not fill");
                first = Database.of(
                        first.tables(),
                        first.keys(),
                        first.relationships().stream()
                                .filter(key -> !key.toItself())
                                .toList(),
                        List.of());
            } else {
                assertThat(notes).isEmpty();
            }
            first.tables().forEach((name, table) -> Databases.sameCells(name, table, there.table(name)));
            assertThat(there.keys()).isEqualTo(first.keys());
            assertThat(there.relationships()).containsExactlyInAnyOrderElementsOf(first.relationships());
            at = next;
        }
    }
}
