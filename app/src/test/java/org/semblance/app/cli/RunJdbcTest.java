package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is learnt and written into another, which looks the same to whoever asks it. */
class RunJdbcTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("clinic.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE patients (id INTEGER PRIMARY KEY, born DATE NOT NULL, smokes BOOLEAN)");
            sql.execute(
                    "CREATE TABLE visits (id INTEGER PRIMARY KEY, who INTEGER NOT NULL REFERENCES patients (id), cost NUMERIC(8,2))");
            sql.execute(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)"
                            + " INSERT INTO patients SELECT i, date('1940-01-01', (i * 7919 % 25000) || ' days'), i % 3 = 0 FROM n");
            sql.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
                    + " INSERT INTO visits SELECT i, 1 + i * 31 % 120, i * 37 % 500 / 4.0 FROM n");
        }
    }

    private String ask(String file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet set = statement.executeQuery(sql)) {
            return set.next() ? set.getString(1) : "";
        }
    }

    @Test
    void fromOneDatabaseIntoAnother() throws SQLException, IOException {
        byte[] before = Files.readAllBytes(folder.resolve("clinic.db"));

        Shell.Result run =
                Shell.in(folder).run("run", "clinic.db", "-o", "jdbc:sqlite:fake.db", "--seed", "1", "--scale", "2");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("fake.db  2 tables", "wrote clinic-semblance/");
        assertThat(folder.resolve("clinic-semblance/report.html")).exists();
        assertThat(folder.resolve("clinic-semblance/synthetic")).doesNotExist();
        assertThat(Files.readAllBytes(folder.resolve("clinic.db"))).isEqualTo(before);
        assertThat(ask("fake.db", "SELECT count(*) FROM patients")).isEqualTo("240");
        assertThat(ask("fake.db", "SELECT count(*) FROM pragma_foreign_key_check"))
                .isEqualTo("0");
        String types = "SELECT group_concat(m.name || ' ' || c.name || ' ' || c.type, ', ') FROM sqlite_schema m,"
                + " pragma_table_info(m.name) c WHERE m.type = 'table'";
        assertThat(ask("fake.db", types))
                .isEqualTo("patients id BIGINT, patients born DATE, patients smokes BOOLEAN,"
                        + " visits id BIGINT, visits who BIGINT, visits cost NUMERIC(8, 2)");

        Shell.Result again = Shell.in(folder).run("run", "clinic-semblance/project.yaml", "-o", "jdbc:sqlite:fake.db");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("refused");
        Shell.Result over = Shell.in(folder).run("run", "clinic.db", "-o", "jdbc:sqlite:clinic.db", "--force");
        assertThat(over.err()).contains("refused: this is where the data came from");
        assertThat(Files.readAllBytes(folder.resolve("clinic.db"))).isEqualTo(before);
    }

    @Test
    void oneTableIsNotWrittenToADatabase() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), Tables.patients(60));

        assertThat(Shell.in(folder)
                        .run("run", "patients.csv", "-o", "jdbc:sqlite:x.db")
                        .err())
                .contains("one table is not written to a database");
        assertThat(Shell.in(folder)
                        .run("run", "clinic.db", "-o", "x", "--output-schema", "y")
                        .err())
                .contains("--output-schema is for databases");
    }
}
