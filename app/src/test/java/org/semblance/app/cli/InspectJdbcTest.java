package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is inspected by its address or its file; what is secret is never printed. */
class InspectJdbcTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clinic.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE patients (id INTEGER PRIMARY KEY, born DATE, smokes BOOLEAN)");
            sql.execute(
                    "CREATE TABLE visits (id INTEGER PRIMARY KEY, who INTEGER REFERENCES patients (id), cost REAL)");
            sql.execute("CREATE VIEW dear AS SELECT * FROM visits WHERE cost > 100");
            sql.execute("INSERT INTO patients VALUES (1, '1990-05-01', 1), (2, '1985-01-31', 0), (3, NULL, NULL)");
            sql.execute("INSERT INTO visits VALUES (10, 1, 9.5), (11, 1, 200), (12, 3, NULL)");
        }
    }

    @Test
    void byAddressOrByFile() {
        Shell.Result byAddress = Shell.in(folder).run("inspect", "jdbc:sqlite:clinic.db", "--json");
        Shell.Result byFile = Shell.in(folder).run("inspect", "clinic.db", "--json");

        assertThat(byAddress.code()).as(byAddress.err()).isZero();
        assertThat(byAddress.out())
                .contains("\"child\" : \"visits\"", "\"foreignKey\" : [ \"who\" ]", "\"parent\" : \"patients\"")
                .contains("\"kind\" : \"date\"", "\"kind\" : \"flag\"")
                .doesNotContain("dear");
        assertThat(byFile.out()).isEqualTo(byAddress.out());
        assertThat(Shell.in(folder)
                        .run("inspect", "clinic.db", "--tables", "patients,dear")
                        .out())
                .contains("2 tables", "dear");
    }

    @Test
    void secretsAreRefusedAndNeverPrinted() {
        Shell.Result address = Shell.in(folder).run("inspect", "jdbc:postgresql://anna:geheim@host/x");
        Shell.Result missing = Shell.in(folder).run("inspect", "jdbc:sqlite:none.db");
        Shell.Result table = Shell.in(folder).run("inspect", "clinic.csv", "--password-file", "secret");

        assertThat(address.code()).isEqualTo(2);
        assertThat(address.err())
                .contains("holds a password", "--password-file")
                .doesNotContain("geheim");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("there is no such file");
        assertThat(Files.exists(folder.resolve("none.db"))).isFalse();
        assertThat(table.code()).isEqualTo(2);
        assertThat(table.err()).contains("--password-file is for databases");
    }

    @Test
    void aServerThatIsNotThereIsSaid() {
        Shell.Result result = Shell.in(folder)
                .with("SEMBLANCE_PASSWORD", "geheim")
                .run("inspect", "jdbc:postgresql://localhost:1/x?user=anna");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("postgresql://localhost:1/x: the connection to PostgreSQL was refused or lost")
                .doesNotContain("geheim");
    }
}
