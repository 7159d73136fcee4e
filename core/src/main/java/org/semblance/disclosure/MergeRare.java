package org.semblance.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * Labels that few synthetic rows have become one label. Where all of them together are still few, that is in the
 * change's figures. A flag becomes a category. Missing values stay missing. Cost: one pass.
 */
public final class MergeRare implements Control {
    private static final String NAME = "merge-rare";

    /** The options. */
    public record Options(
            @Option("The columns: labels.") List<String> columns,

            @Option(value = "Labels of fewer synthetic rows than this are rare.", min = 2)
            int below,

            @Option("What they become.") String into) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Labels that few synthetic rows have become one label, such as \"other\".",
            new Options(List.of(), 5, "other"),
            MergeRare::new);

    private final Options options;

    MergeRare(Options options) {
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int position : Columns.labels(NAME, options.columns, synthetic)) {
            CodeColumn column = synthetic.codes(position);
            int[] codes = column.toArray();
            int[] counts = new int[column.labels().size()];
            for (int code : codes) {
                if (code >= 0) {
                    counts[code]++;
                }
            }
            @Nullable String[] texts = new @Nullable String[codes.length];
            int rare = 0;
            for (int i = 0; i < codes.length; i++) {
                boolean few = codes[i] >= 0 && counts[codes[i]] < options.below;
                texts[i] = few ? options.into : column.get(i);
                rare += options.into.equals(texts[i]) ? 1 : 0;
            }
            int labels = 0;
            for (int count : counts) {
                labels += count > 0 && count < options.below ? 1 : 0;
            }
            if (labels == 0) {
                continue;
            }
            Field field = synthetic.schema().field(position);
            edit.set(position, field.kind() == Kind.FLAG ? field.kind(Kind.CATEGORY) : field, CodeColumn.of(texts));
            figures.put(field.name() + ": labels merged", (double) labels);
            figures.put(field.name() + ": rows of \"" + options.into + "\"", (double) rare);
        }
        Controlled done = edit.done(NAME);
        return new Controlled(done.table(), done.change().figures(figures));
    }
}
