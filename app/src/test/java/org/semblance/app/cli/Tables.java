package org.semblance.app.cli;

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
}
