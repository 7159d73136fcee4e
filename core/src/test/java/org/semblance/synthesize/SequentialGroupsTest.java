package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Columns that are drawn together, and columns that are calculated, in a sequential synthesis. */
class SequentialGroupsTest {
    private static final int N = 1500;

    /** Patients: region gives the city; weight, height and their index; pounds; days until a relapse or the end of a study. */
    private static Table patients() {
        Rng rng = Rng.of(12);
        int[] sex = new int[N];
        int[] region = new int[N];
        int[] group = new int[N];
        double[] height = new double[N];
        double[] weight = new double[N];
        double[] index = new double[N];
        double[] pounds = new double[N];
        double[] days = new double[N];
        double[] relapse = new double[N];
        for (int i = 0; i < N; i++) {
            sex[i] = rng.nextInt(2);
            region[i] = rng.nextInt(3);
            group[i] = region[i] == 0 ? 0 : rng.nextInt(3);
            height[i] = Math.rint(165 + 10 * sex[i] + 7 * rng.nextGaussian());
            weight[i] = Math.rint(height[i] - 100 + 9 * rng.nextGaussian());
            index[i] = weight[i] / (height[i] * height[i] / 10_000);
            pounds[i] = weight[i] * 2.2046;
            double until = -Math.log(rng.nextDouble()) * (group[i] == 2 ? 20 : 80);
            days[i] = Math.ceil(Math.min(until, 60));
            relapse[i] = until <= 60 ? 1 : 0;
        }
        return Table.of(
                Schema.of(
                        Field.of("days", Kind.WHOLE),
                        Field.of("sex", Kind.CATEGORY),
                        Field.of("height", Kind.WHOLE),
                        Field.of("weight", Kind.WHOLE),
                        Field.of("index", Kind.DECIMAL),
                        Field.of("region", Kind.CATEGORY),
                        Field.of("group", Kind.CATEGORY),
                        Field.of("pounds", Kind.DECIMAL),
                        Field.of("relapse", Kind.WHOLE)),
                List.of(
                        NumberColumn.of(days),
                        CodeColumn.of(sex, List.of("F", "M")),
                        NumberColumn.of(height),
                        NumberColumn.of(weight),
                        NumberColumn.of(index),
                        CodeColumn.of(region, List.of("north", "south", "west")),
                        CodeColumn.of(group, List.of("a", "b", "c")),
                        NumberColumn.of(pounds),
                        NumberColumn.of(relapse)));
    }

    private static Model fit(Map<String, ?> options) {
        return Synthesis.fit(patients(), Synthesizers.ALL.find("cart"), options, Privacy.DEFAULT, Run.of(1));
    }

    private static List<String> problems(Map<String, ?> options) {
        return catchThrowableOfType(ProblemException.class, () -> fit(options)).problems().stream()
                .map(Problem::line)
                .toList();
    }

    /** As it comes back from a file. */
    private static Table drawn(Model model) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Provenance from = new Provenance("t.csv", "", N, 9, "cart", Map.of(), 1, Map.of(), "");
        ModelFile.write(out, model, "cart", from);
        Model again = ModelFile.read(new ByteArrayInputStream(out.toByteArray()), "a model", Synthesis::loader)
                .model();
        return again.sample(4000, Run.of(2)).toTable(Run.of(2));
    }

    private static String label(Table table, String column, int row) {
        CodeColumn codes = table.codes(table.schema().index(column));
        return codes.labels().get(codes.code(row));
    }

    private static double number(Table table, String column, int row) {
        return table.numbers(table.schema().index(column)).get(row);
    }

    /** A right method fails each bound of 5 deviations with probability 6e-7; the seed is fixed. */
    @ParameterizedTest
    @ValueSource(strings = {"catall", "ipf"})
    @DisplayName("catall and ipf draw labels together and first, whatever else; what cannot be is not")
    void together(String method) {
        Table drawn = drawn(fit(Map.of(
                "methods",
                Map.of(
                        "sex",
                        method,
                        "group",
                        method,
                        "region",
                        Map.of(
                                "method",
                                method,
                                "priorn",
                                0,
                                "struct-zero",
                                List.of("sex = 'F' and region = 'west'"))))));

        int northA = 0;
        for (int i = 0; i < 4000; i++) {
            assertThat(label(drawn, "sex", i) + label(drawn, "region", i)).isNotEqualTo("Fwest");
            northA += label(drawn, "region", i).equals("north") ? 1 : 0;
            if (label(drawn, "region", i).equals("north")) {
                assertThat(label(drawn, "group", i)).isEqualTo("a");
            }
        }
        // A third is in the north, and a sixth of all is taken away: two fifths of what is left.
        assertThat(northA / 4000.0).isCloseTo(.4, within(.06));
    }

    @Test
    @DisplayName("survctree draws a time and its event together")
    void survival() {
        Table drawn = drawn(fit(Map.of(
                "methods",
                Map.of("days", Map.of("method", "survctree", "event", "relapse")),
                "order",
                List.of("group"))));

        int lost = 0;
        double[] relapses = new double[2];
        double[] counts = new double[2];
        for (int i = 0; i < 4000; i++) {
            boolean occurred = number(drawn, "relapse", i) == 1;
            assertThat(number(drawn, "relapse", i)).isIn(0.0, 1.0);
            if (!occurred) {
                assertThat(number(drawn, "days", i)).isEqualTo(60);
                lost++;
            }
            int c = label(drawn, "group", i).equals("c") ? 1 : 0;
            counts[c]++;
            relapses[c] += occurred ? 1 : 0;
        }
        assertThat(lost).isGreaterThan(500);
        // Of group c 95 % relapse within 60 days, of the others 53 %: five deviations of the real rows' shares.
        assertThat(relapses[1] / counts[1]).isCloseTo(.95, within(.06));
        assertThat(relapses[0] / counts[0]).isCloseTo(.53, within(.08));
    }

    @Test
    @DisplayName("passive and collinear columns follow from the values that are given out")
    void calculated() {
        Table drawn = drawn(fit(Map.of(
                "methods",
                Map.of(
                        "index",
                        Map.of("method", "passive", "formula", "weight / (height * height / 10000)"),
                        "pounds",
                        Map.of("method", "collinear", "of", "weight")))));

        Set<Double> heights = new HashSet<>();
        for (int i = 0; i < 4000; i++) {
            double height = number(drawn, "height", i);
            double weight = number(drawn, "weight", i);
            heights.add(height);
            assertThat(number(drawn, "index", i)).isCloseTo(weight / (height * height / 10_000), within(1e-6));
            assertThat(number(drawn, "pounds", i)).isCloseTo(weight * 2.2046, within(1e-6));
        }
        assertThat(heights.size()).isGreaterThan(20);
    }

    @Test
    void whatCannotBeIsSaidAtOnce() {
        assertThat(problems(Map.of(
                        "methods",
                        Map.of(
                                "sex", "catall",
                                "region", "ipf",
                                "height", "ipf",
                                "days", Map.of("method", "survctree", "event", "relaps")))))
                .hasSize(3)
                .anyMatch(text -> text.contains("one of the two"))
                .anyMatch(text -> text.contains("relapse"))
                .anyMatch(text -> text.contains("numbers"));
        assertThat(problems(Map.of("methods", Map.of("days", "survctree"))))
                .hasSize(1)
                .anyMatch(text -> text.contains("event"));
        assertThat(problems(Map.of("methods", Map.of("index", Map.of("method", "passive", "formula", "pounds / 2")))))
                .anyMatch(text -> text.contains("pounds"));
    }

    @Test
    @DisplayName("strata release how many rows they have: they do not go with epsilon")
    void strataAndEpsilon() {
        Map<String, Object> methods = Map.of("sex", Map.of("method", "catall", "epsilon", 1), "group", "catall");

        assertThat(problems(Map.of("methods", methods, "strata", List.of("region"))))
                .hasSize(1)
                .anyMatch(text -> text.contains("epsilon"));
    }
}
