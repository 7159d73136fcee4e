package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

class UnsplitTest {
    private static final DatabaseProject PROJECT = DatabaseProject.of("clinic");

    /** So many rows, that point at the rows of other tables. */
    private static Table table(int rows, String... above) {
        StringBuilder header = new StringBuilder("id:key");
        List<Object> cells = new ArrayList<>();
        Arrays.stream(above).forEach(name -> header.append(", ").append(name).append(":identifier"));
        for (int i = 0; i < rows; i++) {
            cells.add("r" + i);
            for (int k = 0; k < above.length; k++) {
                cells.add("r" + i % 5);
            }
        }
        return Table.of(header.toString(), cells.toArray());
    }

    /** @param tables such as {@code owners 400 branches}: name, rows, what it points at */
    private static Database database(String... tables) {
        Map<String, Table> all = new LinkedHashMap<>();
        List<Relationship> keys = new ArrayList<>();
        for (String one : tables) {
            String[] words = one.split(" ");
            String[] above = Arrays.copyOfRange(words, 2, words.length);
            all.put(words[0], table(Integer.parseInt(words[1]), above));
            Arrays.stream(above).forEach(parent -> keys.add(Relationship.of(parent, "id", words[0], parent)));
        }
        return Database.of(all, Map.of(), keys, List.of());
    }

    private static String why(Database database) {
        DatabaseSplit split = DatabaseSplit.of(database, 0.2, List.of(), Rng.of(1));
        return Unsplit.why(database, PROJECT, split);
    }

    @Test
    void aListAboveAllIsNamedAndWhatCanBeLearntWithoutIt() {
        String why = why(database(
                "branches 6", "staff 30 branches", "owners 400 branches", "pets 600 owners", "bills 900 pets staff"));

        assertThat(why)
                .isEqualTo("that would be rows of branches, on which all hang that point at any, and it has 6 where it"
                        + " takes 100; to hold back some of owners, learn without what stands above or beside them:"
                        + " --tables staff,owners,pets,bills");
        assertThat(why(database("staff 30", "owners 400", "pets 600 owners", "bills 900 pets staff")))
                .isEmpty();
    }

    @Test
    void tablesThatHangOnNoCandidateAreNamed() {
        String why = why(database("people 200", "letters 300 people", "rooms 12", "beds 150 rooms", "cups 20 beds"));

        assertThat(why)
                .isEqualTo("there is no table of 100 rows or more that points at no other and on which hang all that"
                        + " point at any; beds, cups do not hang on people; to hold back some of people, learn without"
                        + " what stands above or beside them: --tables people,letters,rooms");
        assertThat(why(database("people 200", "letters 300 people", "rooms 12")))
                .isEmpty();
    }

    @Test
    void whereNoTableIsLargeEnoughNothingIsProposed() {
        assertThat(why(database("people 20", "letters 90 people"))).doesNotContain("--tables");
    }
}
