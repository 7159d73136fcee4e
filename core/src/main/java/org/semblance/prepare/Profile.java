package org.semblance.prepare;

import java.util.ArrayList;
import java.util.List;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * A look at a table: facts of every column, and warnings. Shows no rows, no rare labels and no extreme numbers, so that
 * it may be printed. Cost O(n log n) for each column, columns in parallel.
 */
public record Profile(int rows, List<Facts> columns, List<Warning> warnings) {
    public Profile {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    public static Profile of(Table table, Privacy privacy, Run run) {
        Facts[] facts = new Facts[table.width()];
        try (Progress.Stage stage = run.progress().begin("look", table.width(), "columns")) {
            run.parallel(facts.length, c -> {
                facts[c] = Facts.of(table.schema().field(c), table.column(c), privacy);
                stage.add(1);
            });
        }
        List<Warning> warnings = new ArrayList<>();
        for (Facts column : facts) {
            warnings.addAll(Warnings.about(column));
        }
        warnings.addAll(Warnings.repeatedColumns(table, List.of(facts)));
        warnings.addAll(Order.broken(table));
        return new Profile(table.rows(), List.of(facts), warnings);
    }
}
