package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** A first column that says of every row that it is synthetic, so that no copy of the table is taken for real data. */
public final class Label implements Control {
    private static final String NAME = "label";

    /** The options. */
    public record Options(
            @Option("The name of the column.") String column,

            @Option("What stands in it.") String value) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "A first column that says of every row that it is synthetic.",
            new Options("synthetic", "true"),
            Label::new);

    private final Options options;

    Label(Options options) {
        this.options = options;
        if (options.column.isEmpty() || options.value.isEmpty()) {
            throw ProblemException.usage(Problem.of("label needs a column and a value, and one is empty.")
                    .fix("For example label:column=synthetic,value=true"));
        }
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        if (synthetic.schema().find(options.column) >= 0) {
            throw ProblemException.usage(Problem.of("there is a column \"" + options.column + "\" already.")
                    .fix("Give the label another name: label:column=is_synthetic"));
        }
        List<Field> fields = new ArrayList<>(List.of(Field.of(options.column, Kind.FLAG)));
        fields.addAll(synthetic.schema().fields());
        List<Column> columns =
                new ArrayList<>(List.of(CodeColumn.of(new int[synthetic.rows()], List.of(options.value))));
        for (int c = 0; c < synthetic.width(); c++) {
            columns.add(synthetic.column(c));
        }
        Change.Changed added = new Change.Changed(options.column, synthetic.rows(), Double.NaN);
        return new Controlled(Table.of(new Schema(fields), columns), new Change(NAME, List.of(added), 0, Map.of()));
    }
}
