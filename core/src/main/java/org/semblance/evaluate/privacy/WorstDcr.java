package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The worst copy check: the highest share of synthetic rows nearer to the rows learnt from than to as many held back
 * (ties half; 0.5 is fresh data), over all columns together, three groups of columns that go together, and three groups
 * at random. Rows that were copied in part only show in a part of the columns.
 *
 * <p>The groups are there from six columns on; each kind of groups holds every column once. The interval holds for all
 * seven at once; the largest of seven is above 0.5 for fresh rows too, by about one standard error, as it is beside it.
 * MOSTLY's quality report does the same in an encoded space. A copy check only: a good one is no proof of privacy. Cost:
 * seven times that of {@link DcrShare}. Needs a holdout.
 */
public final class WorstDcr implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most synthetic rows to look at; 0 is all.", min = 0)
            int rows,

            @Option(value = "The most real rows to look among, and of those held back; 0 is all.", min = 0)
            int among) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "worst-dcr",
            "The share of synthetic rows nearer to a row that was learnt from, in the worst of seven groups of columns.",
            new Options(5_000, 100_000),
            WorstDcr::new);

    private static final int ENOUGH = 6;
    private static final int NAMES = 4;

    private final Options options;

    WorstDcr(Options options) {
        this.options = options;
    }

    @Override
    public boolean needsHoldout() {
        return true;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The share of synthetic rows nearer to the rows learnt from than to as many held back, ties half; the"
                        + " highest over all columns, three groups of columns that go together and three at random. A copy"
                        + " check only: a good one is no proof of privacy.",
                "MOSTLY AI quality assurance 1.10; Platzer and Reutterer 2021, doi:10.3389/fdata.2021.679939.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table synthetic = Searches.some(c.synthetic(), options.rows, run.rng().child("synthetic"));
        Sides sides = Sides.of(c, "worst-dcr", options.among, run);
        int width = c.real().width();
        if (sides.each() == 0 || synthetic.rows() == 0 || width == 0) {
            return Score.none("worst-dcr", "There are too few rows.");
        }
        List<int[]> groups = new ArrayList<>();
        groups.add(IntStream.range(0, width).toArray());
        if (width >= ENOUGH) {
            groups.addAll(ColumnGroups.together(c.real(), run.child("together")));
            groups.addAll(ColumnGroups.random(width, run.rng().child("random")));
        }
        double together = Rate.together(groups.size());
        Worst worst = new Worst();
        String note = "";
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures =
                Figures.of("Copy check by columns", "nearer, ties half", "nearer", "tied", "low", "high");
        for (int[] group : groups) {
            Sides some = sides.select(group);
            Distances distances =
                    Distances.of(c.real().select(group), some.real(), some.holdout(), synthetic.select(group));
            Sides.Near near = Sides.Near.of(distances, 1, options.rows == 0, run);
            Shares shares = Shares.of(near.real()[0], near.holdout()[0]);
            double n = near.rows();
            Rate wide = Rate.of(shares.half() * n, n, together);
            Rate alone = Rate.of(shares.half() * n, n, Rate.ALONE);
            worst.add(shares.half(), wide.value() - wide.error(), wide.value() + wide.error());
            note = parts.isEmpty() ? near.note() : note;
            String name = parts.isEmpty() ? "all columns" : parts.size() + ": " + names(c, group);
            parts.put(name, shares.half());
            figures.row(
                    name,
                    shares.half(),
                    shares.nearer(),
                    shares.tied(),
                    alone.interval().low(),
                    alone.interval().high());
        }
        return new Score("worst-dcr", worst.value(), parts)
                .interval(worst.interval())
                .figures(figures.build())
                .note(Searches.sentences(sides.note(), note));
    }

    private static String names(Comparison c, int[] group) {
        String some = IntStream.of(group).limit(NAMES).mapToObj(c::name).collect(Collectors.joining(", "));
        return group.length <= NAMES ? some : some + " and " + (group.length - NAMES) + " more";
    }
}
