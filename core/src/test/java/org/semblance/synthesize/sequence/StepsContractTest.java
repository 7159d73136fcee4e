package org.semblance.synthesize.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** What steps promise whatever they are given. */
class StepsContractTest {
    private static final Table PATIENTS = Table.of("age:whole, ward:category", 3, "A", null, "B", 70, null, 41, "A");

    private static Map<String, Steps.Data> data() {
        Map<String, Steps.Data> out = new LinkedHashMap<>();
        int[] start = {0, 3, 3, 4, 9};
        out.put("all kinds", new Steps.Data(PATIENTS, start, visits(), 0));
        out.put("no order", new Steps.Data(PATIENTS, start, visits(), -1));
        out.put("ordered by a label", new Steps.Data(PATIENTS, start, visits(), 1));
        out.put("nothing known", new Steps.Data(Courses.NOTHING_KNOWN, start, visits(), 0));
        out.put("one entity", new Steps.Data(PATIENTS.take(new int[] {0}), new int[] {0, 9}, visits(), -1));
        out.put(
                "one step",
                new Steps.Data(PATIENTS.take(new int[] {0}), new int[] {0, 1}, visits().take(new int[] {0}), 0));
        out.put("no steps", new Steps.Data(PATIENTS, new int[] {0, 0, 0, 0, 0}, visits().take(new int[0]), 0));
        out.put("no entities", new Steps.Data(PATIENTS.take(new int[0]), new int[] {0}, visits().take(new int[0]), 0));
        out.put(
                "a step each",
                new Steps.Data(PATIENTS, new int[] {0, 1, 2, 3, 4}, visits().take(new int[] {0, 3, 4, 5}), 0));
        out.put("all missing", missing());
        out.put(
                "constant",
                new Steps.Data(Courses.NOTHING_KNOWN, start, visits().take(new int[] {4, 4, 4, 4, 4, 4, 4, 4, 4}), 0));
        out.put("many", Courses.numbers(Courses.lengths(60, 10), (last, p, rng) -> rng.nextDouble(), 9));
        out.put("one column", new Steps.Data(PATIENTS, start, visits().select(new int[] {0}), 0));
        return out;
    }

    private static Table visits() {
        return Table.of(
                "day:date, ward:category, pulse:whole, paid:flag, dose:decimal",
                100,
                "A",
                60,
                "yes",
                0.5,
                101,
                "B",
                61,
                "no",
                0.25,
                101,
                "A",
                null,
                null,
                0.5,
                90,
                null,
                70,
                "no",
                1.5,
                80,
                "A",
                55,
                "yes",
                null,
                80,
                "A",
                58,
                "yes",
                0.5,
                85,
                "B",
                59,
                "yes",
                0.5,
                90,
                "B",
                null,
                "no",
                0.75,
                null,
                "C",
                60,
                "no",
                0.5);
    }

    private static Steps.Data missing() {
        Table nothing =
                Table.of("day:date, ward:category, pulse:whole", null, null, null, null, null, null, null, null, null);
        return new Steps.Data(Courses.NOTHING_KNOWN, new int[] {0, 2, 3}, nothing, 0);
    }

    private static Steps fit(Steps.Data data, int threads) {
        return Steps.fit(data, Steps.Options.DEFAULT, Run.of(1).threads(threads));
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<Steps.Data> check) {
        return data().entrySet().stream().map(e -> dynamicTest(e.getKey(), () -> check.accept(e.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> asManyStepsAsAskedForInOrder() {
        return each(data -> {
            Table drawn = fit(data, 1).draw(data.context(), data.start(), Rng.of(2));
            assertThat(drawn.schema()).isEqualTo(data.rows().schema());
            assertThat(drawn.rows()).isEqualTo(data.rows().rows());
            for (int e = 0; e + 1 < data.start().length && data.order() == 0; e++) {
                for (int i = data.start()[e] + 1; i < data.start()[e + 1]; i++) {
                    assertThat(drawn.numbers(0).get(i) < drawn.numbers(0).get(i - 1))
                            .isFalse();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> longerSequencesThanWereSeenGoOn() {
        return each(data -> {
            int entities = data.start().length - 1;
            int[] start = Courses.lengths(entities, 40);
            assertThat(fit(data, 1).draw(data.context(), start, Rng.of(2)).rows())
                    .isEqualTo(40 * entities);
        });
    }

    @TestFactory
    Stream<DynamicTest> storedAndLoadedDrawTheSameAsOnAnyNumberOfThreads() {
        return each(data -> {
            Steps steps = fit(data, 1);
            List<String> drawn = Courses.text(steps.draw(data.context(), data.start(), Rng.of(3)));
            Steps loaded = Steps.load(
                    steps.store(), data.context().schema(), data.rows().schema());
            assertThat(Courses.text(loaded.draw(data.context(), data.start(), Rng.of(3))))
                    .isEqualTo(drawn);
            assertThat(Courses.text(fit(data, 2).draw(data.context(), data.start(), Rng.of(3))))
                    .isEqualTo(drawn);
        });
    }

    @Test
    void aLabelThatWasNeverSeenIsAsGoodAsMissing() {
        Steps.Data data = new Steps.Data(PATIENTS, new int[] {0, 3, 3, 4, 9}, visits(), 0);
        Table others = Table.of("age:whole, ward:category", 3, "Z", null, "B", 70, "A", 41, null);
        assertThat(fit(data, 1).draw(others, data.start(), Rng.of(4)).rows()).isEqualTo(9);
    }
}
