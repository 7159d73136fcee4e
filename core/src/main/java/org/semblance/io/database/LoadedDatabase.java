package org.semblance.io.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.io.Loaded;
import org.semblance.table.Declared;
import org.semblance.table.Table;

/**
 * The tables of a database as they were read.
 *
 * @param name what messages call the source
 * @param tables by name, in the order of the source
 * @param declared what the source itself says of keys: a database's catalogue; {@link Declared#NOTHING} for plain files
 * @param sha256 of everything that was read, in hexadecimal, or empty
 */
public record LoadedDatabase(String name, Map<String, Loaded> tables, Declared declared, String sha256) {
    public LoadedDatabase {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** Only the rows. */
    public Map<String, Table> rows() {
        Map<String, Table> out = new LinkedHashMap<>();
        tables.forEach((table, loaded) -> out.put(table, loaded.table()));
        return out;
    }
}
