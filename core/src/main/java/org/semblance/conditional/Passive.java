package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import org.semblance.expression.Expression;
import org.semblance.expression.Sort;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * What a formula of the other columns yields: {@code weight / (height / 100) ^ 2}. As synthpop's and mice's passive
 * synthesis. Learns nothing; tells how many observed values the formula does not give. Where a column that it names is
 * missing, so is the value. Cost: rows. Source: van Buuren (2018), section 6.4; {@link Expression} for what can be written.
 */
public final class Passive implements Conditional {
    /** The options. */
    public record Options(
            @Option(value = "The formula, of columns drawn before this one: weight / (height / 100) ^ 2", column = true)
            String formula) {}

    public static final Plugin<Conditional> PLUGIN =
            Plugin.of("passive", "What a formula of the other columns yields.", new Options(""), Passive::new);

    /** Values that differ by less than this share are the same. */
    private static final double SAME = 1e-9;

    private final Options options;

    Passive(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        if (options.formula.isBlank()) {
            throw ProblemException.usage(Problem.of("the formula is empty.")
                    .at("formula")
                    .fix("Write it of columns drawn before this one, such as: weight / (height / 100) ^ 2"));
        }
        Expression formula = Expression.parse(options.formula, given.x().schema());
        boolean labels = given.y() instanceof CodeColumn;
        if (labels != (formula.sort() == Sort.LABEL) && formula.sort() != Sort.ANY) {
            throw ProblemException.usage(Problem.of("the formula yields " + (labels ? "no label" : "a label")
                            + ", but the column holds " + given.field().kind().words() + ".")
                    .at("formula")
                    .fix(labels ? "Compare with if(..., 'label', 'label')." : "Write a calculation."));
        }
        Calculated drawer = new Calculated(
                options.formula, !labels, given.y() instanceof CodeColumn codes ? codes.labels() : List.of());
        Column values = drawer.draw(given.x(), run.rng());
        int[] rows = given.observed();
        long other =
                Arrays.stream(rows).filter(row -> !same(values, given.y(), row)).count();
        if (drawer.unknown(given.x())) {
            given.events().say("the formula gives labels that no row of the column has: they are missing");
        }
        if (other > 0) {
            given.events().say(Given.told(other, rows.length) + " observed values are not what the formula gives");
        }
        return drawer;
    }

    private static boolean same(Column made, Column real, int row) {
        if (real instanceof NumberColumn numbers && made instanceof NumberColumn own) {
            return Math.abs(own.get(row) - numbers.get(row)) <= SAME * Math.max(1, Math.abs(numbers.get(row)));
        }
        return made instanceof CodeColumn own && own.code(row) == ((CodeColumn) real).code(row);
    }

    /**
     * Calculates.
     *
     * @param numbers whether the target holds numbers
     * @param labels the target's dictionary; others are missing
     */
    record Calculated(String formula, boolean numbers, List<String> labels) implements Drawer {
        /** Whether some row gets a label that the dictionary lacks. */
        boolean unknown(Predictors x) {
            return !numbers
                    && Expression.parse(formula, x.schema()).column(x.table()) instanceof CodeColumn made
                    && made.compact().labels().stream().anyMatch(label -> !labels.contains(label));
        }

        @Override
        public Column draw(Predictors x, Rng rng) {
            Expression expression = Expression.parse(formula, x.schema());
            if (numbers) {
                return NumberColumn.of(expression.values(x.table()));
            }
            Column made = expression.column(x.table());
            int[] codes = new int[x.rows()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = made instanceof CodeColumn own && own.code(i) >= 0
                        ? labels.indexOf(own.labels().get(own.code(i)))
                        : -1;
            }
            return CodeColumn.of(codes, labels);
        }
    }
}
