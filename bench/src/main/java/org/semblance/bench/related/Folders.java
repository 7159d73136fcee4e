package org.semblance.bench.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.DelimitedFormat;
import org.semblance.io.database.FolderSink;
import org.semblance.io.database.FolderSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.prepare.relations.Detection;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Schema;

/** Databases as folders of CSV files. */
final class Folders {
    private Folders() {}

    static void write(Database database, Path folder, Run run) {
        DatabaseSink sink = new FolderSink(folder, folder.toString(), Map.of());
        try (DatabaseSink.Writing to = sink.begin(database.metadata(), run)) {
            database.tables().forEach(to::write);
            to.commit();
        }
    }

    /** With no hand-written metadata. */
    static Database read(Path folder, Run run) {
        LoadedDatabase loaded = loaded(folder, Map.of(), run);
        return Detection.of(loaded.rows(), loaded.declared(), run.child("relate"))
                .database();
    }

    /** Tables that somebody else wrote, as those of a database. */
    static Database read(Path folder, Database like, Run run) {
        Map<String, SchemaOverrides> schemas = new HashMap<>();
        like.metadata().schemas().forEach((name, schema) -> schemas.put(name, kinds(name, schema)));
        return like.with(loaded(folder, schemas, run).rows());
    }

    private static SchemaOverrides kinds(String name, Schema schema) {
        Map<String, SchemaOverrides.Column> columns = new HashMap<>();
        for (Field field : schema.fields()) {
            columns.put(field.name(), SchemaOverrides.Column.of(field.kind()));
        }
        return new SchemaOverrides(name, columns);
    }

    private static LoadedDatabase loaded(Path folder, Map<String, SchemaOverrides> schemas, Run run) {
        DatabaseOptions options = new DatabaseOptions(List.of(), schemas, ReadOptions.DEFAULT);
        return new FolderSource(folder, folder.toString(), List.of(new DelimitedFormat()))
                .read(options, run.child("read"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
