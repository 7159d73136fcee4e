package org.semblance.synthesize.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Keeper;
import org.semblance.constraint.Listed;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** New steps keep what all real steps keep. */
class RowRulesTest {
    private static final Sequence PRICES = Sequence.of("prices", "share", "day");
    private static final Schema SCHEMA = Schema.of(
            Field.of("share", Kind.KEY),
            Field.of("day", Kind.DATE),
            Field.of("month", Kind.WHOLE),
            money("low"),
            money("close"),
            money("high"),
            Field.of("home", Kind.WHOLE),
            Field.of("abroad", Kind.WHOLE),
            Field.of("sold", Kind.WHOLE),
            Field.of("market", Kind.CATEGORY),
            Field.of("place", Kind.CATEGORY));

    private static Field money(String name) {
        return Field.of(name, Kind.DECIMAL).format(Format.PLAIN.decimals(2));
    }

    private static double cents(double value) {
        return Math.rint(100 * value) / 100;
    }

    /** Prices of shares over 60 days: low <= close <= high, sold = home + abroad, a market has its places. */
    private static Table prices(int shares) {
        double[][] numbers = new double[9][60 * shares];
        String[] share = new String[60 * shares];
        String[] market = new String[60 * shares];
        String[] place = new String[60 * shares];
        for (int s = 0; s < shares; s++) {
            Rng rng = Rng.of(3).child(s);
            double price = 20 + 80 * rng.nextDouble();
            int where = rng.nextInt(4);
            for (int d = 0; d < 60; d++) {
                int i = 60 * s + d;
                price *= 1 + 0.02 * rng.nextGaussian();
                share[i] = "S" + (100 + s);
                market[i] = where < 2 ? "north" : "south";
                place[i] = "place " + where;
                numbers[1][i] = 17_532 + d;
                numbers[2][i] = d < 31 ? 1 : d < 59 ? 2 : 3;
                numbers[4][i] = cents(price);
                numbers[3][i] = cents(price * (1 - 0.01 * rng.nextDouble()));
                numbers[5][i] = cents(price * (1 + 0.01 * rng.nextDouble()));
                numbers[6][i] = rng.nextInt(500);
                numbers[7][i] = rng.nextInt(300);
                numbers[8][i] = numbers[6][i] + numbers[7][i];
            }
        }
        List<org.semblance.table.Column> columns = new ArrayList<>();
        columns.add(CodeColumn.of(share));
        for (int c = 1; c < 9; c++) {
            columns.add(NumberColumn.of(numbers[c]));
        }
        columns.add(CodeColumn.of(market));
        columns.add(CodeColumn.of(place));
        return Table.of(SCHEMA, columns);
    }

    private static List<Constraint> rules(Object... formsAndValues) {
        List<Listed.Line> lines = new ArrayList<>();
        for (int k = 0; k < formsAndValues.length; k += 2) {
            lines.add(new Listed.Line(String.valueOf(formsAndValues[k]), formsAndValues[k + 1], k));
        }
        return Constraints.read(new Listed("schema.yaml", lines), SCHEMA);
    }

    private static final List<Constraint> RULES = rules(
            "order", List.of("low", "close", "high"),
            "sum", Map.of("sold", List.of("home", "abroad")),
            "formula", "month = month(day)",
            "combinations", List.of("market", "place"));

    private static SequenceModel fit(Table real, List<Constraint> rules, Privacy privacy) {
        return new SequenceSynthesizer(Steps.Options.DEFAULT)
                .fit(new SequenceSynthesizer.Data(real, null, PRICES), new Synthesis.Asked(privacy, rules), Run.of(1));
    }

    private static Table drawn(DatabaseModel model, List<String> told) {
        Run run = Run.of(2);
        return model.sample(Size.scale(1), run).toDatabase(run, told::add).table("prices");
    }

    @Test
    void noRowBreaksOneAlsoFromAFile() {
        Table real = prices(40);
        SequenceModel model = fit(real, RULES, Privacy.DEFAULT);
        List<String> told = new ArrayList<>();

        Table table = drawn(model, told);

        assertThat(told).isEmpty();
        assertThat(table.rows()).isEqualTo(40 * 60);
        for (Constraint rule : RULES) {
            boolean[] broken = rule.learn(real, Constraint.Terms.ALL).broken(table, Keeper.Place.ALONE);
            for (boolean row : broken) {
                assertThat(row).as(rule.words()).isFalse();
            }
        }
        // Closing at the low or the high is as rare as it was: values are not just cut off.
        double cut = 0;
        for (int i = 0; i < table.rows(); i++) {
            double close = table.numbers(4).get(i);
            cut += close == table.numbers(3).get(i) || close == table.numbers(5).get(i) ? 1 : 0;
        }
        assertThat(cut / table.rows()).isLessThan(0.25);
        DatabaseModel loaded = new SequenceSynthesizer(Steps.Options.DEFAULT).load(model.store(), model.metadata());
        assertThat(Courses.text(drawn(loaded, told))).isEqualTo(Courses.text(table));
        assertThat(model.contents()).contains("every row keeps: sold = home + abroad (calculated)");
    }

    @Test
    void whatContradictsItselfIsCountedAndTold() {
        List<String> told = new ArrayList<>();
        List<Constraint> rules =
                rules("range", Map.of("column", "low", "to", 10), "range", Map.of("column", "low", "from", 20));

        Table table = drawn(fit(prices(30), rules, Privacy.fidelity()), told);

        assertThat(table.rows()).isEqualTo(30 * 60);
        assertThat(told).singleElement().asString().contains("prices: 1,800 of 1,800 rows break");
    }

    @Test
    void aKeyThatIsADateHasNoHolesWhereDaysAreHeldBack() {
        Schema schema =
                Schema.of(Field.of("day", Kind.DATE), Field.of("hour", Kind.WHOLE), Field.of("count", Kind.WHOLE));
        double[][] numbers = new double[3][300 * 6];
        Rng rng = Rng.of(5);
        for (int i = 0; i < numbers[0].length; i++) {
            numbers[0][i] = 18_000 + i / 6;
            numbers[1][i] = i % 6;
            numbers[2][i] = Math.rint(50 + 10 * rng.nextGaussian());
        }
        Table all =
                Table.of(schema, Arrays.stream(numbers).map(NumberColumn::of).toList());
        int[] kept = java.util.stream.IntStream.range(0, all.rows())
                .filter(i -> i / 6 % 5 != 3)
                .toArray();
        int[] held = java.util.stream.IntStream.range(0, all.rows())
                .filter(i -> i / 6 % 5 == 3)
                .toArray();
        Sequence hours = Sequence.of("hours", "day", "hour");
        Run run = Run.of(1);

        DatabaseModel model = new SequenceSynthesizer(Steps.Options.DEFAULT)
                .fit(
                        new SequenceSynthesizer.Data(all.take(kept), all.take(held), hours),
                        new Synthesis.Asked(Privacy.DEFAULT, List.of()),
                        run);

        Table table = model.sample(Size.scale(1.25), run).toDatabase(run).table("hours");
        double[] days = Arrays.stream(table.numbers(0).toArray()).distinct().toArray();
        assertThat(days).hasSize(300);
        assertThat(Arrays.stream(days).max().orElse(0)
                        - Arrays.stream(days).min().orElse(0))
                .isLessThan(310);
    }
}
