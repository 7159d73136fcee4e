package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.semblance.conditional.Codings;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.Conditionals;
import org.semblance.conditional.Given;
import org.semblance.conditional.Predictors;
import org.semblance.evaluate.useful.FormulaTerms;
import org.semblance.expression.Expression;
import org.semblance.math.Together;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** One imputation under way: the table with its holes filled as they are now, and what was drawn for each chosen cell. */
final class Chain {
    private final Table data;
    private final Plan plan;
    private final int set;
    private final int[][] asked;
    /** As the data, with the present imputations in the holes. */
    private final Column[] now;
    /** [p] what was drawn last for the chosen cells of each column. */
    private final Column[] drawn;

    private final double[][] means;
    private final double[][] variances;
    private final List<Event> events = new ArrayList<>();
    private final Codings codings = new Codings();
    /** Every row is itself. */
    private final int[] self;

    Chain(Table data, Plan plan, int set) {
        this.data = data;
        this.plan = plan;
        this.set = set;
        int p = data.width();
        self = IntStream.range(0, data.rows()).toArray();
        asked = new int[p][];
        now = new Column[p];
        drawn = new Column[p];
        means = new double[p][plan.iterations()];
        variances = new double[p][plan.iterations()];
        for (int c = 0; c < p; c++) {
            asked[c] =
                    plan.methods().get(c).isEmpty() ? new int[0] : plan.where().rows(c);
            now[c] = data.column(c);
            drawn[c] = data.column(c).take(asked[c]);
            Arrays.fill(means[c], Double.NaN);
            Arrays.fill(variances[c], Double.NaN);
        }
    }

    /**
     * Starts from draws of what is observed and goes round.
     *
     * @param threads how many threads a column may use, asked anew for each
     */
    void run(Run run, IntSupplier threads) {
        for (int c = 0; c < now.length; c++) {
            if (asked[c].length > 0) {
                Given alone =
                        Given.of(Predictors.none(data.rows()), data.schema().field(c), learntFrom(c));
                Rng rng = run.rng().child("start").child(data.schema().field(c).name());
                put(
                        c,
                        Conditionals.ALL
                                .find("sample")
                                .make()
                                .fit(alone, run)
                                .draw(Predictors.none(asked[c].length), rng));
            }
        }
        for (int iteration = 0; iteration < plan.iterations(); iteration++) {
            Run round = run.child("iteration").child(iteration);
            for (int visit = 0; visit < plan.visits().length; visit++) {
                int column = plan.visits()[visit];
                if (asked[column].length > 0) {
                    Run.checkCancelled();
                    visit(column, iteration, round.child(visit).threads(threads.getAsInt()));
                }
            }
            for (int c = 0; c < now.length; c++) {
                trace(c, iteration);
            }
        }
    }

    private void visit(int column, int iteration, Run run) {
        String name = data.schema().field(column).name();
        String method = plan.methods().get(column);
        String formula = plan.formulas().passive().get(name);
        if (method.equals(Plan.PASSIVE) && formula != null) {
            put(column, calculated(formula, asked[column], now[column].take(asked[column]), column));
            return;
        }
        Predictors x = predictors(column);
        boolean[] complete = complete(x.table());
        boolean[] known = complete.clone();
        for (int row = 0; row < known.length; row++) {
            known[row] &= !data.column(column).isMissing(row) && !plan.ignored()[row];
        }
        Given given = new Given(
                x,
                data.schema().field(column),
                Filled.only(data.column(column), known),
                plan.ordered().contains(name),
                words -> events.add(new Event(set, iteration + 1, name, method, words)));
        int[] rows = those(asked[column], complete);
        if (rows.length < asked[column].length) {
            given.events().say("no draws where " + holes(x) + " is missing, which is not imputed");
        }
        Column values;
        try {
            Conditional conditional =
                    Conditionals.ALL.find(method).make(plan.options().get(column));
            values = conditional.once(
                    given, run.child("fit"), x.take(rows), run.rng().child("draw"));
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.kind(),
                    e.problems().stream()
                            .map(problem -> placed(problem, name, method))
                            .toList());
        }
        String post = plan.formulas().post().get(name);
        if (post != null) {
            values = calculated(post, rows, values, column);
        }
        put(column, rows.length == asked[column].length ? values : spread(values, rows, asked[column]));
    }

    /** What a formula yields in some rows as they stand, where a column has other values. */
    private Column calculated(String formula, int[] rows, Column values, int column) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < now.length; c++) {
            columns.add(c == column ? values : now[c].take(rows));
        }
        return Expression.parse(formula, data.schema()).column(Table.of(data.schema(), columns));
    }

    static Problem placed(Problem problem, String column, String method) {
        return problem.within("column \"" + column + "\", method " + method);
    }

    /** The predictors of a column as they stand; a row knows that it is one of the fit's. */
    private Predictors predictors(int column) {
        Schema schema = data.schema();
        String name = schema.field(column).name();
        String model = plan.formulas().models().get(name);
        if (model != null) {
            FormulaTerms terms = FormulaTerms.of(
                    Formulas.whole(name, model), Formulas.usable(schema), Table.of(schema, Arrays.asList(now)));
            return coded(new Predictors(terms.columns(), Formulas.roles(terms), self));
        }
        int[] codes = plan.predictors()[column];
        int[] columns =
                IntStream.range(0, codes.length).filter(c -> codes[c] != 0).toArray();
        List<Predictors.Role> roles = Arrays.stream(columns)
                .mapToObj(c -> Predictors.Role.of(codes[c]))
                .toList();
        if (columns.length == 0) {
            return Predictors.none(data.rows());
        }
        Table table = Table.of(
                schema.select(columns),
                Arrays.stream(columns).mapToObj(c -> now[c]).toList());
        return coded(new Predictors(table, roles, self, codings));
    }

    private Predictors coded(Predictors x) {
        return plan.coding() == Plan.Coding.NATIVE ? x : Dummies.of(x, plan.ordered());
    }

    /** The predictors that are missing somewhere. */
    private static String holes(Predictors x) {
        return IntStream.range(0, x.table().width())
                .filter(c -> x.table().column(c).missingCount() > 0)
                .mapToObj(c -> "\"" + x.schema().field(c).name() + "\"")
                .collect(Collectors.joining(" or "));
    }

    /** The rows that are chosen. */
    private static int[] those(int[] rows, boolean[] chosen) {
        int[] out = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            out[count] = row;
            count += chosen[row] ? 1 : 0;
        }
        return Arrays.copyOf(out, count);
    }

    private static boolean[] complete(Table table) {
        boolean[] complete = new boolean[table.rows()];
        Arrays.fill(complete, true);
        for (int c = 0; c < table.width(); c++) {
            Column column = table.column(c);
            for (int row = 0; row < complete.length; row++) {
                complete[row] &= !column.isMissing(row);
            }
        }
        return complete;
    }

    private Column learntFrom(int column) {
        boolean[] known = new boolean[data.rows()];
        for (int row = 0; row < known.length; row++) {
            known[row] = !plan.ignored()[row];
        }
        return Filled.only(data.column(column), known);
    }

    /** Values of some of the asked rows, missing for the others. */
    private static Column spread(Column values, int[] rows, int[] all) {
        int[] from = new int[all.length];
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            from[i] = at < rows.length && rows[at] == all[i] ? at++ : -1;
        }
        if (values instanceof NumberColumn numbers) {
            return NumberColumn.of(Arrays.stream(from)
                    .mapToDouble(i -> i < 0 ? Double.NaN : numbers.get(i))
                    .toArray());
        }
        CodeColumn codes = (CodeColumn) values;
        return CodeColumn.of(
                Arrays.stream(from).map(i -> i < 0 ? -1 : codes.code(i)).toArray(), codes.labels());
    }

    /** Keeps what was drawn for the chosen cells, and puts it into those of them that are missing. */
    private void put(int column, Column values) {
        drawn[column] = values;
        codings.forget(now[column]);
        now[column] = Filled.with(data.column(column), asked[column], values);
    }

    private void trace(int column, int iteration) {
        if (asked[column].length == 0) {
            return;
        }
        double[] values = Arrays.stream(Numbers.of(drawn[column]))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double squares = Together.of(values, values).squaresA();
        means[column][iteration] = Arrays.stream(values).average().orElse(Double.NaN);
        variances[column][iteration] = values.length < 2 ? Double.NaN : squares / (values.length - 1);
    }

    Column drawn(int column) {
        return drawn[column];
    }

    double[] means(int column) {
        return means[column];
    }

    double[] variances(int column) {
        return variances[column];
    }

    List<Event> events() {
        return events;
    }
}
