package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.jdbc.SqlType.Base;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * What one make of database does in its own way; what is here is what standard SQL and JDBC say, for those that nobody
 * has looked at.
 */
abstract class Engine {
    /** Rows that a driver fetches at once. */
    static final int FETCH = 10_000;

    /** What people call it. */
    abstract String name();

    /** A connection, not yet within a transaction; one that reads can not write. */
    abstract Connection open(Address address, Login login, boolean read, Run run) throws SQLException;

    /** From here on everything that is read is of one moment. */
    void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    /** What tells this database and schema from all others, however they are called in an address. */
    abstract String identity(Connection connection, String schema) throws SQLException;

    /** The schema that is meant where none is named; empty where there are none. */
    String schema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        return schema == null ? "" : schema;
    }

    /** All tables and views of a schema. */
    Catalogue catalogue(Connection connection, String schema) throws SQLException {
        return new MetaDataCatalogue(this, connection, schema).read();
    }

    /** A table of the catalogue that will be read, with what only its rows tell of the types. */
    Catalogue.Entry looked(Connection connection, Catalogue.Entry entry) throws SQLException {
        return entry;
    }

    /** Names of tables that are parts of others. */
    Set<String> parts(Connection connection, String schema) throws SQLException {
        return Set.of();
    }

    /** The type of a column, from what {@link DatabaseMetaData#getColumns} says. */
    SqlType type(int jdbc, String declared, int size, int scale) {
        return switch (jdbc) {
            case Types.BOOLEAN, Types.BIT -> size > 1 ? SqlType.of(Base.OTHER) : SqlType.of(Base.BOOLEAN);
            case Types.TINYINT, Types.SMALLINT -> SqlType.of(Base.SMALLINT);
            case Types.INTEGER -> SqlType.of(Base.INTEGER);
            case Types.BIGINT -> SqlType.of(Base.BIGINT);
            case Types.NUMERIC, Types.DECIMAL -> new SqlType(Base.NUMERIC, size, scale);
            case Types.REAL -> SqlType.of(Base.REAL);
            case Types.FLOAT, Types.DOUBLE -> SqlType.of(Base.DOUBLE);
            case Types.DATE -> SqlType.of(Base.DATE);
            case Types.TIME -> SqlType.of(Base.TIME);
            case Types.TIMESTAMP -> SqlType.of(Base.DATETIME);
            case Types.TIMESTAMP_WITH_TIMEZONE -> SqlType.of(Base.INSTANT);
            case Types.CHAR, Types.NCHAR -> new SqlType(Base.CHAR, size, 0);
            case Types.VARCHAR, Types.NVARCHAR -> new SqlType(Base.VARCHAR, size, 0);
            case Types.LONGVARCHAR, Types.LONGNVARCHAR, Types.CLOB, Types.NCLOB -> SqlType.of(Base.TEXT);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> SqlType.of(Base.BYTES);
            default -> SqlType.of(Base.OTHER);
        };
    }

    /** What is selected to read a column. */
    String select(Catalogue.Item item) {
        return quoted(item.name());
    }

    /** Whether it has dates and times; else they are text. */
    boolean moments() {
        return true;
    }

    /** Whether {@link ResultSet#getBytes} of a text gives its letters in UTF-8. */
    boolean bytes() {
        return false;
    }

    /** All rows of a table. */
    Loaded read(Connection connection, Catalogue.Entry entry, ReadOptions options, Run run, Progress.Stage stage)
            throws SQLException {
        return new RowReader(this, connection, run, stage).read(entry, options);
    }

    /** The order in which rows are read, so that they come the same every time; empty for as they stand. */
    String order(Catalogue.Entry entry) {
        return String.join(", ", entry.key().stream().map(this::quoted).toList());
    }

    /** A name, whatever is in it. */
    String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A table by its full name. */
    String qualified(String schema, String table) {
        return schema.isEmpty() ? quoted(table) : quoted(schema) + "." + quoted(table);
    }

    /** How long a name may be, in bytes of UTF-8. */
    int longestName() {
        return 128;
    }

    /** Whether two names that differ in the case of letters only are the same. */
    boolean caseless() {
        return true;
    }

    /** A type in the words of this database. */
    String declare(SqlType type) {
        return switch (type.base()) {
            case BOOLEAN -> "BOOLEAN";
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case NUMERIC -> type.size() == 0 ? "NUMERIC" : "NUMERIC(" + type.size() + ", " + type.scale() + ")";
            case REAL -> "REAL";
            case DOUBLE -> "DOUBLE PRECISION";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case DATETIME -> "TIMESTAMP";
            case INSTANT -> "TIMESTAMP WITH TIME ZONE";
            case CHAR -> "CHAR(" + type.size() + ")";
            case VARCHAR -> type.size() == 0 ? declare(SqlType.of(Base.TEXT)) : "VARCHAR(" + type.size() + ")";
            case UUID -> "CHAR(36)";
            default -> "VARCHAR(4000)";
        };
    }

    /** A type that a column of a key may have. */
    SqlType keyed(SqlType type) {
        return type;
    }

    /** What a fault means that only this database has; null for those that all have. */
    Faults.@Nullable Meaning meaning(SQLException fault) {
        return null;
    }

    /** Whether what others call a schema is what JDBC calls a catalogue. */
    boolean catalogues() {
        return false;
    }

    /** Tables of this database being written. */
    abstract Loading loading(Place place, Run run) throws SQLException;

    /** Where tables are written. */
    record Place(Address address, Login login, String schema, boolean force) {}

    /** The first column of a short answer, as text. */
    static List<String> list(Connection connection, String sql, String... arguments) throws SQLException {
        List<String> out = new ArrayList<>();
        for (List<String> row : rows(connection, sql, arguments)) {
            out.add(row.get(0));
        }
        return out;
    }

    /** A short answer as text; what is null is empty. */
    static List<List<String>> rows(Connection connection, String sql, String... arguments) throws SQLException {
        List<List<String>> out = new ArrayList<>();
        try (java.sql.PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet set = statement.executeQuery()) {
                int width = set.getMetaData().getColumnCount();
                while (set.next()) {
                    List<String> row = new ArrayList<>();
                    for (int c = 1; c <= width; c++) {
                        String cell = set.getString(c);
                        row.add(cell == null ? "" : cell);
                    }
                    out.add(row);
                }
            }
        }
        return out;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A name to compare by. */
    String folded(String name) {
        return caseless() ? name.toLowerCase(Locale.ROOT) : name;
    }
}
