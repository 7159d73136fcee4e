package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.run.Run;

/**
 * PostgreSQL: rows come in binary, of one snapshot (REPEATABLE READ, read only); they go by COPY, and everything that is
 * written becomes visible with one commit.
 */
final class Postgres extends Engine {
    @Override
    String name() {
        return "PostgreSQL";
    }

    @Override
    Connection open(Address address, Login login, boolean read, Run run) throws SQLException {
        Properties properties = new Properties();
        if (!login.password().isEmpty()) {
            properties.setProperty("password", login.password());
        }
        properties.setProperty("ApplicationName", "semblance");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "15");
        if (read) {
            properties.setProperty("readOnly", "true");
            properties.setProperty("readOnlyMode", "always");
            // Binary from the first row on.
            properties.setProperty("prepareThreshold", "-1");
        }
        return Objects.requireNonNull(new org.postgresql.Driver().connect(address.url(), properties));
    }

    @Override
    void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        // A scan that joins another one begins in the middle of the table.
        run(connection, "SET LOCAL synchronize_seqscans = off");
    }

    @Override
    String identity(Connection connection, String schema) throws SQLException {
        List<String> server = rows(
                        connection,
                        "SELECT current_setting('port'), current_database(), pg_postmaster_start_time()::text, ?::text",
                        schema)
                .get(0);
        return "postgresql " + String.join(" ", server);
    }

    @Override
    Set<String> parts(Connection connection, String schema) throws SQLException {
        return new HashSet<>(list(
                connection,
                "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relispartition AND n.nspname = ?",
                schema));
    }

    @Override
    SqlType type(int jdbc, String declared, int size, int scale) {
        return switch (declared) {
            case "int2", "smallserial" -> SqlType.of(Base.SMALLINT);
            case "int4", "serial" -> SqlType.of(Base.INTEGER);
            case "int8", "bigserial" -> SqlType.of(Base.BIGINT);
            // Without a scale it holds any number of digits.
            case "numeric" ->
                size == 0 || size > 1000 ? SqlType.of(Base.NUMERIC) : new SqlType(Base.NUMERIC, size, scale);
            case "money" -> new SqlType(Base.NUMERIC, 19, 2);
            case "timestamptz" -> SqlType.of(Base.INSTANT);
            case "bool" -> SqlType.of(Base.BOOLEAN);
            case "uuid" -> SqlType.of(Base.UUID);
            case "bpchar" -> new SqlType(Base.CHAR, size, 0);
            case "varchar" ->
                size > 0 && size < 10_485_760 ? new SqlType(Base.VARCHAR, size, 0) : SqlType.of(Base.TEXT);
            case "text", "name", "citext" -> SqlType.of(Base.TEXT);
            case "date" -> SqlType.of(Base.DATE);
            case "time" -> SqlType.of(Base.TIME);
            case "timestamp" -> SqlType.of(Base.DATETIME);
            case "bytea" -> SqlType.of(Base.BYTES);
            case "float4" -> SqlType.of(Base.REAL);
            case "float8" -> SqlType.of(Base.DOUBLE);
            case "" -> jdbc == Types.VARCHAR ? SqlType.of(Base.TEXT) : super.type(jdbc, declared, size, scale);
            // Enumerations.
            default -> SqlType.of(jdbc == Types.VARCHAR ? Base.TEXT : Base.OTHER);
        };
    }

    @Override
    String select(Catalogue.Item item) {
        String name = quoted(item.name());
        boolean plain = List.of("money", "oid", "xid").contains(item.declared());
        return switch (item.type().base()) {
            case OTHER, UUID, TEXT -> name + "::text";
            case BYTES -> "NULL::text";
            case NUMERIC -> plain ? name + "::numeric" : name;
            default -> name;
        };
    }

    @Override
    boolean bytes() {
        return true;
    }

    @Override
    String order(Catalogue.Entry entry) {
        return entry.view() ? "" : super.order(entry);
    }

    @Override
    int longestName() {
        return 63;
    }

    @Override
    boolean caseless() {
        return false;
    }

    @Override
    String declare(SqlType type) {
        return switch (type.base()) {
            case UUID -> "UUID";
            case TEXT, OTHER -> "TEXT";
            case BYTES -> "BYTEA";
            default -> super.declare(type);
        };
    }

    @Override
    Loading loading(Place place, Run run) throws SQLException {
        return new PostgresLoading(this, place, run);
    }

    @Override
    Faults.@Nullable Meaning meaning(SQLException fault) {
        return "42P01".equals(fault.getSQLState())
                ? new Faults.Meaning("a table is no longer there.", "Somebody dropped it; try again.")
                : null;
    }
}
