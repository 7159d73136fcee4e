package org.semblance.synthesize.sequence;

import org.semblance.model.Stored;
import org.semblance.plugin.Option;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.CodeBook;
import org.semblance.trees.OrderRules;

/**
 * The rows that belong to one entity, in order, given what is known of the entity: the visits of a patient, the lines of an
 * order. Learnt from real ones; immutable and thread-safe.
 */
public final class Steps {
    /**
     * Real steps. Only kinds that are {@link org.semblance.table.Kind#modelled}, already curated.
     *
     * @param context one row for each entity; may have no columns
     * @param start where the rows of each entity begin, and their end: one more than there are entities
     * @param rows all steps, entity by entity, in order
     * @param order which column of the rows puts them in order, or -1
     */
    public record Data(Table context, int[] start, Table rows, int order) {}

    /** How steps are learnt. */
    public record Options(
            @Option(value = "Fewest real rows of a leaf", min = 10, max = 1e6)
            int minLeaf,

            @Option(value = "Standard deviations above chance that a split must gain", min = 0, max = 100)
            double pruning,

            @Option("Whether leaves may hold a line through other numbers")
            boolean lines,

            @Option(value = "Most features that a column is drawn given", min = 1, max = 10_000)
            int predictors,

            @Option(value = "How many entities must share a number for it to be kept", min = 1, max = 1e6)
            int common,

            @Option(value = "Most rows that are learnt from, drawn at random", min = 1000, max = 1e9)
            int rows) {
        public static final Options DEFAULT = new Options(50, 0, true, 30, 5, 100_000);
    }

    /** What was learnt. */
    record Model(
            Layout layout,
            Scales scales,
            double end,
            boolean window,
            double start,
            CodeBook[] books,
            Chain first,
            Chain next,
            OrderRules rules) {}

    private final Model model;
    private final Dictionaries dictionaries;

    Steps(Model model, Dictionaries dictionaries) {
        this.model = model;
        this.dictionaries = dictionaries;
    }

    public static Steps fit(Data data, Options options, Run run) {
        Model model = new Learning(Real.of(data), options, run).learn();
        return new Steps(model, Dictionaries.of(data.context(), data.rows()));
    }

    /**
     * New steps of entities.
     *
     * @param context what is known of each entity: the columns learnt from
     * @param start how many steps each is to have, as in {@link Data}
     */
    public Table draw(Table context, int[] start, Rng rng) {
        return draw(context, start, 0, rng);
    }

    /**
     * The same where the last {@code horizon} steps of each entity lie beyond those that it was to have: they go on after
     * the last place of the real ones.
     */
    public Table draw(Table context, int[] start, int horizon, Rng rng) {
        return new Walk(model, dictionaries, context, start, horizon, rng).walk();
    }

    public Stored store() {
        return StepsFile.store(model, dictionaries);
    }

    public static Steps load(Stored stored, Schema context, Schema rows) {
        return StepsFile.load(stored, context, rows);
    }

    Model model() {
        return model;
    }
}
