package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.privacy.Levels;
import org.semblance.evaluate.privacy.RowClasses;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Rows are removed that are alone with their keys in the synthetic table, and look like a real person's: replicated
 * uniques, whose keys one real row has alone too, or uniques whose keys any real row has.
 *
 * <p>Keys are compared in every column that is named, a missing value being one like others; without names in all
 * columns that are no identifiers, keys or texts and that both tables have. The figures are those of synthpop's
 * replicated.uniques. Whoever knows that such rows were removed learns that nobody real is alone where the table has
 * one row: a small thing, but not nothing. Cost: rows x keys.
 */
public final class RemoveUniques implements Control {
    /** The options of both. */
    public record Options(
            @Option("The columns an attacker knows of a person; where empty, all that are modelled.")
            List<String> keys) {}

    /** Alone in both tables. */
    public static final Plugin<Control> REPLICATED = Plugin.of(
            "remove-replicated-uniques",
            "Removes synthetic rows alone with their keys whose keys a real row has alone too; needs the real table.",
            new Options(List.of()),
            options -> new RemoveUniques("remove-replicated-uniques", true, options));

    /** Alone in the synthetic table, and present in the real one. */
    public static final Plugin<Control> PRESENT = Plugin.of(
            "remove-uniques-in-real",
            "Removes synthetic rows alone with their keys whose keys any real row has; needs the real table.",
            new Options(List.of()),
            options -> new RemoveUniques("remove-uniques-in-real", false, options));

    private final String name;
    private final boolean replicated;
    private final Options options;

    private RemoveUniques(String name, boolean replicated, Options options) {
        this.name = name;
        this.replicated = replicated;
        this.options = options;
    }

    @Override
    public boolean needsReal() {
        return true;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        if (real == null) {
            throw ProblemException.usage(Problem.of(name + " needs the real table, to know who is alone in it.")
                    .fix("Give it: --real real.csv"));
        }
        List<Labels> levels = new ArrayList<>();
        for (String key : keys(synthetic.schema(), real.schema())) {
            levels.add(Levels.of(real.column(key), synthetic.column(key)));
        }
        RowClasses classes = RowClasses.of(levels, real.rows(), synthetic.rows());
        int[] inReal = classes.sizes(0);
        int[] made = classes.sizes(1);
        int[] of = classes.of()[1];
        int[] stay = IntStream.range(0, of.length)
                .filter(i -> made[of[i]] > 1 || inReal[of[i]] == 0 || (replicated && inReal[of[i]] > 1))
                .toArray();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("real rows", (double) real.rows());
        figures.put("real rows alone", count(inReal, made, 1, -1));
        figures.put("synthetic rows", (double) synthetic.rows());
        figures.put("synthetic rows alone", count(made, inReal, 1, -1));
        figures.put("of these with the keys of a real row", count(made, inReal, 1, -1) - count(made, inReal, 1, 0));
        figures.put("of these with those of one real row alone", count(made, inReal, 1, 1));
        long removed = of.length - stay.length;
        return new Controlled(
                removed == 0 ? synthetic : synthetic.take(stay), new Change(name, List.of(), removed, figures));
    }

    /** Classes with so many rows of one table and so many of the other; -1 is any number. */
    private static double count(int[] one, int[] other, int ofOne, int ofOther) {
        return IntStream.range(0, one.length)
                .filter(q -> one[q] == ofOne && (ofOther < 0 || other[q] == ofOther))
                .count();
    }

    private List<String> keys(Schema synthetic, Schema real) {
        if (options.keys.isEmpty()) {
            List<String> shared = synthetic.fields().stream()
                    .filter(field -> field.kind().modelled() && real.find(field.name()) >= 0)
                    .filter(field -> real.field(real.find(field.name())).kind().numeric()
                            == field.kind().numeric())
                    .map(Field::name)
                    .toList();
            if (shared.isEmpty()) {
                throw ProblemException.data(Problem.of("the two tables have no column of the same name and kind.")
                        .fix("Check that --real is the table the synthetic one was made from."));
            }
            return shared;
        }
        List<Problem> problems = new ArrayList<>();
        for (String key : options.keys) {
            Field made = synthetic.field(synthetic.index(key));
            int at = real.find(key);
            if (at < 0) {
                problems.add(Problem.of("the real table has no column \"" + key + "\"."));
            } else if (real.field(at).kind().numeric() != made.kind().numeric()) {
                problems.add(Problem.of("column \"" + key + "\" is a "
                                + real.field(at).kind().word() + " in the real table, but a "
                                + made.kind().word() + " in the synthetic one.")
                        .fix("Remove rows before the control that changes this column, or read both with one schema."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return options.keys;
    }
}
