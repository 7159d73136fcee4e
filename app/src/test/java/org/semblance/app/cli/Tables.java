package org.semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.semblance.random.Rng;

/** Texts of invented tables. */
final class Tables {
    private Tables() {}

    /** A key, a category, whole and decimal numbers that depend on it, a date, a flag and missing values. */
    static String patients(int rows) {
        Rng rng = Rng.of(rows);
        StringBuilder out = new StringBuilder("patient_id,sex,age,weight,admitted,smoker\n");
        for (int i = 0; i < rows; i++) {
            boolean man = rng.nextBoolean();
            int age = 20 + rng.nextInt(60);
            String weight = rng.nextInt(10) == 0
                    ? ""
                    : String.format(Locale.ROOT, "%.1f", (man ? 80 : 66) + age / 10.0 + 9 * rng.nextGaussian());
            out.append(String.format(
                    Locale.ROOT,
                    "P%05d,%s,%d,%s,2024-%02d-%02d,%s\n",
                    i + 1,
                    man ? "m" : "f",
                    age,
                    weight,
                    1 + rng.nextInt(12),
                    1 + rng.nextInt(28),
                    rng.nextInt(4) == 0 ? "yes" : "no"));
        }
        return out.toString();
    }

    /**
     * A folder of tables: wards that patients lie in, visits of a patient at times that go on, results of a visit. Women
     * come more often, older patients have higher results.
     */
    static void clinic(Path folder, int patients) throws IOException {
        Rng rng = Rng.of(patients);
        StringBuilder wards = new StringBuilder("ward_id,ward,beds\n");
        for (int i = 1; i <= 4; i++) {
            wards.append(i)
                    .append(",ward ")
                    .append("ABCD".charAt(i - 1))
                    .append(',')
                    .append(8 * i)
                    .append('\n');
        }
        StringBuilder people = new StringBuilder("patient_id;sex;age;mentor_id\n");
        StringBuilder visits = new StringBuilder("visit_id,patient_id,ward_id,day,pain\n");
        StringBuilder results = new StringBuilder("visit_id,test,value\n");
        int visit = 0;
        for (int p = 0; p < patients; p++) {
            boolean man = rng.nextBoolean();
            int age = 20 + rng.nextInt(60);
            String mentor = p < 10 || rng.nextInt(3) > 0 ? "" : "P" + (1001 + rng.nextInt(p));
            people.append(String.format(Locale.ROOT, "P%d;%s;%d;%s\n", 1001 + p, man ? "m" : "f", age, mentor));
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(rng.nextInt(100));
            for (int v = rng.nextInt(man ? 3 : 6); v > 0; v--) {
                visit++;
                day = day.plusDays(1 + rng.nextInt(30));
                String ward = rng.nextInt(20) == 0 ? "" : String.valueOf(1 + rng.nextInt(man ? 2 : 4));
                visits.append(
                        String.format(Locale.ROOT, "%d,P%d,%s,%s,%d\n", visit, 1001 + p, ward, day, rng.nextInt(11)));
                for (int r = rng.nextInt(3); r > 0; r--) {
                    double value = age / 10.0 + rng.nextGaussian();
                    results.append(
                            String.format(Locale.ROOT, "%d,%s,%.1f\n", visit, rng.nextBoolean() ? "HB" : "GLU", value));
                }
            }
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("wards.csv"), wards);
        Files.writeString(folder.resolve("patients.csv"), people);
        Files.writeString(folder.resolve("visits.csv"), visits);
        Files.writeString(folder.resolve("results.csv"), results);
    }
}
