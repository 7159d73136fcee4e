package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.run.Run;

/**
 * MariaDB: rows come in one consistent snapshot, read only. Its changes of tables can not be taken back, so that new
 * tables are filled under other names and renamed together at the end.
 */
final class MariaDb extends Engine {
    @Override
    String name() {
        return "MariaDB";
    }

    @Override
    Connection open(Address address, Login login, boolean read, Run run) throws SQLException {
        Properties properties = new Properties();
        if (!login.password().isEmpty()) {
            properties.setProperty("password", login.password());
        }
        properties.setProperty("connectTimeout", "15000");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("useBulkStmts", "true");
        // A point in time is told in UTC, whatever the zones of server and client.
        properties.setProperty(
                "sessionVariables",
                "time_zone='+00:00',sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_AUTO_VALUE_ON_ZERO'");
        properties.setProperty("connectionTimeZone", "UTC");
        Connection connection =
                Objects.requireNonNull(new org.mariadb.jdbc.Driver().connect(address.url(), properties));
        connection.setReadOnly(read);
        return connection;
    }

    @Override
    void snapshot(Connection connection) throws SQLException {
        run(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        connection.setAutoCommit(false);
        run(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    }

    @Override
    String identity(Connection connection, String schema) throws SQLException {
        List<String> server =
                rows(connection, "SELECT @@hostname, @@port, @@datadir").get(0);
        return "mariadb " + String.join(" ", server) + " " + schema;
    }

    /** A database of MariaDB is what others call a schema. */
    @Override
    String schema(Connection connection) throws SQLException {
        String database = connection.getCatalog();
        return database == null ? "" : database;
    }

    @Override
    boolean catalogues() {
        return true;
    }

    @Override
    SqlType type(int jdbc, String declared, int size, int scale) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.startsWith("YEAR")) {
            return SqlType.of(Base.SMALLINT);
        }
        if (type.startsWith("TIMESTAMP")) {
            return SqlType.of(Base.INSTANT);
        }
        if (type.startsWith("UUID")) {
            return SqlType.of(Base.UUID);
        }
        if (type.startsWith("BIT")) {
            return size > 1 ? SqlType.of(Base.BIGINT) : SqlType.of(Base.BOOLEAN);
        }
        if (jdbc == Types.BIT || jdbc == Types.BOOLEAN) {
            return SqlType.of(Base.BOOLEAN);
        }
        if (type.startsWith("GEOMETRY")
                || type.matches("(MULTI)?(POINT|LINESTRING|POLYGON)")
                || type.startsWith("INET")) {
            return SqlType.of(Base.OTHER);
        }
        boolean unsigned = type.contains("UNSIGNED");
        return switch (jdbc) {
            case Types.SMALLINT, Types.TINYINT -> SqlType.of(unsigned ? Base.INTEGER : Base.SMALLINT);
            case Types.INTEGER -> SqlType.of(unsigned ? Base.BIGINT : Base.INTEGER);
            case Types.BIGINT -> unsigned ? new SqlType(Base.NUMERIC, 20, 0) : SqlType.of(Base.BIGINT);
            default -> super.type(jdbc, declared, size, scale);
        };
    }

    /** TINYINT(1) is how truth values are declared, but it holds any small number. */
    @Override
    Catalogue.Entry looked(Connection connection, Catalogue.Entry entry) throws SQLException {
        List<Catalogue.Item> items = new ArrayList<>();
        for (Catalogue.Item item : entry.items()) {
            boolean small = item.type().base() == Base.BOOLEAN
                    && !item.declared().toUpperCase(Locale.ROOT).startsWith("BIT");
            boolean number = small
                    && !list(
                                    connection,
                                    "SELECT 1 FROM " + qualified(entry.schema(), entry.name()) + " WHERE "
                                            + quoted(item.name()) + " NOT IN (0, 1) LIMIT 1")
                            .isEmpty();
            items.add(
                    number
                            ? new Catalogue.Item(
                                    item.name(), SqlType.of(Base.SMALLINT), item.declared(), item.nullable())
                            : item);
        }
        return entry.items(items);
    }

    @Override
    String select(Catalogue.Item item) {
        String name = quoted(item.name());
        return switch (item.type().base()) {
            case BYTES -> "NULL";
            case OTHER ->
                item.declared().toUpperCase(Locale.ROOT).startsWith("INET")
                        ? "CAST(" + name + " AS CHAR)"
                        : "ST_AsText(" + name + ")";
            default ->
                item.declared().toUpperCase(Locale.ROOT).startsWith("BIT")
                                && item.type().integer()
                        ? name + "+0"
                        : name;
        };
    }

    @Override
    boolean bytes() {
        return true;
    }

    /** Where the whole schema is named, names are written without it. */
    @Override
    String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    int longestName() {
        return 64;
    }

    @Override
    String declare(SqlType type) {
        return switch (type.base()) {
            case DOUBLE -> "DOUBLE";
            case REAL -> "FLOAT";
            case NUMERIC ->
                type.size() == 0
                        ? "DOUBLE"
                        : "DECIMAL(" + Math.min(65, type.size()) + ", " + Math.min(38, type.scale()) + ")";
            case DATETIME -> "DATETIME(6)";
            case TIME -> "TIME(6)";
            // NULL must be allowed by name, or it would become the moment of writing.
            case INSTANT -> "TIMESTAMP(6)";
            case CHAR -> type.size() > 255 ? "TEXT" : super.declare(type);
            // A row holds 65,535 bytes in all; long texts lie outside of it.
            case VARCHAR -> type.size() == 0 || type.size() > 1000 ? "LONGTEXT" : super.declare(type);
            case TEXT, OTHER -> "LONGTEXT";
            case BYTES -> "LONGBLOB";
            default -> super.declare(type);
        };
    }

    /** An index holds texts of limited length only. */
    @Override
    SqlType keyed(SqlType type) {
        boolean bounded = type.base() == Base.VARCHAR && type.size() > 0 && type.size() <= 255;
        return type.text() && !bounded && type.base() != Base.CHAR ? new SqlType(Base.VARCHAR, 255, 0) : type;
    }

    @Override
    Loading loading(Place place, Run run) throws SQLException {
        return new MariaLoading(this, place, run);
    }

    @Override
    Faults.@Nullable Meaning meaning(SQLException fault) {
        if (String.valueOf(fault.getMessage()).contains("ssl not enabled in the server")) {
            return new Faults.Meaning(
                    "this server speaks without encryption only.",
                    "On a network that you trust, add sslMode=disable to the address.");
        }
        return switch (fault.getErrorCode()) {
            case 1045, 1698 ->
                new Faults.Meaning(
                        "MariaDB does not know this user, or the password is wrong.",
                        "Give the user in the address (?user=NAME), and the password in --password-file FILE.");
            case 1044, 1142, 1143, 1227, 1370 ->
                new Faults.Meaning(
                        "this user may not do that.",
                        "Ask for the right to read the tables (SELECT), or where to write (CREATE, ALTER, DROP, INSERT and REFERENCES).");
            case 1049 -> new Faults.Meaning("there is no such database.", "Check the name in the address.");
            case 1021, 1114, 1030, 3 ->
                new Faults.Meaning("MariaDB has no room left.", "Free some space on its disk, or ask who runs it.");
            case 1053, 1927, 1317, 4031 ->
                new Faults.Meaning(
                        "the connection to MariaDB was refused or lost.",
                        "Check that the server runs and can be reached from here.");
            case 1118 ->
                new Faults.Meaning(
                        "a table has more columns of text than a row of MariaDB holds.", "Write to a folder instead.");
            case 1451, 1217 ->
                new Faults.Meaning(
                        "other tables point at those that would be replaced.",
                        "Write to another database, or drop what points at them.");
            default -> null;
        };
    }
}
