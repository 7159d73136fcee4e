package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Codings;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Given;
import org.semblance.conditional.Predictors;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Sequential synthesis, as synthpop has it: the first column is drawn from its own distribution, every other one by a
 * method learnt on the real columns before it and fed with the synthetic ones, so that relations add up and no row is
 * linked to a real one. A column with missing numbers is drawn in two steps: whether it is there, then the number.
 *
 * <p>Unlike synthpop, numbers are learnt as bins and given out as places within them (values that five rows share stay as
 * they are), labels of a predictor are split as they are however many there are, and trees keep splits that make leaves
 * purer though their commonest label stays. A regression takes the columns that tell most about its target, at most so
 * many that five rows come on each column of its design; a target of more than 60 labels gets a tree.
 *
 * <p>Cost: columns^2 x rows x depth for trees, columns in parallel. Keeps and loses what the methods do. Source: Nowok,
 * Raab and Dibben (2016), synthpop, doi:10.18637/jss.v074.i11; Raab, Nowok and Dibben (2018),
 * doi:10.29012/jpc.v7i3.407; Reiter (2005), Using CART to generate partially synthetic, public use microdata.
 */
public final class Sequential implements Synthesizer {
    /** The options. */
    public record Options(
            @Option(
                    "What draws columns: parametric (normrank, logreg and polyreg by what a column holds), or one method"
                            + " for all that it fits: cart, rf, norm, lognorm, satcat, sample ...")
            String method,

            @Option("Other methods of single columns, each as column=method")
            List<String> methods,

            @Option("Columns in the order they are drawn; those not named follow as they stand")
            List<String> order,

            @Option(
                    "Whether what is learnt is drawn too: coefficients from their law, trees on rows drawn with replacement")
            boolean proper,

            @Option(
                    value =
                            "cart: fewest rows of a leaf; synthpop has 5, but smaller leaves tell more of who is in them",
                    min = 1,
                    max = 1e6)
            int minBucket,

            @Option(
                    value = "cart: splits that lower the impurity of the whole tree by a smaller share are taken back",
                    min = 0,
                    max = 1)
            double cp,

            @Option(value = "Most columns that a regression takes", min = 1, max = 10_000)
            int predictors,

            @Option(
                    value = "Rows that must share a number for it to be drawn as it is; also the fewest rows of a bin",
                    min = 1,
                    max = 1_000_000)
            int common) {}

    /** On credit_data an attacker finds out who was learnt from at .568 with 10, at .594 with synthpop's 5 (chance: .5). */
    private static final int LEAF = 10;

    private static Options options(String method) {
        return new Options(method, List.of(), List.of(), false, LEAF, 1e-8, 60, Marginal.Grain.DEFAULT.common());
    }

    public static final Plugin<Synthesizer> CART = Plugin.of(
            "cart",
            "Each column from a tree on the columns before it, as in synthpop; any of its methods by column.",
            options("cart"),
            Sequential::new);

    public static final Plugin<Synthesizer> PARAMETRIC = Plugin.of(
            "parametric",
            "Each column from a regression on the columns before it, as in synthpop: keeps monotone and linear relations.",
            options(SequentialMethods.PARAMETRIC),
            Sequential::new);

    private static final int ROWS_A_COLUMN = 5;

    private final Options options;

    public Sequential(Options options) {
        this.options = options;
    }

    @Override
    public Model fit(Table real, Run run) {
        SequentialMethods methods = new SequentialMethods(options, real.schema());
        List<SequentialUnit> units = new ArrayList<>();
        for (int c : order(real.schema())) {
            units.addAll(SequentialUnit.of(
                    c,
                    real.schema().field(c),
                    real.column(c),
                    new Marginal.Grain(options.common(), Marginal.Grain.DEFAULT.most())));
        }
        Work work = new Work(real, units, methods);
        SequentialModel.Step[] steps = new SequentialModel.Step[units.size()];
        try (Progress.Stage stage = run.progress().begin("fit", steps.length, "columns")) {
            // The last ones have most predictors: they begin.
            run.parallel(steps.length, i -> {
                int k = steps.length - 1 - i;
                steps[k] = work.fit(k, run.child(units.get(k).name()).threads(1).silent());
                stage.add(1);
            });
        }
        return new SequentialModel(real.schema(), List.of(steps));
    }

    private int[] order(Schema schema) {
        Set<Integer> order = new LinkedHashSet<>();
        options.order().forEach(name -> order.add(schema.index(name)));
        IntStream.range(0, schema.size()).forEach(order::add);
        return order.stream().mapToInt(c -> c).toArray();
    }

    /** What all columns are learnt from. */
    private final class Work {
        private final Table real;
        private final List<SequentialUnit> units;
        private final SequentialMethods methods;
        private final Column[] targets;
        private final Column[] predictors;
        private final Codings codings = new Codings();
        private @Nullable Closeness closeness;

        Work(Table real, List<SequentialUnit> units, SequentialMethods methods) {
            this.real = real;
            this.units = units;
            this.methods = methods;
            targets = new Column[units.size()];
            predictors = new Column[units.size()];
            for (int k = 0; k < targets.length; k++) {
                targets[k] = units.get(k).coded(real.column(units.get(k).column()));
                predictors[k] = SequentialModel.filled(targets[k], units.get(k).fill());
            }
        }

        SequentialModel.Step fit(int k, Run run) {
            SequentialUnit unit = units.get(k);
            String column = real.schema().field(unit.column()).name();
            String method = methods.of(unit, column, k);
            int[] used = method.equals("sample") ? new int[0] : used(k, method);
            Predictors x = SequentialModel.predictors(units, predictors, used, real.rows(), codings);
            Column y = targets[k];
            if (options.proper() && SequentialMethods.bootstrapped(method)) {
                Rng rng = run.rng().child("rows");
                int[] rows = IntStream.range(0, real.rows())
                        .map(i -> rng.nextInt(real.rows()))
                        .sorted()
                        .toArray();
                x = x.take(rows);
                y = y.take(rows);
            }
            List<String> events = new ArrayList<>();
            try {
                Conditional.Drawer drawer = methods.make(method)
                        .fit(new Given(x, unit.field(), y, false, events::add), run)
                        .forgetful();
                return new SequentialModel.Step(unit, method, used, drawer, events);
            } catch (ProblemException e) {
                throw new ProblemException(
                        e.kind(),
                        e.problems().stream()
                                .map(problem -> problem.at("column \"" + column + "\", method " + method))
                                .toList());
            }
        }

        /** The units that a method takes: all before, or for a regression those that tell most, as far as rows go. */
        private int[] used(int k, String method) {
            int[] all = IntStream.range(0, k).toArray();
            if (!SequentialMethods.regression(method)) {
                return all;
            }
            int room = Math.max(1, real.rows() / ROWS_A_COLUMN);
            if (k <= options.predictors()
                    && Arrays.stream(all).map(this::columns).sum() <= room) {
                return all;
            }
            Closeness close = closeness();
            double[] nats =
                    Arrays.stream(all).mapToDouble(j -> close.between(k, j)).toArray();
            List<Integer> best = new ArrayList<>(IntStream.range(0, k).boxed().toList());
            best.sort(Comparator.comparingDouble((Integer j) -> -nats[j]));
            List<Integer> taken = new ArrayList<>();
            for (int j : best) {
                if (taken.size() < options.predictors() && columns(j) <= room) {
                    room -= columns(j);
                    taken.add(j);
                }
            }
            return taken.stream().mapToInt(j -> j).sorted().toArray();
        }

        private int columns(int k) {
            return predictors[k] instanceof NumberColumn
                    ? 1
                    : Math.max(1, ((CodeColumn) predictors[k]).labels().size() - 1);
        }

        private synchronized Closeness closeness() {
            Closeness known = closeness;
            if (known == null) {
                known = new Closeness(predictors);
                closeness = known;
            }
            return known;
        }
    }

    @Override
    public Model load(Stored stored, Schema schema) {
        return SequentialModel.load(stored, schema);
    }
}
