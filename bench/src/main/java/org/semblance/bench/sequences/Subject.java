package org.semblance.bench.sequences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * A real table of sequences.
 *
 * @param file under the folder of data
 * @param context columns that are the same in all rows of an entity
 * @param drop columns that only number the rows
 */
record Subject(String name, String file, Sequence sequence, List<String> context, List<String> drop) {
    static final List<Subject> ALL = List.of(
            new Subject(
                    "gafa_stock",
                    "gafa_stock/gafa_stock.csv",
                    Sequence.of("gafa_stock", "Symbol", "Date"),
                    List.of(),
                    List.of()),
            new Subject(
                    "bike_sharing",
                    "bike_sharing/hour.csv",
                    Sequence.of("hour", "dteday", "hr"),
                    List.of("season", "yr", "mnth", "holiday", "weekday", "workingday"),
                    List.of("instant")));

    Table read(Path data, Run run) {
        Table table = TableReader.read(Source.of(data.resolve(file)), ReadOptions.DEFAULT, run.silent())
                .table();
        return table.select(IntStream.range(0, table.width())
                .filter(c -> !drop.contains(table.schema().field(c).name()))
                .toArray());
    }

    /** A table that was written by a peer, read as the real one is; its entities may have any names. */
    Table read(Path file, Table real, Run run) {
        Map<String, SchemaOverrides.Column> kinds = new LinkedHashMap<>();
        for (Field field : real.schema().fields()) {
            Kind kind = entity(field) ? Kind.CATEGORY : field.kind() == Kind.WHOLE ? Kind.DECIMAL : field.kind();
            kinds.put(field.name(), SchemaOverrides.Column.of(kind));
        }
        ReadOptions options = ReadOptions.DEFAULT.schema(new SchemaOverrides(file.toString(), kinds));
        Table table = TableReader.read(Source.of(file), options, run.silent()).table();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            Field field = real.schema().field(c);
            columns.add(
                    entity(field) && field.kind().numeric()
                            ? NumberColumn.of(Arrays.stream(table.codes(c).toArray())
                                    .asDoubleStream()
                                    .toArray())
                            : table.column(c));
        }
        return Table.of(real.schema(), columns);
    }

    private boolean entity(Field field) {
        return sequence.entity().contains(field.name());
    }

    Database database(Table table) {
        return Database.of(Map.of(sequence.table(), table), Map.of(), List.of(), List.of(sequence));
    }
}
