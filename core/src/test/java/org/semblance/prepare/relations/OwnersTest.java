package org.semblance.prepare.relations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Declared;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** Whose steps rows are: bills of a pet of somebody, written by one of the staff; who joined a branch, and when. */
class OwnersTest {
    private static final List<Relationship> KEYS = List.of(
            Relationship.of("branches", "code", "owners", "branch"),
            Relationship.of("owners", "owner_id", "pets", "owner_id"),
            new Relationship("pets", List.of("owner_id", "pet_no"), "bills", List.of("owner_id", "pet_no")),
            Relationship.of("staff", "staff_id", "bills", "staff_id"));

    private final Rng rng = Rng.of(11);

    private static Table table(int rows, String header, IntFunction<List<@Nullable Object>> row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.addAll(row.apply(i));
        }
        return Table.of(header, cells.toArray());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    /** The same where a column has names of people. */
    private static Table people(Table table, String column) {
        List<Field> fields = table.schema().fields().stream()
                .map(field -> field.name().equals(column) ? field.format(Format.PLAIN.maker("person-name")) : field)
                .toList();
        return Table.of(
                new Schema(fields),
                IntStream.range(0, table.width()).mapToObj(table::column).toList());
    }

    private int day() {
        return 18_000 + rng.nextInt(2000);
    }

    /** @param gap how many bills there are for each whose staff is missing; 0 for none */
    private Map<String, Table> practice(int gap) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("branches", table(6, "code:key", i -> row("B" + i)));
        Table staff = table(30, "staff_id:key, name:identifier", i -> row("s" + i, "n" + i));
        tables.put("staff", people(staff, "name"));
        Table owners = table(
                200,
                "owner_id:key, name:identifier, branch:identifier, since:date",
                i -> row("o" + i, "n" + i, "B" + i % 6, day()));
        tables.put("owners", people(owners, "name"));
        tables.put(
                "pets",
                table(400, "owner_id:identifier, pet_no:whole, born:date", i -> row("o" + i / 2, 1 + i % 2, day())));
        tables.put(
                "bills",
                table(
                        1200,
                        "bill_id:key, staff_id:identifier, owner_id:identifier, pet_no:whole, day:date",
                        i -> row(
                                "b" + i,
                                gap > 0 && i % gap == 0 ? null : "s" + rng.nextInt(30),
                                "o" + i / 6,
                                1 + i / 3 % 2,
                                day())));
        return tables;
    }

    private static Set<Sequence> sequences(Map<String, Table> tables) {
        return sequences(tables, KEYS);
    }

    private static Set<Sequence> sequences(Map<String, Table> tables, List<Relationship> keys) {
        Declared known = new Declared(Map.of("pets", List.of("owner_id", "pet_no")), keys, null);
        return Detection.of(tables, known, Run.of(1).threads(1)).sequences().keySet();
    }

    private static Sequence ofPets() {
        return new Sequence("bills", List.of("owner_id", "pet_no"), "day");
    }

    private static Sequence petsOfOwners() {
        return Sequence.of("pets", "owner_id", "born");
    }

    @Test
    void stepsAreOfThoseWhomEveryRowNames() {
        assertThat(sequences(practice(12))).containsExactlyInAnyOrder(ofPets(), petsOfOwners());
    }

    @Test
    void stepsAreOfAPartOfSomebodyRatherThanOfThem() {
        List<Relationship> keys = new ArrayList<>(KEYS);
        keys.add(2, Relationship.of("owners", "owner_id", "bills", "owner_id"));
        keys.removeIf(r -> r.parent().equals("staff"));
        assertThat(sequences(practice(0), keys)).containsExactlyInAnyOrder(ofPets(), petsOfOwners());
    }

    @Test
    void aFewFaultsOfTheOnlyKeyHideNoOwnerButManyDo() {
        List<Relationship> only = List.of(KEYS.get(3));
        assertThat(sequences(practice(400), only)).contains(Sequence.of("bills", "staff_id", "day"));
        assertThat(sequences(practice(12), only))
                .noneMatch(sequence -> sequence.table().equals("bills"));
    }

    @Test
    void whoJoinedABranchIsNoStepOfItAlsoWithoutAName() {
        Map<String, Table> tables = practice(0);
        tables.put(
                "owners",
                table(200, "owner_id:key, branch:identifier, since:date", i -> row("o" + i, "B" + i % 6, day())));
        assertThat(sequences(tables)).noneMatch(sequence -> sequence.table().equals("owners"));

        // In order of time within each, they might be.
        tables.put(
                "owners",
                table(
                        200,
                        "owner_id:key, branch:identifier, since:date",
                        i -> row("o" + i, "B" + i % 6, 18_000 + 3 * i)));
        assertThat(sequences(tables)).contains(Sequence.of("owners", "branch", "since"));
    }
}
