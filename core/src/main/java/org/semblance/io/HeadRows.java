package org.semblance.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The first records of a file as texts, with what the search for the header asks about them. */
final class HeadRows {
    private static final int RECORDS = 500;
    private static final Pattern TYPED = Pattern.compile("[-+(]?\\p{Sc}?\\s?[0-9.,][0-9.,:/' %eETZ\\p{Sc}+)-]*");

    /** One record; {@code next} is the byte where the following one begins. */
    record Row(int line, int start, int next, String[] cells) {
        int filled() {
            int count = 0;
            for (int c = 0; c < cells.length; c++) {
                count += cell(c).isEmpty() ? 0 : 1;
            }
            return count;
        }

        String cell(int column) {
            return column < cells.length ? cells[column].replace('\u00A0', ' ').strip() : "";
        }
    }

    final List<Row> rows = new ArrayList<>();

    HeadRows(byte[] head, int from, int length, boolean whole, Sniffer.Found found) {
        RecordScanner scanner = new RecordScanner(found.delimiter(), found.quote());
        RowSplitter splitter = new RowSplitter(found.delimiter(), found.quote());
        int at = from;
        int line = from == 0 ? 1 : 2;
        while (at < length && rows.size() < RECORDS) {
            int next = scanner.next(head, at, length, whole);
            if (next == RecordScanner.INCOMPLETE) {
                break;
            }
            if (scanner.end > at) {
                String[] cells = new String[splitter.split(head, at, scanner.end)];
                for (int c = 0; c < cells.length; c++) {
                    cells[c] = splitter.text(c);
                }
                rows.add(new Row(line, at, next, cells));
            }
            line += lines(head, at, next);
            at = next;
        }
    }

    /** How many line ends lie between two bytes. */
    static int lines(byte[] b, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (b[i] == '\n' || (b[i] == '\r' && (i + 1 == b.length || b[i + 1] != '\n'))) {
                count++;
            }
        }
        return count;
    }

    /** The number of cells that most records with content have; of equals the larger. */
    int modalWidth() {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = 1;
        for (Row row : rows) {
            if (row.filled() > 0) {
                counts.merge(row.cells().length, 1, Integer::sum);
            }
        }
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int most = counts.getOrDefault(best, 0);
            if (entry.getValue() > most || (entry.getValue() == most && entry.getKey() > best)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    int medianFilled() {
        int[] filled =
                rows.stream().mapToInt(Row::filled).filter(n -> n > 0).sorted().toArray();
        return filled.length == 0 ? 0 : filled[filled.length / 2];
    }

    /** Whether a text is a number, an amount, a date or a time rather than a word. */
    static boolean typed(String cell) {
        if (cell.isEmpty() || !TYPED.matcher(cell).matches()) {
            return false;
        }
        return cell.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
