package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * How far a guess of the sensitive columns from the synthetic rows with a person's known columns is from right, over
 * how far a guess among all values is: SDMetrics' DisclosureProtection, the same figures. 1 is no better than guessing.
 *
 * <p>Numbers are cut into bins of equal width of the real column (SDMetrics cuts those that it is told to). The
 * baseline takes every combination of values that occur to be equally likely, so a column that is nearly constant looks
 * badly protected whatever the synthetic table is. Cost: rows x columns; generalized-cap: different keys of the real
 * table x those of the synthetic one.
 */
public final class DisclosureProtection implements Metric {
    private static final String NAME = "disclosure-protection";

    /** The options. */
    public record Options(
            @Option(KeyColumns.DOC) List<String> keys,

            @Option("The columns an attacker wants to learn, all at once; where empty, the last scored one.")
            List<String> sensitive,

            @Option(
                    value = "What a person counts whose keys no synthetic row has: left out, wrong, or guessed from the"
                            + " rows with most of the keys.",
                    choices = {"cap", "zero-cap", "generalized-cap"})
            String computation,

            @Option(value = "Into how many bins numbers are cut; 0 takes every value for itself.", min = 0)
            int bins) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            NAME,
            "SDMetrics' protection from guessing sensitive columns by known ones; 1 is no better than chance.",
            new Options(List.of(), List.of(), "cap", 10),
            DisclosureProtection::new);

    private final Options options;

    DisclosureProtection(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.HIGHER,
                "(1 - CAP) / (1 - 1 / combinations of sensitive values), at most 1; CAP is the mean over real rows of the"
                        + " share of synthetic rows with the same keys that have the same sensitive values.",
                "SDMetrics 0.29, DisclosureProtection.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        KeyColumns keys = KeyColumns.of(options.keys, c);
        String why = keys.missing(c);
        List<String> others = keys.others(c);
        if (why != null || (options.sensitive.isEmpty() && others.isEmpty())) {
            return Score.none(NAME, (why == null ? "there is no column beside the keys" : why) + ".");
        }
        KeyColumns sensitive = new KeyColumns(
                options.sensitive.isEmpty() ? others.subList(others.size() - 1, others.size()) : options.sensitive,
                false);
        sensitive.names().forEach(name -> c.wholeReal().schema().index(name));
        String lost = sensitive.missing(c);
        if (lost != null) {
            return Score.none(NAME, lost + ".");
        }
        int[] rows = KeyColumns.rows(c);
        List<Labels> known = levels(keys, c);
        List<Labels> secret = levels(sensitive, c);
        RowClasses classes = RowClasses.of(known, rows);
        RowClasses values = RowClasses.of(secret, rows);
        Cells cells = Cells.of(classes, new Labels(values.of(), values.count()), KeyColumns.SYNTHETIC);
        double cap = options.computation.equals("generalized-cap")
                ? new NearestKeys(cells, known, classes).cap(run)
                : cap(cells, options.computation.equals("cap"));
        return score(1 - cap, baseline(secret), keys.note());
    }

    private List<Labels> levels(KeyColumns names, Comparison c) {
        List<Labels> out = new ArrayList<>();
        for (String name : names.names()) {
            Column[] columns = KeyColumns.columns(name, c);
            if (columns != null) {
                boolean cut = options.bins > 0 && columns[0] instanceof NumberColumn;
                out.add(cut ? EqualBins.of(options.bins, columns) : Levels.of(columns));
            }
        }
        return out;
    }

    private static Score score(double protection, double baseline, String note) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("cap protection", protection);
        parts.put("baseline protection", baseline);
        double value = baseline == 0 ? Double.NaN : Math.min(protection / baseline, 1);
        return new Score(NAME, value, parts).note(note);
    }

    private static double cap(Cells cells, boolean matchedOnly) {
        double right = 0;
        for (int k = 0; k < cells.size(); k++) {
            long sq = cells.sq()[cells.keys()[k]];
            right += sq == 0 ? 0 : cells.s()[k] / (double) sq * cells.d()[k];
        }
        long rows = 0;
        for (int q = 0; q < cells.dq().length; q++) {
            rows += !matchedOnly || cells.sq()[q] > 0 ? cells.dq()[q] : 0;
        }
        return right / rows;
    }

    /** 1 minus the chance of guessing the combination, where every value that occurs in the real table is as likely. */
    private static double baseline(List<Labels> sensitive) {
        double combinations = 1;
        for (Labels column : sensitive) {
            boolean[] seen = new boolean[column.levels() + 1];
            int count = 0;
            for (int code : column.codes()[KeyColumns.REAL]) {
                count += seen[code + 1] ? 0 : 1;
                seen[code + 1] = true;
            }
            combinations *= count;
        }
        return 1 - 1 / combinations;
    }
}
