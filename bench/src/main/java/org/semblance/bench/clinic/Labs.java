package org.semblance.bench.clinic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/** Draws the laboratory results of every visit: which tests were ordered, and what they found. */
final class Labs {
    /** A test as the laboratory runs it; results below {@code lowest} or above {@code highest} are given as that limit. */
    enum Test {
        HB("g/L", 0, 40, 220),
        GLU("mmol/L", 1, 1.1, 41.6),
        HBA1C("mmol/mol", 0, 20, 150),
        CRP("mg/L", 0, 1, 450),
        CREA("umol/L", 0, 15, 1500),
        CHOL("mmol/L", 1, 1.0, 20),
        TSH("mIU/L", 2, 0.01, 100),
        POT("mmol/L", 1, 1.5, 10),
        SOD("mmol/L", 0, 100, 180),
        ALT("U/L", 0, 5, 3000),
        FERR("ug/L", 0, 5, 1500),
        LEUK("10^9/L", 1, 0.1, 300);

        final String unit;
        final int decimals;
        final double lowest;
        final double highest;

        Test(String unit, int decimals, double lowest, double highest) {
            this.unit = unit;
            this.decimals = decimals;
            this.lowest = lowest;
            this.highest = highest;
        }
    }

    /** A result; {@code value} is as the laboratory wrote it, or null where the sample was spoilt or lost. */
    record Result(int visit, Visit of, Test test, @Nullable String value) {}

    private Labs() {}

    static List<Result> draw(List<Visit> visits, Rng rng) {
        List<Result> results = new ArrayList<>();
        for (int v = 0; v < visits.size(); v++) {
            Visit visit = visits.get(v);
            Draw draw = new Draw(rng.child(v));
            for (Test test : Test.values()) {
                if (draw.chance(ordered(test, visit))) {
                    results.add(new Result(v, visit, test, value(test, visit, draw)));
                }
            }
        }
        return results;
    }

    /** How likely the test is ordered: by complaint, by diagnosis, seldom for children and hardly for vaccinations. */
    private static double ordered(Test test, Visit visit) {
        Patient patient = visit.patient();
        if (visit.reason().equals("vaccination")) {
            return 0.004;
        }
        boolean acute = visit.acute();
        double usual = switch (test) {
            case HB -> patient.has("D50") ? 0.9 : 0.32;
            case GLU -> patient.has("E11") ? 0.75 : acute ? 0.22 : 0.16;
            case HBA1C -> patient.has("E11") ? 0.88 : visit.age() > 45 ? 0.07 : 0.01;
            case CRP -> acute ? 0.5 : patient.has("M06") || patient.has("K50") ? 0.75 : 0.1;
            case CREA -> patient.has("N18") ? 0.95 : visit.age() > 50 ? 0.34 : 0.1;
            case CHOL -> patient.has("E78") || patient.has("I25") ? 0.75 : visit.age() > 40 ? 0.14 : 0.02;
            case TSH -> patient.has("E03") ? 0.92 : 0.07;
            case POT, SOD -> patient.has("N18") || patient.has("I10") ? 0.42 : acute ? 0.2 : 0.06;
            case ALT -> visit.age() > 30 ? 0.13 : 0.04;
            case FERR -> patient.has("D50") ? 0.8 : 0.035;
            case LEUK -> acute ? 0.33 : patient.has("C50") || patient.has("C61") ? 0.6 : 0.09;
        };
        return Math.min(0.97, usual * (visit.age() < 12 ? 0.5 : 1.08));
    }

    private static @Nullable String value(Test test, Visit visit, Draw draw) {
        // Potassium is the one that a shaken tube spoils.
        boolean lost = draw.chance(test == Test.POT ? 0.07 : 0.022);
        double value = Math.max(test.lowest, Math.min(test.highest, result(test, visit, draw)));
        return lost
                ? null
                : BigDecimal.valueOf(value)
                        .setScale(test.decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    /** The law of each test: centres and spreads near published reference intervals, shifted by illness. */
    private static double result(Test test, Visit visit, Draw draw) {
        Patient patient = visit.patient();
        double age = visit.age();
        boolean grownMan = !patient.female() && age > 15;
        double ill = (visit.acute() ? 1 : 0) + (visit.stay() > 0 ? 0.8 : 0);
        return switch (test) {
            case HB ->
                (grownMan ? 150 : age < 12 ? 124 : 136)
                        - (patient.has("D50") ? 26 : patient.has("N18") ? 22 : 0)
                        - Math.max(0, age - 70) * 0.4
                        - (patient.has("O80") ? 12 : 0)
                        + draw.normal(0, 9.5);
            case GLU ->
                patient.has("E11")
                        ? draw.skewed(8.6 + 0.1 * Math.max(0, patient.bmi() - 28), 0.30)
                        : draw.skewed(5.2 + 0.008 * age + 0.3 * ill, 0.11);
            case HBA1C ->
                patient.has("E11")
                        ? 30 + draw.skewed(24 + 0.4 * Math.max(0, patient.bmi() - 28), 0.42)
                        : draw.normal(33 + 0.07 * age, 3.0);
            case CRP -> {
                double quiet = 0.9 + 0.06 * Math.max(0, patient.bmi() - 22) + (patient.smokes() ? 0.8 : 0);
                boolean infected = draw.chance(0.12 + 0.3 * ill - (patient.has("Z00") ? 0.1 : 0));
                yield infected
                        ? draw.skewed(28 * (1 + visit.stay() * 0.15), 1.0)
                        : draw.skewed(patient.has("M06") || patient.has("K50") ? 9 : quiet, 0.9);
            }
            case CREA ->
                (age < 14 ? 25 + 2.4 * age : grownMan ? 82 : 66)
                        * (patient.has("N18") ? draw.skewed(2.3, 0.45) : 1)
                        * draw.skewed(1 + Math.max(0, age - 60) * 0.006, 0.16);
            case CHOL ->
                draw.normal((age < 18 ? 4.1 : 4.3 + 0.022 * Math.min(age, 60)) - (patient.has("I25") ? 1.2 : 0), 0.95);
            case TSH ->
                patient.has("E03") ? (draw.chance(0.06) ? 0.005 : draw.skewed(2.9, 0.85)) : draw.skewed(1.75, 0.48);
            case POT -> draw.normal(4.05 + (patient.has("N18") ? 0.55 : 0), 0.34) + (draw.chance(0.02) ? 1.4 : 0);
            case SOD -> draw.normal(140.2 - Math.max(0, age - 70) * 0.08 - 0.8 * ill, 2.6);
            case ALT -> draw.skewed((grownMan ? 27 : 20) * (1 + Math.max(0, patient.bmi() - 25) * 0.025), 0.48);
            case FERR ->
                draw.skewed(
                        (grownMan ? 130 : age > 52 ? 95 : 42) * (patient.has("D50") ? 0.16 : 1) * (1 + 0.3 * ill),
                        0.72);
            case LEUK -> draw.skewed((age < 6 ? 8.8 : 6.7) + 1.9 * ill + (patient.smokes() ? 1.1 : 0), 0.28);
        };
    }
}
