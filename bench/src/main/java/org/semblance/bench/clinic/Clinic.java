package org.semblance.bench.clinic;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Writes the example of {@code examples/clinic}: patients, their visits and the laboratory results of those, all
 * invented. The same seed writes the same bytes.
 */
@Command(name = "clinic", description = "Writes patients, visits and laboratory results of an invented clinic.")
public final class Clinic implements Callable<Integer> {
    private static final long SEED = 20_260;
    private static final int PATIENTS = 3_000;

    @Parameters(paramLabel = "FOLDER", description = "Where to write; files there are replaced.")
    private Path folder = Path.of("examples", "clinic");

    /** The files by name. */
    static Map<String, String> files() {
        Rng rng = Rng.of(SEED);
        List<Patient> patients = Patients.draw(PATIENTS, rng.child("patients"));
        List<Visit> visits = Visits.draw(patients, rng.child("visits"));
        List<Labs.Result> results = Labs.draw(visits, rng.child("labs"));
        Map<String, String> files = new LinkedHashMap<>();
        files.put("patients.csv", patients(patients));
        files.put("visits.csv", visits(visits));
        files.put("lab_results.csv", results(results));
        return files;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
        return 0;
    }

    private static String patients(List<Patient> patients) {
        StringBuilder out = new StringBuilder();
        out.append("patient_id,name,sex,birth_date,postcode,diagnosis,smoker,height_cm,weight_kg,insurance,email\n");
        for (Patient p : patients) {
            row(
                    out,
                    p.id(),
                    p.name(),
                    p.female() ? "F" : "M",
                    p.born(),
                    p.postcode(),
                    p.diagnosis(),
                    p.smoker() == null ? null : p.smoker() ? "yes" : "no",
                    decimals(p.heightCm(), 0),
                    decimals(p.weightKg(), 1),
                    p.insurance(),
                    p.email());
        }
        return out.toString();
    }

    private static String visits(List<Visit> visits) {
        StringBuilder out = new StringBuilder();
        out.append("visit_id,patient_id,VISITDATE,ward,reason,length_of_stay,systolic,diastolic,discharge_date\n");
        for (int i = 0; i < visits.size(); i++) {
            Visit v = visits.get(i);
            row(
                    out,
                    id(i),
                    v.patient().id(),
                    v.date(),
                    v.ward(),
                    v.reason(),
                    v.discharged() == null ? null : v.stay(),
                    v.systolic(),
                    v.diastolic(),
                    v.discharged());
        }
        return out.toString();
    }

    private static String results(List<Labs.Result> results) {
        StringBuilder out = new StringBuilder();
        out.append("result_id,visit_id,patient_id,VISITDATE,TESTTYPEID,RESULTNUMERIC,unit\n");
        for (int i = 0; i < results.size(); i++) {
            Labs.Result r = results.get(i);
            row(
                    out,
                    String.format(Locale.ROOT, "R%06d", 100_001 + i),
                    id(r.visit()),
                    r.of().patient().id(),
                    r.of().date(),
                    r.test(),
                    r.value(),
                    r.test().unit);
        }
        return out.toString();
    }

    private static String id(int visit) {
        return String.format(Locale.ROOT, "V%06d", 100_001 + visit);
    }

    private static @Nullable BigDecimal decimals(@Nullable Double value, int digits) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    }

    /** No cell holds a comma, a quote or a line break, so nothing needs quoting. */
    private static void row(StringBuilder out, @Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            if (cells[i] != null) {
                out.append(cells[i]);
            }
        }
        out.append('\n');
    }
}
