package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntraClassTest {
    /** Made by reference/intraclass.R: base R's analysis of variance, and REML by nlme, which iterates. */
    @Test
    void isThatOfR() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/reference/intraclass.csv"));
        assertThat(lines).hasSize(5);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";");
            double[] values = Arrays.stream(cells[1].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            int[] groups = Arrays.stream(cells[2].split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            int count = Arrays.stream(groups).max().getAsInt() + 1;
            assertThat(IntraClass.correlation(values, groups, count))
                    .as(cells[0])
                    .isCloseTo(Double.parseDouble(cells[3]), within(cells[0].contains("nlme") ? 1e-6 : 1e-12));
        }
    }

    @Test
    void leavesOutWhatIsMissing() {
        double[] values = {1, 2, Double.NaN, 5, 7, 9, 100};
        int[] groups = {0, 0, 0, 2, 2, 3, -1};
        assertThat(IntraClass.correlation(values, groups, 5))
                .isEqualTo(IntraClass.correlation(new double[] {1, 2, 5, 7, 9}, new int[] {0, 0, 1, 1, 2}, 3));
    }

    @Test
    void isOneWhereMembersAreEqualAndNothingWhereNothingVaries() {
        assertThat(IntraClass.correlation(new double[] {1, 1, 2, 2}, new int[] {0, 0, 1, 1}, 2))
                .isEqualTo(1);
        assertThat(IntraClass.correlation(new double[] {1, 1, 1, 1}, new int[] {0, 0, 1, 1}, 2))
                .isNaN();
        assertThat(IntraClass.correlation(new double[] {1, 2, 3}, new int[] {0, 1, 2}, 3))
                .isNaN();
        assertThat(IntraClass.correlation(new double[] {1, 2, 3}, new int[] {0, 0, 0}, 1))
                .isNaN();
        assertThat(IntraClass.correlation(new double[0], new int[0], 0)).isNaN();
    }
}
