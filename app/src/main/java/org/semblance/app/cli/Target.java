package org.semblance.app.cli;

import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.Address;
import org.semblance.formats.jdbc.JdbcSink;
import org.semblance.formats.jdbc.JdbcSource;
import org.semblance.formats.jdbc.Login;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.DatabaseSource;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Option;

/** A database that is written to: the flags of commands which do. */
final class Target {
    @Option(
            names = "--output-schema",
            paramLabel = "NAME",
            description = "The schema of the database to write to, made where it is not there.")
    @Nullable
    String schema;

    @Option(
            names = "--output-password-file",
            paramLabel = "FILE",
            description = "The password of the database to write to, where it is another.")
    @Nullable
    String password;

    /** @param source where the rows come from: types of a database are kept, and it is never written to */
    DatabaseSink sink(Console console, Address given, Connecting connecting, DatabaseSource source) {
        Address address = given.from(console.path(""));
        Login login = password == null ? connecting.login(console) : Login.file(console.path(password), password);
        JdbcSource like = source instanceof JdbcSource jdbc ? jdbc : null;
        return new JdbcSink(connecting.engines(console), address, login, schema == null ? "" : schema, like);
    }

    void refuseForFolders() {
        if (schema != null || password != null) {
            throw ProblemException.usage(
                    Problem.of((schema != null ? "--output-schema" : "--output-password-file") + " is for databases.")
                            .fix("Give an address with -o, such as jdbc:postgresql://localhost/fake?user=anna"));
        }
    }

    /** One table is written as a file. */
    void refuseForTables(@Nullable String output) {
        refuseForFolders();
        if (output != null && Address.isAddress(output)) {
            throw ProblemException.usage(Problem.of("one table is not written to a database.")
                    .fix("Put it in a folder of its own and run the folder, or choose a folder with -o."));
        }
    }
}
