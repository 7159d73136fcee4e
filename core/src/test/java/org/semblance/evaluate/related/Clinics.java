package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * Databases of one law with known trends, and the same with trends broken.
 *
 * <ul>
 *   <li>patients and doctors are roots; an older patient has more visits;
 *   <li>visits of a patient: a reason that depends on the sex; pain around a level that is the patient's own, each visit
 *       near the one before (autoregressive, 0.8); fever half of the pain of the visit before; a stage that mostly stays
 *       what it was; gaps of 1 to 20 days;
 *   <li>results of a visit: a value that depends on the patient's age and on nothing of the visit;
 *   <li>drugs of a patient, written by a doctor: a dose around the patient's level of pain; doctors of ward "w" see women.
 * </ul>
 */
final class Clinics {
    private Clinics() {}

    private static final List<Relationship> RELATIONSHIPS = List.of(
            Relationship.of("patients", "id", "visits", "patient"),
            Relationship.of("visits", "id", "results", "visit"),
            Relationship.of("patients", "id", "drugs", "patient"),
            Relationship.of("doctors", "id", "drugs", "doctor"));

    static Database draw(int patients, Rng rng) {
        List<@Nullable Object> people = new ArrayList<>();
        List<@Nullable Object> visits = new ArrayList<>();
        List<@Nullable Object> results = new ArrayList<>();
        List<@Nullable Object> drugs = new ArrayList<>();
        List<@Nullable Object> doctors = new ArrayList<>();
        for (int d = 0; d < 10; d++) {
            doctors.addAll(List.of("d" + d, d < 5 ? "w" : "m", 1 + d % 3));
        }
        for (int p = 0; p < patients; p++) {
            double age = 20 + 60 * rng.nextDouble();
            boolean woman = rng.nextBoolean();
            people.addAll(List.of("p" + p, Math.rint(age), woman ? "f" : "m", "t" + rng.nextInt(3)));
            double level = 2 * rng.nextGaussian();
            history(p, age, woman, level, rng, visits, results);
            for (int k = rng.nextInt(4); k > 0; k--) {
                boolean own = rng.nextInt(10) > 0;
                String doctor = "d" + (rng.nextInt(5) + (own == woman ? 0 : 5));
                drugs.addAll(List.of("u" + drugs.size() / 4, "p" + p, doctor, level + 0.5 * rng.nextGaussian()));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("patients", Table.of("id:key, age:whole, sex:category, town:category", people.toArray()));
        tables.put("doctors", Table.of("id:key, ward:category, years:whole", doctors.toArray()));
        tables.put(
                "visits",
                Table.of(
                        "id:key, patient:identifier, day:date, reason:category, pain:decimal, fever:decimal, stage:category",
                        visits.toArray()));
        tables.put("results", Table.of("visit:identifier, value:decimal, kit:category", results.toArray()));
        tables.put("drugs", Table.of("id:key, patient:identifier, doctor:identifier, dose:decimal", drugs.toArray()));
        return Database.of(tables, RELATIONSHIPS).sequence(Sequence.of("visits", "patient", "day"));
    }

    private static void history(
            int patient,
            double age,
            boolean woman,
            double level,
            Rng rng,
            List<@Nullable Object> visits,
            List<@Nullable Object> results) {
        int count = rng.nextInt(4) + (int) (age / 10);
        double course = rng.nextGaussian();
        double before = 0;
        String stage = "s" + rng.nextInt(3);
        int day = rng.nextInt(365);
        for (int v = 0; v < count; v++) {
            course = 0.8 * course + 0.6 * rng.nextGaussian();
            stage = rng.nextInt(10) < 8 ? stage : "s" + rng.nextInt(3);
            day += 1 + rng.nextInt(20);
            String id = "v" + visits.size() / 7;
            String reason = rng.nextInt(10) < 8 == woman ? "a" : "b";
            double fever = 0.5 * before + 0.3 * rng.nextGaussian();
            visits.addAll(List.of(id, "p" + patient, day, reason, level + course, fever, stage));
            before = course;
            for (int r = rng.nextInt(3); r > 0; r--) {
                results.addAll(List.of(id, age / 10 + rng.nextGaussian(), "k" + rng.nextInt(2)));
            }
        }
    }

    /** One column of a table with its values in another order, everything else as it was. */
    static Database shuffled(Database database, String table, String column, Rng rng) {
        Table rows = database.table(table);
        int[] order = IntStream.range(0, rows.rows()).toArray();
        rng.shuffle(order);
        return with(database, table, column, rows.column(column).take(order));
    }

    static Database with(Database database, String table, String column, Column values) {
        Table rows = database.table(table);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < rows.width(); c++) {
            columns.add(rows.schema().field(c).name().equals(column) ? values : rows.column(c));
        }
        return with(database, table, Table.of(rows.schema(), columns));
    }

    static Database with(Database database, String name, Table table) {
        Map<String, Table> tables = new LinkedHashMap<>(database.tables());
        tables.put(name, table);
        return database.with(tables);
    }
}
