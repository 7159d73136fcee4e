package org.semblance.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.Address;
import org.semblance.formats.jdbc.Engines;
import org.semblance.formats.jdbc.JdbcSource;
import org.semblance.formats.jdbc.Login;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Option;

/** How a database is reached: the flags that commands which read one have in common. */
final class Connecting {
    @Option(
            names = "--schema-name",
            paramLabel = "NAMES",
            description = "Schemas of a database to read, with commas between (the one of the connection).")
    @Nullable
    String schemas;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the password (or: SEMBLANCE_PASSWORD in the environment).")
    @Nullable
    String password;

    @Option(
            names = "--driver",
            paramLabel = "JAR",
            description = "The JDBC driver of a database that is none of PostgreSQL, SQLite, MariaDB and DuckDB.")
    @Nullable
    String driver;

    JdbcSource source(Console console, Address address) {
        List<String> names = schemas == null ? List.of() : Asked.columns(schemas);
        return new JdbcSource(engines(console), address, login(console), names);
    }

    Engines engines(Console console) {
        return driver == null ? Engines.known() : Engines.with(console.path(driver));
    }

    Login login(Console console) {
        return password == null
                ? Login.environment(console.streams().environment())
                : Login.file(console.path(password), password);
    }

    void refuseForTables(String data) {
        refuse(data + " is one table");
    }

    void refuseForFolders(String data) {
        refuse(data + " is a folder");
    }

    private void refuse(String what) {
        String flag = schemas != null
                ? "--schema-name"
                : password != null ? "--password-file" : driver != null ? "--driver" : "";
        if (!flag.isEmpty()) {
            throw ProblemException.usage(Problem.of(flag + " is for databases, and " + what + ".")
                    .fix("Give an address such as jdbc:postgresql://localhost/clinic?user=anna"));
        }
    }
}
