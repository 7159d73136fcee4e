package org.semblance.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Reads delimited text as people have it: finds out encoding, delimiter, quotes, title lines, header, kinds and formats,
 * and says why.
 *
 * <p>Cost: the text is held in memory once (up to {@link ReadOptions#maxBytes}; beyond it a uniform sample of rows),
 * beside 8 bytes a number and 4 a label; cells are parsed on the run's threads. The result does not depend on them.
 */
public final class TableReader {
    private static final int HEAD = 1 << 20;

    private TableReader() {}

    /**
     * The table of a source.
     *
     * @throws ProblemException of kind DATA where it is no table, is damaged, or has lines that a person must mend
     */
    public static Loaded read(Source source, ReadOptions options, Run run) {
        try (InputStream stream = source.open();
                Progress.Stage stage = run.progress().begin("read", Math.max(0, source.size()), "bytes")) {
            return read(stream, source, options, run, stage);
        } catch (IOException e) {
            throw source.broken(e);
        }
    }

    private static Loaded read(InputStream stream, Source source, ReadOptions options, Run run, Progress.Stage stage)
            throws IOException {
        String name = source.name();
        byte[] head = stream.readNBytes(HEAD);
        if (head.length == 0) {
            throw ProblemException.data(
                    Problem.of("the file is empty.").at(name).fix("Give a file with a header and at least one row."));
        }
        Letters letters = letters(head, options, name);
        InputStream all = new SequenceInputStream(
                new ByteArrayInputStream(head, letters.bom(), head.length - letters.bom()), stream);
        Utf8Input input = new Utf8Input(all, letters.charset());
        long expected = Math.min(source.size(), options.maxBytes()) + 2L * Utf8Input.most();
        RowLoader loader = new RowLoader(input, source, options, (int) Math.min(expected, 1L << 30), run);
        loader.fillHead();
        Sniffer.Found found = Sniffer.sniff(loader.bytes(), loader.limit(), loader.ended(), options.delimiter(), name);
        Layout layout = LayoutFinder.find(
                new HeadRows(loader.bytes(), found.skip(), loader.limit(), loader.ended(), found),
                options.header(),
                name);
        SchemaOverrides schema = options.schema();
        if (schema != null) {
            schema.check(layout.names());
        }
        loader.load(layout, found, stage);
        Notes notes = letterNotes(letters, input);
        layout.notes().forEach(notes::add);
        notes.addAll(loader.notes());
        Map<String, SchemaOverrides.Column> said = schema == null ? Map.of() : schema.columns();
        IntUnaryOperator lines = loader::lineOf;
        ColumnReader reader =
                new ColumnReader(loader.rows(), found, layout, new ColumnReader.Reading(name, said, run), lines);
        Table table = table(reader.read(), layout, notes);
        notes.addAll(reader.notes());
        notes.placed().forEach(stage::note);
        Dialect dialect = new Dialect(
                letters.charset(),
                letters.bom() > 0,
                found.delimiter(),
                found.quote(),
                found.lineEnd(),
                layout.header());
        return new Loaded(table, dialect, loader.total(), notes.placed(), notes.plain());
    }

    private static Letters letters(byte[] head, ReadOptions options, String name) {
        byte[] start = java.util.Arrays.copyOf(head, Math.min(head.length, 1 << 16));
        FileSignature.check(start, name, true);
        Letters letters = Letters.of(head, head.length < HEAD, options.charset(), name);
        FileSignature.check(start, name, letters.utf16());
        return letters;
    }

    private static Notes letterNotes(Letters letters, Utf8Input input) {
        Notes notes = new Notes();
        if (letters.charset().equals(Letters.WINDOWS)) {
            notes.add("the letters are not UTF-8 and were read as Windows-1252.");
        } else if (!letters.charset().equals(StandardCharsets.UTF_8)) {
            notes.add("the letters are " + letters.charset().name() + ".");
        }
        if (input.oddBytes > 0) {
            notes.add(input.oddBytes + (input.oddBytes == 1 ? " byte is" : " bytes are")
                    + " not UTF-8 and read as Windows-1252.");
        }
        if (input.nulls > 0) {
            notes.add(input.nulls + (input.nulls == 1 ? " NUL byte was" : " NUL bytes were") + " left out.");
        }
        return notes;
    }

    /** The columns as a table, without nameless ones that hold nothing. */
    private static Table table(List<NumberField.Made> made, Layout layout, Notes notes) {
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int dropped = 0;
        for (int c = 0; c < made.size(); c++) {
            Column column = made.get(c).column();
            if (!layout.named()[c] && column.missingCount() == column.size() && made.size() > 1) {
                dropped++;
                continue;
            }
            fields.add(made.get(c).field());
            columns.add(column);
        }
        if (dropped > 0) {
            notes.add(
                    dropped + (dropped == 1 ? " column" : " columns") + " without a name and without values left out.");
        }
        return Table.of(new Schema(fields), columns);
    }
}
