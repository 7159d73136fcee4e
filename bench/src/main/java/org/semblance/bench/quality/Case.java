package org.semblance.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table to be scored on, with its split. All parts have the schema of {@code train}.
 *
 * @param target the column that usefulness predicts
 * @param missing what else is written for a missing value
 * @param halfA half of {@code train}, for the second fit
 * @param halfB the rest of {@code train}
 */
record Case(String name, String target, List<String> missing, Table train, Table test, Table halfA, Table halfB) {
    /**
     * A folder with {@code train.csv}, {@code test.csv}, {@code half_a.csv}, {@code half_b.csv} and {@code meta.json}
     * (target, types, missing tokens), or a single CSV file, which is split here and whose target is its last column.
     */
    static Case read(Path path, Run run) {
        if (Files.isRegularFile(path)) {
            return split(path, run);
        }
        JsonNode meta = JsonMapper.shared().readTree(path.resolve("meta.json"));
        List<String> missing = meta.path("missing_tokens")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        Path file = path.resolve("train.csv");
        Map<String, SchemaOverrides.Column> columns = new LinkedHashMap<>();
        Table guessed = load(file, null, run).table();
        for (Field field : guessed.schema().fields()) {
            Kind kind = kind(field.kind(), meta.path("types").path(field.name()).asString(""));
            columns.put(field.name(), override(kind, "", missing));
        }
        Table train = load(file, columns, run).table();
        Case unsplit = new Case(
                path.toAbsolutePath().normalize().getFileName().toString(),
                meta.path("target").asString(),
                missing,
                train,
                train,
                train,
                train);
        return new Case(
                unsplit.name,
                unsplit.target,
                missing,
                train,
                unsplit.like(path.resolve("test.csv"), run),
                unsplit.like(path.resolve("half_a.csv"), run),
                unsplit.like(path.resolve("half_b.csv"), run));
    }

    /** The guess, unless the table's description says that its digits are numbers, or that they are labels. */
    private static Kind kind(Kind guess, String said) {
        if (said.equals("categorical") && guess != Kind.FLAG) {
            return Kind.CATEGORY;
        }
        return said.equals("numerical") && !guess.numeric() ? Kind.DECIMAL : guess;
    }

    private static Case split(Path file, Run run) {
        Table all = load(file, null, run).table();
        int[] order = IntStream.range(0, all.rows()).toArray();
        Rng.of(1).child("split").shuffle(order);
        int test = all.rows() / 10;
        int half = test + (all.rows() - test) / 2;
        Schema schema = all.schema();
        return new Case(
                file.getFileName().toString(),
                schema.field(schema.size() - 1).name(),
                List.of(),
                all.take(Arrays.copyOfRange(order, test, order.length)),
                all.take(Arrays.copyOf(order, test)),
                all.take(Arrays.copyOfRange(order, test, half)),
                all.take(Arrays.copyOfRange(order, half, order.length)));
    }

    /** A table of the same columns from another file; a peer may have written decimals where there were none. */
    Table like(Path file, Run run) {
        Map<String, SchemaOverrides.Column> columns = new LinkedHashMap<>();
        for (Field field : train.schema().fields()) {
            Kind kind = field.kind() == Kind.WHOLE ? Kind.DECIMAL : field.kind();
            columns.put(field.name(), override(kind, field.format().pattern(), missing));
        }
        Table read = load(file, columns, run).table();
        List<Column> ordered = train.schema().names().stream().map(read::column).toList();
        return Table.of(train.schema(), ordered);
    }

    private static SchemaOverrides.Column override(Kind kind, String pattern, List<String> missing) {
        return new SchemaOverrides.Column(
                0,
                kind,
                null,
                null,
                null,
                null,
                null,
                pattern.isEmpty() ? null : pattern,
                missing.isEmpty() ? null : missing,
                null);
    }

    private static Loaded load(Path file, @Nullable Map<String, SchemaOverrides.Column> columns, Run run) {
        ReadOptions options = ReadOptions.DEFAULT;
        if (columns != null) {
            options = options.schema(new SchemaOverrides(file.toString(), columns));
        }
        return TableReader.read(Source.of(file), options, run.silent());
    }
}
