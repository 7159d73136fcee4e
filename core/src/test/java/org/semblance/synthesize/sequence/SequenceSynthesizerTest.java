package org.semblance.synthesize.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** Tables of sequences come out with entities of their own, whose lengths and steps are as the real ones are. */
class SequenceSynthesizerTest {
    private static final Sequence VISITS = Sequence.of("visits", "patient", "day");

    /** Patients of two wards; those of ward B have 8 visits more than those of A on average (Poisson 2 and 10, plus 1). */
    private static Table visits(int patients) {
        List<String> names = new ArrayList<>();
        List<Integer> who = new ArrayList<>();
        List<Integer> wards = new ArrayList<>();
        List<Double> days = new ArrayList<>();
        List<Double> pulses = new ArrayList<>();
        for (int p = 0; p < patients; p++) {
            Rng rng = Rng.of(11).child(p);
            names.add("P" + (1000 + p));
            int ward = p % 2;
            int steps = 1;
            for (double left = StrictMath.exp(-(ward == 0 ? 2 : 10)), u = rng.nextDouble();
                    u > left;
                    u *= rng.nextDouble()) {
                steps++;
            }
            double day = 18_000 + rng.nextInt(300);
            double pulse = 70 + 8 * rng.nextGaussian();
            for (int i = 0; i < steps; i++) {
                who.add(p);
                wards.add(ward);
                days.add(day);
                pulses.add(Math.rint(pulse + 3 * rng.nextGaussian()));
                day += 7 * (1 + rng.nextInt(4));
            }
        }
        Schema schema = Schema.of(
                Field.of("visit", Kind.KEY),
                Field.of("patient", Kind.IDENTIFIER),
                Field.of("ward", Kind.CATEGORY),
                Field.of("day", Kind.DATE),
                Field.of("pulse", Kind.WHOLE));
        int n = who.size();
        String[] visit = new String[n];
        Arrays.setAll(visit, i -> "V" + (5000 + i));
        return Table.of(
                schema,
                List.of(
                        CodeColumn.of(visit),
                        CodeColumn.of(who.stream().mapToInt(i -> i).toArray(), names),
                        CodeColumn.of(wards.stream().mapToInt(i -> i).toArray(), List.of("A", "B")),
                        NumberColumn.of(days.stream().mapToDouble(d -> d).toArray()),
                        NumberColumn.of(pulses.stream().mapToDouble(d -> d).toArray())));
    }

    private static SequenceModel fit(Table table, Sequence sequence, Run run) {
        return new SequenceSynthesizer(Steps.Options.DEFAULT).fit(table, sequence, Privacy.DEFAULT, run);
    }

    private static Table drawn(DatabaseModel model, double scale, Run run) {
        return model.sample(Size.scale(scale), run)
                .toDatabase(run)
                .tables()
                .values()
                .iterator()
                .next();
    }

    private static Map<String, List<Integer>> byEntity(Table table, String column) {
        Map<String, List<Integer>> out = new HashMap<>();
        int c = table.schema().index(column);
        for (int i = 0; i < table.rows(); i++) {
            out.computeIfAbsent(String.valueOf(table.cell(i, c)), k -> new ArrayList<>())
                    .add(i);
        }
        return out;
    }

    @Test
    void lengthsFollowWhatIsKnownOfTheEntity() {
        Table real = visits(400);
        Table table = drawn(fit(real, VISITS, Run.of(1)), 1, Run.of(2));
        assertThat(table.schema()).isEqualTo(real.schema());
        double[] steps = new double[2];
        double[] entities = new double[2];
        Set<String> names = new HashSet<>(real.codes(1).labels());
        for (Map.Entry<String, List<Integer>> entity :
                byEntity(table, "patient").entrySet()) {
            assertThat(names).doesNotContain(entity.getKey());
            Set<Object> wards = new HashSet<>();
            entity.getValue().forEach(i -> wards.add(String.valueOf(table.cell(i, 2))));
            assertThat(wards).as("one ward for each patient").hasSize(1);
            int ward = wards.contains("A") ? 0 : 1;
            steps[ward] += entity.getValue().size();
            entities[ward]++;
            for (int k = 1; k < entity.getValue().size(); k++) {
                double gap = table.numbers(3).get(entity.getValue().get(k))
                        - table.numbers(3).get(entity.getValue().get(k - 1));
                assertThat(gap % 7).as("whole weeks").isZero();
                assertThat(gap).isBetween(7.0, 28.0);
            }
        }
        // 200 patients a ward, Poisson means 2 and 10: standard errors .1 and .22 of real and drawn; 5 of the
        // difference.
        assertThat(entities[0] + entities[1]).isEqualTo(400);
        assertThat(steps[0] / entities[0]).isCloseTo(3, within(0.7));
        assertThat(steps[1] / entities[1]).isCloseTo(11, within(1.6));
        assertThat(byEntity(table, "visit")).hasSize(table.rows());
    }

    @Test
    void storedAndLoadedAndOnTwoThreadsTheSameRows() {
        Table real = visits(120);
        SequenceModel model = fit(real, VISITS, Run.of(1));
        List<String> rows = Courses.text(drawn(model, 2, Run.of(3)));
        assertThat(Courses.text(drawn(
                        fit(real, VISITS, Run.of(1).threads(2)), 2, Run.of(3).threads(2))))
                .isEqualTo(rows);
        DatabaseModel loaded = new SequenceSynthesizer(Steps.Options.DEFAULT).load(model.store(), model.metadata());
        assertThat(Courses.text(drawn(loaded, 2, Run.of(3)))).isEqualTo(rows);
        assertThat(loaded.contents())
                .isEqualTo(model.contents())
                .allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void aHorizonGoesOnBeyondTheLastPlace() {
        SequenceModel model = fit(visits(120), VISITS, Run.of(1));
        Table plain = drawn(model, 1, Run.of(4));
        Table longer = drawn(model.horizon(10), 1, Run.of(4));
        assertThat(longer.rows()).isEqualTo(plain.rows() + 10 * 120);
        double end = Arrays.stream(plain.numbers(3).toArray()).max().orElse(0);
        assertThat(Arrays.stream(longer.numbers(3).toArray()).max().orElse(0)).isGreaterThan(end);
    }

    @Test
    void oneSeriesIsAsLongAsAskedAndStartsWhereItDid() {
        int n = 600;
        double[] days = new double[n];
        double[] sold = new double[n];
        Rng rng = Rng.of(12);
        for (int i = 0; i < n; i++) {
            days[i] = 18_000 + i;
            sold[i] = Math.rint(100 + ((i + 18_003) % 7 > 4 ? 40 : 0) + 5 * rng.nextGaussian());
        }
        Schema schema = Schema.of(Field.of("day", Kind.DATE), Field.of("sold", Kind.WHOLE));
        Table real = Table.of(schema, List.of(NumberColumn.of(days), NumberColumn.of(sold)));
        Sequence whole = new Sequence("days", List.of(), "day");
        SequenceModel model = fit(real, whole, Run.of(1));
        Table table = drawn(model.horizon(30), 1, Run.of(5));
        assertThat(table.rows()).isEqualTo(n + 30);
        double[] weekend = new double[2];
        double[] counts = new double[2];
        for (int i = 0; i < table.rows(); i++) {
            assertThat(table.numbers(0).get(i)).isEqualTo(18_000.0 + i);
            int at = (i + 18_003) % 7 > 4 ? 1 : 0;
            weekend[at] += table.numbers(1).get(i);
            counts[at]++;
        }
        // The standard error of the difference is below 0.5 in the real and the drawn days alike.
        assertThat(weekend[1] / counts[1] - weekend[0] / counts[0]).isCloseTo(40, within(4.0));
        assertThat(model.changes()).anyMatch(change -> change.contains("limits count rows"));
    }

    @Test
    void daysThatAreEntitiesFollowOneAnother() {
        int days = 200;
        double[] day = new double[days * 6];
        double[] hour = new double[days * 6];
        double[] week = new double[days * 6];
        double[] value = new double[days * 6];
        Rng rng = Rng.of(13);
        for (int i = 0; i < day.length; i++) {
            day[i] = 18_000 + i / 6;
            hour[i] = i % 6;
            week[i] = (day[i] + 3) % 7;
            value[i] = 10 + 3 * hour[i] + rng.nextGaussian();
        }
        Schema schema = Schema.of(
                Field.of("day", Kind.DATE),
                Field.of("hour", Kind.WHOLE),
                Field.of("weekday", Kind.WHOLE),
                Field.of("value", Kind.DECIMAL));
        Table real = Table.of(
                schema,
                List.of(NumberColumn.of(day), NumberColumn.of(hour), NumberColumn.of(week), NumberColumn.of(value)));
        SequenceModel model = fit(real, Sequence.of("hours", "day", "hour"), Run.of(1));
        Table table = drawn(model, 1, Run.of(6));
        assertThat(byEntity(table, "day"))
                .hasSize(days)
                .allSatisfy((key, rows) -> assertThat(rows).hasSize(6));
        for (int i = 0; i < table.rows(); i++) {
            assertThat(table.numbers(1).get(i)).isEqualTo(i % 6);
            assertThat(table.numbers(2).get(i)).isEqualTo((table.numbers(0).get(i) + 3) % 7);
        }
        DatabaseModel loaded = new SequenceSynthesizer(Steps.Options.DEFAULT).load(model.store(), model.metadata());
        assertThat(Courses.text(drawn(loaded, 1, Run.of(6)))).isEqualTo(Courses.text(table));
    }

    @Test
    void whatFewEntitiesShareIsNotReleasedHoweverOftenTheyHaveIt() {
        Table real = visits(200);
        double[] pulses = real.numbers(4).toArray();
        int[] wards = real.codes(2).toArray();
        for (int i = 0; i < pulses.length; i++) {
            boolean one = real.codes(1).code(i) == 1;
            pulses[i] = one ? 333 : pulses[i];
            wards[i] = one ? 2 : wards[i];
        }
        List<String> labels = List.of("A", "B", "only one patient's");
        Table odd = Table.of(
                real.schema(),
                List.of(
                        real.column(0),
                        real.column(1),
                        CodeColumn.of(wards, labels),
                        real.column(3),
                        NumberColumn.of(pulses)));
        Table table = drawn(fit(odd, VISITS, Run.of(1)), 5, Run.of(7));
        assertThat(table.codes(2).labels()).doesNotContain("only one patient's");
        assertThat(Arrays.stream(table.numbers(4).toArray()).filter(pulse -> pulse > 200))
                .isEmpty();
    }

    @Test
    void nothingToLearnFromIsAProblem() {
        Table none = visits(3).take(new int[0]);
        assertThatThrownBy(() -> fit(none, VISITS, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has no rows of an entity");
    }
}
