package org.semblance.evaluate.valid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Schema;

/**
 * Whether the synthetic table has the columns of the real one, by name and kind: the number of columns (with their kind)
 * in both tables divided by that in either.
 *
 * <p>All columns count, those that are not scored too. The parts are 1 for a column that is the same and 0 for one that
 * is missing, of another kind, or new. The order of the columns does not count. A table that has fewer than half of the
 * real columns, by name, is {@link #another}; then the figures say how many. Same formula as SDMetrics 0.29
 * (TableStructure), which compares the types pandas found in place of kinds.
 */
public final class Structure implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "structure",
            "Whether the synthetic table has the columns of the real one, by name and kind; 1 is all and no other.",
            new Plugin.NoOptions(),
            options -> new Structure());

    private static final int SAID = 5;

    private static final String SHARED = "Columns that both tables have";

    /** How many columns the real table has, and how many of them, by name, the synthetic one has too. */
    public record Shared(int columns, int real) {}

    /** Where a score of this metric says that the synthetic table is another table: what little they share. */
    public static Optional<Shared> another(Score score) {
        return score.figures().stream()
                .filter(figures -> figures.title().equals(SHARED))
                .map(figures -> figures.rows().get(0).values())
                .map(values ->
                        new Shared(values.get(0).intValue(), values.get(1).intValue()))
                .findFirst();
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.HIGHER,
                "The number of (name, kind) of columns in both tables divided by the number in either.",
                "SDMetrics 0.29, TableStructure.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Schema real = c.wholeReal().schema();
        Schema synthetic = c.wholeSynthetic().schema();
        Map<String, Double> parts = new LinkedHashMap<>();
        List<String> different = new ArrayList<>();
        int both = 0;
        int shared = 0;
        for (Field field : real.fields()) {
            int at = synthetic.find(field.name());
            boolean same = at >= 0 && synthetic.field(at).kind() == field.kind();
            both += same ? 1 : 0;
            shared += at >= 0 ? 1 : 0;
            parts.put(field.name(), same ? 1.0 : 0.0);
            if (at < 0) {
                different.add(field.name() + " is not in the synthetic table");
            } else if (!same) {
                different.add(field.name() + " is a " + field.kind().word() + " in the real and a "
                        + synthetic.field(at).kind().word() + " in the synthetic table");
            }
        }
        for (Field field : synthetic.fields()) {
            if (real.find(field.name()) < 0) {
                parts.put(field.name(), 0.0);
                different.add(field.name() + " is not in the real table");
            }
        }
        int either = real.size() + synthetic.size() - both;
        Score score = new Score("structure", (double) both / either, parts).note(words(different));
        return 2 * shared < real.size()
                ? score.figures(Figures.of(SHARED, "in both", "in the real table", "in the synthetic table")
                        .row("columns", shared, real.size(), synthetic.size())
                        .build())
                : score;
    }

    private static String words(List<String> different) {
        if (different.isEmpty()) {
            return "";
        }
        String said = String.join("; ", different.subList(0, Math.min(SAID, different.size())));
        int rest = different.size() - SAID;
        return said + (rest > 0 ? "; and " + rest + " more columns differ." : ".");
    }
}
