package org.semblance.bench.clinic;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/** Draws the patients: age and sex first, then where they live, what they suffer from, and their measures. */
final class Patients {
    /** The day on which the register was written. */
    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private static final List<String> POSTCODES = List.of(
            "90320", "90321", "90325", "90326", "90330", "90331", "90332", "90333", "90336", "90337", "90342", "90346",
            "90355", "90360", "90361", "90362", "90364", "90422", "90431", "90433", "90440", "90580", "90583", "91331");

    private Patients() {}

    static List<Patient> draw(int count, Rng rng) {
        List<Patient> patients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patients.add(patient(i, new Draw(rng.child(i))));
        }
        return patients;
    }

    private static Patient patient(int index, Draw draw) {
        double age = age(draw);
        boolean female = draw.chance(age > 70 ? 0.58 : 0.52);
        LocalDate born = TODAY.minusDays((long) (age * 365.25));
        int district = draw.weighted(shares());
        // From -1 (well-off) to 1 (poor): felt in smoking, weight and insurance.
        double need = (district * 7 % POSTCODES.size()) / 11.5 - 1;
        boolean smoker = age >= 15
                && draw.chance(Draw.logistic(-1.45 + 0.7 * need + (female ? 0 : 0.25) - (age > 75 ? 0.8 : 0)));
        double frailty = draw.rng().nextGaussian();
        String diagnosis = draw.weighted(diagnoses(age, female, smoker, need));
        double height = height(age, female, draw);
        double weight = bmi(age, diagnosis, need, draw) * height * height / 10_000;
        String given = draw.any(female ? Names.FEMALE : Names.MALE);
        String family = draw.any(Names.FAMILY);
        return new Patient(
                String.format(Locale.ROOT, "P%05d", 10_001 + index),
                given + " " + family,
                female,
                born,
                POSTCODES.get(district),
                draw.unless(0.03, diagnosis),
                age < 15 ? draw.unless(0.7, false) : draw.unless(0.06, smoker),
                draw.unless(age < 15 ? 0.05 : 0.09, height),
                draw.unless(age < 15 ? 0.04 : 0.12, weight),
                insurance(age, need, draw),
                email(given, family, age, draw),
                frailty);
    }

    private static double age(Draw draw) {
        return switch (draw.weighted(0.13, 0.17, 0.25, 0.30, 0.15)) {
            case 0 -> draw.rng().nextDouble() * 15;
            case 1 -> 15 + draw.rng().nextDouble() * 20;
            case 2 -> 35 + draw.rng().nextDouble() * 22;
            case 3 -> 57 + draw.rng().nextDouble() * 20;
            default ->
                77
                        + 12 * (1 - StrictMath.sqrt(draw.rng().nextDouble()))
                        + 9 * draw.rng().nextDouble();
        };
    }

    /** Districts are of very different size: the k-th has a share in proportion to 1 / (k + 2). */
    private static double[] shares() {
        double[] shares = new double[POSTCODES.size()];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = 1.0 / (k + 2);
        }
        return shares;
    }

    /** Weights of the main diagnosis; invented, but in the direction that textbooks give. */
    private static Map<String, Double> diagnoses(double age, boolean female, boolean smoker, double need) {
        boolean adult = age >= 18;
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("Z00", age < 18 ? 4.0 : 1.6); // examination without complaint
        weights.put("J06", age < 10 ? 5.0 : 0.8); // acute respiratory infection
        weights.put("J45", age < 25 ? 1.6 : 0.7); // asthma
        weights.put("I10", adult ? 5 * Draw.logistic((age - 58) / 8) : 0); // hypertension
        weights.put("E11", adult ? 2.4 * Draw.logistic((age - 60) / 9 + 0.6 * need) : 0); // type 2 diabetes
        weights.put("E78", adult ? 1.5 * Draw.logistic((age - 55) / 8) : 0); // high blood lipids
        weights.put("I25", adult ? (female ? 0.7 : 1.5) * Draw.logistic((age - 68) / 6) : 0); // ischaemic heart disease
        weights.put("J44", adult ? (smoker ? 2.2 : 0.15) * Draw.logistic((age - 62) / 6) : 0); // chronic lung disease
        weights.put("M54", adult ? 1.1 : 0.05); // back pain
        weights.put("F32", age > 13 ? (female ? 1.2 : 0.7) * (1 + 0.3 * need) : 0); // depression
        weights.put("G43", age > 10 && age < 60 ? (female ? 0.8 : 0.25) : 0.03); // migraine
        weights.put("D50", female && age > 14 && age < 52 ? 0.9 : 0.12); // iron deficiency anaemia
        weights.put("E03", adult ? (female ? 0.8 : 0.15) : 0.02); // underactive thyroid
        weights.put("N18", age > 50 ? 0.6 * Draw.logistic((age - 72) / 6) : 0.01); // chronic kidney disease
        weights.put("O80", female && age > 19 && age < 44 ? 1.4 : 0); // delivery
        weights.put("S52", age < 16 ? 0.7 : age > 70 ? (female ? 0.7 : 0.3) : 0.2); // fracture of the forearm
        weights.put("C50", female && age > 35 ? 0.4 : 0); // breast cancer
        weights.put("C61", !female && age > 50 ? 0.5 : 0); // prostate cancer
        weights.put("M06", adult ? (female ? 0.25 : 0.1) : 0); // rheumatoid arthritis
        weights.put("K50", age > 12 ? 0.08 : 0.01); // Crohn's disease
        return weights;
    }

    private static double height(double age, boolean female, Draw draw) {
        double grown = draw.normal(female ? 166 : 180, female ? 6.3 : 6.9) - Math.max(0, age - 55) * 0.12;
        double end = female ? 16 : 18;
        // Fast in the first two years, then nearly straight: good to a few centimetres.
        double share = age >= end ? 1 : 0.29 + 0.21 * Math.min(1, age / 2) + 0.5 * Math.max(0, age - 2) / (end - 2);
        return Math.rint(grown * share);
    }

    private static double bmi(double age, String diagnosis, double need, Draw draw) {
        double median = age < 18 ? 15.5 + 0.35 * age : 22.8 + 0.08 * Math.min(age, 65) - Math.max(0, age - 75) * 0.1;
        double heavier = diagnosis.equals("E11") ? 1.15 : diagnosis.equals("I10") ? 1.06 : 1;
        return draw.skewed(median * heavier * (1 + 0.03 * need), age < 18 ? 0.10 : 0.15);
    }

    private static String insurance(double age, double need, Draw draw) {
        boolean working = age >= 20 && age < 67;
        return switch (draw.weighted(7, working ? 3.2 * (1 - 0.6 * need) : 0.4, working ? 1.2 : 0.1, 0.25)) {
            case 0 -> "public";
            case 1 -> "employer";
            case 2 -> "private";
            default -> "none";
        };
    }

    private static @Nullable String email(String given, String family, double age, Draw draw) {
        double missing = age < 15 ? 0.9 : 0.12 + 0.5 * Draw.logistic((age - 78) / 5);
        if (draw.chance(missing)) {
            return null;
        }
        String first = plain(given);
        String last = plain(family);
        int number = draw.between(1, 99);
        return switch (draw.weighted(5, 2, 2)) {
            case 0 -> first + "." + last + number + "@example.com";
            case 1 -> first.charAt(0) + last + number + "@example.org";
            default -> last + "." + first + "@mail.example.net";
        };
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
