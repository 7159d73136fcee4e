package org.semblance.bench.clinic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A patient as the clinic knows them.
 *
 * @param frailty how ill they tend to be, standard normal; not written, but felt in visits and results
 */
record Patient(
        String id,
        String name,
        boolean female,
        LocalDate born,
        String postcode,
        @Nullable String diagnosis,
        @Nullable Boolean smoker,
        @Nullable Double heightCm,
        @Nullable Double weightKg,
        String insurance,
        @Nullable String email,
        double frailty) {
    /** Years of age on a day, with decimals. */
    double age(LocalDate on) {
        return ChronoUnit.DAYS.between(born, on) / 365.25;
    }

    boolean has(String code) {
        return code.equals(diagnosis);
    }

    boolean smokes() {
        return Boolean.TRUE.equals(smoker);
    }

    /** Body mass index, or that of an average adult where one of its parts was not measured. */
    double bmi() {
        if (heightCm == null || weightKg == null) {
            return 25;
        }
        return weightKg / (heightCm * heightCm / 10_000);
    }
}
