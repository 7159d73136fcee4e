package org.semblance.evaluate.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

class SiblingsTest {
    private static final Table PARENTS = Table.of("id:key", "x", "y", "y", "z", "w");
    private static final Relationship ONE = Relationship.of("a", "id", "b", "a");

    private static Link link(Object... keys) {
        return Link.of(PARENTS, Table.of("a:identifier", keys), ONE);
    }

    @Test
    void allRoundsAreAllPairs() {
        Link link = link("x", "y", "x", null, "x", "y", "z", "q");
        assertThat(pairs(Siblings.ofOne(link, Siblings.rounds(link), Rng.of(1))))
                .containsExactlyInAnyOrder("0 2", "0 4", "2 0", "2 4", "4 0", "4 2", "1 5", "5 1");
        int[][] once = Siblings.ofOne(link, 1, Rng.of(1));
        assertThat(once[0]).containsExactlyInAnyOrder(0, 2, 4, 1, 5);
        assertThat(once[1]).containsExactlyInAnyOrder(0, 2, 4, 1, 5);
    }

    @Test
    void twoTablesMeetOnlyInTheSameFamily() {
        Link left = link("x", "y", "x", null, "z", "y");
        Link right = link("y", "x", "x", "x", "w");
        int rounds = Siblings.rounds(new Link[] {left}, new Link[] {right});
        assertThat(pairs(Siblings.ofTwo(left, right, rounds, Rng.of(1))))
                .containsExactlyInAnyOrder("0 1", "0 2", "0 3", "2 1", "2 2", "2 3", "1 0", "5 0");
        assertThat(pairs(Siblings.ofTwo(right, left, rounds, Rng.of(1)))).hasSize(8);
        int[][] once = Siblings.ofTwo(left, right, 1, Rng.of(1));
        assertThat(once[1]).containsExactlyInAnyOrder(1, 2, 3, 0, 0);
    }

    @Test
    void manyPairsAreCutDownAlikeInBothDatabases() {
        Object[] keys = new Object[1000];
        Arrays.fill(keys, "x");
        Link large = link(keys);
        int rounds = Siblings.rounds(link("x", "x"), large);
        assertThat(rounds).isEqualTo(64);
        assertThat(pairs(Siblings.ofOne(large, rounds, Rng.of(1)))).hasSize(64_000);
        assertThat(Siblings.ofOne(link("x", "x"), rounds, Rng.of(1))[0]).hasSize(2);
    }

    private static Set<String> pairs(int[][] pairs) {
        Set<String> out = new HashSet<>();
        for (int i = 0; i < pairs[0].length; i++) {
            assertThat(out.add(pairs[0][i] + " " + pairs[1][i])).isTrue();
        }
        return out;
    }
}
