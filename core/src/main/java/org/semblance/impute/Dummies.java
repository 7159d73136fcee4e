package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.conditional.Predictors;
import org.semblance.math.OrthogonalPolynomial;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Predictors as R's {@code model.matrix} codes them: for labels a 0/1 column for each but the first by text, for labels in
 * an order orthonormal polynomials of their places. Cost: rows x labels.
 */
final class Dummies {
    private Dummies() {}

    /** @param ordered the columns whose labels stand in the order of their dictionary */
    static Predictors of(Predictors x, Set<String> ordered) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<Predictors.Role> roles = new ArrayList<>();
        for (int c = 0; c < x.table().width(); c++) {
            Field field = x.schema().field(c);
            Predictors.Role role = x.roles().get(c);
            if (!(x.table().column(c) instanceof CodeColumn codes) || role == Predictors.Role.CLUSTER) {
                fields.add(field);
                columns.add(x.table().column(c));
                roles.add(role);
                continue;
            }
            List<double[]> coded =
                    ordered.contains(field.name()) ? polynomials(codes.labels().size()) : dummies(codes);
            for (int k = 0; k < coded.size(); k++) {
                double[] ofCode = coded.get(k);
                fields.add(Field.of(field.name() + " #" + (k + 1), Kind.DECIMAL));
                columns.add(NumberColumn.of(IntStream.range(0, codes.size())
                        .mapToDouble(row -> codes.isMissing(row) ? Double.NaN : ofCode[codes.code(row)])
                        .toArray()));
                roles.add(role);
            }
        }
        if (fields.isEmpty()) {
            return Predictors.none(x.rows());
        }
        return new Predictors(Table.of(new Schema(fields), columns), roles, x.self());
    }

    /** A column for each label that occurs but the first by text: [labels] of each. */
    private static List<double[]> dummies(CodeColumn codes) {
        boolean[] seen = new boolean[codes.labels().size()];
        Arrays.stream(codes.toArray()).filter(code -> code >= 0).forEach(code -> seen[code] = true);
        return IntStream.range(0, seen.length)
                .filter(code -> seen[code])
                .boxed()
                .sorted((a, b) -> codes.labels().get(a).compareTo(codes.labels().get(b)))
                .skip(1)
                .map(code -> {
                    double[] one = new double[seen.length];
                    one[code] = 1;
                    return one;
                })
                .toList();
    }

    /** R's {@code contr.poly}. */
    private static List<double[]> polynomials(int labels) {
        double[] places = IntStream.rangeClosed(1, labels).mapToDouble(k -> k).toArray();
        if (labels < 2) {
            return List.of();
        }
        OrthogonalPolynomial law = OrthogonalPolynomial.of(places, labels - 1);
        return IntStream.range(1, labels)
                .mapToObj(degree -> Arrays.stream(places)
                        .map(place -> law.value(place, degree))
                        .toArray())
                .toList();
    }
}
