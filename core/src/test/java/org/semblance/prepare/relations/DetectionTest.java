package org.semblance.prepare.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Declared;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

class DetectionTest {
    private static final Run RUN = Run.of(1).threads(2);

    private static Detected detect(Map<String, Table> tables) {
        return Detection.of(tables, Declared.NOTHING, RUN);
    }

    /** A table of so many rows, each made from its number. */
    private static Table table(int rows, String header, IntFunction<List<@Nullable Object>> row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.addAll(row.apply(i));
        }
        return Table.of(header, cells.toArray());
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return java.util.Arrays.asList(cells);
    }

    /** How somebody names tables and columns. */
    private interface Style {
        String table(String one, String many);

        /** The key of a table. */
        String key(String one);

        /** A foreign key, with a role before it or none. */
        String foreign(String role, String one);
    }

    private static Style style(String name) {
        return switch (name) {
            case "snake" -> style(true, key -> "id", (role, one) -> (role.isEmpty() ? "" : role + "_") + one + "_id");
            case "named" ->
                style(false, key -> key + "_id", (role, one) -> (role.isEmpty() ? "" : role + "_") + one + "_id");
            case "camel" -> style(true, key -> up(key) + "ID", (role, one) -> up(role) + up(one) + "ID");
            case "loud" ->
                style(true, key -> "ID", (role, one) -> (role + one).toUpperCase(java.util.Locale.ROOT) + "ID");
            case "bare" -> style(true, key -> "Id", (role, one) -> role + (role.isEmpty() ? one : up(one)));
            default -> style(false, key -> key + "No", (role, one) -> role + (role.isEmpty() ? one : up(one)) + "No");
        };
    }

    private static String up(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static Style style(
            boolean many,
            java.util.function.UnaryOperator<String> key,
            java.util.function.BinaryOperator<String> foreign) {
        return new Style() {
            @Override
            public String table(String one, String plural) {
                return many ? plural : one;
            }

            @Override
            public String key(String one) {
                return key.apply(one);
            }

            @Override
            public String foreign(String role, String one) {
                return foreign.apply(role, one);
            }
        };
    }

    /** A shop: every kind of key, beside quantities, years and grades that lie within the range of all keys. */
    private static Map<String, Table> shop(Style s, Rng rng) {
        Map<String, Table> tables = new LinkedHashMap<>();
        String id = ":key, ";
        tables.put(
                s.table("category", "categories"),
                table(
                        12,
                        s.key("category") + id + s.foreign("parent", "category") + ":whole, label:category",
                        i -> row(
                                "" + (i + 1),
                                i < 3 ? null : (double) (1 + rng.nextInt(Math.min(3, i))),
                                "label " + i)));
        tables.put(
                s.table("client", "clients"),
                table(
                        200,
                        s.key("client") + id + "age:whole, grade:whole, town:category",
                        i -> row("" + (i + 1), 18 + rng.nextInt(60), 1 + rng.nextInt(5), "town " + rng.nextInt(9))));
        tables.put(
                s.table("product", "products"),
                table(
                        60,
                        s.key("product") + id + s.foreign("", "category") + ":category, stock:whole, size:whole",
                        i -> row("" + (i + 1), "" + (1 + rng.nextInt(12)), rng.nextInt(50), 1 + rng.nextInt(10))));
        tables.put(
                s.table("order", "orders"),
                table(
                        900,
                        s.key("order") + id + s.foreign("", "client") + ":identifier, " + s.foreign("gift", "client")
                                + ":whole, day:date, items:whole",
                        i -> row(
                                "" + (i + 1),
                                "" + (1 + rng.nextInt(190)),
                                rng.nextInt(4) > 0 ? null : 1.0 + rng.nextInt(200),
                                18_000 + i / 2,
                                1 + rng.nextInt(6))));
        tables.put(
                s.table("line", "lines"),
                table(
                        2700,
                        s.foreign("", "order") + ":identifier, " + s.foreign("", "product")
                                + ":identifier, quantity:whole, discount:whole",
                        i -> row(
                                "" + (1 + i / 3),
                                "" + (1 + (i * 7 + i / 60) % 60),
                                1 + rng.nextInt(20),
                                rng.nextInt(3))));
        return tables;
    }

    /** The five of the shop and one that they share nothing with. */
    @ParameterizedTest
    @ValueSource(strings = {"snake", "named", "camel", "loud", "bare", "numbered"})
    void findsTheKeysOfAShopHoweverTheyAreNamed(String name) {
        Style s = style(name);

        KnownKeys found = KnownKeys.of(detect(shop(s, Rng.of(7))).database());

        String client = s.table("client", "clients");
        String order = s.table("order", "orders");
        String line = s.table("line", "lines");
        String product = s.table("product", "products");
        String category = s.table("category", "categories");
        assertThat(found.primary())
                .containsExactlyInAnyOrder(
                        client + "." + s.key("client"),
                        order + "." + s.key("order"),
                        product + "." + s.key("product"),
                        category + "." + s.key("category"),
                        line + "." + s.foreign("", "order") + ", " + s.foreign("", "product"));
        assertThat(found.foreign())
                .containsExactlyInAnyOrder(
                        category + "." + s.foreign("parent", "category") + " -> " + category + "." + s.key("category"),
                        product + "." + s.foreign("", "category") + " -> " + category + "." + s.key("category"),
                        order + "." + s.foreign("", "client") + " -> " + client + "." + s.key("client"),
                        order + "." + s.foreign("gift", "client") + " -> " + client + "." + s.key("client"),
                        line + "." + s.foreign("", "order") + " -> " + order + "." + s.key("order"),
                        line + "." + s.foreign("", "product") + " -> " + product + "." + s.key("product"));
    }

    @Test
    void smallNumbersAloneAreNoForeignKeys() {
        Map<String, Table> tables = new LinkedHashMap<>();
        Rng rng = Rng.of(3);
        tables.put("wards", table(40, "id:key, beds:whole", i -> row("" + (i + 1), 5 + rng.nextInt(20))));
        tables.put("grades", table(5, "id:key, label:category", i -> row("" + (i + 1), "g" + i)));
        tables.put(
                "stays",
                table(
                        500,
                        "id:key, days:whole, pain:whole, age:whole, score:category",
                        i -> row(
                                "" + (i + 1),
                                1 + rng.nextInt(20),
                                1 + rng.nextInt(5),
                                1 + rng.nextInt(40),
                                "" + (1 + rng.nextInt(5)))));

        assertThat(detect(tables).references()).isEmpty();
    }

    @Test
    void valuesThatNobodyMeetsByChanceNeedNoName() {
        Map<String, Table> tables = new LinkedHashMap<>();
        Rng rng = Rng.of(4);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(String.format(java.util.Locale.ROOT, "%016x-%016x", rng.nextLong(), rng.nextLong()));
        }
        tables.put("units", table(50, "id:key, size:whole", i -> row(ids.get(i), i % 7)));
        tables.put("tests", table(9, "code:key, name:category", i -> row("T" + (100 + 7 * i), "test " + i)));
        tables.put(
                "readings",
                table(
                        300,
                        "where:identifier, kind:category, value:decimal",
                        i -> row(ids.get(rng.nextInt(50)), "T" + (100 + 7 * rng.nextInt(9)), rng.nextDouble())));

        assertThat(KnownKeys.of(detect(tables).database()).foreign())
                .containsExactlyInAnyOrder("readings.where -> units.id", "readings.kind -> tests.code");
    }

    @Test
    void orphansAndMissingForeignKeysAreCountedAndDoNotHideAKey() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("patients", table(30, "patient_id:key, age:whole", i -> row("p" + i, 40 + i)));
        tables.put(
                "visits",
                table(
                        100,
                        "visit_id:key, patient_id:identifier",
                        i -> row("v" + i, i % 10 == 0 ? null : "p" + i % 40)));

        Reference found = detect(tables).references().get(0);

        Counted counted = found.counted();
        assertThat(counted.missing()).isEqualTo(10);
        assertThat(counted.orphans()).isEqualTo(18);
        assertThat(counted.childless()).isEqualTo(3);
        assertThat(found.cardinality()).isEqualTo("each of patients has 0..n of visits");
        assertThat(counted.parentsOfChild()).isEqualTo("0..1");
        assertThat(counted.gaps()).isEqualTo("10 of 100 rows have none, 18 point nowhere");
    }

    @Test
    void aTableThatAddsColumnsPointsAtTheOneItIsNamedAfter() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("contact_details", table(30, "patient_id:key, town:category", i -> row("p" + i, "t" + i % 3)));
        tables.put("patients", table(40, "patient_id:key, age:whole", i -> row("p" + i, 40 + i)));

        Detected found = detect(tables);

        assertThat(KnownKeys.of(found.database()).foreign())
                .containsExactly("contact_details.patient_id -> patients.patient_id");
        assertThat(found.references().get(0).counted().children()).isEqualTo("0..1");
        assertThat(found.database().keys()).containsEntry("contact_details", List.of("patient_id"));
    }

    @Test
    void aKeyOfSeveralColumnsIsFoundOnBothSidesAndWhatItImpliesIsLeftOut() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("students", table(40, "student_id:key, year:whole", i -> row("s" + i, 1 + i % 3)));
        tables.put("courses", table(12, "course_id:key, points:whole", i -> row("c" + i, 5 + i % 3)));
        tables.put(
                "enrolments",
                table(
                        160,
                        "student_id:identifier, course_id:identifier, day:date",
                        i -> row("s" + i / 4, "c" + (i * 5 + i / 40) % 12, 19_000 + i)));
        tables.put(
                "grades",
                table(
                        300,
                        "student_id:identifier, course_id:identifier, points:decimal",
                        i -> row(
                                "s" + i / 2 % 160 / 4,
                                "c" + (i / 2 % 160 * 5 + i / 2 % 160 / 40) % 12,
                                0.5 * (i % 9))));

        Detected found = detect(tables);

        assertThat(found.database().keys()).containsEntry("enrolments", List.of("student_id", "course_id"));
        assertThat(KnownKeys.of(found.database()).foreign())
                .containsExactlyInAnyOrder(
                        "enrolments.student_id -> students.student_id",
                        "enrolments.course_id -> courses.course_id",
                        "grades.student_id, course_id -> enrolments.student_id, course_id");
    }

    @Test
    void keysAreLabelsOnBothSides() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put(
                "staff", table(30, "staff_id:key, manager_id:whole", i -> row("" + (i + 1), i < 2 ? null : 1 + i / 7)));

        Database found = detect(tables).database();

        assertThat(found.table("staff").schema().field(1).kind()).isEqualTo(Kind.IDENTIFIER);
        assertThat(found.table("staff").cell(29, 1)).isEqualTo("5");
        assertThat(found.table("staff").cell(0, 1)).isNull();
        assertThat(found.relationships()).containsExactly(Relationship.of("staff", "staff_id", "staff", "manager_id"));
    }

    @Test
    void sequencesBelongToSomebodyOrComeInEvenSteps() {
        Map<String, Table> tables = new LinkedHashMap<>();
        Rng rng = Rng.of(5);
        tables.put("patients", table(50, "patient_id:key, age:whole", i -> row("p" + i, 40 + i)));
        tables.put(
                "visits",
                table(
                        200,
                        "visit_id:key, patient_id:identifier, day:date, seen:date",
                        i -> row("v" + i, "p" + i % 50, 18_000 + rng.nextInt(2000), 18_000 + i / 50)));
        tables.put(
                "prices",
                table(
                        300,
                        "symbol:category, day:date, price:decimal",
                        i -> row(
                                "ABC".substring(i / 100, i / 100 + 1),
                                18_000 + i % 100 + i % 100 / 5 * 2,
                                rng.nextDouble())));
        tables.put("weather", table(100, "day:date, rain:decimal", i -> row(18_000 + i, rng.nextDouble())));
        tables.put(
                "sales",
                table(
                        100,
                        "shop:category, day:date, sum:decimal",
                        i -> row("s" + rng.nextInt(3), 18_000 + rng.nextInt(900), rng.nextDouble())));

        assertThat(detect(tables).sequences().keySet())
                .containsExactlyInAnyOrder(
                        Sequence.of("visits", "patient_id", "day"),
                        Sequence.of("prices", "symbol", "day"),
                        new Sequence("weather", List.of(), "day"));
    }

    @Test
    void whatIsSaidStands() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("patients", table(30, "patient_id:key, code:identifier", i -> row("p" + i, "c" + i % 15)));
        tables.put("visits", table(100, "visit_id:key, patient_id:identifier", i -> row("v" + i, "p" + i % 30)));

        Detected none = Detection.of(tables, new Declared(Map.of("visits", List.of()), List.of(), List.of()), RUN);
        assertThat(none.references()).isEmpty();
        assertThat(none.database().keys()).containsOnlyKeys("patients");

        Detected odd = Detection.of(tables, new Declared(Map.of("patients", List.of("code")), null, null), RUN);
        assertThat(odd.database().keys()).containsEntry("patients", List.of("code"));
        assertThat(odd.notes()).containsExactly("patients: the key code is missing or repeated in 15 of 30 rows");

        Declared wrong = new Declared(Map.of("visit", List.of("x")), null, null);
        assertThatThrownBy(() -> Detection.of(tables, wrong, RUN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Did you mean \"visits\"?");
    }
}
