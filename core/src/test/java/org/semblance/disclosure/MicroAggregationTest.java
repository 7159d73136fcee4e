package org.semblance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Groups as the paper's algorithm makes them, and what their means keep. */
class MicroAggregationTest {
    /** By reference/mdav.py, which is written from the paper with plain loops. */
    @Test
    void groupsAreThoseOfThePaper() {
        JsonNode cases = new ObjectMapper()
                .readTree(Path.of("src/test/resources/reference/disclosure/mdav.json")
                        .toFile());
        assertThat(cases.size()).isEqualTo(8);
        for (JsonNode one : cases) {
            int n = one.path("points").size();
            int p = one.path("points").get(0).size();
            double[][] points = new double[p][n];
            for (int c = 0; c < p; c++) {
                for (int i = 0; i < n; i++) {
                    points[c][i] = one.path("points").get(i).get(c).doubleValue();
                }
                Moments moments = Moments.of(points[c]);
                for (int i = 0; i < n; i++) {
                    points[c][i] = (points[c][i] - moments.mean()) / moments.deviation();
                }
            }
            List<int[]> groups = Mdav.groups(
                    points, IntStream.range(0, n).toArray(), one.path("size").intValue());
            int[] of = new int[n];
            for (int g = 0; g < groups.size(); g++) {
                for (int i : groups.get(g)) {
                    of[i] = g;
                }
            }
            int[] expected = new int[n];
            for (int i = 0; i < n; i++) {
                expected[i] = one.path("groups").get(i).intValue();
            }
            assertThat(of).as(n + " points, " + p + " columns").isEqualTo(expected);
        }
    }

    private static Table numbers(int rows) {
        Rng rng = Rng.of(4);
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = rng.nextInt(9) == 0 ? Double.NaN : rng.nextGaussian();
            y[i] = rng.nextInt(9) == 0 ? Double.NaN : 5 * rng.nextGaussian();
        }
        Schema schema = Schema.of(Field.of("x", Kind.DECIMAL), Field.of("y", Kind.DECIMAL));
        return Table.of(schema, List.of(NumberColumn.of(x), NumberColumn.of(y)));
    }

    private static Controlled apply(Table table, Object... options) {
        Map<String, Object> all = new HashMap<>(Map.of("columns", List.of("x", "y")));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i].toString(), options[i + 1]);
        }
        return MicroAggregation.PLUGIN.make(all).apply(table, null, Run.of(1));
    }

    @Test
    void meansAreKeptAndGroupsAreLargeEnough() {
        Table table = numbers(700);
        for (Object[] options : new Object[][] {
            {"size", 3}, {"size", 5, "method", "each"}, {"size", 4, "block", 100},
        }) {
            Table made = apply(table, options).table();
            for (int c = 0; c < 2; c++) {
                Moments before = Moments.of(table.numbers(c).toArray());
                Moments after = Moments.of(made.numbers(c).toArray());
                assertThat(after.mean()).isCloseTo(before.mean(), within(1e-12));
                assertThat(after.deviation()).isLessThan(before.deviation());
                assertThat(after.count()).isEqualTo(before.count());
            }
            Map<List<Object>, Integer> sizes = new HashMap<>();
            boolean each = options.length > 3 && options[3].equals("each");
            for (int i = 0; i < made.rows(); i++) {
                // By itself, every column repeats its values; together, whole rows are repeated.
                List<Object> row = new ArrayList<>(Arrays.asList(made.cell(i, 0)));
                if (!each) {
                    row.add(made.cell(i, 1));
                }
                sizes.merge(row, 1, Integer::sum);
            }
            sizes.keySet().removeIf(row -> row.stream().allMatch(java.util.Objects::isNull));
            assertThat(sizes.values()).allMatch(size -> size >= (int) options[1]);
        }
    }

    @Test
    void ofTheMediansOnlyValuesThatOccurAreLeft() {
        Table table = numbers(60);
        Table made = apply(table, "centre", "median", "method", "each").table();
        List<Double> before = Arrays.stream(table.numbers(0).toArray()).boxed().toList();
        assertThat(Arrays.stream(made.numbers(0).toArray()).boxed()).allMatch(before::contains);
    }

    @Test
    void handCaseOfOneColumn() {
        Table table = Table.of(
                "x:decimal, y:decimal", 1.0, 9.0, 2.0, 8.0, 30.0, 7.0, 3.0, 6.0, 31.0, 5.0, 32.0, 4.0, 40.0, 3.0);
        Table made = MicroAggregation.PLUGIN
                .make(Map.of("columns", "x", "method", "each"))
                .apply(table, null, Run.of(1))
                .table();
        assertThat(made.numbers(0).toArray()).containsExactly(2, 2, 33.25, 2, 33.25, 33.25, 33.25);
    }

    @Test
    void rowsTooFewForAGroupAreCounted() {
        Table table = Table.of("x:decimal, y:decimal", 1.0, 2.0, 2.0, null, 3.0, 4.0, 5.0, 6.0);
        Controlled done = apply(table);
        assertThat(done.change().figures()).containsEntry("rows in no group", 1.0);
        assertThat(done.table().numbers(0).toArray()).containsExactly(3, 2, 3, 3);
    }

    @Test
    void pointsInOnePlaceAreGroupedToo() {
        double[][] same = {new double[10]};
        List<int[]> groups = Mdav.groups(same, IntStream.range(0, 10).toArray(), 3);
        assertThat(groups.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(IntStream.range(0, 10).toArray());
        assertThat(groups).allMatch(group -> group.length >= 3);
    }
}
