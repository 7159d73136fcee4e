package org.semblance.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.run.Run;

/** The same figures as er-evaluation, recordlinkage and scikit-learn give (reference/linkage_scores.py). */
class PackagesTest {
    private static final Offset<Double> SAME = within(1e-9);

    static Stream<List<String>> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                PackagesTest.class.getResourceAsStream("/org/semblance/linkage/linkage-scores.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(line -> List.of(line.split(","))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void figuresAgree(List<String> cells) {
        int[] truth = labels(cells.get(0));
        int[] found = labels(cells.get(1));
        double[] expected =
                cells.stream().skip(2).mapToDouble(Double::parseDouble).toArray();
        LinkScore score = LinkScore.of(
                Sides.one(truth.length),
                Links.clusters(truth),
                Links.clusters(found),
                LinkScore.More.none(),
                Run.of(1));
        PairCounts pairs = score.pairs();
        ClusterScore clusters = score.clusters();
        double[] ours = {
            pairs.precision(),
            pairs.recall(),
            pairs.f(),
            pairs.precision(),
            pairs.recall(),
            clusters.clusters3().precision(),
            clusters.clusters3().recall(),
            clusters.exact().precision(),
            clusters.exact().recall(),
            clusters.homogeneity().precision(),
            clusters.homogeneity().recall(),
            clusters.homogeneity().f(),
            clusters.adjustedRand(),
            pairs.fowlkesMallows(),
            clusters.variationOfInformation()
        };
        for (int k = 0; k < ours.length; k++) {
            assertThat(ours[k]).as("figure " + k).isCloseTo(expected[k], SAME);
        }
    }

    private static int[] labels(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }
}
