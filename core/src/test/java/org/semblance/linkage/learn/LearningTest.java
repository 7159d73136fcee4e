package org.semblance.linkage.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Febrl;
import org.semblance.linkage.link.Records;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** What is learnt from pairs, and whether it makes the same errors again. */
class LearningTest {
    @ParameterizedTest
    @CsvSource({
        "smith,smyth,1,0,0,0",
        "smith,smit,0,1,0,0",
        "smith,smiith,0,0,1,0",
        "smith,msith,0,0,0,1",
        "abc,abc,0,0,0,0",
        "kitten,sitting,2,0,1,0"
    })
    void editScripts(String before, String after, int substitute, int delete, int insert, int transpose) {
        assertThat(EditScript.between(before, after)).containsExactly(substitute, delete, insert, transpose);
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_NAME,smith,smyth,edit",
        "FIRST_NAME,mary ann,maryann,spacing",
        "FIRST_NAME,robert,r,initial",
        "FIRST_NAME,robert,Robert,casing",
        "FULL_NAME,anna berg,berg anna,token-swap",
        "FULL_NAME,anna maria berg,anna berg,token-drop",
        "LAST_NAME,philips,filips,phonetic",
        "LAST_NAME,smith,gonzales,replaced",
        "BIRTH_DATE,19990412,19991204,day-month-swap",
        "BIRTH_DATE,19990412,19990101,first-of-january",
        "BIRTH_DATE,19990412,19990413,edit",
        "STREET,park street,park st,abbreviation",
        "POSTCODE,12345,12354,edit",
        "POSTCODE,12345,'',missing",
        "POSTCODE,'',12345,filled",
        "REGION,nsw,act,replaced"
    })
    void kindsOfErrors(Role role, String before, String after, String kind) {
        Variable variable = new Variable("x", role, role == Role.BIRTH_DATE ? "yyyyMMdd" : "", List.of());
        Reading reading = new Reading(variable, Rng.of(1));
        assertThat(reading.of(before.isEmpty() ? null : before, after.isEmpty() ? null : after))
                .isEqualTo(kind);
    }

    /** FEBRL's fourth set, learnt and made anew from its originals. */
    @Test
    void febrlIsMadeAgain() {
        Optional<Records> source = Febrl.read("febrl4a.csv");
        Optional<Records> target = Febrl.read("febrl4b.csv");
        assumeThat(source).as("FEBRL is not there").isPresent();
        LabelledPairs pairs = LabelledPairs.byCluster(source.orElseThrow(), target, "rec_id");
        assertThat(pairs.size()).isEqualTo(5000);
        assertThat(pairs.variables()).hasSize(10);
        Learnt learnt = Learning.of(pairs, Run.of(1).threads(2));
        // Four times as many, so that what is left of chance is a third of a point.
        LabelledPairs again = again(pairs, learnt, 4 * pairs.size(), 77);
        Differences one = Differences.of(pairs);
        Differences two = Differences.of(again);
        double apart = 0;
        for (int k = 0; k < one.changed().length; k++) {
            apart += Math.abs(one.changed()[k] - two.changed()[k]) / 2;
        }
        assertThat(apart).isLessThan(0.03);
        for (int c = 0; c < pairs.variables().size(); c++) {
            String name = pairs.variables().get(c).name();
            assertThat(two.differs()[c]).as("differs: " + name).isCloseTo(one.differs()[c], within(0.01));
            assertThat(two.blank()[c]).as("blank: " + name).isCloseTo(one.blank()[c], within(0.01));
            assertThat(two.equal()[c]).as("equal: " + name).isCloseTo(one.equal()[c], within(0.02));
        }
        assertThat(learnt.columns().get(0).kinds()).containsKeys("edit", "missing", "field-swap");
    }

    private static LabelledPairs again(LabelledPairs pairs, Learnt learnt, int rows, long seed) {
        return Made.of(
                        pairs,
                        new Feasible(learnt.rates(), learnt.together(), Map.of(), 0),
                        rows,
                        Run.of(seed).threads(2))
                .pairs();
    }

    /** Known rates come back: 99.9 % binomial bounds of 20,000 cells at .1 and .05 are .007 and .005 wide. */
    @Test
    void knownRatesComeBack() {
        List<Variable> variables =
                List.of(new Variable("last_name", Role.LAST_NAME), new Variable("birth_date", Role.BIRTH_DATE));
        int n = 20_000;
        @Nullable String[][] first = new @Nullable String[2][n];
        Rng rng = Rng.of(4);
        for (int i = 0; i < n; i++) {
            first[0][i] = "name" + (char) ('a' + rng.nextInt(26)) + "bert" + (char) ('a' + rng.nextInt(26)) + "son";
            first[1][i] = "19" + (10 + rng.nextInt(80)) + "-0" + (1 + rng.nextInt(9)) + "-" + (13 + rng.nextInt(15));
        }
        LabelledPairs plain = new LabelledPairs(variables, List.of(first), List.of(first), n);
        List<Rate> rates = List.of(
                new Rate("last_name", "edit", Map.of("several", 0.0), 0.1, null),
                new Rate("birth_date", "missing", 0.05),
                new Rate("birth_date", "first-of-january", 0.1));
        Learnt made = new Learnt(
                List.of(),
                new double[0],
                rates,
                org.semblance.linkage.Together.INDEPENDENT,
                n,
                new Fit(0, 0, List.of()));
        Learnt learnt = Learning.of(again(plain, made, n, 8), Run.of(1));
        assertThat(rate(learnt, "last_name", "edit")).isCloseTo(0.1, within(0.008));
        assertThat(rate(learnt, "birth_date", "missing")).isCloseTo(0.05, within(0.006));
        // First of January is drawn after blanks: of the .95 that are left.
        assertThat(rate(learnt, "birth_date", "first-of-january")).isCloseTo(0.095, within(0.008));
        Rate edit = learnt.rates().get(0);
        assertThat((Double) Objects.requireNonNull(edit.options().get("delete")))
                .isCloseTo(100 * 16 / 87.0, within(5.0));
    }

    private static double rate(Learnt learnt, String column, String corruption) {
        return learnt.rates().stream()
                .filter(rate ->
                        rate.variable().equals(column) && rate.corruption().equals(corruption))
                .mapToDouble(Rate::rate)
                .sum();
    }
}
