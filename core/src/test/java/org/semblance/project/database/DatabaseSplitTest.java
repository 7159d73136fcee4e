package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.related.Link;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

class DatabaseSplitTest {
    private static final Relationship MENTOR = Relationship.of("people", "id", "people", "mentor");
    private static final Relationship FROM = Relationship.of("people", "id", "letters", "from");
    private static final Relationship TO = Relationship.of("people", "id", "letters", "to");
    private static final Relationship CITY = Relationship.of("cities", "id", "people", "city");

    /** People with mentors among those before them, letters from one to another, and cities. */
    private static Database database(int people) {
        Rng rng = Rng.of(1);
        String[] id = new String[people];
        String[] mentor = new String[people];
        String[] city = new String[people];
        for (int i = 0; i < people; i++) {
            id[i] = "P" + i;
            mentor[i] = i < 5 ? null : "P" + rng.nextInt(i);
            city[i] = String.valueOf(rng.nextInt(200));
        }
        String[] from = new String[3 * people];
        String[] to = new String[3 * people];
        for (int i = 0; i < from.length; i++) {
            from[i] = "P" + rng.nextInt(people);
            to[i] = "P" + rng.nextInt(people);
        }
        String[] cities = new String[200];
        double[] size = new double[200];
        for (int i = 0; i < 200; i++) {
            cities[i] = String.valueOf(i);
            size[i] = i;
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("people", table(List.of("id", "mentor", "city"), id, mentor, city));
        tables.put("letters", table(List.of("from", "to"), from, to));
        tables.put(
                "cities",
                Table.of(
                        new Schema(List.of(Field.of("id", Kind.KEY), Field.of("size", Kind.WHOLE))),
                        List.of(CodeColumn.of(cities), NumberColumn.of(size))));
        return Database.of(tables, Map.of(), List.of(MENTOR, FROM, TO, CITY), List.<Sequence>of());
    }

    private static Table table(List<String> names, String[]... cells) {
        List<Field> fields =
                names.stream().map(name -> Field.of(name, Kind.IDENTIFIER)).toList();
        List<Column> columns = java.util.Arrays.stream(cells)
                .map(column -> (Column) CodeColumn.of(column))
                .toList();
        return Table.of(new Schema(fields), columns);
    }

    private static int orphans(Database database, Relationship r) {
        return Link.of(database.table(r.parent()), database.table(r.child()), r).orphans();
    }

    @Test
    void noForeignKeyPointsIntoTheOtherPart() {
        // Cities are kept, so that it is not they that are split, and nothing is, since cities stand above people:
        // cities stand above them.
        DatabaseSplit split = DatabaseSplit.of(database(400), 0.3, List.of("cities"), Rng.of(2));

        assertThat(split.entity()).isEmpty();
        DatabaseSplit cities = DatabaseSplit.of(database(400), 0.3, List.of(), Rng.of(2));
        assertThat(cities.entity()).isEqualTo("cities");
        Database held = java.util.Objects.requireNonNull(cities.holdout());
        for (Relationship r : List.of(MENTOR, FROM, TO, CITY)) {
            assertThat(orphans(cities.training(), r)).as(r.name()).isZero();
            assertThat(orphans(held, r)).as(r.name()).isZero();
        }
        assertThat(cities.training().table("letters").rows()
                        + held.table("letters").rows())
                .isEqualTo(1200);
        // Nobody is his own mentor, directly or in a circle: mentors were people with smaller numbers and still are.
        Table people = cities.training().table("people");
        for (int row = 0; row < people.rows(); row++) {
            String mentor = people.codes(1).get(row);
            String id = java.util.Objects.requireNonNull(people.codes(0).get(row));
            assertThat(mentor == null || number(mentor) < number(id)).isTrue();
        }
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }
}
