package org.semblance.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.semblance.io.Source;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Sheets of Excel workbooks (.xlsx) as CSV text, which {@link org.semblance.io.TableReader} reads as any other.
 *
 * <p>Dates and times are written as ISO 8601 has them, numbers with all digits that they hold, truth values as TRUE and
 * FALSE, formulas as what they came to; empty cells and those with an error are empty, empty rows are left out. Cost:
 * two passes over the sheet, and its text in memory.
 */
public final class Excel {
    private static final String PASSWORD = "Open it in Excel, and save it as .xlsx without a password, or as CSV.";

    private Excel() {}

    /** Whether a file is taken for a workbook by its name. */
    public static boolean isWorkbook(String name) {
        return name.regionMatches(true, Math.max(0, name.length() - 5), ".xlsx", 0, 5);
    }

    /**
     * The text of a sheet.
     *
     * @param sheet its name; empty for the first
     * @throws ProblemException of kind DATA where there is no such file or sheet, or it is no workbook, or is encrypted
     */
    public static Source source(Path file, String sheet) {
        String name = sheet.isEmpty() ? file.toString() : file + "#" + sheet;
        return opened(file, book -> Source.of(new ByteArrayInputStream(csv(find(book, sheet, file.toString()))), name));
    }

    /** The names of the sheets that are not empty, in the order of the workbook. */
    static List<String> sheets(Path file) {
        return opened(file, book -> {
            List<String> names = new ArrayList<>();
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    if (rows.anyMatch(row -> width(row) > 0)) {
                        names.add(sheet.getName());
                    }
                }
            }
            return names;
        });
    }

    /** What is read of a workbook. */
    private interface Reading<T> {
        T of(ReadableWorkbook book) throws IOException;
    }

    private static <T> T opened(Path file, Reading<T> reading) {
        check(file);
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            return reading.of(book);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw ProblemException.data(Problem.of("this is no Excel workbook, or a damaged one.")
                    .at(file.toString())
                    .fix("Open it in Excel, and save it as .xlsx again, or as CSV."));
        }
    }

    private static void check(Path file) {
        byte[] first;
        try (InputStream in = Source.of(file).open()) {
            first = in.readNBytes(8);
        } catch (IOException e) {
            throw ProblemException.data(
                    Problem.of("reading failed: " + e.getMessage() + ".").at(file.toString()));
        }
        if (first.length == 8 && ReadableWorkbook.isOLE2Header(first)) {
            throw ProblemException.data(Problem.of("this workbook is encrypted, or of the old format .xls.")
                    .at(file.toString())
                    .fix(PASSWORD));
        }
        if (first.length < 8 || !ReadableWorkbook.isOOXMLZipHeader(first)) {
            throw ProblemException.data(Problem.of("this is not an Excel workbook, though its name ends with .xlsx.")
                    .at(file.toString())
                    .fix("Give it the ending of what it is, for example .csv."));
        }
    }

    private static Sheet find(ReadableWorkbook book, String wanted, String file) {
        if (wanted.isEmpty()) {
            return book.getFirstSheet();
        }
        List<Sheet> sheets = book.getSheets().toList();
        for (Sheet sheet : sheets) {
            if (sheet.getName().equalsIgnoreCase(wanted)) {
                return sheet;
            }
        }
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        String hint = Nearest.hint(wanted, names);
        throw ProblemException.data(Problem.of("there is no sheet \"" + wanted + "\".")
                .at(file)
                .fix(hint.isEmpty() ? "It has: " + String.join(", ", names) + "." : hint));
    }

    private static byte[] csv(Sheet sheet) throws IOException {
        int width;
        try (Stream<Row> rows = sheet.openStream()) {
            width = rows.mapToInt(Excel::width).max().orElse(0);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder line = new StringBuilder();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> next = rows.iterator(); next.hasNext(); ) {
                Row row = next.next();
                if (width(row) == 0) {
                    continue;
                }
                line.setLength(0);
                for (int c = 0; c < width; c++) {
                    line.append(c == 0 ? "" : ",").append(quoted(c < row.getCellCount() ? row.getCell(c) : null));
                }
                out.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Up to the last cell that is not empty. */
    private static int width(Row row) {
        int width = row.getCellCount();
        while (width > 0 && CellText.of(row.getCell(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }

    private static String quoted(@org.jspecify.annotations.Nullable Cell cell) {
        String text = CellText.of(cell);
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.strip().equals(text);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
