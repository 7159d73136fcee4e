package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class NeighboursTest {
    /** Missing numbers, constant and skewed ones, few labels, hundreds of labels, repeated rows. */
    private static Table rows(int count, long seed) {
        Table law = Tables.law(count, Rng.of(seed));
        Rng rng = Rng.of(seed).child("more");
        List<Field> fields = new ArrayList<>(law.schema().fields());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < law.width(); c++) {
            columns.add(law.column(c));
        }
        double[] few = new double[count];
        double[] constant = new double[count];
        String[] many = new String[count];
        String[] gaps = new String[count];
        for (int i = 0; i < count; i++) {
            few[i] = rng.nextInt(4) == 0 ? Double.NaN : rng.nextInt(3);
            constant[i] = 7;
            many[i] = "m" + rng.nextInt(400);
            gaps[i] = rng.nextInt(3) == 0 ? null : "g" + rng.nextInt(2);
        }
        for (String name : List.of("few", "constant")) {
            fields.add(Field.of(name, Kind.WHOLE));
        }
        fields.add(Field.of("many", Kind.CATEGORY));
        fields.add(Field.of("gaps", Kind.CATEGORY));
        columns.addAll(
                List.of(NumberColumn.of(few), NumberColumn.of(constant), CodeColumn.of(many), CodeColumn.of(gaps)));
        Table table = Table.of(new Schema(fields), columns);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i % 10 == 0 ? 0 : i;
        }
        return table.take(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 700})
    void findsWhatALoopFinds(int size) {
        Table indexed = rows(size, 1);
        Table searched = rows(300, 2);
        for (Distances distances : List.of(
                Distances.of(indexed, searched, indexed, indexed), Distances.gower(searched, indexed, indexed))) {
            Neighbours neighbours = distances.neighbours(Distances.SYNTHETIC);
            Closest closest = new Closest(3);
            for (int i = 0; i < searched.rows(); i++) {
                neighbours.search(Distances.REAL, i, closest.clear());
                float[] all = plain(distances, indexed, i);
                for (int k = 0; k < Math.min(3, size); k++) {
                    assertThat(closest.distance(k)).isEqualTo(all[k]);
                }
                assertThat(closest.distance(0)).isEqualTo(distances.nearest(Distances.REAL, i, Distances.SYNTHETIC));
                if (size < 3) {
                    assertThat(closest.distance(2)).isInfinite();
                    assertThat(closest.row(2)).isEqualTo(-1);
                }
            }
        }
    }

    /** All distances, ascending, in the order in which a search adds them up: labels first, widest numbers first. */
    private static float[] plain(Distances distances, Table indexed, int row) {
        float[] all = new float[indexed.rows()];
        Packed.Point point = distances.table(Distances.REAL).point(row);
        for (int j = 0; j < all.length; j++) {
            all[j] = distances.table(Distances.SYNTHETIC).distance(point, j, Float.POSITIVE_INFINITY);
            float sum = 0;
            for (int c = 0; c < indexed.width(); c++) {
                sum += distances.gap(c, Distances.REAL, row, Distances.SYNTHETIC, j);
            }
            assertThat(all[j]).isCloseTo(sum, org.assertj.core.api.Assertions.within(1e-4f));
        }
        Arrays.sort(all);
        return all;
    }

    @Test
    void aRowIsNotItsOwnNeighbourWhereThatIsSaid() {
        Table table = rows(200, 3);
        Distances distances = Distances.gower(table);
        Neighbours neighbours = distances.neighbours(0);
        Closest closest = new Closest(1);
        for (int i = 1; i < 200; i += 2) {
            neighbours.search(0, i, closest.clear());
            assertThat(closest.distance(0)).isZero();
            neighbours.search(0, i, closest.clear().skip(i));
            float best = Float.POSITIVE_INFINITY;
            for (int j = 0; j < 200; j++) {
                float sum = 0;
                for (int c = 0; c < table.width(); c++) {
                    sum += distances.gap(c, 0, i, 0, j);
                }
                best = j == i ? best : Math.min(best, sum);
            }
            assertThat(closest.distance(0)).isCloseTo(best, org.assertj.core.api.Assertions.within(1e-4f));
        }
    }

    /** 4,000 draws among 8 equally near rows: 500 each, deviation 21; 100 is over four of them for all eight. */
    @Test
    void equallyNearRowsAreDrawnByLot() {
        Table indexed = Table.of("k:category", "a", "a", "b", "a", "a", "b", "a", "a", "b", "a", "a");
        Distances distances = Distances.gower(Table.of("k:category", "a"), indexed);
        Neighbours neighbours = distances.neighbours(1);
        int[] won = new int[indexed.rows()];
        Closest closest = new Closest(1);
        for (int salt = 0; salt < 4_000; salt++) {
            neighbours.search(0, 0, closest.clear(Rng.of(salt).nextLong()));
            won[closest.row(0)]++;
        }
        for (int i = 0; i < won.length; i++) {
            if (i % 3 == 2) {
                assertThat(won[i]).isZero();
            } else {
                assertThat(won[i]).isBetween(400, 600);
            }
        }
    }

    @Test
    void aHuntMeetsAllRowsWithinItsLimitOnce() {
        Table indexed = rows(500, 4);
        Table searched = rows(20, 5);
        Distances distances = Distances.gower(searched, indexed);
        for (int i = 0; i < searched.rows(); i++) {
            List<Integer> met = new ArrayList<>();
            distances.neighbours(1).search(0, i, new Neighbours.Hunt() {
                {
                    limit = 2.5f;
                }

                @Override
                protected void meet(int row, float distance) {
                    met.add(row);
                }
            });
            List<Integer> near = new ArrayList<>();
            for (int j = 0; j < indexed.rows(); j++) {
                if (distances.table(1).distance(distances.table(0).point(i), j, 2.5f) < 2.5f) {
                    near.add(j);
                }
            }
            assertThat(met).containsExactlyInAnyOrderElementsOf(near);
        }
    }
}
