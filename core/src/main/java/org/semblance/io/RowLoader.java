package org.semblance.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * Brings the records of a stream into memory, all of them or a uniform sample that fits.
 *
 * <p>The sample keeps the rows whose random number lies below a threshold that falls as memory fills: every row of the
 * source is kept with the same chance, the order stays, and one pass is enough.
 */
final class RowLoader {
    /** A record longer than this is taken for a quote that is never closed. */
    private static final int LONGEST_RECORD = 32 << 20;

    private static final int HEAD = 1 << 20;

    private final Utf8Input in;
    private final Source source;
    private final long maxBytes;
    private final long maxRows;
    private final Rng rng;
    private final RawRows raw;
    private int limit;
    private boolean ended;
    private long cost;
    private double threshold = 1;
    private double @Nullable [] chances;
    private int firstLoose;
    private int looseEnd;
    private int markAt;
    private int markLine = 1;
    private long total;
    private long shortRows;
    private long longRows;
    private final List<Integer> shortLines = new ArrayList<>();
    private final List<Problem> longProblems = new ArrayList<>();
    private final Notes notes = new Notes();

    RowLoader(Utf8Input in, Source source, ReadOptions options, int firstSize, Run run) {
        this.in = in;
        this.source = source;
        this.maxBytes = Math.min(options.maxBytes(), Integer.MAX_VALUE - 4L * LONGEST_RECORD);
        this.maxRows = options.maxRows();
        this.rng = run.rng().child("rows");
        this.raw = new RawRows(new byte[Math.max(firstSize, HEAD + 2 * Utf8Input.most())]);
    }

    byte[] bytes() {
        return raw.bytes;
    }

    int limit() {
        return limit;
    }

    boolean ended() {
        return ended;
    }

    RawRows rows() {
        return raw;
    }

    /** How many rows of data the source has. */
    long total() {
        return total;
    }

    Notes notes() {
        return notes;
    }

    /** Reads the first megabyte, or all. */
    void fillHead() throws IOException {
        while (!ended && limit < HEAD) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (limit + Utf8Input.most() > raw.bytes.length) {
            long size = Math.min(Integer.MAX_VALUE - 16L, 2L * raw.bytes.length);
            raw.bytes = Arrays.copyOf(raw.bytes, (int) size);
        }
        int got = in.read(raw.bytes, limit);
        ended = got < 0;
        limit += Math.max(got, 0);
    }

    /** Reads all records from {@code bodyStart} on. */
    void load(Layout layout, Sniffer.Found found, Progress.Stage stage) throws IOException {
        RecordScanner scanner = new RecordScanner(found.delimiter(), found.quote());
        RowSplitter splitter = new RowSplitter(found.delimiter(), found.quote());
        int width = layout.width();
        int at = layout.bodyStart();
        looseEnd = at;
        while (at < limit || !ended) {
            int next = scanner.next(raw.bytes, at, limit, ended);
            if (scanner.open && (ended || limit - at > LONGEST_RECORD)) {
                throw ProblemException.data(Problem.of("a quote that opens in this line is never closed.")
                        .at(Yaml.place(source.name(), line(at)))
                        .fix("Close it, or double every quote that belongs to the text."));
            }
            if (next == RecordScanner.INCOMPLETE) {
                int before = limit;
                at = refill(at);
                stage.add(Math.max(0, limit - before));
                continue;
            }
            if (scanner.end > at) {
                row(splitter, at, scanner, width);
            }
            at = next;
        }
        dropFooter(splitter, width);
        reportRagged(width, layout.header());
        sampleRows();
    }

    private void row(RowSplitter splitter, int at, RecordScanner scanner, int width) {
        total++;
        if (scanner.cells > width && extraFilled(splitter, at, scanner.end, width)) {
            longRows++;
            if (longProblems.size() < 5) {
                longProblems.add(
                        Problem.of("the row has " + scanner.cells + " cells, but there are " + width + " columns.")
                                .at(Yaml.place(source.name(), line(at))));
            }
            return;
        }
        if (scanner.cells < width) {
            shortRows++;
            if (shortLines.size() < 5) {
                shortLines.add(line(at));
            }
        }
        double[] drawn = chances;
        if (drawn != null) {
            double chance = rng.nextDouble();
            if (chance >= threshold) {
                return;
            }
            if (raw.rows == drawn.length) {
                drawn = Arrays.copyOf(drawn, 2 * drawn.length);
                chances = drawn;
            }
            drawn[raw.rows] = chance;
        }
        raw.add(at, scanner.end);
        cost += scanner.end - at + 8L + 8L * width;
        if (cost > maxBytes) {
            thin(width);
        }
    }

    private static boolean extraFilled(RowSplitter splitter, int start, int end, byte[] b, int width) {
        int cells = splitter.split(b, start, end);
        for (int c = width; c < cells; c++) {
            if (!splitter.blank(c)) {
                return true;
            }
        }
        return false;
    }

    private boolean extraFilled(RowSplitter splitter, int start, int end, int width) {
        return extraFilled(splitter, start, end, raw.bytes, width);
    }

    private double[] drawAll() {
        double[] drawn = chances;
        if (drawn == null) {
            drawn = new double[Math.max(16, raw.rows)];
            for (int i = 0; i < raw.rows; i++) {
                drawn[i] = rng.nextDouble();
            }
            chances = drawn;
        }
        return drawn;
    }

    private void thin(int width) {
        double[] drawn = drawAll();
        while (cost > 0.8 * maxBytes && raw.rows > 1) {
            threshold *= 0.8;
            cost = keepBelow(drawn, threshold, width);
        }
        firstLoose = 0;
    }

    private long keepBelow(double[] drawn, double bound, int width) {
        int kept = 0;
        long sum = 0;
        for (int i = 0; i < raw.rows; i++) {
            if (drawn[i] < bound) {
                raw.starts[kept] = raw.starts[i];
                raw.ends[kept] = raw.ends[i];
                drawn[kept] = drawn[i];
                sum += raw.ends[kept] - raw.starts[kept] + 8L + 8L * width;
                kept++;
            }
        }
        raw.rows = kept;
        return sum;
    }

    /** Makes room where rows are being left out, and reads on; returns where the unread record begins now. */
    private int refill(int at) throws IOException {
        int start = at;
        if (chances != null) {
            line(at);
            int to = firstLoose == 0 ? 0 : looseEnd;
            for (int i = firstLoose; i < raw.rows; i++) {
                int length = raw.ends[i] - raw.starts[i];
                System.arraycopy(raw.bytes, raw.starts[i], raw.bytes, to, length);
                raw.starts[i] = to;
                raw.ends[i] = to + length;
                to += length;
            }
            firstLoose = raw.rows;
            looseEnd = to;
            System.arraycopy(raw.bytes, at, raw.bytes, to, limit - at);
            limit -= at - to;
            start = to;
            markAt = to;
        }
        fill();
        return start;
    }

    /** The line on which the byte stands; asked in rising order. */
    private int line(int at) {
        markLine += HeadRows.lines(raw.bytes, markAt, at);
        markAt = at;
        return markLine;
    }

    /** The line on which a row begins, or -1 where rows were left out and it is not known any more. */
    int lineOf(int row) {
        return chances == null ? 1 + HeadRows.lines(raw.bytes, 0, raw.starts[row]) : -1;
    }

    /** Rows after the last full one that are blank, or hold only a remark in the first cell. */
    private void dropFooter(RowSplitter splitter, int width) {
        int keep = raw.rows;
        int remarks = 0;
        int lowest = Math.max(0, raw.rows - 30);
        int from = raw.rows;
        boolean blankSeen = false;
        boolean remark = false;
        while (from > lowest && width > 1) {
            splitter.split(raw.bytes, raw.starts[from - 1], raw.ends[from - 1]);
            int filled = 0;
            for (int c = 0; c < splitter.cells(); c++) {
                filled += splitter.blank(c) ? 0 : 1;
            }
            boolean footnote = filled == 2
                    && splitter.cells() == 2
                    && width >= 5
                    && splitter.text(1).length() > 30;
            if ((filled > 1 && !footnote) || (filled == 1 && (width < 3 || splitter.blank(0)))) {
                break;
            }
            from--;
            String text = filled == 0 ? "" : splitter.text(0).strip();
            blankSeen = filled == 0;
            remark = footnote
                    || text.length() > 30
                    || text.matches("(?i)(source|note|notes|fuente|quelle|remark|\\*+ ?)\\b.*");
            if (blankSeen || remark) {
                remarks += keep - from;
                keep = from;
            }
        }
        if (keep < raw.rows && keep > 0) {
            for (int i = keep; i < raw.rows; i++) {
                shortRows -= splitter.split(raw.bytes, raw.starts[i], raw.ends[i]) < width ? 1 : 0;
            }
            total -= remarks;
            raw.rows = keep;
            notes.add(remarks + (remarks == 1 ? " row" : " rows")
                    + " at the end without data (blank or a remark) left out.");
        }
    }

    private void reportRagged(int width, boolean header) {
        if (longRows > 0 && longRows > total / 100) {
            List<Problem> problems = new ArrayList<>(longProblems);
            String cure =
                    "Put cells that hold the delimiter in quotes" + (header ? ", or give every column a name." : ".");
            Problem last = problems.get(problems.size() - 1);
            long more = longRows - problems.size();
            problems.set(problems.size() - 1, last.fix((more > 0 ? more + " more rows are like this. " : "") + cure));
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        if (longRows > 0) {
            String where = String.join(
                    ", ",
                    longProblems.stream()
                            .map(p -> p.where().replaceFirst(".* line ", ""))
                            .toList());
            notes.add(
                    longRows + (longRows == 1 ? " row" : " rows") + " with more cells than columns left out",
                    " (line " + where + (longRows > longProblems.size() ? ", ..." : "") + ")");
        }
        if (shortRows > 0) {
            String where =
                    String.join(", ", shortLines.stream().map(String::valueOf).toList());
            notes.add(
                    shortRows + (shortRows == 1 ? " row has" : " rows have") + " fewer cells than the " + width
                            + " columns; the rest is taken as missing",
                    " (line " + where + (shortRows > shortLines.size() ? ", ..." : "") + ")");
        }
    }

    private void sampleRows() {
        if (raw.rows > maxRows) {
            double[] drawn = drawAll();
            double[] sorted = Arrays.copyOf(drawn, raw.rows);
            Arrays.sort(sorted);
            keepBelow(drawn, sorted[(int) maxRows], 0);
        }
        if (raw.rows < total - longRows) {
            notes.add("the data does not fit: " + raw.rows + " of its " + total
                    + " rows were read, a uniform random sample.");
        }
    }
}
