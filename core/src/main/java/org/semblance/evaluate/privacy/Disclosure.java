package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Column;

/**
 * What somebody who knows the keys of a person learns from the synthetic table: identity (are people alone in their key
 * class, and are they so in the synthetic table too) and attribute disclosure (do all synthetic rows with a person's
 * keys have one value of the target, and is it the person's).
 *
 * <p>The value is DiSCO, the share of real rows whose target is told rightly; of several targets their mean. Its parts
 * are the other measures of {@link Disclosed}. Right guesses of what is common are no leak: where rows were held back,
 * parts say what they would tell in the place of the synthetic rows, beside as many of these, for more rows tell more,
 * whoever they are of. A low value is no proof: keys that nobody thought of are not in it,
 * and with many or fine keys nothing matches any more. Cost: (real + synthetic rows) x (keys + targets), a hash each.
 */
public final class Disclosure implements Metric {
    static final String NAME = "disclosure";

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            NAME,
            "The share of real rows whose secret the synthetic rows of the same keys all tell rightly (DiSCO).",
            DisclosureOptions.DEFAULT,
            Disclosure::new);

    /** Synthetic rows cut down to as many as are held back. */
    private static final int FEWER = 3;

    private final DisclosureOptions options;

    Disclosure(DisclosureOptions options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "DiSCO: the share of real rows whose keys occur in the synthetic table, where all synthetic rows with"
                        + " these keys have one value of the target, and it is the real row's. UiO: real rows alone"
                        + " with their keys; repU: those alone in the synthetic table too; Dorig: real rows whose keys"
                        + " tell the target in the real table.",
                "Raab, Nowok and Dibben 2024, arXiv:2406.16826 (disclosure() of synthpop 1.9).");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        KeyColumns keys = KeyColumns.of(options.keys(), c);
        String why = keys.missing(c);
        if (why != null) {
            return Score.none(NAME, why + ".");
        }
        List<String> targets = targets(keys, c);
        if (targets.isEmpty()) {
            return Score.none(NAME, "there is no column beside the keys that could be told.");
        }
        List<Labels> levels = keys.levels(options.keyGroups(), c);
        RowClasses classes = RowClasses.of(levels, KeyColumns.rows(c));
        int[][] ofClass = classes.levels(levels);
        int[] fewer = fewer(c, run);
        Cells.Sorted all = Cells.Sorted.of(with(classes, fewer));
        @Nullable Told[] told = new @Nullable Told[targets.size()];
        run.parallel(
                told.length,
                i -> told[i] = told(targets.get(i), keys, new Exclusions(options, levels, ofClass), all, fewer, c));
        return DisclosureScore.of(Arrays.stream(told).filter(Objects::nonNull).toList(), keys.note());
    }

    private List<String> targets(KeyColumns keys, Comparison c) {
        if (options.target().isEmpty()) {
            return keys.others(c);
        }
        if (keys.names().contains(options.target())) {
            throw ProblemException.usage(
                    Problem.of("the target \"" + options.target() + "\" is a key: who knows it need not guess it.")
                            .fix("Take it out of the keys, or choose another target."));
        }
        c.wholeReal().schema().index(options.target());
        return List.of(options.target());
    }

    /** Which synthetic rows are compared with the held-back ones; none where none are held back. */
    private static int[] fewer(Comparison c, Run run) {
        int[] rows = KeyColumns.rows(c);
        return rows.length <= KeyColumns.HOLDOUT
                ? new int[0]
                : Sample.positions(
                        rows[KeyColumns.SYNTHETIC],
                        Math.min(rows[KeyColumns.SYNTHETIC], rows[KeyColumns.HOLDOUT]),
                        run.rng().child("synthetic"));
    }

    private static RowClasses with(RowClasses classes, int[] fewer) {
        return classes.of().length <= KeyColumns.HOLDOUT
                ? classes
                : new RowClasses(with(classes.of(), fewer), classes.count());
    }

    private static int[][] with(int[][] tables, int[] fewer) {
        int[][] out = Arrays.copyOf(tables, FEWER + 1);
        out[FEWER] =
                Arrays.stream(fewer).map(i -> tables[KeyColumns.SYNTHETIC][i]).toArray();
        return out;
    }

    /** Null where the synthetic table lacks the target. */
    private @Nullable Told told(
            String target, KeyColumns keys, Exclusions exclusions, Cells.Sorted classes, int[] fewer, Comparison c) {
        Column[] columns = KeyColumns.columns(target, c);
        if (columns == null) {
            return null;
        }
        Labels found = Levels.of(options.targetGroups(), columns);
        boolean held = columns.length > KeyColumns.HOLDOUT;
        Labels values = held ? new Labels(with(found.codes(), fewer), found.levels()) : found;
        Cells cells = exclusions.of(Cells.of(classes, values, KeyColumns.SYNTHETIC), target, found, keys, c);
        long over = 0;
        for (int k = 0; k < cells.size(); k++) {
            over += cells.tells(k) && cells.d()[k] > options.denomLim() ? cells.d()[k] : 0;
        }
        Disclosed few = null;
        Disclosed fresh = null;
        if (held) {
            few = Disclosed.of(exclusions.of(Cells.of(classes, values, FEWER), target, found, keys, c));
            fresh = Disclosed.of(exclusions.of(Cells.of(classes, values, KeyColumns.HOLDOUT), target, found, keys, c));
        }
        return new Told(
                target,
                Disclosed.of(cells),
                over / (double) cells.real(),
                cells.real(),
                few,
                fresh,
                new KnownAlready(keys, exclusions, c).of(cells, target, found));
    }
}
