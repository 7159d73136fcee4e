package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.Options;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Against the parts of R's mice::mcar: reference/mcar.R. */
class EqualCovariancesTest {
    private static List<String[]> rows(String file) throws IOException {
        try (var in = EqualCovariancesTest.class.getResourceAsStream("/reference/missing/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    @Test
    void asInMice() throws IOException {
        List<String[]> rows = rows("mcar_rows.csv");
        double[][] values = new double[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                values[c][i] = Double.parseDouble(rows.get(i)[c]);
            }
        }
        List<int[]> patterns = IntStream.rangeClosed(1, 4)
                .mapToObj(pattern -> IntStream.range(0, rows.size())
                        .filter(i -> Integer.parseInt(rows.get(i)[3]) == pattern)
                        .toArray())
                .toList();
        Map<String, Double> expected = new LinkedHashMap<>();
        rows("mcar.csv").forEach(row -> expected.put(row[0], Double.parseDouble(row[1])));

        EqualCovariances.Look look = EqualCovariances.look(values, values, patterns, new Uniformity(Rng.of(1)));

        assertThat(look.statistic()).isCloseTo(expected.get("hawkins"), within(1e-6));
        assertThat(look.p()).isCloseTo(expected.get("p"), within(1e-8));
        assertThat(look.rank()).isCloseTo(expected.get("rank"), within(1e-8));
    }

    /** Scholz and Stephens (1987), example 1: paper smoothness in four laboratories, T 4.449 with p .0023. */
    @Test
    void ranksAsPublished() {
        double[][] paper = {
            {38.7, 41.5, 43.8, 44.5, 45.5, 46.0, 47.7, 58.0},
            {39.2, 39.3, 39.7, 41.4, 41.8, 42.9, 43.3, 45.8},
            {34.0, 35.0, 39.0, 40.0, 43.0, 43.0, 44.0, 45.0},
            {34.0, 34.8, 34.8, 35.4, 37.2, 37.8, 41.2, 42.8}
        };

        double statistic = SampleRanks.statistic(paper);

        assertThat(statistic).isCloseTo(4.449, within(0.001));
        assertThat(SampleRanks.p(statistic, 4)).isCloseTo(0.0023, within(0.0008));
        assertThat(SampleRanks.p(1.916, 4))
                .as("the quantile of .05 of four samples")
                .isCloseTo(0.05, within(0.001));
    }

    private static Table normal(Rng rng, int rows, boolean otherSpread) {
        double[][] values = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            boolean gone = rng.nextDouble() < 0.4;
            double common = rng.nextGaussian();
            for (double[] column : values) {
                column[i] = (common + rng.nextGaussian()) * (gone && otherSpread ? 2 : 1);
            }
            values[2][i] = gone ? Double.NaN : values[2][i];
        }
        return Table.of(
                new Schema(
                        List.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL), Field.of("c", Kind.DECIMAL))),
                List.of(NumberColumn.of(values[0]), NumberColumn.of(values[1]), NumberColumn.of(values[2])));
    }

    /** Of 80 tables that lack values completely at random, 5 % are rejected: 4 +- 7.8 (four standard errors). */
    @Test
    void keepsItsLevelAndSeesAnotherSpreadThatLittlesTestCannot() {
        int rejected = 0;
        int seen = 0;
        int little = 0;
        for (int k = 0; k < 80; k++) {
            Rng rng = Rng.of(k);
            EqualCovariances none = RandomlyMissing.covariances(normal(rng.child("a"), 200, false), rng.child("b"));
            Table other = normal(rng.child("c"), 200, true);
            EqualCovariances found = RandomlyMissing.covariances(other, rng.child("d"));
            rejected += none.p() < 0.05 ? 1 : 0;
            seen += found.p() < 0.05 && found.rankP() < 0.05 ? 1 : 0;
            little += RandomlyMissing.of(other).p() < 0.05 ? 1 : 0;
        }
        assertThat(rejected).isBetween(0, 11);
        assertThat(seen).isGreaterThan(60);
        assertThat(little).isLessThan(24);
    }

    /** Tails far from normal, but missing completely at random: Hawkins' test rejects, the ranks do not (5 %: 2 +- 5.6). */
    @Test
    void columnsThatAreNotNormalAreToldFromValuesThatAreNotMissingAtRandom() {
        int normal = 0;
        int rejected = 0;
        for (int k = 0; k < 40; k++) {
            Run run = Run.of(k);
            double[][] values = new double[2][400];
            Rng rng = run.rng().child("data");
            for (int i = 0; i < 400; i++) {
                values[0][i] = rng.nextGaussian() * Math.exp(rng.nextGaussian());
                values[1][i] = values[0][i] + rng.nextGaussian() * Math.exp(rng.nextGaussian());
            }
            Table whole = Table.of(
                    new Schema(List.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL))),
                    List.of(NumberColumn.of(values[0]), NumberColumn.of(values[1])));
            Amputation.Options options = Options.bind(
                    Amputation.Options.DEFAULT,
                    Map.of("mech", "MCAR", "prop", 0.3, "patterns", List.of("b")),
                    "a test");
            EqualCovariances found = RandomlyMissing.covariances(
                    Amputation.of(whole, options, run).table(), run.rng().child("test"));
            normal += found.p() > 0.05 ? 1 : 0;
            rejected += found.rankP() < 0.05 ? 1 : 0;
        }
        assertThat(normal).isZero();
        assertThat(rejected).isLessThan(8);
    }

    @Test
    void saysNothingWhereThereIsOnePattern() {
        assertThat(RandomlyMissing.covariances(Table.of("a:whole, b:whole", 1, 2, 3, 4), Rng.of(1)))
                .isNull();
    }
}
