package org.semblance.synthesize;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.semblance.expression.Expression;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Each;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Marginal;
import org.semblance.run.Run;
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
 * <p>The type-wise default goes two steps beyond synthpop's (decision 014): a number is put to a regression as normal
 * scores where these tell more of the target ({@link SequentialScores}), and values that 30 % of the rows share are drawn
 * apart (a logistic regression says who has them). Over nine tables rank correlations of pairs are then off by .034 in the
 * mean instead of .074, Pearson's by .038 instead of .064, and columns by a Kolmogorov-Smirnov distance of .032 instead of
 * .062 ({@code bench statistical --only ranks --tables FOLDER}). With {@code scores} off and {@code piled-up} 1 it is
 * synthpop's.
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

            @Option(
                    value = "Other methods of single columns, as column=method; with options in YAML: {age: {method:"
                            + " cart, min-bucket: 20}}; columns of catall or ipf are drawn together, before the others",
                    each = Each.METHOD)
            Map<String, Object> methods,

            @Option("Columns in the order they are drawn; those not named follow as they stand")
            List<String> order,

            @Option(
                    value =
                            "What single columns are drawn from instead of all before them, in YAML: {income: [age, sex]}",
                    each = Each.TEXTS)
            Map<String, Object> from,

            @Option(
                    value =
                            "Values that conditions give, in YAML: {marital: {\"age < 18\": SINGLE}}; rows of which they"
                                    + " hold are not learnt from",
                    each = Each.VALUES)
            Map<String, Object> rules,

            @Option(
                    value = "Numbers that stand for a missing value, drawn apart from the others: {income: [-8, -9]}",
                    each = Each.NUMBERS)
            Map<String, Object> missingCodes,

            @Option(
                    value = "Numbers at which values are piled up, drawn apart from the others: {hours: [0]}",
                    each = Each.NUMBERS)
            Map<String, Object> semicontinuous,

            @Option(
                    value =
                            "Numbers that so large a share of the rows have are drawn apart too, where normrank draws the"
                                    + " column; 1 for none (synthpop)",
                    min = 0.01,
                    max = 1)
            double piledUp,

            @Option(
                    "Whether numbers are put as normal scores where normrank, logreg, polyreg and polr are drawn from them"
                            + " and scores tell more; else as they are (synthpop)")
            boolean scores,

            @Option(
                    value =
                            "The labels of columns that stand in an order, from the lowest: {education: [low, mid, high]}",
                    each = Each.TEXTS)
            Map<String, Object> ordered,

            @Option(value = "Columns of at most so many different numbers are drawn as labels", min = 1, max = 1000)
            int minLevels,

            @Option(
                    "Columns that are not synthesised: every row keeps the real value ; its rows stay those of real people")
            List<String> keep,

            @Option("Columns whose groups are learnt apart; each needs 10 + 10 x columns rows")
            List<String> strata,

            @Option(
                    value = "How many rows each stratum gets: drawn, or the share that it has",
                    choices = {"drawn", "kept"})
            String strataRows,

            @Option(
                    "Whether what is learnt is drawn too: coefficients from their law, trees on rows drawn with replacement")
            boolean proper,

            @Option(
                    value =
                            "cart: fewest rows of a leaf; 0 for a fiftieth of all, from 10 to 50 (synthpop: 5, which tells"
                                    + " of who is in them)",
                    min = 0,
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
                    value =
                            "Rows that must share a number for it to be drawn as it is; also the fewest rows of a bin, and"
                                    + " of numbers that are drawn apart from others",
                    min = 1,
                    max = 1_000_000)
            int common) {}

    private static Options options(String method, double piledUp, boolean scores) {
        return new Options(
                method,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                piledUp,
                scores,
                Map.of(),
                1,
                List.of(),
                List.of(),
                "drawn",
                false,
                0,
                1e-8,
                60,
                Marginal.Grain.DEFAULT.common());
    }

    public static final Plugin<Synthesizer> CART = Plugin.of(
            "cart",
            "Each column from a tree on the columns before it, as in synthpop; any of its methods by column.",
            options("cart", 1, false),
            Sequential::new);

    public static final Plugin<Synthesizer> PARAMETRIC = Plugin.of(
            "parametric",
            "Each column from a regression on the columns before it, nearly as in synthpop: keeps monotone and linear relations.",
            options(SequentialMethods.PARAMETRIC, 0.3, true),
            Sequential::new);

    private final Options options;

    public Sequential(Options options) {
        this.options = options;
    }

    /** The methods that a column may name, in order. */
    public static List<String> methods() {
        return SequentialMethods.known();
    }

    /** @throws org.semblance.plugin.ProblemException naming everything in the options that does not fit the table */
    @Override
    public Model fit(Table real, Run run) {
        SequentialPlan plan = SequentialPlan.of(options, real);
        return options.strata().isEmpty()
                ? new SequentialFit(options, plan, real).fit(run)
                : Strata.fit(options, plan, real, run);
    }

    @Override
    public void check(Table real, Run run) {
        SequentialPlan plan = SequentialPlan.of(options, real);
        if (options.strata().isEmpty()) {
            new SequentialFit(options, plan, real).check();
        }
    }

    @Override
    public Set<String> namedValues(Schema schema) {
        Set<String> out = new HashSet<>(options.strata());
        out.addAll(options.missingCodes().keySet());
        out.addAll(options.semicontinuous().keySet());
        out.addAll(options.rules().keySet());
        options.rules().values().stream()
                .filter(Map.class::isInstance)
                .flatMap(conditions -> ((Map<?, ?>) conditions).keySet().stream())
                .forEach(when -> out.addAll(columns(String.valueOf(when), schema)));
        return out;
    }

    private static List<String> columns(String condition, Schema schema) {
        try {
            return Expression.parse(condition, schema).columns();
        } catch (ProblemException e) {
            // Refused by the plan, with its place.
            return List.of();
        }
    }

    @Override
    public Set<String> named() {
        Set<String> out = new TreeSet<>(options.methods().keySet());
        out.addAll(options.order());
        out.addAll(options.from().keySet());
        out.addAll(options.ordered().keySet());
        out.addAll(options.keep());
        out.addAll(options.strata());
        out.addAll(options.rules().keySet());
        out.addAll(options.missingCodes().keySet());
        out.addAll(options.semicontinuous().keySet());
        return out;
    }

    @Override
    public boolean keepsRows() {
        return !options.keep().isEmpty();
    }

    @Override
    public boolean spendsBudget() {
        return SequentialMethods.spends(options.methods());
    }

    @Override
    public Model load(Stored stored, Schema schema) {
        if (MadeRows.is(stored)) {
            return MadeRows.load(stored, schema);
        }
        return Strata.is(stored) ? Strata.load(stored, schema) : SequentialModel.load(stored, schema);
    }
}
