package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** The rows that are added against perfect prediction: together p + 1 rows, of each class as much as is said. */
class ObservationsTest {
    private static final int ROWS = 400;

    /** One predictor of so many labels, and a target that has its second label in every tenth row. */
    private static Given given(int labels, Given.Events events) {
        Rng rng = Rng.of(3);
        int[] x = new int[ROWS];
        int[] y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = i < labels ? i : rng.nextInt(labels);
            y[i] = i % 10 == 0 ? 1 : 0;
        }
        Table table = Table.of(
                Schema.of(Field.of("x", Kind.CATEGORY)),
                List.of(CodeColumn.of(
                        x, IntStream.range(0, labels).mapToObj(k -> "l" + k).toList())));
        return new Given(
                Predictors.of(table),
                Field.of("y", Kind.CATEGORY),
                CodeColumn.of(y, List.of("no", "yes")),
                false,
                events);
    }

    private static Observations of(Given given, boolean drawn) {
        int[] rows = given.observed();
        Classes classes = Classes.of(given, rows);
        Design design = Moments.screened(given, rows, classes.numbers()).design();
        return Observations.augmented(design, given.x(), rows, classes, drawn, given.events());
    }

    @ParameterizedTest
    @CsvSource({"21, false, .5", "21, true, .5", "31, true, .5", "31, false, .1"})
    @DisplayName("as much for each class as in mice; beyond 20 columns, where nothing is drawn, as it has of the rows")
    void weights(int labels, boolean drawn, double share) {
        Observations all = of(given(labels, Given.Events.NONE), drawn);
        double[] heavy = new double[2];
        Arrays.stream(all.addedClasses()).forEach(k -> heavy[k] += all.weight()[k]);
        assertThat(heavy[0] + heavy[1]).isCloseTo(labels, within(1e-9));
        assertThat(heavy[1] / labels).isCloseTo(share, within(1e-9));
    }

    @Test
    @DisplayName("drawn from fewer rows of the rarest label than columns: an event")
    void told() {
        List<String> said = new ArrayList<>();
        of(given(60, said::add), true);
        assertThat(said).anyMatch(words -> words.startsWith("fewer rows of the rarest label than the 59 columns"));
    }
}
