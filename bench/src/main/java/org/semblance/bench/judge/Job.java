package org.semblance.bench.judge;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.semblance.io.Dialect;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.io.TableWriter;
import org.semblance.run.Run;
import org.semblance.table.Blocks;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of tables that one JVM writes and another judges. */
record Job(Path folder) {
    static Job create() throws IOException {
        return new Job(Files.createTempDirectory("judge"));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String name, Blocks rows, Run run) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(name)))) {
            TableWriter.write(rows, Dialect.STANDARD, out, run);
        }
    }

    void write(String name, Table table, Run run) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(name)))) {
            TableWriter.write(table, Dialect.STANDARD, out, run);
        }
    }

    /** What SDMetrics must be told of the columns. */
    void writeMetadata(String name, Schema schema) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode columns = root.putObject("columns");
        for (Field field : schema.fields()) {
            boolean date = field.kind() == Kind.DATE || field.kind() == Kind.DATETIME;
            String type = date ? "datetime" : field.kind().numeric() ? "numerical" : "categorical";
            columns.putObject(field.name()).put("sdtype", type);
        }
        Files.writeString(file(name), JsonMapper.shared().writeValueAsString(root));
    }

    static Table read(Path file, Run run) {
        return TableReader.read(Source.of(file), ReadOptions.DEFAULT, run.silent())
                .table();
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
