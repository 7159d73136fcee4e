package org.semblance.formats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://host:5432/clinic?user=anna&ssl=true, postgresql, postgresql://host:5432/clinic, clinic",
        "jdbc:postgresql://anna@host/clinic, postgresql, postgresql://host/clinic, clinic",
        "jdbc:sqlite:data/shop.db, sqlite, sqlite:data/shop.db, shop",
        "JDBC:duckdb:C:\\data\\shop.duckdb, duckdb, duckdb:C:\\data\\shop.duckdb, shop",
        "jdbc:sqlserver://h:1433;databaseName=x;user=anna, sqlserver, sqlserver://h:1433, h:1433",
        "jdbc:sqlite:, sqlite, sqlite:, database"
    })
    void saysWhatAndWhereAndNoMore(String url, String kind, String shown, String stem) {
        Address address = new Address(url);

        assertThat(address.kind()).isEqualTo(kind);
        assertThat(address.shown()).isEqualTo(shown);
        assertThat(address.toString()).isEqualTo(shown);
        assertThat(address.stem()).isEqualTo(stem.equals("h:1433") ? "1433" : stem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/clinic?user=anna&password=geheim",
                "jdbc:postgresql://anna:geheim@host/clinic",
                "jdbc:sqlserver://h;user=a;Password=geheim",
                "jdbc:mariadb://h/x?keyStorePassword=geheim"
            })
    void aPasswordIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> new Address(url))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("holds a password")
                .hasMessageContaining("--password-file")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void thePasswordComesFromAFileOrTheEnvironmentAndIsNeverShown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "ge heim\n\n");

        assertThat(Login.file(file, "secret").password()).isEqualTo("ge heim");
        assertThat(Login.file(file, "secret")).hasToString("a password");
        assertThat(Login.environment(Map.of("SEMBLANCE_PASSWORD", "x")).password())
                .isEqualTo("x");
        assertThat(Login.environment(Map.of()).password()).isEmpty();
        assertThatThrownBy(() -> Login.file(folder.resolve("none"), "none"))
                .hasMessageContaining("the file with the password cannot be read");
    }

    @Test
    void aDriverThatIsNotHereCanBeBrought() throws IOException {
        Path jar = Files.writeString(Files.createTempFile("x", ".jar"), "");

        assertThatThrownBy(() -> Engines.known().of(new Address("jdbc:oracle:thin:@h")))
                .hasMessageContaining("no driver for databases of kind \"oracle\"")
                .hasMessageContaining("--driver FILE.jar");
        assertThatThrownBy(() -> Engines.with(jar).of(new Address("jdbc:oracle:thin:@h")))
                .hasMessageContaining("this is no driver");
        Files.delete(jar);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08006|connection to PostgreSQL was refused or lost",
                "57P01|connection to PostgreSQL was refused or lost",
                "28P01|does not know this user, or the password is wrong",
                "53100|has no room left",
                "42501|this user may not do that",
                "3D000|there is no such database",
                "23505|refused a value that does not fit its column (23505)",
                "22P02|refused a value that does not fit its column (22P02)",
                "40P01|somebody else works on the same tables",
                "2BP01|other tables or views depend on those that would be replaced"
            })
    void faultsAreToldWithoutTheValuesOfTheDatabase(String state, String words) {
        SQLException fault = new SQLException("Key (email)=(anna@example.org) already exists.", state);

        assertThat(Faults.of(fault, new Postgres(), "postgresql://h/x", "patients"))
                .hasMessageContaining("postgresql://h/x, table patients: ")
                .hasMessageContaining(words)
                .hasMessageNotContaining("anna");
    }
}
