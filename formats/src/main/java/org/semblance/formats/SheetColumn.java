package org.semblance.formats;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;

/**
 * How a column's values stand in a sheet: numbers as numbers, dates as Excel's, labels as texts. Keys that are written as
 * whole numbers are numbers. Days before March 1900 are texts: Excel believes that 1900 was a leap year.
 */
record SheetColumn(String name, Kind kind) {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MICROS_PER_DAY = 86_400e6;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NUMBER = 15;
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    static List<SheetColumn> of(Schema schema) {
        return schema.fields().stream().map(SheetColumn::of).toList();
    }

    private static SheetColumn of(Field field) {
        return new SheetColumn(field.name(), field.kind());
    }

    void write(Column values, int i, Worksheet sheet, int row, int column) {
        if (values.isMissing(i)) {
            return;
        }
        if (values instanceof NumberColumn numbers) {
            number(numbers.get(i), sheet, row, column);
        } else if (values instanceof CodeColumn codes) {
            label(codes.labels().get(codes.code(i)), sheet, row, column);
        }
    }

    private void number(double value, Worksheet sheet, int row, int column) {
        switch (kind) {
            case DATE -> {
                LocalDate day = LocalDate.ofEpochDay((long) value);
                if (day.isBefore(FIRST)) {
                    sheet.inlineString(row, column, day.toString());
                } else {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
            }
            case DATETIME -> {
                long micros = Math.round(value);
                long seconds = Math.floorDiv(micros, (long) MICROS_PER_SECOND);
                int nanos = (int) (1000 * Math.floorMod(micros, (long) MICROS_PER_SECOND));
                LocalDateTime moment = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
                if (moment.toLocalDate().isBefore(FIRST)) {
                    sheet.inlineString(row, column, moment.toString());
                } else {
                    sheet.value(row, column, moment);
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
                }
            }
            case TIME -> {
                sheet.value(row, column, value / MICROS_PER_DAY);
                sheet.style(row, column).format("[hh]:mm:ss").set();
            }
            default -> sheet.value(row, column, value);
        }
    }

    private void label(String text, Worksheet sheet, int row, int column) {
        if (text.length() > LONGEST_TEXT) {
            throw ProblemException.data(
                    Problem.of("a text is longer than the " + LONGEST_TEXT + " characters that a cell of Excel holds.")
                            .at("column " + name)
                            .fix("Choose a folder with -o, or a file of SQLite (.sqlite)."));
        }
        if (kind == Kind.KEY && text.length() <= LONGEST_NUMBER && text.matches("0|[1-9][0-9]*")) {
            sheet.value(row, column, Long.parseLong(text));
        } else {
            sheet.inlineString(row, column, text);
        }
    }
}
