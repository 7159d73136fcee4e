package org.semblance.evaluate.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.random.Rng;
import org.semblance.table.Kind;
import org.semblance.table.Table;

class GroupsTest {
    @Test
    void smallGroupsBecomeOne() {
        Table real = People.labels("g", "a", 30, "b", 9, "c", 12, "d", 4);
        Table other = People.labels("g", "new", 1, "a", 1, "d", 1);
        Comparison c = new Comparison(real, other, null);
        Groups groups = Groups.of(c, List.of("g"), false, -1).get(0);
        assertThat(groups.title()).isEqualTo("g");
        assertThat(groups.names()).containsExactly("a", "c", "2 smaller groups");
        assertThat(groups.codes(other)).containsExactly(2, 0, 2);
    }

    @Test
    void smallGroupsThatAreTooSmallTogetherAreLeftOut() {
        Table real = People.labels("g", "a", 30, "b", 5, "c", 4);
        Groups groups = Groups.of(new Comparison(real, real, null), List.of("g"), false, -1)
                .get(0);
        assertThat(groups.names()).containsExactly("a");
        assertThat(IntStream.of(groups.codes(real)).filter(code -> code < 0)).hasSize(9);
    }

    @Test
    void missingIsAGroup() {
        Object[] cells =
                IntStream.range(0, 30).mapToObj(i -> i % 2 == 0 ? null : "a").toArray();
        Table real = Table.of("g:category", cells);
        Groups groups = Groups.of(new Comparison(real, real, null), List.of("g"), false, -1)
                .get(0);
        assertThat(groups.names()).containsExactly("a", "missing");
    }

    @Test
    void numbersAreCutAtRoundEdges() {
        Table real = People.of(2000, 0, Rng.of(1));
        List<Groups> groups = Groups.of(new Comparison(real, real, null), List.of("age", "skill"), false, -1);
        assertThat(groups.get(0).names()).containsExactly("below 30", "30 up to 45", "45 up to 55", "55 or more");
        assertThat(groups.get(1).names()).hasSize(4).allMatch(name -> name.matches(".*-?\\d\\.\\d.*"));
        int[] codes = groups.get(0).codes(real);
        for (int i = 0; i < codes.length; i++) {
            double age = real.numbers(0).get(i);
            assertThat(codes[i]).isEqualTo(age < 30 ? 0 : age < 45 ? 1 : age < 55 ? 2 : 3);
        }
    }

    @Test
    void fewValuesAndDatesHaveNames() {
        double[] few = {1, 2, 2, Double.NaN, 3};
        assertThat(Ranges.of(few, Kind.WHOLE).names()).containsExactly("1", "2", "3");
        assertThat(Ranges.of(few, Kind.WHOLE).code(2.5)).isEqualTo(-1);
        double[] days = IntStream.range(0, 1000).mapToDouble(i -> 10_000 + i).toArray();
        assertThat(Ranges.of(days, Kind.DATE).names())
                .containsExactly(
                        "below 1998-01-24",
                        "1998-01-24 up to 1998-10-01",
                        "1998-10-01 up to 1999-06-08",
                        "1999-06-08 or more");
        double[] moments = Arrays.stream(days).map(day -> day * 86_400e6).toArray();
        assertThat(Ranges.of(moments, Kind.DATETIME).names()).hasSize(4).allMatch(name -> name.contains("199"));
        double[] times = IntStream.range(0, 1000).mapToDouble(i -> i * 60e6).toArray();
        assertThat(Ranges.of(times, Kind.TIME).names()).hasSize(4).allMatch(name -> name.contains(":"));
        double[] skewed =
                IntStream.range(0, 1000).mapToDouble(i -> i < 900 ? 0 : i).toArray();
        assertThat(Ranges.of(skewed, Kind.WHOLE).names()).isNotEmpty();
    }

    @Test
    void columnsMakeGroupsTogether() {
        Table real = People.of(500, 0, Rng.of(1));
        List<Groups> groups = Groups.of(new Comparison(real, real, null), List.of("sex", "pay"), true, -1);
        assertThat(groups).hasSize(3);
        assertThat(groups.get(2).title()).isEqualTo("sex x pay");
        assertThat(groups.get(2).names()).containsExactly("F, high", "F, low", "M, high", "M, low");
        int[] codes = groups.get(2).codes(real);
        for (int i = 0; i < codes.length; i++) {
            assertThat(groups.get(2).names().get(codes[i])).isEqualTo(real.cell(i, 3) + ", " + real.cell(i, 4));
        }
    }

    @Test
    void unknownColumnsAreSaidAndTheOutcomeMakesNoGroups() {
        Table real = People.of(100, 0, Rng.of(1));
        Comparison c = new Comparison(real, real, null);
        assertThatThrownBy(() -> Groups.of(c, List.of("sx", "agee"), false, 4))
                .hasMessageContaining("Did you mean \"sex\"?")
                .hasMessageContaining("Did you mean \"age\"?");
        assertThat(Groups.of(c, List.of("pay"), false, 4)).isEmpty();
        assertThat(Groups.of(c, List.of(), false, 4).get(0).title()).isEqualTo("sex");
    }
}
