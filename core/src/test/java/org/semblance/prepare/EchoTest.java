package org.semblance.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;

class EchoTest {
    private static final int ROWS = 1000;

    private static CodeColumn drawn(int labels, String seed) {
        Rng rng = Rng.of(7).child(seed);
        String[] out = new String[ROWS];
        Arrays.setAll(out, i -> "label " + rng.nextInt(labels));
        return CodeColumn.of(out);
    }

    /** Each row one of the others, or its own. */
    private static CodeColumn mixed(CodeColumn own, double first, double second, CodeColumn a, CodeColumn b) {
        Rng rng = Rng.of(8);
        @Nullable String[] out = new @Nullable String[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double u = rng.nextDouble();
            out[i] = u < first ? a.get(i) : u < first + second ? b.get(i) : u > 0.95 ? null : own.get(i);
        }
        return CodeColumn.of(out);
    }

    private static List<Integer> find(CodeColumn target, CodeColumn... sources) {
        return Echo.find(target, Arrays.stream(sources).map(Echo.Source::of).toList());
    }

    @Test
    void findsWhatIsRepeatedMostFirst() {
        CodeColumn a = drawn(100, "a");
        CodeColumn b = drawn(100, "b");
        CodeColumn target = mixed(drawn(100, "own"), 0.3, 0.4, a, b);

        assertThat(find(target, a, drawn(100, "c"), b)).containsExactly(2, 0);
    }

    @Test
    void findsNothingWhereColumnsAreEqualByChance() {
        // 20 % beyond chance of 1,000 rows: 100 pairs pass with a probability below 1e-60 even where half are equal.
        for (int k = 0; k < 100; k++) {
            assertThat(find(drawn(50, "x" + k), drawn(50, "y" + k))).isEmpty();
        }
        // Both are mostly "no": equal in 81 % of the rows.
        CodeColumn many = mixed(drawn(50, "p"), 0.9, 0, CodeColumn.of(no()), drawn(50, "p"));
        CodeColumn others = CodeColumn.of(IntStream.range(0, ROWS)
                .mapToObj(i -> i % 10 == 0 ? "label " + i % 60 : "no")
                .toArray(String[]::new));
        assertThat(find(many, others)).isEmpty();
    }

    private static String[] no() {
        String[] out = new String[ROWS];
        Arrays.fill(out, "no");
        return out;
    }

    @Test
    void leavesFewLabelsAndFewParentsAlone() {
        CodeColumn few = drawn(40, "few");
        assertThat(find(few, few)).isEmpty();
        CodeColumn many = drawn(100, "many");
        assertThat(find(many, many)).containsExactly(0);
        // All rows of 20 parents: nothing that 50 have shown.
        int[] parents = IntStream.range(0, ROWS).map(i -> i % 20).toArray();
        assertThat(Echo.find(many, List.of(new Echo.Source(many, parents)))).isEmpty();
    }

    @Test
    void readsBackWhatItMarks() {
        CodeColumn a = drawn(100, "a");
        CodeColumn b = drawn(100, "b");
        CodeColumn target = mixed(drawn(100, "own"), 0.3, 0.4, a, b);

        CodeColumn marked = Echo.marked(target, List.of(b, a));
        CodeColumn read = Echo.read(marked, List.of(b, a));

        for (int i = 0; i < ROWS; i++) {
            assertThat(read.get(i)).isEqualTo(target.get(i));
        }
        // What others say is none of its labels any more.
        for (int i = 0; i < ROWS; i++) {
            assertThat(target.isMissing(i)
                            || !target.get(i).equals(a.get(i))
                            || !target.get(i).equals(marked.get(i)))
                    .isTrue();
        }
        assertThat(Echo.read(marked, List.of(b)).missingCount()).isGreaterThan(target.missingCount());
    }
}
