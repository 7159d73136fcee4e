package org.semblance.evaluate.valid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.Table;

class StructureTest {
    private static Score of(String real, String synthetic) {
        return Structure.PLUGIN
                .make()
                .measure(Comparison.ofShared(Table.of(real), List.of(Table.of(synthetic)), null), Run.of(1));
    }

    @Test
    void sameColumnsInAnyOrder() {
        Score score = of("id:key, age:whole, city:category", "city:category, id:key, age:whole");
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.note()).isEmpty();
    }

    @Test
    void aTableWithFewerThanHalfOfTheColumnsIsAnother() {
        assertThat(Structure.another(of("a:whole, b:whole, c:whole", "a:whole, x:whole")))
                .contains(new Structure.Shared(1, 3));
        assertThat(Structure.another(of("a:whole, b:whole, c:whole, d:text", "a:whole, b:decimal, x:whole")))
                .as("half, by name")
                .isEmpty();
        assertThat(Structure.another(of("a:whole", "a:whole, b:whole, c:whole, d:whole")))
                .as("all, and more")
                .isEmpty();
    }

    @Test
    void whatDiffersIsNamed() {
        // Shared with their kinds: id and city. In either: these two, age twice, name, zip.
        Score score =
                of("id:key, age:whole, city:category, name:text", "id:key, age:decimal, city:category, zip:category");
        assertThat(score.value()).isEqualTo(2 / 6.0);
        assertThat(score.parts())
                .containsEntry("id", 1.0)
                .containsEntry("age", 0.0)
                .containsEntry("name", 0.0)
                .containsEntry("zip", 0.0);
        assertThat(score.note())
                .isEqualTo(
                        "age is a whole in the real and a decimal in the synthetic table; name is not in the synthetic"
                                + " table; zip is not in the real table.");
    }
}
