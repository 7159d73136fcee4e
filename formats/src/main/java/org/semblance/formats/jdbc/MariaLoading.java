package org.semblance.formats.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.run.Run;

/**
 * Tables of MariaDB being written: under other names, since it ends a transaction with every change of a table; renamed
 * all at once when they are complete. What a killed run left under such names is replaced by the next one.
 */
final class MariaLoading extends BatchLoading {
    private static final String NEW = "semblance~new~";
    private static final String OLD = "semblance~old~";
    private List<String> replaced = List.of();

    MariaLoading(MariaDb engine, Engine.Place place, Run run) throws SQLException {
        super(engine, place, run);
        try {
            if (Engine.list(connection, "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?", schema)
                    .isEmpty()) {
                Engine.run(connection, "CREATE DATABASE " + engine.quoted(schema) + " CHARACTER SET utf8mb4");
            }
            // Cycles can not be made or dropped otherwise.
            Engine.run(connection, "SET foreign_key_checks = 1");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    String working(String table) {
        return NEW + table;
    }

    @Override
    String options() {
        // Texts that differ in case only are different keys, as they are everywhere else.
        return " ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
    }

    @Override
    public void attempt(List<NewTable> tables, List<String> there) throws SQLException {
        List<String> pointing = Engine.rows(
                        connection,
                        "SELECT DISTINCT table_name, referenced_table_name FROM information_schema.key_column_usage"
                                + " WHERE referenced_table_schema = ?",
                        schema)
                .stream()
                .filter(row -> there.contains(row.get(1)) && !there.contains(row.get(0)))
                .map(row -> row.get(0))
                .toList();
        if (!pointing.isEmpty()) {
            throw new SQLException("referenced", "23000", 1451);
        }
        drop(left());
        List<String> made = new ArrayList<>();
        try {
            for (NewTable table : tables) {
                create(table);
                made.add(working(table.name()));
            }
        } finally {
            drop(made);
        }
    }

    /** Tables that an earlier run which was killed has left. */
    private List<String> left() throws SQLException {
        return existing().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(NEW) || name.startsWith(OLD))
                .toList();
    }

    @Override
    public void begin(List<String> there) throws SQLException {
        drop(left());
        replaced = there;
    }

    private void drop(List<String> names) throws SQLException {
        if (!names.isEmpty()) {
            Engine.run(connection, "SET foreign_key_checks = 0");
            Engine.run(
                    connection,
                    "DROP TABLE IF EXISTS "
                            + String.join(", ", names.stream().map(this::full).toList()));
            Engine.run(connection, "SET foreign_key_checks = 1");
        }
    }

    @Override
    public void alter(NewTable table, int column) throws SQLException {
        Engine.run(
                connection,
                "ALTER TABLE " + full(working(table.name())) + " MODIFY COLUMN " + table.definition(engine, column));
    }

    @Override
    boolean broken(SQLException fault) {
        // 1452: rows that point nowhere. 1062: rows that are twice there. 1005, 1822, 1170: no key to point at.
        return Set.of(1452, 1062, 1005, 1822, 1170, 1071, 1215).contains(fault.getErrorCode());
    }

    @Override
    void show(Map<String, NewTable> tables) throws SQLException {
        connection.commit();
        List<String> renames = new ArrayList<>();
        for (String name : replaced) {
            renames.add(full(name) + " TO " + full(OLD + name));
        }
        for (String name : tables.keySet()) {
            renames.add(full(working(name)) + " TO " + full(name));
        }
        Engine.run(connection, "RENAME TABLE " + String.join(", ", renames));
        drop(replaced.stream().map(name -> OLD + name).toList());
    }

    @Override
    void undo(List<String> made) throws SQLException {
        Set<String> there = new HashSet<>(existing());
        drop(made.stream().filter(there::contains).toList());
    }

    @Override
    public Set<String> existing() throws SQLException {
        return schema.isEmpty()
                ? Collections.emptySet()
                : new HashSet<>(Engine.list(
                        connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = ?", schema));
    }
}
