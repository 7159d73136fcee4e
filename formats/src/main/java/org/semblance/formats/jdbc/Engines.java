package org.semblance.formats.jdbc;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** The databases that can be spoken to: four by themselves, any other through a driver that the user brings as a jar. */
public final class Engines {
    /** Those that need nothing more. */
    public static final List<String> KNOWN = List.of("postgresql", "sqlite", "mariadb", "duckdb");

    private final @Nullable Path jar;

    private Engines(@Nullable Path jar) {
        this.jar = jar;
    }

    /** Only what is known. */
    public static Engines known() {
        return new Engines(null);
    }

    /** Also what the driver in a jar can speak to. */
    public static Engines with(Path jar) {
        return new Engines(jar);
    }

    Engine of(Address address) {
        Path file = jar;
        return switch (address.kind()) {
            case "postgresql" -> new Postgres();
            case "sqlite" -> new Sqlite();
            case "mariadb" -> new MariaDb();
            case "duckdb" -> new DuckDb();
            default -> {
                if (file == null) {
                    throw ProblemException.usage(
                            Problem.of("there is no driver for databases of kind \"" + address.kind() + "\".")
                                    .fix("Those of " + String.join(", ", KNOWN)
                                            + " are here. For others bring the driver: --driver FILE.jar"));
                }
                yield new Other(address.kind(), driver(file, address));
            }
        };
    }

    /** The class loader stays open: the driver may load more of its classes at any time. */
    @SuppressWarnings("resource")
    private static Driver driver(Path jar, Address address) {
        if (!Files.isRegularFile(jar)) {
            throw ProblemException.usage(Problem.of("there is no such file.").at(jar.toString()));
        }
        try {
            URL[] urls = {jar.toUri().toURL()};
            URLClassLoader loader = new URLClassLoader(urls, Engines.class.getClassLoader());
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.getClass().getClassLoader() == loader && driver.acceptsURL(address.url())) {
                    return driver;
                }
            }
        } catch (MalformedURLException | java.sql.SQLException | java.util.ServiceConfigurationError e) {
            // Said below.
        }
        throw ProblemException.usage(Problem.of("this is no driver for databases of kind \"" + address.kind() + "\".")
                .at(jar.toString())
                .fix("Take the JDBC driver of its maker, as one jar."));
    }
}
