package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.conditional.Predictors.Role;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Methods that draw by chance against 10,000 draws of R for each of three rows (1,000 to 5,000 of slow methods), by
 * {@code reference/conditional_draws.R}: mice 3.15.0, whose 2l.bin had no other effects than those about zero, and
 * synthpop's methods as it describes them. Where the fit is the same each time it is made once, and drawn from 10,000
 * times, parameters and all; else there are as many fits as a test can afford.
 *
 * <p>Each row is a two-sample chi-squared test: a right method fails one with probability 1e-4, all of them together with
 * about .01; seeds are fixed. Found with probability .8 is a mean that is off, in deviations of a draw: by .10 where 10,000
 * draws stand beside 10,000 ({@code norm}, {@code pmm}'s 5,000 .12), by .17 in {@code midastouch}, .26 in {@code rf} and
 * {@code lasso.norm}, .28 in {@code 2l.norm}, .34 in {@code ri}, .44 in {@code 2l.pan}. So the last were run with more fits
 * once, by hand: {@code lasso.norm} 5,000, p = .10, .76, .28; {@code 2l.norm} 3,000, .07, .49, .57; {@code ri} 4,000, .97,
 * .82, .02; {@code 2l.pan} 3,000, .59, .86, .02; which finds .18, .25, .19 and .14. R's own draws of these are 2,000, 1,000,
 * 2,000 and 10,000.
 */
class DrawsInRTest {
    private static final double FALSE_ALARM = 1e-4;

    private static Given given(Predictors x, String target, Column y) {
        boolean number = y instanceof NumberColumn;
        return new Given(
                x,
                Field.of(target, number ? Kind.DECIMAL : Kind.CATEGORY),
                y,
                target.equals("four"),
                Given.Events.NONE);
    }

    private static Map<String, Object> options(String text) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (String one : text == null ? new String[0] : text.split(" ")) {
            out.put(one.split("=")[0], one.split("=")[1]);
        }
        return out;
    }

    private static void agree(String method, String options, String file, Given given, int fits, int each) {
        double[] p =
                DrawsInR.read(file).compare(Conditionals.ALL.find(method).make(options(options)), given, fits, each);
        assertThat(p).as(file + " " + Arrays.toString(p)).hasSize(3);
        assertThat(Arrays.stream(p).min().orElseThrow())
                .as(file + " " + Arrays.toString(p))
                .isGreaterThan(FALSE_ALARM);
    }

    @ParameterizedTest
    @CsvSource({
        "sample, , sample, 1, 10000",
        "norm, , norm, 10000, 1",
        "norm.nob, , norm.nob, 1, 10000",
        "norm.boot, , norm.boot, 10000, 1",
        "pmm, , pmm, 5000, 1",
        "pmm, match-type=0, pmm.0, 5000, 1",
        "pmm, match-type=2, pmm.2, 5000, 1",
        "midastouch, , midastouch, 2000, 1",
        "midastouch, kappa=3, midastouch.3, 2000, 1",
        "ri, , ri, 500, 1",
    })
    @DisplayName("numbers from numbers and labels")
    void numbers(String method, String options, String file, int fits, int each) {
        Reference data = Reference.read("linear/data.csv");
        agree(
                method,
                options,
                file,
                given(Trees.predictors(data, "x1", "x2", "g"), "y", data.numberColumn("y")),
                fits,
                each);
    }

    @ParameterizedTest
    @CsvSource({
        "pmm, quantify=false, pmm.labels, 5000, 1",
    })
    @DisplayName("labels by predictive mean matching")
    void matchedLabels(String method, String options, String file, int fits, int each) {
        Reference data = Reference.read("linear/data.csv");
        agree(
                method,
                options,
                file,
                given(Trees.predictors(data, "x1", "x2"), "g", without(data, "g", 2, 29, 59)),
                fits,
                each);
    }

    private static CodeColumn without(Reference data, String name, int... rows) {
        CodeColumn all = data.labelColumn(name);
        int[] codes = all.toArray();
        for (int row : rows) {
            codes[row] = -1;
        }
        return CodeColumn.of(codes, all.labels());
    }

    @ParameterizedTest
    @CsvSource({
        "quadratic, outcome=q, quadratic, 2000, 1",
    })
    @DisplayName("a number that acts as a parabola")
    void parabola(String method, String options, String file, int fits, int each) {
        Reference data = Reference.read("more/quadratic-data.csv");
        agree(method, options, file, given(Trees.predictors(data, "z", "q"), "y", data.numberColumn("y")), fits, each);
    }

    @ParameterizedTest
    @CsvSource({
        "logreg, two, 4000, 1",
        "logreg.boot, two, 3000, 1",
        "polyreg, three, 1, 10000",
        "lda, three, 1, 10000",
        "polr, four, 1, 10000",
    })
    @DisplayName("labels by regression")
    void labels(String method, String target, int fits, int each) {
        Reference data = Reference.read("labels/data.csv");
        agree(
                method,
                null,
                method,
                given(Trees.predictors(data, "x1", "x2", "g"), target, data.labelColumn(target)),
                fits,
                each);
    }

    @ParameterizedTest
    @CsvSource({
        "cart, y, cart, 1, 10000",
        "cart, two, cart.two, 1, 10000",
        "cart, three, cart.three, 1, 10000",
        "rf, y, rf, 1000, 1",
        "rf, three, rf.three, 700, 1",
    })
    @DisplayName("trees")
    void trees(String method, String target, String file, int fits, int each) {
        Reference data = Reference.read("trees/data.csv");
        Column y = target.equals("y") ? data.numberColumn("y") : without(data, target, 0, 99, 199);
        agree(method, null, file, given(Trees.predictors(data, "a", "b", "c"), target, y), fits, each);
    }

    @ParameterizedTest
    @CsvSource({
        "normrank, normrank",
        "lognorm, lognorm",
        "sqrtnorm, sqrtnorm",
        "cubertnorm, cubertnorm",
    })
    @DisplayName("transformed numbers, as estimated and proper")
    void transformed(String method, String file) {
        Reference data = Reference.read("trees/data.csv");
        boolean positive = method.equals("lognorm") || method.equals("sqrtnorm");
        Column y = NumberColumn.of(Arrays.stream(data.numbers("y"))
                .map(v -> positive ? Math.exp(v / 3) : v)
                .toArray());
        Given given = given(Trees.predictors(data, "a", "b", "c"), "y", y);
        agree(method, null, file, given, 1, 10_000);
        agree(method, "proper=true", file + ".proper", given, 3000, 1);
    }

    private static Given clustered(Reference data, String target, int schools, Role extrav, Role sex) {
        double[] school = data.numbers("school");
        int[] rows = IntStream.range(0, school.length)
                .filter(i -> school[i] <= schools)
                .toArray();
        Table all = Trees.predictors(data, "school", "extrav", "sex").table().take(rows);
        Column y = (target.equals("pass") ? data.labelColumn(target) : data.numberColumn(target)).take(rows);
        return given(new Predictors(all, List.of(Role.CLUSTER, extrav, sex), new int[0]), target, y);
    }

    @ParameterizedTest
    @CsvSource({
        "2l.pan, , pop, 30, RANDOM, FIXED, 250, 1",
        "2l.norm, , pop, 12, RANDOM, RANDOM, 1500, 1",
        "2lonly.norm, , texp, 30, FIXED, FIXED, 3000, 0",
        "2lonly.pmm, , texp, 30, FIXED, FIXED, 3000, 0",
    })
    @DisplayName("rows in clusters")
    void clusters(
            String method, String options, String target, int schools, Role extrav, Role sex, int fits, int each) {
        Reference data = Reference.read("levels/data.csv");
        agree(method, options, method, clustered(data, target, schools, extrav, sex), fits, each);
    }

    private static void agree(String file, Given given, Function<Run, Conditional.Drawer> learnt) {
        double[] p = DrawsInR.read(file).compare(learnt, given, 10_000, 1);
        assertThat(Arrays.stream(p).min().orElseThrow())
                .as(file + " " + Arrays.toString(p))
                .isGreaterThan(FALSE_ALARM);
    }

    @Test
    @DisplayName("2l.lmer: 10,000 draws of parameters about one fit")
    void linearClusters() {
        Given given = clustered(Reference.read("levels/data.csv"), "pop", 30, Role.RANDOM, Role.FIXED);
        LevelDesign design = LevelDesign.of(given, false);
        LevelSums sums = LevelSums.of(design, given);
        MixedModel model = MixedModel.fit(sums);
        agree("2l.lmer", given, run -> TwoLevelMixed.draw(model, sums, design, run.rng()));
    }

    @Test
    @DisplayName("2l.bin: 10,000 draws of parameters about one fit")
    void labelsInClusters() {
        Given given = clustered(Reference.read("levels/data.csv"), "pass", 30, Role.FIXED, Role.FIXED);
        LevelDesign design = LevelDesign.of(given, false);
        Classes classes = Classes.two(given, given.observed());
        MixedLogit.Fit fit = MixedLogit.fit(design, given.x(), given.observed(), classes.of());
        TwoLevelLogistic method = new TwoLevelLogistic(new TwoLevelLogistic.Options("marginal"));
        agree(
                "2l.bin",
                given,
                run -> new LevelEffects.Labels(method.draw(fit, design, run.rng()), classes.codes(), classes.labels()));
    }

    @ParameterizedTest
    @CsvSource({
        "lasso.norm, y, 1000",
    })
    @DisplayName("the lasso")
    void lasso(String method, String target, int fits) {
        Reference data = Reference.read("lasso/data.csv");
        Predictors x = Trees.predictors(data, "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "g");
        agree(method, null, method, given(x, target, Trees.column(data, target)), fits, 1);
    }
}
