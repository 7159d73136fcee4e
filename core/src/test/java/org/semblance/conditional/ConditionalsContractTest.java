package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.conditional.Predictors.Role;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What holds of every method, on 60 rows in six clusters of which every fifth has no target. */
class ConditionalsContractTest {
    private static final int N = 60;
    private static final Rng NOISE = Rng.of(8);
    private static final double[] X =
            IntStream.range(0, N).mapToDouble(i -> NOISE.nextGaussian()).toArray();

    static Stream<String> methods() {
        return Conditionals.ALL.names().stream();
    }

    private static Predictors predictors(boolean clusters) {
        double[] cluster =
                IntStream.range(0, N).map(i -> i / 10).asDoubleStream().toArray();
        double[] z = IntStream.range(0, N).mapToDouble(i -> 3 + X[i] * X[i]).toArray();
        int[] label = IntStream.range(0, N).map(i -> i * 7 % 3).toArray();
        Table table = Table.of(
                Schema.of(
                        org.semblance.table.Field.of("k", clusters ? Kind.WHOLE : Kind.CATEGORY),
                        org.semblance.table.Field.of("x", Kind.DECIMAL),
                        org.semblance.table.Field.of("z", Kind.DECIMAL)),
                List.of(
                        clusters ? NumberColumn.of(cluster) : CodeColumn.of(label, List.of("u", "v", "w")),
                        NumberColumn.of(X),
                        NumberColumn.of(z)));
        return new Predictors(
                table,
                List.of(clusters ? Role.CLUSTER : Role.FIXED, Role.FIXED, Role.FIXED),
                IntStream.range(0, N).toArray());
    }

    /** Missing in every fifth row; at the second level in the fifth cluster. */
    private static boolean missing(String method, int row) {
        return method.startsWith("2lonly") ? row / 10 == 4 : row % 5 == 4;
    }

    private static Column target(String method) {
        About.Draws draws = About.of(method).draws();
        if (draws == About.Draws.NUMBERS || draws == About.Draws.ANY || draws == About.Draws.TIME) {
            return NumberColumn.of(IntStream.range(0, N)
                    .mapToDouble(i -> missing(method, i)
                            ? Double.NaN
                            : switch (method) {
                                case "constant" -> 7;
                                case "collinear", "passive" -> 2 * X[i];
                                case "2lonly.norm", "2lonly.pmm", "2lonly.mean" -> i / 10 * 3 % 4;
                                default -> Math.exp(X[i] + i % 3);
                            })
                    .toArray());
        }
        int labels = draws == About.Draws.TWO ? 2 : 3;
        return CodeColumn.of(
                IntStream.range(0, N)
                        .map(i -> missing(method, i) ? -1 : (i % 2 + (X[i] > 0 ? 1 : 0)) % labels)
                        .toArray(),
                List.of("a", "b", "c").subList(0, labels));
    }

    private static Given given(String method) {
        About.Draws draws = About.of(method).draws();
        Column y = target(method);
        Table beside = Table.empty(N);
        if (draws == About.Draws.LABELS_TOGETHER || draws == About.Draws.TIME) {
            beside = Table.of(
                    Schema.of(org.semblance.table.Field.of("event", Kind.CATEGORY)),
                    List.of(CodeColumn.of(
                            IntStream.range(0, N).map(i -> i % 3 / 2).toArray(), List.of("no", "yes"))));
        }
        return new Given(
                draws == About.Draws.LABELS_TOGETHER ? Predictors.none(N) : predictors(method.startsWith("2l")),
                org.semblance.table.Field.of("y", y instanceof NumberColumn ? Kind.DECIMAL : Kind.CATEGORY),
                y,
                draws == About.Draws.ORDERED,
                Given.Events.NONE,
                beside);
    }

    private static Map<String, ?> options(String method) {
        return switch (method) {
            case "quadratic" -> Map.of("outcome", "z");
            case "passive" -> Map.of("formula", "2 * x");
            case "ranger" -> Map.of("trees", 20);
            default -> Map.of();
        };
    }

    private static Conditional.Drawer fit(String method) {
        return Conditionals.ALL.find(method).make(options(method)).fit(given(method), Run.of(1));
    }

    /** mice's tests ask every method for the missing, the observed, all and no rows. */
    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("draws one value for each row that is asked for: those missing, those observed, all, none")
    void lengths(String method) {
        Conditional.Drawer drawer = fit(method);
        for (int[] rows : List.of(
                IntStream.range(0, N).filter(i -> missing(method, i)).toArray(),
                IntStream.range(0, N).filter(i -> !missing(method, i)).toArray(),
                IntStream.range(0, N).toArray(),
                new int[0])) {
            Predictors x = given(method).x().take(rows);
            assertThat(drawer.draw(x, Rng.of(2)).size()).isEqualTo(rows.length);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    @DisplayName("what is kept of a method does not know which row a value is of")
    void forgets(String method) {
        Conditional.Drawer drawer = fit(method).forgetful();

        assertThat(rowsOf(drawer, "drawer")).isEmpty();
        assertThat(drawer.draw(given(method).x(), Rng.of(2)).size()).isEqualTo(N);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmm", "cart", "midastouch"})
    @DisplayName("what is looked for is found where it is not forgotten")
    void knows(String method) {
        assertThat(rowsOf(fit(method), "drawer")).isNotEmpty();
    }

    private record Called(int[] otherwise) {}

    @Test
    void knowsRowsByWhatTheyAre() {
        int[] observed = IntStream.range(0, N).filter(i -> i % 5 != 4).toArray();

        assertThat(rowsOf(List.of(new Called(observed)), "kept")).containsExactly("kept.otherwise");
        assertThat(rowsOf(new Called(IntStream.range(0, 48).toArray()), "kept")).isEmpty();
    }

    /**
     * Where an object holds numbers of rows: whole numbers called rows, or, called whatever, so many that half of the rows
     * learnt from may be meant, all different and each of such a row.
     */
    private static List<String> rowsOf(Object value, String where) {
        List<String> out = new ArrayList<>();
        if (value instanceof Collection<?> all) {
            all.forEach(one -> out.addAll(rowsOf(one, where)));
        } else if (value instanceof Object[] all) {
            Arrays.stream(all).forEach(one -> out.addAll(rowsOf(one, where)));
        } else if (value instanceof int[] numbers && isRows(numbers, where)) {
            out.add(where);
        } else if (value != null && value.getClass().getPackageName().startsWith("org.semblance")) {
            for (Field field : value.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !(value instanceof Enum)) {
                    out.addAll(rowsOf(read(field, value), where + "." + field.getName()));
                }
            }
        }
        return out;
    }

    private static boolean isRows(int[] numbers, String where) {
        // Donors that stand in another order than their rows are numbered anew, in their order.
        boolean anew = Arrays.equals(
                Arrays.stream(numbers).sorted().toArray(),
                IntStream.range(0, numbers.length).toArray());
        boolean observed = Arrays.stream(numbers).allMatch(i -> i >= 0 && i < N && i % 5 != 4)
                && Arrays.stream(numbers).distinct().count() == numbers.length
                && numbers.length >= N * 4 / 5 / 2;
        return !anew && (observed || where.endsWith(".rows") && numbers.length > 0);
    }

    private static Object read(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
