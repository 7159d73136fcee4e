package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.math.formula.Expression;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The columns of numbers that a formula makes of a table: levels, contrasts and polynomials are those of the real table,
 * treatment contrasts against the first level as in R, whatever table they are applied to.
 *
 * <p>Rows where anything is missing are left out. Cost: rows x columns.
 */
final class Design {
    private static final int MOST_COLUMNS = 500;

    /** One column: the product of one column of each of its variables. */
    private record Part(String name, int[] variables, int[] columns, boolean[] full) {}

    /**
     * What a model is fitted to.
     *
     * @param columns p columns of n numbers
     * @param y n outcomes
     * @param offset n numbers added to the linear part
     * @param group n numbers or codes that say the group; empty where nothing differs by group
     * @param left how many rows of the table were left out
     */
    record Rows(double[][] columns, double[] y, double[] offset, double[] group, int left) {
        int count() {
            return y.length;
        }
    }

    private final Formula formula;
    private final Response response;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private Design(Formula formula, Response response) {
        this.formula = formula;
        this.response = response;
    }

    /**
     * Learns levels from the complete rows of the real table, and polynomials from all, as R does.
     *
     * @param family auto, linear, logistic, poisson, ordinal or multinomial
     * @param order the levels of an ordered outcome from low to high, or empty
     */
    static Design of(Formula asked, String family, List<String> order, Table real) {
        Response first = Response.of(asked, family, order, real);
        Design all = new Design(asked, first);
        asked.variables().forEach(variable -> all.variables.add(Variable.of(asked.text(), variable, real)));
        int[] complete = complete(all.values(real));
        Table known = complete.length == real.rows() ? real : real.take(complete);
        Response response = Response.of(asked, family, order, known);
        boolean ordinal = response.family() == Family.ORDINAL;
        if (response.family().classes() && !asked.offsets().isEmpty()) {
            throw ProblemException.usage(Problem.of("a " + response.family().word() + " model has no offset.")
                    .at("model \"" + asked.text() + "\""));
        }
        // Thresholds take the place of the intercept.
        Formula formula = ordinal
                ? new Formula(
                        asked.text(),
                        asked.response(),
                        asked.variables(),
                        asked.terms(),
                        true,
                        List.of(),
                        asked.effects())
                : asked;
        Design design = new Design(formula, response);
        for (int v = 0; v < all.variables.size(); v++) {
            Variable variable = all.variables.get(v);
            boolean factor = variable.factor();
            design.variables.add(
                    factor ? Variable.of(formula.text(), formula.variables().get(v), known) : variable);
        }
        design.columns(ordinal);
        return design;
    }

    private void columns(boolean ordinal) {
        if (formula.intercept() && !ordinal) {
            parts.add(new Part("(intercept)", new int[0], new int[0], new boolean[0]));
        }
        boolean factorSeen = false;
        for (int t = 0; t < formula.terms().size(); t++) {
            int[] own = formula.terms().get(t).stream().mapToInt(v -> v).toArray();
            boolean[] full = new boolean[own.length];
            for (int k = 0; k < own.length; k++) {
                boolean factor = variables.get(own[k]).factor();
                full[k] = factor && formula.full(t, own[k], !factorSeen);
                factorSeen |= factor;
            }
            product(own, full);
            if (parts.size() * (long) each() > MOST_COLUMNS) {
                throw ProblemException.usage(Problem.of("the model has more than " + MOST_COLUMNS + " columns.")
                        .at("model \"" + formula.text() + "\"")
                        .fix("Name fewer columns, or columns of fewer labels."));
            }
        }
    }

    /** How many coefficients a column has. */
    private int each() {
        return response.family() == Family.MULTINOMIAL
                ? Math.max(1, response.variable().levels().size() - 1)
                : 1;
    }

    /** All products of the columns of some variables; those of the first variable change fastest. */
    private void product(int[] own, boolean[] full) {
        int[] column = new int[own.length];
        int count = 1;
        for (int k = 0; k < own.length; k++) {
            count *= variables.get(own[k]).width(full[k]);
        }
        for (int i = 0; i < Math.min(count, MOST_COLUMNS + 1); i++) {
            int rest = i;
            List<String> names = new ArrayList<>();
            for (int k = 0; k < own.length; k++) {
                int width = variables.get(own[k]).width(full[k]);
                column[k] = rest % width;
                rest /= width;
                names.add(variables.get(own[k]).name(column[k], full[k]));
            }
            parts.add(new Part(String.join(" : ", names), own, column.clone(), full));
        }
    }

    Family family() {
        return response.family();
    }

    Response response() {
        return response;
    }

    /** The names of the coefficients; of ordered outcomes the thresholds come last, others have them by level. */
    List<String> names() {
        List<String> names = new ArrayList<>(parts.stream().map(Part::name).toList());
        List<String> levels = response.variable().levels();
        if (response.family() == Family.MULTINOMIAL) {
            return levels.stream()
                    .skip(1)
                    .flatMap(level -> names.stream().map(name -> level + ": " + name))
                    .toList();
        }
        for (int k = 0; response.family() == Family.ORDINAL && k + 1 < levels.size(); k++) {
            names.add(levels.get(k) + " | " + levels.get(k + 1));
        }
        return names;
    }

    /** Whether a coefficient belongs to a group: what few rows have says something about these rows. */
    boolean ofGroup(int coefficient) {
        int column = response.family() == Family.MULTINOMIAL ? coefficient % parts.size() : coefficient;
        return column < parts.size()
                && Arrays.stream(parts.get(column).variables)
                        .anyMatch(v -> variables.get(v).factor());
    }

    /** The complete rows of a table. */
    Rows rows(Table table) {
        double[][] values = values(table);
        int[] complete = complete(values);
        double[][] columns = new double[parts.size()][complete.length];
        for (int p = 0; p < columns.length; p++) {
            Part part = parts.get(p);
            double[] into = columns[p];
            Arrays.fill(into, 1);
            for (int k = 0; k < part.variables.length; k++) {
                Variable variable = variables.get(part.variables[k]);
                double[] from = values[part.variables[k]];
                for (int i = 0; i < into.length; i++) {
                    into[i] *= variable.cell(from[complete[i]], part.columns[k], part.full[k]);
                }
            }
        }
        double[] outcome = values[variables.size()];
        double[] added = values[variables.size() + 1];
        boolean grouped = !formula.effects().isEmpty();
        double[] group = values[values.length - 1];
        return new Rows(
                columns,
                IntStream.of(complete).mapToDouble(i -> outcome[i]).toArray(),
                IntStream.of(complete).mapToDouble(i -> added[i]).toArray(),
                grouped ? IntStream.of(complete).mapToDouble(i -> group[i]).toArray() : new double[0],
                table.rows() - complete.length);
    }

    /** Every column but the one in every row: NaN where something is missing. */
    void each(Table table, FormulaTerms.Each each) {
        double[][] values = values(table);
        for (Part part : parts) {
            String alone = part.variables.length == 1
                    ? variables.get(part.variables[0]).column()
                    : "";
            if (!alone.isEmpty() || part.variables.length == 0) {
                if (!alone.isEmpty()) {
                    each.take(part.name, alone, new double[0]);
                }
                continue;
            }
            double[] into = new double[table.rows()];
            Arrays.fill(into, 1);
            for (int k = 0; k < part.variables.length; k++) {
                Variable variable = variables.get(part.variables[k]);
                double[] from = values[part.variables[k]];
                for (int i = 0; i < into.length; i++) {
                    into[i] *=
                            Double.isNaN(from[i]) ? Double.NaN : variable.cell(from[i], part.columns[k], part.full[k]);
                }
            }
            each.take(part.name, "", into);
        }
    }

    /** Of every row the variables, then the outcome, the sum of the offsets, and the group where there is one. */
    private double[][] values(Table table) {
        double[][] out = new double[variables.size() + 2 + formula.effects().size()][];
        for (int v = 0; v < variables.size(); v++) {
            out[v] = variables.get(v).values(table);
        }
        out[variables.size()] = response.values(table);
        double[] sum = new double[table.rows()];
        for (Expression offset : formula.offsets()) {
            double[] one = new Arithmetic(formula.text(), table).numbers(offset);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += one[i];
            }
        }
        out[variables.size() + 1] = sum;
        for (int k = 0; k < formula.effects().size(); k++) {
            out[variables.size() + 2 + k] =
                    group(table.column(formula.effects().get(k).group().name()));
        }
        return out;
    }

    private static double[] group(Column column) {
        if (column instanceof NumberColumn numbers) {
            return numbers.toArray();
        }
        CodeColumn codes = (CodeColumn) column;
        return IntStream.range(0, codes.size())
                .mapToDouble(i -> codes.isMissing(i) ? Double.NaN : codes.code(i))
                .toArray();
    }

    private static int[] complete(double[][] values) {
        return IntStream.range(0, values[0].length)
                .filter(i -> {
                    for (double[] one : values) {
                        if (Double.isNaN(one[i])) {
                            return false;
                        }
                    }
                    return true;
                })
                .toArray();
    }
}
