package org.semblance.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * Rates hold. Every interval here is one of 99.9 %, so about one of a thousand statements would fail by chance were the
 * seeds not fixed.
 */
class ErrorsTest {
    private static final double Z = 3.2905;

    static List<Plugin<Corruption>> all() {
        return Corruptions.ALL.plugins();
    }

    static void within999(long count, double n, double p) {
        assertThat(count / n)
                .as("%d of %.0f at %f", count, n, p)
                .isCloseTo(p, within(Z * Math.sqrt(p * (1 - p) / n) + 1 / n));
    }

    /** 200,000 rows whose cell is eligible: as many are changed as the rate says. */
    @ParameterizedTest
    @MethodSource("all")
    void theRateIsTheShareOfEligibleCellsThatChange(Plugin<Corruption> plugin) {
        Corruption corruption = plugin.make();
        List<Row> rows = new ArrayList<>();
        List<List<String>> cells = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < Registers.ROWS; i++) {
            Row row = Registers.row(i);
            for (int v = 0; v < row.width(); v++) {
                List<String> clean = CorruptionsTest.cells(row);
                if (corruption.fits(row.variables().get(v)) && corruption.apply(row, v, Rng.of(1))) {
                    Registers.fill(row, clean);
                    rows.add(row);
                    cells.add(clean);
                    columns.add(v);
                    break;
                }
            }
        }
        List<Scribe> scribes = new ArrayList<>();
        long[] logged = {0};
        for (int k = 0; k < rows.size(); k++) {
            String name = Registers.VARIABLES.get(columns.get(k)).name();
            Errors errors =
                    Errors.of(Registers.VARIABLES, List.of(new Rate(name, plugin.name(), 0.05)), Together.INDEPENDENT);
            int column = columns.get(k);
            scribes.add(errors.scribe(
                    rows.get(k), Rng.of(5), (row, v, op, before, after) -> logged[0] += v == column ? 1 : 0));
        }
        long changed = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            int k = i % rows.size();
            if (scribes.get(k).write(i) > 0) {
                changed++;
                Registers.fill(rows.get(k), cells.get(k));
            }
        }
        within999(changed, n, 0.05);
        assertThat(logged[0]).isEqualTo(changed);
    }

    private static final List<Variable> THREE = List.of(
            new Variable("first", Role.FIRST_NAME), new Variable("sex", Role.SEX), new Variable("age", Role.AGE));

    private static Row person(int i) {
        Row row = new Row(THREE);
        reset(row, i);
        return row;
    }

    private static void reset(Row row, int i) {
        row.set(0, i % 10 == 0 ? null : "William");
        row.set(1, i % 4 == 0 ? "f" : "m");
        row.set(2, String.valueOf(i % 100));
    }

    @Test
    void missingNeedNotBeAtRandom() {
        Errors errors = Errors.of(
                THREE,
                List.of(
                        new Rate("first", "missing", 0.5).when(When.is("sex", "F")),
                        new Rate("sex", "missing", 0.2).when(When.between("age", 20, 30)),
                        new Rate("age", "missing", 0.3).when(When.is("first", ""))),
                Together.INDEPENDENT);
        Row row = person(0);
        Scribe scribe = errors.scribe(row, Rng.of(2), Log.NONE);
        int n = 200_000;
        long women = 0;
        long men = 0;
        long twenties = 0;
        long others = 0;
        long nameless = 0;
        for (int i = 0; i < n; i++) {
            reset(row, i);
            scribe.write(i);
            boolean lost = row.get(0) == null && i % 10 != 0;
            women += lost && i % 4 == 0 ? 1 : 0;
            men += lost && i % 4 != 0 ? 1 : 0;
            boolean twenty = i % 100 >= 20 && i % 100 < 30;
            twenties += row.get(1) == null && twenty ? 1 : 0;
            others += row.get(1) == null && !twenty ? 1 : 0;
            nameless += row.get(2) == null ? 1 : 0;
        }
        // Of every twenty rows five are women, one of whom has no name to lose.
        within999(women, n / 20 * 4.0, 0.5);
        assertThat(men).isZero();
        within999(twenties, n / 10.0, 0.2);
        assertThat(others).isZero();
        // The condition sees the row as it was: only every tenth name was missing.
        within999(nameless, n / 10.0, 0.3);
        Tally tally = scribe.tally();
        assertThat(tally.rows()).isEqualTo(n);
        assertThat(tally.considered(0)).isEqualTo(n / 4);
        assertThat(tally.realised(0)).isCloseTo(0.5, within(0.01));
        assertThat(tally.changed(0)).isEqualTo(women).isLessThan(tally.drawn(0));
        Tally sum = errors.tally();
        sum.add(tally);
        sum.add(tally);
        assertThat(sum.drawn(1)).isEqualTo(2 * tally.drawn(1));
    }

    @Test
    void aRowsErrorsDependOnItsNumberOnly() {
        List<Rate> rates = Errors.scaled(Errors.defaults(THREE), 20);
        Errors errors = Errors.of(
                THREE, rates, Together.INDEPENDENT.record(2).clerk(1, 7).source(1, 3));
        String[] forward = new String[500];
        String[] backward = new String[500];
        Row row = person(0);
        Scribe scribe = errors.scribe(row, Rng.of(3), Log.NONE);
        for (int i = 0; i < 500; i++) {
            reset(row, i);
            scribe.write(i);
            forward[i] = row.toString();
        }
        scribe = errors.scribe(row, Rng.of(3), Log.NONE);
        for (int i = 499; i >= 0; i--) {
            reset(row, i);
            scribe.write(i);
            backward[i] = row.toString();
        }
        assertThat(backward).isEqualTo(forward);
        assertThat(List.of(forward).stream().distinct().count()).isGreaterThan(200);
    }

    @Test
    void theLogIsWhatHappened() {
        Errors errors = Errors.of(THREE, Errors.scaled(Errors.defaults(THREE), 40), Together.INDEPENDENT);
        Row row = person(0);
        List<Change> changes = new ArrayList<>();
        Scribe scribe = errors.scribe(
                row, Rng.of(4), (r, v, op, before, after) -> changes.add(Change.between(r, v, op, before, after)));
        int several = 0;
        for (int i = 0; i < 5000; i++) {
            reset(row, i);
            List<String> clean = CorruptionsTest.cells(row);
            changes.clear();
            scribe.write(i);
            List<String> dirty = CorruptionsTest.cells(row);
            several += changes.size() > 3 ? 1 : 0;
            for (Change change : changes) {
                clean.set(change.variable(), change.replay(clean.get(change.variable())));
            }
            assertThat(clean).isEqualTo(dirty);
        }
        assertThat(several).isPositive();
    }

    @Test
    void scaledRatesNeverPassOne() {
        List<Rate> rates =
                List.of(new Rate("a", "missing", 0.01), new Rate("a", "missing", 0.5), new Rate("a", "typo", 1));
        assertThat(Errors.scaled(rates, 1)).isEqualTo(rates);
        assertThat(Errors.scaled(rates, 2))
                .extracting(Rate::rate)
                .satisfiesExactly(
                        r -> assertThat(r).isCloseTo(0.0199, within(1e-12)),
                        r -> assertThat(r).isCloseTo(0.75, within(1e-12)),
                        r -> assertThat(r).isEqualTo(1));
        assertThat(Errors.scaled(rates, 0).get(1).rate()).isZero();
        assertThat(Errors.scaled(rates, 1000))
                .allSatisfy(r -> assertThat(r.rate()).isBetween(0.9, 1.0));
        assertThatThrownBy(() -> Errors.scaled(rates, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> Errors.of(
                        THREE,
                        List.of(
                                new Rate("frist", "typo", 0.1),
                                new Rate("first", "tpyo", 0.1),
                                new Rate("first", "edit", Map.of("insrt", 1), 0.1, null),
                                new Rate("first", "missing", 1.2),
                                new Rate("age", "phonetic", 0.1),
                                new Rate("age", "missing", 0.1).when(When.is("sx", "f"))),
                        Together.INDEPENDENT))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problems()).hasSize(6))
                .hasMessageContaining("Did you mean \"first\"?")
                .hasMessageContaining("Did you mean \"typo\"?")
                .hasMessageContaining("Did you mean \"insert\"?")
                .hasMessageContaining("the rate is 1.2, but must be between 0 and 1")
                .hasMessageContaining("age: phonetic does not fit a column of role age")
                .hasMessageContaining("Did you mean \"sex\"?");
    }

    @Test
    void everyRoleHasItsUsualErrors() {
        for (String locale : List.of("en", "de", "fr-CH", "sv_SE", "ru", "ja", "")) {
            List<Rate> rates = Errors.defaults(Registers.VARIABLES, locale);
            Errors errors = Errors.of(Registers.VARIABLES, rates, Together.INDEPENDENT);
            assertThat(errors.rates()).hasSameSizeAs(rates);
            for (Variable variable : Registers.VARIABLES) {
                assertThat(rates).anyMatch(rate -> rate.variable().equals(variable.name()));
            }
        }
    }
}
