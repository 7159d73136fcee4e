package org.semblance.disclosure;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Field;

/** Values of a numeric column as users write them in options: numbers with a point, dates and times as ISO 8601. */
final class Written {
    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    /** In microseconds. */
    private static final double DAY = 8.64e10;

    private Written() {}

    /** @param option what it is for, in messages */
    static double read(Field field, String text, String option) {
        String value = text.trim();
        try {
            return switch (field.kind()) {
                case DATE -> LocalDate.parse(value).toEpochDay();
                case TIME -> LocalTime.parse(value).toNanoOfDay() / 1000.0;
                case DATETIME -> ChronoUnit.MICROS.between(EPOCH, moment(value));
                default -> number(value);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw ProblemException.usage(Problem.of(option + " is \"" + value + "\", but " + field.name() + " is a "
                            + field.kind().word() + ".")
                    .fix("Write it as " + example(field) + "."));
        }
    }

    static double[] read(Field field, List<String> texts, String option) {
        return texts.stream().mapToDouble(text -> read(field, text, option)).toArray();
    }

    private static LocalDateTime moment(String value) {
        return value.length() == 10
                ? LocalDate.parse(value).atStartOfDay()
                : LocalDateTime.parse(value.replace(' ', 'T'));
    }

    private static double number(String value) {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(value);
        }
        return number + 0.0;
    }

    private static String example(Field field) {
        return switch (field.kind()) {
            case DATE -> "2024-12-31";
            case TIME -> "23:59";
            case DATETIME -> "2024-12-31T23:59";
            default -> "a number, such as 90";
        };
    }

    static String text(Field field, double value) {
        return switch (field.kind()) {
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
            case TIME ->
                value >= DAY
                        ? "24:00"
                        : LocalTime.ofNanoOfDay((long) value * 1000).toString();
            case DATETIME -> EPOCH.plus((long) value, ChronoUnit.MICROS).toString();
            default -> BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        };
    }
}
