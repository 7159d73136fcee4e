package org.semblance.bench.clinic;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A visit; {@code stay} is in days and 0 for most. */
record Visit(
        Patient patient,
        LocalDate date,
        String ward,
        String reason,
        int stay,
        @Nullable Integer systolic,
        @Nullable Integer diastolic,
        @Nullable LocalDate discharged) {
    double age() {
        return patient.age(date);
    }

    boolean acute() {
        return reason.equals("acute") || reason.equals("injury");
    }
}
