package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.useful.Outcome;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * How large groups are and how often the outcome occurs in each, in real and in synthetic rows; whether the synthetic
 * rows set groups further apart.
 *
 * <p>Of two labels the rarer is the outcome, of more each one, of a number its mean in deviations. Every pair of groups
 * is compared. The value is the largest widening of a gap, less what chance makes of it: 0 where no gap is wider than
 * chance explains in 19 of 20 repetitions. A gap that changes its direction is a widening only where it is larger.
 * Groups are told by {@link Groups}. Without an outcome there are only sizes and no value. A widening of groups
 * whose real rates cannot be told ({@link ToldRates}) counts {@link Gap#UNTOLD}, however large. Parts: per grouping, of the
 * groups whose rates are told, the largest gap (statistical parity difference) and the smallest ratio of rates, and how
 * much of its share the group keeps that loses most. Cost: one pass over the rows. It cannot tell whether a gap is unjust.
 */
public final class GroupGaps implements Metric {
    /** The options. */
    public record Options(
            @Option("The columns that make groups; where empty, the first one of few labels.")
            List<String> sensitive,

            @Option("The outcome; where empty, the last column of few labels, else the last number.")
            String target,

            @Option("Whether all these columns together make groups as well.")
            boolean crossed) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "group-gaps",
            "By how much synthetic rows widen the gaps in outcome between groups, beyond chance; group sizes beside it.",
            new Options(List.of(), "", false),
            GroupGaps::new);

    private final Options options;

    GroupGaps(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.FAIR,
                About.Better.LOWER,
                "The largest increase, from real to synthetic rows, of the difference in outcome rates of two groups, less"
                        + " what chance allows for (one-sided 95 %, over all pairs); 0 where none is beyond it;"
                        + " 0.05 where one of too few real rows to be told is.",
                "Statistical parity: Dwork et al. 2012, doi:10.1145/2090236.2090255; Bonferroni's correction.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        int target = Outcome.find(options.target, c);
        List<Groups> groupings = Groups.of(c, options.sensitive, options.crossed, target);
        if (groupings.isEmpty() || c.real().rows() == 0 || c.synthetic().rows() == 0) {
            return Score.none("group-gaps", "There are no groups to compare.");
        }
        Outcome outcome = target < 0 ? null : Outcome.of(target, c.real(), c.synthetic());
        List<Event> events = outcome == null ? List.of() : Event.of(outcome, c.real());
        double[][] outcomes = outcome == null
                ? new double[2][0]
                : new double[][] {outcome.values(c.real()), outcome.values(c.synthetic())};
        GroupRates[] found = new GroupRates[groupings.size()];
        run.parallel(found.length, i -> found[i] = GroupRates.of(groupings.get(i), c, events, outcomes));
        List<Gap> gaps = new ArrayList<>();
        Map<String, Double> parts = new LinkedHashMap<>();
        List<Figures> figures = new ArrayList<>();
        for (GroupRates one : found) {
            gaps.addAll(one.gaps());
            one.describe(parts);
            figures.add(one.figures());
        }
        String note = outcome == null
                ? "There is no outcome: only the sizes of groups were compared."
                : Gap.note(gaps, "in real", "in synthetic rows");
        return new Score("group-gaps", Gap.value(gaps), parts)
                .figures(figures.toArray(Figures[]::new))
                .note(note);
    }
}
