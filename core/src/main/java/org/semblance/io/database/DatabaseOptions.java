package org.semblance.io.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;

/**
 * What a reader of a database is told; everything else it finds out.
 *
 * @param tables the names of those to read; none for all
 * @param schemas kinds and formats that override what would be inferred, by table
 * @param each how every table is read, but for its schema
 */
public record DatabaseOptions(List<String> tables, Map<String, SchemaOverrides> schemas, ReadOptions each) {
    /** All tables, and everything is found out. */
    public static final DatabaseOptions DEFAULT = new DatabaseOptions(List.of(), Map.of(), ReadOptions.DEFAULT);

    public DatabaseOptions {
        tables = List.copyOf(tables);
        schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
    }

    /** Whether a table of that name is asked for. */
    public boolean wants(String table) {
        return tables.isEmpty() || tables.contains(table);
    }

    /** How one table is read. */
    public ReadOptions of(String table) {
        return each.schema(schemas.get(table));
    }
}
