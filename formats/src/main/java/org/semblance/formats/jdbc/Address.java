package org.semblance.formats.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * The address of a database, {@code jdbc:postgresql://host/clinic?user=anna}: without a password, because a command line
 * is seen by everybody on the machine and kept in histories.
 *
 * @param url as the driver takes it
 */
public record Address(String url) {
    private static final String PREFIX = "jdbc:";
    private static final Set<String> SECRET = Set.of(
            "password",
            "pass",
            "pwd",
            "passwd",
            "sslpassword",
            "keypassword",
            "keystorepassword",
            "serverrsapublickeypassword",
            "token",
            "secret");
    private static final Pattern PARAMETER = Pattern.compile("[?&;]([A-Za-z_]+)=([^&;]*)");
    private static final Pattern FILE = Pattern.compile("(?i).+\\.(?:(db|sqlite|sqlite3)|(duckdb|ddb))");
    private static final Pattern USER = Pattern.compile("//([^/@?]*)@");

    /** @throws ProblemException of kind USAGE where it is none, or holds a password */
    public Address {
        if (!isAddress(url)) {
            throw ProblemException.usage(Problem.of("this is no address of a database.")
                    .fix("For example jdbc:postgresql://localhost/clinic?user=anna, or jdbc:sqlite:clinic.db"));
        }
        Matcher user = USER.matcher(url);
        boolean secret = user.find() && user.group(1).contains(":");
        Matcher parameter = PARAMETER.matcher(url);
        while (parameter.find()) {
            secret |= SECRET.contains(parameter.group(1).toLowerCase(Locale.ROOT))
                    && !parameter.group(2).isEmpty();
        }
        if (secret) {
            // Not a word of the address: it would be printed with its password.
            throw ProblemException.usage(
                    Problem.of("the address holds a password, which everybody on this machine could read.")
                            .fix("Take it out, and give --password-file FILE or the environment variable "
                                    + Login.VARIABLE + "."));
        }
    }

    /** Whether an argument is meant for the address of a database. */
    public static boolean isAddress(String argument) {
        return argument.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The address of a file that is a database of SQLite or DuckDB, told by its first bytes. */
    public static Optional<Address> of(Path file) {
        byte[] head = DatabaseFile.head(file, 16);
        String letters = new String(head, StandardCharsets.ISO_8859_1);
        if (letters.equals("SQLite format 3\0")) {
            return Optional.of(new Address(PREFIX + "sqlite:" + file));
        }
        return letters.startsWith("DUCK", 8) ? Optional.of(new Address(PREFIX + "duckdb:" + file)) : Optional.empty();
    }

    /** The address of a file, there or not, that is a database of SQLite or DuckDB by the ending of its name. */
    public static Optional<Address> named(Path file) {
        Matcher ending = FILE.matcher(String.valueOf(file.getFileName()));
        return ending.matches()
                ? Optional.of(new Address(PREFIX + (ending.group(2) == null ? "sqlite:" : "duckdb:") + file))
                : Optional.empty();
    }

    /** The same, where it names a file without its whole path: from a folder. */
    public Address from(Path folder) {
        boolean file = kind().equals("sqlite") || kind().equals("duckdb");
        if (!file || rest().isEmpty() || rest().startsWith(":") || rest().startsWith("file:")) {
            return this;
        }
        int start = PREFIX.length() + kind().length() + 1;
        return new Address(url.substring(0, start) + folder.resolve(rest()) + url.substring(start + rest().length()));
    }

    /** {@code postgresql} of {@code jdbc:postgresql://host/clinic}. */
    public String kind() {
        int end = url.indexOf(':', PREFIX.length());
        return url.substring(PREFIX.length(), end < 0 ? url.length() : end).toLowerCase(Locale.ROOT);
    }

    /** What follows the kind, up to the parameters: the file of an SQLite or DuckDB database. */
    public String rest() {
        int start = Math.min(url.length(), PREFIX.length() + kind().length() + 1);
        int end = url.indexOf('?', start);
        return url.substring(start, end < 0 ? url.length() : end);
    }

    /** The parameters as they stand in the address, {@code name=value}. */
    public List<String> parameters() {
        List<String> all = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(url);
        while (parameter.find()) {
            all.add(parameter.group(1) + "=" + parameter.group(2));
        }
        return all;
    }

    /** What messages and reports call it: without user and parameters. */
    public String shown() {
        return kind() + ":" + USER.matcher(rest()).replaceFirst("//").replaceFirst(";.*", "");
    }

    /** {@code clinic} of {@code jdbc:postgresql://host/clinic} and of {@code jdbc:sqlite:data/clinic.db}. */
    public String stem() {
        String rest = shown().replaceFirst("/+$", "");
        String last = rest.substring(
                Math.max(rest.lastIndexOf('/'), Math.max(rest.lastIndexOf('\\'), rest.lastIndexOf(':'))) + 1);
        int dot = last.lastIndexOf('.');
        String stem = dot > 0 ? last.substring(0, dot) : last;
        return stem.isEmpty() ? "database" : stem;
    }

    @Override
    public String toString() {
        return shown();
    }
}
