package org.semblance.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;

class DatabaseTest {
    private static final Table PEOPLE =
            Table.of("id:key, boss:identifier, town:category", "1", null, "Lund", "2", "1", "Umea");
    private static final Table DAYS = Table.of("person:identifier, day:date, place:category", "1", 1, "a", "1", 2, "b");

    @Test
    void namesAllThatDoesNotExist() {
        assertThatThrownBy(() -> Database.of(
                        Map.of("people", PEOPLE, "days", DAYS),
                        Map.of("days", List.of("persn", "day")),
                        List.of(
                                Relationship.of("peopel", "id", "days", "person"),
                                Relationship.of("people", "id", "days", "who")),
                        List.of(Sequence.of("days", "person", "dya"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.line())
                                .containsExactly(
                                        "a primary key names the column \"persn\", which table \"days\" does not have. Did you mean"
                                                + " \"person\"?",
                                        "the relationship days.person -> peopel.id names the table \"peopel\", which does not exist."
                                                + " Did you mean \"people\"?",
                                        "the relationship days.who -> people.id names the column \"who\", which table \"days\" does"
                                                + " not have.",
                                        "a sequence names the column \"dya\", which table \"days\" does not have. Did you mean"
                                                + " \"day\"?"));
    }

    @Test
    void tablesMayPointAtThemselvesAndInCircles() {
        Database database = Database.of(
                Map.of("people", PEOPLE, "days", DAYS),
                List.of(
                        Relationship.of("people", "id", "people", "boss"),
                        Relationship.of("people", "id", "days", "person"),
                        Relationship.of("days", "place", "people", "town")));
        assertThat(database.below("people")).hasSize(2);
        assertThat(database.above("people")).hasSize(2);
        assertThat(database.relationships().get(0).toItself()).isTrue();
    }

    @Test
    void keysOfSeveralColumnsAreKnownOnce() {
        Relationship note = new Relationship("days", List.of("day", "person"), "notes", List.of("day", "person"));
        assertThat(note.name()).isEqualTo("notes.(day, person) -> days.(day, person)");
        Database database = Database.of(
                        Map.of("days", DAYS, "notes", Table.of("person:identifier, day:date, n:key")), List.of(note))
                .key("days", "person", "day");
        assertThat(database.uniques("days")).containsExactly(List.of("person", "day"));
        assertThat(database.uniques("notes")).containsExactly(List.of("n"));
    }

    @Test
    void otherTablesTakeItsPlace() {
        Database database = Database.of(Map.of("days", DAYS), List.of()).sequence(Sequence.of("days", "person", "day"));
        Database other = database.with(Map.of("days", DAYS.take(new int[] {1}), "more", PEOPLE));
        assertThat(other.tables()).containsOnlyKeys("days");
        assertThat(other.sequences()).isEqualTo(database.sequences());
        assertThatThrownBy(() -> database.with(Map.of("dasy", DAYS)))
                .hasMessage("there is no table \"days\". Did you mean \"dasy\"?");
    }

    @Test
    void keysThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Relationship("a", List.of("x", "y"), "b", List.of("x")))
                .hasMessageContaining("has 1 columns, but the key of table \"a\" that it points at has 2");
        assertThatThrownBy(() -> new Relationship("a", List.of(), "b", List.of()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new Relationship("a", List.of("x", "x"), "b", List.of("y", "z")))
                .hasMessageContaining("twice");
        Relationship twice = Relationship.of("days", "person", "days", "place");
        assertThatThrownBy(() -> Database.of(Map.of("days", DAYS), List.of(twice, twice)))
                .hasMessageContaining("named twice");
    }
}
