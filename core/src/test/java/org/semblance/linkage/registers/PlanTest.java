package org.semblance.linkage.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.generate.Permutation;
import org.semblance.linkage.registers.Plan.Side;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** Every row, person and pair of small plans, counted one by one. */
class PlanTest {
    private static Plan plan(long source, long target, double rate, long seed) {
        return Plan.of(new Side(source, 1.5, 0.1, true), new Side(target, 1.5, 0.1, true), rate, 0, Rng.of(seed));
    }

    /** The asked rates that once gave 0.504, 0.718, 0.859 and 0.960 of the source rows. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5, 0.7, 0.9, 1})
    @DisplayName("e2elink, defect 1: the link rate is met to the row")
    void linkRateIsMetToTheRow(double rate) {
        for (int size : new int[] {1, 2, 3, 7, 10, 99, 100, 1000, 10_000}) {
            for (long seed = 0; seed < 5; seed++) {
                Plan plan = plan(size, 10L * size, rate, seed);
                long[] out = new long[plan.mostTargets()];
                long linked = 0;
                for (long row = 0; row < size; row++) {
                    linked += plan.targets(row, out) > 0 ? 1 : 0;
                }
                assertThat(linked)
                        .isEqualTo(Math.round(rate * size))
                        .isEqualTo(plan.source().linkedRows());
            }
        }
    }

    @Test
    void everythingFitsTogetherForManySizes() {
        Rng rng = Rng.of(31);
        for (int i = 0; i < 400; i++) {
            Rng own = rng.child(i);
            long sourceRows = 1 + own.nextInt(1 << (1 + own.nextInt(9)));
            long targetRows = sourceRows + own.nextInt(1 << (1 + own.nextInt(9)));
            double visits = own.nextBoolean() ? 1 : 1 + 4 * own.nextDouble();
            double copies = own.nextBoolean() ? 0 : 0.5 * own.nextDouble();
            Side source = new Side(sourceRows, visits, copies, own.nextBoolean());
            Side target = new Side(targetRows, 1 + 2 * own.nextDouble(), 0.5 * own.nextDouble(), own.nextBoolean());
            check(source, target, own.nextDouble(), own);
        }
    }

    private static void check(Side source, Side target, double rate, Rng rng) {
        Plan plan;
        try {
            plan = Plan.of(source, target, rate, 0, rng);
        } catch (ProblemException e) {
            assertThat(rate * source.rows() / target.rows()).isGreaterThan(0.2);
            return;
        }
        assertThat(plan.source().rows()).isEqualTo(source.rows());
        assertThat(plan.target().rows()).isEqualTo(target.rows());
        Map<Long, List<Long>> bySource = people(plan.source(), source, false);
        Map<Long, List<Long>> byTarget =
                people(plan.target(), target, !plan.notes().isEmpty());
        Map<Long, List<Long>> all = new HashMap<>();
        byTarget.forEach((person, rows) -> all.put(plan.ofTarget(person), rows));
        assertThat(all).as("different people").hasSameSizeAs(byTarget);
        Set<Long> everyone = new HashSet<>(all.keySet());
        bySource.keySet().forEach(person -> everyone.add(plan.ofSource(person)));
        assertThat(everyone).hasSize((int) plan.people()).allMatch(p -> p >= 0 && p < plan.people());
        long[] out = new long[plan.mostTargets()];
        long pairs = 0;
        for (long row = 0; row < source.rows(); row++) {
            List<Long> expected =
                    new ArrayList<>(all.getOrDefault(plan.ofSource(plan.source().person(row)), List.of()));
            expected.sort(null);
            int n = plan.targets(row, out);
            assertThat(Arrays.stream(out, 0, n).boxed().toList()).isEqualTo(expected);
            pairs += n;
        }
        assertThat(plan.pairs()).isEqualTo(pairs);
    }

    /** The rows of each person, with the register's own view compared to it. */
    private static Map<Long, List<Long>> people(Register register, Side side, boolean full) {
        Map<Long, List<Long>> rows = new HashMap<>();
        Map<Long, Integer> entries = new HashMap<>();
        long lastSlot = -1;
        for (long row = 0; row < register.rows(); row++) {
            long slot = register.slot(row);
            assertThat(slot).isBetween(0L, register.visits() - 1);
            if (side.byDate()) {
                assertThat(slot).isBetween(lastSlot, lastSlot + 1);
                assertThat(register.copy(row)).isEqualTo(slot == lastSlot);
                lastSlot = slot;
            }
            entries.merge(slot, 1, Integer::sum);
            rows.computeIfAbsent(register.person(row), p -> new ArrayList<>()).add(row);
        }
        assertThat(entries).hasSize((int) register.visits());
        assertThat(entries.values()).allMatch(n -> n <= 2);
        assertThat(register.rows() - register.visits())
                .as("copies, to one row a stratum")
                .isBetween(
                        full ? 0 : (long) (side.copies() * side.rows()) - 2, (long) (side.copies() * side.rows()) + 2);
        assertThat(rows).hasSize((int) register.people());
        long[] out = new long[register.mostRows()];
        rows.forEach((person, own) -> {
            int n = register.rowsOf(person, out);
            Arrays.sort(out, 0, n);
            assertThat(Arrays.stream(out, 0, n).boxed().toList()).isEqualTo(own);
            assertThat(register.countOf(person)).isEqualTo(n);
            Set<Integer> rounds = new HashSet<>();
            own.forEach(row -> rounds.add(register.round(register.slot(row))));
            assertThat(rounds).contains(0);
        });
        return rows;
    }

    @Test
    void visitsAreThoseOfThePoissonLaw() {
        // 10,000 people with 5,000 more visits: P(X > 0) = 1 - exp(-0.5) = 0.393469, P(X > 1) = 0.090204, ...
        Visits visits = new Visits(10_000, 15_000);
        assertThat(visits.count(0)).isEqualTo(visits.most());
        long[] atLeast = new long[visits.most() + 1];
        for (long person = 0; person < 10_000; person++) {
            for (int r = 0; r < visits.count(person); r++) {
                atLeast[r]++;
            }
        }
        assertThat(Arrays.copyOf(atLeast, 5)).containsExactly(10_000, 3935, 902, 144, 17);
    }

    @Test
    void manyVisitsOfFewPeople() {
        for (long people = 1; people < 6; people++) {
            for (long visits = people; visits < 700; visits += 1 + visits / 7) {
                Visits all = new Visits(people, visits);
                assertThat(all.visits()).isEqualTo(visits);
                long seen = 0;
                for (long person = 0; person < people; person++) {
                    for (int r = 0; r < all.count(person); r++) {
                        assertThat(all.person(all.visit(person, r))).isEqualTo(person);
                        assertThat(all.round(all.visit(person, r))).isEqualTo(r);
                        seen++;
                    }
                }
                assertThat(seen).isEqualTo(visits);
            }
        }
    }

    @Test
    void oneToOneAndOneToMany() {
        Side one = new Side(1_000, 1, 0, true);
        Plan plan = Plan.of(one, new Side(1_000, 1, 0, false), 1, 0, Rng.of(4));
        assertThat(plan.pairs()).isEqualTo(1_000);
        assertThat(plan.people()).isEqualTo(1_000);
        Plan many = Plan.of(one, new Side(10_000, 3, 0, false), 0.8, 0, Rng.of(4));
        assertThat(many.source().people()).isEqualTo(1_000);
        assertThat(many.pairs()).isEqualTo(2_400);
    }

    @Test
    void personsOfDifferentNumbersAreDifferentPeople() {
        Plan plan = plan(3_000, 30_000, 0.7, 8);
        Set<Long> seen = new HashSet<>();
        for (long person = 0; person < plan.people(); person++) {
            assertThat(seen.add(plan.inPopulation(person))).isTrue();
        }
        Plan few = Plan.of(new Side(10, 1, 0, true), new Side(10, 1, 0, true), 0.5, 1_000_000, Rng.of(1));
        assertThat(few.inPopulation(3)).isBetween(0L, 999_999L);
    }

    @Test
    void impossibleRatesAreRefusedWithTheLargestPossibleOne() {
        Side source = new Side(1_000, 1, 0, true);
        assertThatThrownBy(() -> Plan.of(source, new Side(500, 1, 0, true), 0.9, 0, Rng.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("900 of 1000 source rows")
                .hasMessageContaining("the rate 0.5 at most");
        assertThat(Plan.of(source, new Side(500, 1, 0, true), 0.5, 0, Rng.of(1)).pairs())
                .isEqualTo(500);
        assertThat(Plan.of(source, new Side(1000, 2, 0, true), 1, 0, Rng.of(1)).notes())
                .hasSize(1);
    }

    @Test
    void theSeedDecidesEverything() {
        long[] out = new long[64];
        for (long seed = 1; seed < 4; seed++) {
            Plan one = plan(500, 5_000, 0.7, seed);
            Plan same = plan(500, 5_000, 0.7, seed);
            Plan other = plan(500, 5_000, 0.7, seed + 1);
            int different = 0;
            for (long row = 0; row < 500; row++) {
                List<Long> pairs =
                        Arrays.stream(out, 0, one.targets(row, out)).boxed().toList();
                assertThat(Arrays.stream(out, 0, same.targets(row, out)).boxed())
                        .isEqualTo(pairs);
                different += Arrays.stream(out, 0, other.targets(row, out))
                                .boxed()
                                .toList()
                                .equals(pairs)
                        ? 0
                        : 1;
            }
            assertThat(different).isGreaterThan(400);
        }
    }

    /** Rows far into files of the greatest size are as cheap as the first, and sums do not overflow. */
    @Test
    @DisplayName("e2elink, defect 3: truth costs the pairs of a row, not source x target")
    void theGreatestSize() {
        long rows = Plan.MOST_ROWS;
        Plan plan = Plan.of(new Side(rows, 1.5, 0.5, true), new Side(rows, 1.5, 0.5, false), 0.7, 0, Rng.of(2));
        long[] out = new long[plan.mostTargets()];
        for (long row = 0; row < rows; row += 13_333_333) {
            int n = plan.targets(row, out);
            long person = plan.ofSource(plan.source().person(row));
            for (int i = 0; i < n; i++) {
                assertThat(plan.ofTarget(plan.target().person(out[i]))).isEqualTo(person);
            }
            assertThat(plan.source().slot(row)).isBetween(0L, rows / 2);
        }
    }

    @Test
    void permutationsGoBack() {
        for (long size : new long[] {1, 2, 3, 5, 17, 100, 1 << 20, 3_000_000_000L}) {
            Permutation permutation = new Permutation(size, Rng.of(size));
            for (long i = 0; i < size; i += Math.max(1, size / 50)) {
                assertThat(permutation.at(i)).isBetween(0L, size - 1);
                assertThat(permutation.inverse(permutation.at(i))).isEqualTo(i);
                assertThat(permutation.at(permutation.inverse(i))).isEqualTo(i);
            }
        }
    }
}
