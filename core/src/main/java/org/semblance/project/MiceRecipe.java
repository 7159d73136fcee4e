package org.semblance.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.conditional.Conditionals;
import org.semblance.impute.Cells;
import org.semblance.impute.ChainedEquations;
import org.semblance.impute.Event;
import org.semblance.impute.Imputed;
import org.semblance.impute.Plan;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.MadeRows;
import org.semblance.synthesize.Synthesizer;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * The recipe of courses on mice: "impute" every cell of a complete table ({@code where = all TRUE}) and hand over the
 * imputations. It is not sequential synthesis: each column is drawn from the <em>real</em> other values of the same row. In
 * the normal case a correlation rho becomes rho^3, and row i stays linked to real row i at rho^2. Here for comparison with
 * courses and R only; a donor is never the row itself. Source: mice's {@code sampler}; simulated in
 * {@code bench statistical --only recipe}.
 */
final class MiceRecipe implements Synthesizer {
    /** What {@link Project.Settings#compatible} says. */
    static final String NAME = "mice";

    private static final String METHOD = "method";

    /** Told wherever the rows are scored or kept. */
    static final String WARNING =
            "warning: the recipe of mice (where = all TRUE) draws every value from the real others of"
                    + " its row: a correlation rho becomes rho^3 (.8 becomes .51), and each row stays linked to one real row, which"
                    + " an attacker can find; numbers are those of real people as they stand (pmm, cart and sample replay values);"
                    + " without --compatible mice none of this happens";

    private final String method;
    private final Map<String, Object> methods;

    private MiceRecipe(String method, Map<String, Object> methods) {
        this.method = method;
        this.methods = methods;
    }

    /** The recipe with the methods that a synthesizer's options name. */
    static Plugin<Synthesizer> plugin(Plugin<Synthesizer> sequential, Map<String, ?> options) {
        Map<String, Object> asked = new LinkedHashMap<>(Options.values(sequential.options(options)));
        if (!asked.containsKey("methods")) {
            throw ProblemException.usage(Problem.of("--compatible mice is for the methods cart and parametric.")
                    .fix("For example --method parametric --compatible mice"));
        }
        Map<String, Object> standard = Options.values(sequential.defaults());
        List<Problem> problems = new ArrayList<>();
        asked.forEach((name, value) -> {
            if (!Set.of(METHOD, "methods").contains(name) && !value.equals(standard.get(name))) {
                problems.add(Problem.of("the recipe of mice has no \"" + name + "\".")
                        .fix("Leave it out, or leave out --compatible mice."));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        Map<String, Object> methods = new LinkedHashMap<>();
        ((Map<?, ?>) asked.getOrDefault("methods", Map.of()))
                .forEach((name, of) -> methods.put(String.valueOf(name), of));
        MiceRecipe recipe = new MiceRecipe(String.valueOf(asked.get(METHOD)), methods);
        return Plugin.of(sequential.name(), sequential.summary(), new Plugin.NoOptions(), none -> recipe);
    }

    @Override
    public boolean keepsRows() {
        return true;
    }

    @Override
    public void check(Table real, Run run) {
        plan(real);
    }

    @Override
    public Model fit(Table real, Run run) {
        Plan plan = plan(real).sets(1).iterations(1);
        Imputed imputed = ChainedEquations.impute(real, plan, run.silent());
        List<String> contents = new ArrayList<>();
        contents.add(WARNING);
        contents.add(String.format(Locale.ROOT, "%,d synthetic rows, one for each real row", real.rows()));
        contents.addAll(Event.lines(imputed.events()));
        List<String> alone = IntStream.range(0, real.width())
                .filter(c -> !drawn(imputed, c))
                .mapToObj(c -> real.schema().field(c).name())
                .toList();
        if (!alone.isEmpty()) {
            contents.add("warning: no method was left for " + String.join(", ", alone)
                    + ": drawn by sample, without regard to the other columns");
        }
        return new MadeRows(rows(imputed, run.rng().child("recipe")), contents);
    }

    private static boolean drawn(Imputed imputed, int column) {
        return imputed.drawn().get(column).get(0).size() == imputed.data().rows();
    }

    /**
     * The imputations of all cells, where {@link Imputed#complete} has the observed ones. mice would hand over the real
     * column, row by row, where set-up leaves no method; here any observed values stand in it.
     */
    private static Table rows(Imputed imputed, Rng rng) {
        Table real = imputed.data();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            columns.add(
                    drawn(imputed, c)
                            ? imputed.drawn().get(c).get(0)
                            : any(
                                    real.column(c),
                                    rng.child(real.schema().field(c).name())));
        }
        return Table.of(real.schema(), columns);
    }

    private static Column any(Column values, Rng rng) {
        int[] there = IntStream.range(0, values.size())
                .filter(i -> !values.isMissing(i))
                .toArray();
        return there.length == 0
                ? values
                : values.take(IntStream.range(0, values.size())
                        .map(i -> there[rng.nextInt(there.length)])
                        .toArray());
    }

    private Plan plan(Table real) {
        Plan plan = Plan.of(real, Cells.all(real), Set.of(), defaults());
        for (Map.Entry<String, Object> entry : methods.entrySet()) {
            int column = real.schema().find(entry.getKey());
            if (column < 0) {
                throw ProblemException.usage(
                        Problem.of("there is no column \"" + entry.getKey() + "\" that can be learnt.")
                                .at("methods")
                                .fix(Nearest.hint(entry.getKey(), real.schema().names())));
            }
            Map<String, Object> own = new LinkedHashMap<>();
            if (entry.getValue() instanceof Map<?, ?> map) {
                map.forEach((name, of) -> own.put(String.valueOf(name), of));
            } else {
                own.put(METHOD, entry.getValue());
            }
            plan = plan.method(column, String.valueOf(own.remove(METHOD)), own);
        }
        return plan;
    }

    private Plan.Defaults defaults() {
        if (method.equals("parametric")) {
            return Plan.Defaults.MICE;
        }
        Conditionals.ALL.find(method);
        Plan.Defaults mice = Plan.Defaults.MICE;
        return Set.of("cart", "rf", "sample", "pmm").contains(method)
                ? new Plan.Defaults(method, method, method, method)
                : new Plan.Defaults(method, mice.twoLabels(), mice.labels(), mice.orderedLabels());
    }

    @Override
    public Model load(Stored stored, Schema schema) {
        return Synthesizers.ALL.find("cart").make().load(stored, schema);
    }
}
