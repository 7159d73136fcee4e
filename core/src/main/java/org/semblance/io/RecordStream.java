package org.semblance.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/**
 * The rows of delimited text one after another, each with its line: for files that are looked through once and need not
 * fit into memory. The first record names the columns; delimiter, quotes and encoding are found out.
 *
 * <p>Cost: 2 ns a byte and no object a row; memory for the longest record. Cells are ranges of {@link #bytes} that hold
 * until the next row.
 */
public final class RecordStream implements AutoCloseable {
    private static final int HEAD = 1 << 16;
    private static final int LONGEST_RECORD = 32 << 20;
    private static final int BLOCK = 1 << 20;
    private static final String DELIMITERS = ",;\t|";

    private final Source source;
    private final Sniffer.Found found;
    private final boolean utf8;
    private final int bom;
    private InputStream stream;
    private Utf8Input in;
    private final RecordScanner scanner;
    private final RowSplitter splitter;
    private final List<String> header;
    private byte[] block = new byte[1 << 20];
    private int at;
    private int limit;
    private boolean ended;
    private long line;
    private long nextLine = 1;

    private RecordStream(Source source, InputStream stream) throws IOException {
        this.source = source;
        this.stream = stream;
        byte[] head = stream.readNBytes(HEAD);
        if (head.length == 0) {
            throw ProblemException.data(
                    Problem.of("the file is empty.").at(source.name()).fix("Give a file with a header."));
        }
        Letters letters = Letters.of(head, head.length < HEAD, null, source.name());
        in = new Utf8Input(
                new SequenceInputStream(
                        new ByteArrayInputStream(head, letters.bom(), head.length - letters.bom()), stream),
                letters.charset());
        while (limit < HEAD && !ended) {
            fill();
        }
        utf8 = letters.charset().equals(StandardCharsets.UTF_8);
        bom = letters.bom();
        found = Sniffer.sniff(block, limit, ended, '\0', source.name());
        at = found.skip();
        nextLine += found.skip() > 0 ? 1 : 0;
        scanner = new RecordScanner(found.delimiter(), found.quote());
        splitter = new RowSplitter(found.delimiter(), found.quote());
        List<String> names = new ArrayList<>();
        if (next()) {
            for (int c = 0; c < cells(); c++) {
                names.add(text(c).strip());
            }
        }
        header = List.copyOf(names);
    }

    /** @throws ProblemException where there is no such file, or nothing in it */
    public static RecordStream open(Source source) {
        InputStream stream = source.open();
        try {
            return new RecordStream(source, stream);
        } catch (IOException e) {
            throw source.broken(e);
        }
    }

    /** The names of the columns, as they stand in the first record. */
    public List<String> header() {
        return header;
    }

    public String name() {
        return source.name();
    }

    /** Goes to the next row that is not a blank line; false at the end. */
    public boolean next() {
        try {
            while (true) {
                int next = at >= limit && ended ? limit : scanner.next(block, at, limit, ended);
                if (scanner.open && (ended || limit - at > LONGEST_RECORD)) {
                    throw ProblemException.data(Problem.of("a quote that opens in this line is never closed.")
                            .at(place(nextLine))
                            .fix("Close it, or double every quote that belongs to the text."));
                }
                if (next == RecordScanner.INCOMPLETE || (at >= limit && !ended)) {
                    refill();
                    continue;
                }
                if (at >= limit) {
                    return false;
                }
                int start = at;
                line = nextLine;
                at = next;
                nextLine++;
                if (scanner.end > start) {
                    splitter.split(block, start, scanner.end);
                    countInside(start, scanner.end);
                    return true;
                }
            }
        } catch (IOException e) {
            throw source.broken(e);
        }
    }

    /**
     * Reads the rows that follow the header in blocks on the run's threads, as far as they are plain and are taken;
     * {@link #next} goes on behind them. To be called before it; does nothing where the source is zipped, a stream, or
     * in other letters than UTF-8.
     *
     * <p>Cost: about 1.3 ns a byte (sampled on a busy machine) beside what the taker does; a megabyte and its cells a thread.
     *
     * @param kinds what each column is read as; those beyond are passed over
     */
    public void plain(PlainRows.Kind[] kinds, Run run, PlainRows.Taker taker) {
        plain(kinds, run, BLOCK, taker);
    }

    void plain(PlainRows.Kind[] kinds, Run run, int size, PlainRows.Taker taker) {
        boolean asWritten = utf8 && in.oddBytes == 0 && in.nulls == 0;
        if (!asWritten || stream instanceof GZIPInputStream || DELIMITERS.indexOf(found.delimiter()) < 0) {
            return;
        }
        try (FileChannel file = source.channel()) {
            if (file == null) {
                return;
            }
            PlainPass pass = new PlainPass(file, bom + (long) at, size, taker);
            pass.run(kinds, found, run);
            if (pass.at == bom + (long) at) {
                return;
            }
            nextLine += pass.lines;
            at = 0;
            limit = 0;
            ended = pass.done();
            if (!ended) {
                stream.close();
                stream = source.from(pass.at);
                in = new Utf8Input(stream, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw source.broken(e);
        }
    }

    /** Line breaks inside of quotes. */
    private void countInside(int start, int end) {
        for (int c = 0; c < splitter.cells(); c++) {
            if (splitter.quoted(c)) {
                nextLine += HeadRows.lines(block, start, end);
                return;
            }
        }
    }

    private void refill() throws IOException {
        Run.checkCancelled();
        System.arraycopy(block, at, block, 0, limit - at);
        limit -= at;
        at = 0;
        fill();
    }

    private void fill() throws IOException {
        if (limit + Utf8Input.most() > block.length) {
            block = Arrays.copyOf(block, 2 * block.length);
        }
        int got = in.read(block, limit);
        ended = got < 0;
        limit += Math.max(got, 0);
    }

    /** The line the row begins in, from 1. */
    public long line() {
        return line;
    }

    /** The file and this row's line, for messages. */
    public String place() {
        return place(line);
    }

    private String place(long number) {
        return source.name() + ", line " + number;
    }

    public int cells() {
        return splitter.cells();
    }

    /** The bytes (UTF-8) that hold the cell between {@link #from} and {@link #to}. */
    public byte[] bytes(int cell) {
        return splitter.bytes(cell);
    }

    public int from(int cell) {
        return splitter.from(cell);
    }

    public int to(int cell) {
        return splitter.to(cell);
    }

    public String text(int cell) {
        int from = splitter.from(cell);
        return new String(splitter.bytes(cell), from, splitter.to(cell) - from, StandardCharsets.UTF_8);
    }

    /** Whether the cell is not there or has nothing in it. */
    public boolean empty(int cell) {
        return cell >= splitter.cells() || splitter.from(cell) == splitter.to(cell);
    }

    /** The cell as a whole number from 0 up, or -1 where it is not one. */
    public long whole(int cell) {
        if (empty(cell)) {
            return -1;
        }
        byte[] b = splitter.bytes(cell);
        int end = splitter.to(cell);
        int i = splitter.from(cell);
        if (end - i > 18) {
            return -1;
        }
        long value = 0;
        for (; i < end; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // What was read is not the worse for it.
        }
    }
}
