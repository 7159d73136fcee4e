package org.semblance.bench.clinic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.semblance.random.Rng;

/** Draws the visits of every patient: how many, when, where, why, and what was measured. */
final class Visits {
    private static final LocalDate OPENED = LocalDate.of(2021, 1, 4);
    /** Diagnoses that are followed up, with the usual days between visits. */
    private static final Map<String, Integer> FOLLOWED = Map.of(
            "I10", 180, "E11", 100, "E78", 360, "I25", 120, "J44", 110, "E03", 270, "N18", 80, "C50", 60, "C61", 90,
            "M06", 75);

    private Visits() {}

    /** All visits by date; those of one day in the order of their patients. */
    static List<Visit> draw(List<Patient> patients, Rng rng) {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < patients.size(); i++) {
            of(patients.get(i), new Draw(rng.child(i)), visits);
        }
        visits.sort(Comparator.comparing(Visit::date)
                .thenComparing(visit -> visit.patient().id()));
        return visits;
    }

    private static void of(Patient patient, Draw draw, List<Visit> visits) {
        LocalDate first = patient.born().isAfter(OPENED) ? patient.born().plusDays(1) : OPENED;
        if (!first.isBefore(Patients.TODAY)) {
            return;
        }
        Integer interval = patient.diagnosis() == null ? null : FOLLOWED.get(patient.diagnosis());
        // Blood pressure differs between people more than between the visits of one.
        double pressure = draw.normal(0, 9);
        int acute = draw.poisson(0.62 * StrictMath.exp(0.45 * patient.frailty()) * (interval == null ? 1.6 : 1)) + 1;
        for (int v = 0; v < acute; v++) {
            LocalDate day = seasonal(first, patient, draw);
            visits.add(visit(patient, day, acuteReason(patient, day, draw), pressure, draw));
        }
        if (interval != null) {
            LocalDate day = draw.between(first, Patients.TODAY);
            int most = 1 + draw.poisson(2.3);
            for (int v = 0; v < most && !day.isAfter(Patients.TODAY); v++) {
                visits.add(visit(patient, weekday(day, first), v == 0 ? "referral" : "follow-up", pressure, draw));
                day = day.plusDays(Math.max(7, Math.round(draw.normal(interval, interval * 0.2))));
            }
        }
    }

    /** A day between the first and today; infections in winter, the rest nearly even, little in July. */
    private static LocalDate seasonal(LocalDate first, Patient patient, Draw draw) {
        boolean winter = patient.has("J06") || patient.has("J44") || patient.has("J45");
        while (true) {
            LocalDate day = draw.between(first, Patients.TODAY);
            double wave = StrictMath.cos(2 * Math.PI * (day.getDayOfYear() - 25) / 365.25);
            double keep = (winter ? 0.5 + 0.5 * wave : 0.85 + 0.1 * wave) * (day.getMonthValue() == 7 ? 0.6 : 1);
            if (draw.chance(keep)) {
                return day;
            }
        }
    }

    private static LocalDate weekday(LocalDate day, LocalDate first) {
        LocalDate moved = day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.minusDays(1)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
        return moved.isBefore(first) ? day.plusDays(2) : moved;
    }

    private static String acuteReason(Patient patient, LocalDate day, Draw draw) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        if (patient.has("Z00")) {
            return weekend ? "acute" : "check-up";
        }
        if (patient.has("S52")) {
            return draw.chance(0.7) ? "injury" : "acute";
        }
        return switch (draw.weighted(weekend ? 7 : 4, weekend ? 0.2 : 2, weekend ? 0.1 : 1.3, 0.6)) {
            case 0 -> "acute";
            case 1 -> "check-up";
            case 2 -> "vaccination";
            default -> "injury";
        };
    }

    private static Visit visit(Patient patient, LocalDate day, String reason, double pressure, Draw draw) {
        double age = patient.age(day);
        String ward = ward(patient, age, reason, draw);
        int stay = stay(patient, age, ward, reason, draw);
        LocalDate out = day.plusDays(stay);
        boolean measured = !draw.chance(age < 12 ? 0.75 : reason.equals("vaccination") ? 0.55 : 0.09);
        double systolic = 98
                + 0.42 * age
                + (patient.has("I10") ? 11 : 0)
                + 0.5 * (patient.bmi() - 25)
                + (patient.smokes() ? 3 : 0)
                + (reason.equals("acute") ? 4 : 0)
                + pressure
                + draw.normal(0, 8);
        double diastolic = 33 + 0.36 * systolic - Math.max(0, age - 60) * 0.25 + draw.normal(0, 5.5);
        return new Visit(
                patient,
                day,
                ward,
                reason,
                stay,
                measured ? reading(systolic, draw) : null,
                measured ? (draw.chance(0.015) ? null : reading(diastolic, draw)) : null,
                out.isAfter(Patients.TODAY) ? null : out);
    }

    /** People read a gauge to the next ten or to an even number more often than to the millimetre. */
    private static Integer reading(double value, Draw draw) {
        int step = new int[] {10, 2, 1}[draw.weighted(0.3, 0.5, 0.2)];
        return (int) Math.rint(value / step) * step;
    }

    private static String ward(Patient patient, double age, String reason, Draw draw) {
        if (age < 16) {
            return reason.equals("injury") && draw.chance(0.6) ? "emergency" : "paediatrics";
        }
        if (patient.has("O80") && draw.chance(0.6)) {
            return "maternity";
        }
        if (reason.equals("injury")) {
            return draw.chance(0.7) ? "emergency" : "orthopaedics";
        }
        if (reason.equals("acute")) {
            return draw.chance(0.45) ? "emergency" : "primary care";
        }
        if (reason.equals("check-up") || reason.equals("vaccination")) {
            return "primary care";
        }
        return switch (String.valueOf(patient.diagnosis())) {
            case "I25" -> "cardiology";
            case "I10", "E78" -> draw.chance(0.2) ? "cardiology" : "primary care";
            case "C50", "C61" -> "oncology";
            case "M06" -> "orthopaedics";
            case "J44" -> draw.chance(0.6) ? "internal medicine" : "primary care";
            case "N18", "E11" -> draw.chance(0.5) ? "internal medicine" : "primary care";
            default -> "primary care";
        };
    }

    /** Most go home the same day; the rest stay days, a few stay weeks. */
    private static int stay(Patient patient, double age, String ward, String reason, Draw draw) {
        double admitted = switch (ward) {
            case "maternity" -> 0.75;
            case "emergency" -> 0.2 + 0.3 * Draw.logistic((age - 75) / 6);
            case "cardiology", "oncology", "internal medicine" -> 0.22;
            case "paediatrics" -> reason.equals("acute") ? 0.08 : 0.005;
            case "orthopaedics" -> 0.12;
            default -> 0.004;
        };
        if (!draw.chance(admitted)) {
            return 0;
        }
        double median = ward.equals("maternity") ? 2 : 2.4 + Math.max(0, age - 60) * 0.08 + 0.5 * patient.frailty();
        return Math.max(1, (int) Math.rint(draw.skewed(Math.max(1.2, median), ward.equals("maternity") ? 0.35 : 0.75)));
    }
}
