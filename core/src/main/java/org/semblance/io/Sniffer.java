package org.semblance.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Finds the delimiter and quote of a file from its head: the delimiter that splits most records into the same number of
 * cells, and leaves the fewest cells that hold another delimiter.
 */
final class Sniffer {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int RECORDS = 500;

    private Sniffer() {}

    /** What was found. {@code skip} bytes at the start are a {@code sep=} line. */
    record Found(char delimiter, char quote, String lineEnd, int skip) {}

    static Found sniff(byte[] head, int length, boolean whole, char given, String name) {
        int skip = 0;
        char delimiter = given;
        if (length >= 6 && new String(head, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1).equals("sep=")) {
            delimiter = given == '\0' ? (char) head[4] : given;
            skip = new RecordScanner('\0', '"').next(head, 0, length, true);
        }
        char quote = quote(head, length);
        if (delimiter == '\0') {
            double best = 0;
            delimiter = ',';
            for (char candidate : DELIMITERS) {
                double score = score(head, length, whole, candidate, quote);
                if (score > best + 1e-9) {
                    best = score;
                    delimiter = candidate;
                }
            }
            if (best == 0) {
                refuseAligned(head, length, name);
            }
        }
        return new Found(delimiter, quote, lineEnd(head, length), skip);
    }

    /** A single quote only where cells begin and end with it and none with a double one. */
    private static char quote(byte[] head, int length) {
        int doubles = 0;
        int openings = 0;
        int closings = 0;
        for (int i = 0; i < length; i++) {
            doubles += head[i] == '"' ? 1 : 0;
            if (head[i] == '\'') {
                openings += i == 0 || boundary(head[i - 1]) ? 1 : 0;
                closings += i + 1 == length || boundary(head[i + 1]) ? 1 : 0;
            }
        }
        return doubles == 0 && openings >= 2 && Math.abs(openings - closings) <= openings / 10 ? '\'' : '"';
    }

    private static boolean boundary(byte b) {
        return b == ',' || b == ';' || b == '\t' || b == '|' || b == '\n' || b == '\r';
    }

    private static double score(byte[] head, int length, boolean whole, char delimiter, char quote) {
        RecordScanner scanner = new RecordScanner(delimiter, quote);
        RowSplitter splitter = new RowSplitter(delimiter, quote);
        Map<Integer, Integer> widths = new HashMap<>();
        int records = 0;
        int cells = 0;
        int mixed = 0;
        int at = 0;
        while (at < length && records < RECORDS) {
            int next = scanner.next(head, at, length, whole);
            if (next == RecordScanner.INCOMPLETE || scanner.open) {
                break;
            }
            if (scanner.end > at) {
                records++;
                widths.merge(scanner.cells, 1, Integer::sum);
                int n = splitter.split(head, at, scanner.end);
                for (int c = 0; c < n; c++) {
                    cells++;
                    mixed += !splitter.quoted(c) && holdsOther(splitter, c, delimiter) ? 1 : 0;
                }
            }
            at = next;
        }
        int modal = 1;
        int most = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            boolean more = width.getValue() > most || (width.getValue() == most && width.getKey() > modal);
            if (width.getKey() > 1 && more) {
                modal = width.getKey();
                most = width.getValue();
            }
        }
        if (modal == 1) {
            return 0;
        }
        double ragged = (double) most / records;
        double clean = 1 - (double) mixed / cells;
        return ragged * clean * (1 - 0.1 / modal);
    }

    private static boolean holdsOther(RowSplitter splitter, int cell, char delimiter) {
        byte[] b = splitter.bytes(cell);
        for (int i = splitter.from(cell); i < splitter.to(cell); i++) {
            // A comma inside a cell is common text or a decimal sign; the other delimiters are not.
            if (b[i] != delimiter && (b[i] == ';' || b[i] == '\t' || b[i] == '|')) {
                return true;
            }
        }
        return false;
    }

    private static String lineEnd(byte[] head, int length) {
        int crlf = 0;
        int lf = 0;
        int cr = 0;
        for (int i = 0; i < length; i++) {
            if (head[i] == '\n') {
                lf++;
            } else if (head[i] == '\r') {
                if (i + 1 < length && head[i + 1] == '\n') {
                    crlf++;
                    i++;
                } else {
                    cr++;
                }
            }
        }
        if (crlf > lf && crlf >= cr) {
            return "\r\n";
        }
        return cr > lf && cr > crlf ? "\r" : "\n";
    }

    /** Columns aligned with runs of spaces: the same number of parts, two or more, in each of the first lines. */
    private static void refuseAligned(byte[] head, int length, String name) {
        String text = new String(head, 0, Math.min(length, 1 << 16), java.nio.charset.StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\n|\r")));
        lines.removeIf(String::isBlank);
        if (lines.size() < 2) {
            return;
        }
        int parts = lines.get(0).strip().split("\\s{2,}").length;
        boolean aligned = parts > 1;
        for (String line : lines.subList(0, Math.min(20, lines.size()))) {
            aligned &= line.strip().split("\\s{2,}").length == parts;
        }
        if (aligned) {
            throw ProblemException.data(Problem.of("the columns are aligned with spaces, which is not read.")
                    .at(Yaml.place(name, 1))
                    .fix("Save it with commas or tabs between the columns."));
        }
    }
}
