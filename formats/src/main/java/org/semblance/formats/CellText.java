package org.semblance.formats;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** What a cell holds, as text. A number is a date where its format shows parts of one: Excel keeps no other sign. */
final class CellText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private CellText() {}

    static String of(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        return value == null ? "" : value.toString();
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = signs(cell);
        boolean day = format.contains("y") || format.contains("d") || format.contains("mmm");
        boolean time = format.contains("h") || format.contains("s");
        if (!day && !time || number.signum() < 0 || cell.getType() != CellType.NUMBER) {
            // What Excel keeps as 66.700000000000003 is the double that is written 66.7.
            BigDecimal plain = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
            return plain.toPlainString();
        }
        // To the second: the fraction of a day is a rounded double.
        LocalDateTime at = cell.asDate().plusNanos(500_000_000).withNano(0);
        if (!day && number.compareTo(BigDecimal.ONE) < 0) {
            return at.toLocalTime().format(TIME);
        }
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight && !time ? at.toLocalDate().toString() : at.format(MOMENT);
    }

    /** The small letters of a cell's format outside quotes, brackets and escapes. */
    private static String signs(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("general") || format.equalsIgnoreCase("standard")) {
            return "";
        }
        return format.replaceAll("\"[^\"]*\"|\\[[^\\]hms]*\\]|[\\\\_*].", "").toLowerCase(Locale.ROOT);
    }
}
