package org.semblance.formats.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** Real servers for tests, each started once, at the first test that asks, and stopped with the virtual machine. */
final class Servers {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Servers() {}

    private static final class Postgresql {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        // The machine goes down.
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty database of PostgreSQL, as the address of somebody who may do everything. */
    static Address postgres() {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = Postgresql.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new Address(
                "jdbc:postgresql://localhost:" + Postgresql.SERVER.getPort() + "/" + name + "?user=postgres");
    }

    /** The server of MariaDB that is installed here, if there is one. */
    private static final class Mariadb {
        static final Optional<Integer> PORT = start();

        private static Optional<Integer> start() {
            Optional<Path> server = program("mariadbd").or(() -> program("mysqld"));
            Optional<Path> install = program("mariadb-install-db").or(() -> program("mysql_install_db"));
            if (server.isEmpty() || install.isEmpty()) {
                return Optional.empty();
            }
            try {
                int port = free();
                Path folder = Files.createTempDirectory("semblance-mariadb");
                String user = System.getProperty("user.name");
                boolean made = run(List.of(
                        install.get().toString(),
                        "--no-defaults",
                        "--datadir=" + folder.resolve("data"),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--user=" + user));
                if (!made) {
                    return Optional.empty();
                }
                Process process = new ProcessBuilder(
                                server.get().toString(),
                                "--no-defaults",
                                "--datadir=" + folder.resolve("data"),
                                "--socket=" + folder.resolve("s"),
                                "--pid-file=" + folder.resolve("pid"),
                                "--bind-address=127.0.0.1",
                                "--port=" + port,
                                "--innodb-flush-log-at-trx-commit=0",
                                "--user=" + user)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
                await(port, process, folder);
                return Optional.of(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int free() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private static Optional<Path> program(String name) {
            for (String folder : (System.getenv("PATH") + ":/usr/sbin").split(File.pathSeparator)) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        }

        private static boolean run(List<String> command) throws IOException {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                boolean ended = process.waitFor(60, TimeUnit.SECONDS);
                process.destroyForcibly();
                return ended && process.exitValue() == 0;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private static void await(int port, Process process, Path folder) throws IOException {
            for (int tries = 0; ; tries++) {
                try {
                    DriverManager.getConnection(root(port, "") + "&connectTimeout=1000&socketTimeout=5000")
                            .close();
                    return;
                } catch (SQLException e) {
                    if (!process.isAlive() || tries == 60) {
                        throw new IOException("MariaDB did not start: " + Files.readString(folder.resolve("log")));
                    }
                    pause();
                }
            }
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void stop(Process process, Path folder) {
            process.destroy();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
                try (var files = Files.walk(folder)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            } catch (IOException | InterruptedException e) {
                // It lies in the folder for temporary files.
            }
        }

        static String root(int port, String database) {
            return "jdbc:mariadb://localhost:" + port + "/" + database + "?user=root&sslMode=disable";
        }
    }

    /** An empty database of MariaDB; skips the test where no server is installed. */
    static Address mariadb() {
        int port = Mariadb.PORT.orElseThrow(
                () -> new TestAbortedException("no server of MariaDB here: install mariadb-server to run this test"));
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(Mariadb.root(port, ""));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return new Address(Mariadb.root(port, name));
    }

    /** Runs statements. */
    static void sql(Address address, String... statements) {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first cell of an answer. */
    static String ask(Address address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.url())) {
            List<String> answer = Engine.list(connection, sql);
            return answer.isEmpty() ? "" : answer.get(0);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
