package org.semblance.formats.duck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.database.TableFormat;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Blocks;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Files that DuckDB reads and writes: Parquet, JSON with an object a line, JSON with a list of objects. One table a file,
 * called as the file without its ending.
 *
 * <p>Types are kept: whole numbers, decimals, dates, times, truth values. What is nested (lists, structures, maps) is read
 * as its JSON text and written as text; bytes are left empty. Points in time with a zone are read as UTC.
 */
public enum DuckFormat implements TableFormat {
    /** {@code .parquet}, also those of Spark and others that call texts bytes. */
    PARQUET("Parquet file", "(?i)(.+)\\.(parquet|pq)", "(FORMAT parquet, COMPRESSION zstd)"),
    /** {@code .jsonl} or {@code .ndjson}, gzipped or not: an object a line. */
    JSON_LINES("file of JSON lines", "(?i)(.+)\\.(jsonl|ndjson)(\\.gz)?", "(FORMAT json)"),
    /** {@code .json}, gzipped or not: a list of objects; objects one after the other are read too. */
    JSON("JSON file", "(?i)(.+)\\.(json)(\\.gz)?", "(FORMAT json, ARRAY true)");

    private static final Pattern PLACE = Pattern.compile("in (line|record/value) (\\d+)");

    /** Longer than most lines. */
    private static final int HEAD = 1 << 16;

    private final String words;
    private final Pattern name;
    private final String copy;

    DuckFormat(String words, String name, String copy) {
        this.words = words;
        this.name = Pattern.compile(name);
        this.copy = copy;
    }

    /** The format of a file of that name. */
    public static Optional<DuckFormat> of(String fileName) {
        return Arrays.stream(values()).filter(format -> format.fits(fileName)).findFirst();
    }

    @Override
    public boolean fits(String fileName) {
        return name.matcher(fileName).matches();
    }

    /** A {@code .json} of one object is no table, but metadata or settings beside the tables. */
    @Override
    public List<Part> open(Path file) {
        if (this == JSON && !objects(file)) {
            return List.of();
        }
        String table = name.matcher(String.valueOf(file.getFileName())).replaceFirst("$1");
        return List.of(new Part() {
            @Override
            public String name() {
                return table;
            }

            @Override
            public Loaded read(ReadOptions options, Run run) {
                return DuckFormat.this.read(file, options, run);
            }
        });
    }

    /** Whether a file begins with a list, or with an object that is followed by another on the next line. */
    private static boolean objects(Path file) {
        byte[] head;
        try (InputStream in = Source.of(file).open()) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            return true;
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return !text.startsWith("{")
                || text.matches("(?s)[^\n]*}\\s*\\{.*")
                || head.length == HEAD && text.indexOf('\n') < 0;
    }

    /** The table in a file; a uniform sample of its rows where it is larger than the options allow. */
    public Loaded read(Path file, ReadOptions options, Run run) {
        check(file);
        try (Duck duck = Duck.inMemory(run);
                Progress.Stage stage = run.progress().begin("read", 0, "rows")) {
            return new DuckReader(duck.connection(), run, stage).read(relation(duck, file), "", options);
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    /** The DuckDB types of the columns of a file, by name: for {@link #write}, so that a new file is typed alike. */
    public Map<String, String> types(Path file, Run run) {
        check(file);
        try (Duck duck = Duck.inMemory(run)) {
            return DuckReader.types(duck.connection(), relation(duck, file));
        } catch (SQLException e) {
            throw damaged(file, e);
        }
    }

    /** What stands behind FROM for a file. */
    private String relation(Duck duck, Path file) throws SQLException {
        String path = Duck.text(file.toString());
        if (this == PARQUET) {
            return "read_parquet([" + path + "])";
        }
        String found =
                "read_json([" + path + "], sample_size=-1, map_inference_threshold=-1, maximum_object_size=268435456";
        Map<String, String> types = DuckReader.types(duck.connection(), found + ")");
        if (types.size() == 1 && types.containsKey("json")) {
            throw ProblemException.data(Problem.of("this is no table: its values are no objects with named fields.")
                    .at(file.toString())
                    .fix("Give a list of objects, such as [{\"age\": 34, \"city\": \"Umea\"}], or one object a line."));
        }
        // Texts that look like dates stay texts, so that their pattern is kept.
        String columns = types.entrySet().stream()
                .map(column -> Duck.text(column.getKey()) + ": "
                        + Duck.text(column.getValue().matches("DATE|TIME.*|UUID") ? "VARCHAR" : column.getValue()))
                .collect(Collectors.joining(", "));
        return found + ", columns={" + columns + "})";
    }

    private void check(Path file) {
        byte[] first;
        try (InputStream in = Source.of(file).open()) {
            first = in.readNBytes(4);
        } catch (IOException e) {
            throw ProblemException.data(
                    Problem.of("reading failed: " + e.getMessage() + ".").at(file.toString()));
        }
        if (first.length == 0) {
            throw ProblemException.data(Problem.of("the file is empty.").at(file.toString()));
        }
        if (this == PARQUET && !Arrays.equals(first, new byte[] {'P', 'A', 'R', '1'})) {
            boolean encrypted = Arrays.equals(first, new byte[] {'P', 'A', 'R', 'E'});
            throw ProblemException.data(Problem.of(
                            encrypted
                                    ? "this Parquet file is encrypted."
                                    : "this is no Parquet file, though its name says so.")
                    .at(file.toString())
                    .fix(encrypted ? "Decrypt it first." : "Give it the ending of what it is, for example .csv."));
        }
    }

    /** DuckDB's own words may quote the data, so only the place is taken from them. */
    private ProblemException damaged(Path file, SQLException e) {
        String said = String.valueOf(e.getMessage());
        if (full(said)) {
            return noRoom();
        }
        Matcher place = PLACE.matcher(said);
        String where =
                place.find() ? ", " + (place.group(1).equals("line") ? "line " : "object ") + place.group(2) : "";
        return ProblemException.data(Problem.of("this is no " + words + ", or a damaged one.")
                .at(file + where)
                .fix("Write or copy it again."));
    }

    private static boolean full(String said) {
        return said.startsWith("Out of Memory") || said.contains("No space left");
    }

    private static ProblemException noRoom() {
        return ProblemException.data(Problem.of("there is no room for temporary files.")
                .at(System.getProperty("java.io.tmpdir"))
                .fix("Free some space, or name another folder: SEMBLANCE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"));
    }

    private static ProblemException unfit() {
        return ProblemException.data(Problem.of("the rows do not fit the types that the columns of the source have.")
                .fix("Write them as text: -o NAME.csv"));
    }

    /**
     * Writes rows; the stream is not closed.
     *
     * @param types DuckDB types wanted for columns by name; others are what the kinds of the columns say
     */
    public void write(Blocks rows, Map<String, String> types, OutputStream out, Run run) {
        try (Duck duck = Duck.inMemory(run);
                Progress.Stage stage = run.progress().begin("write", rows.size(), "rows")) {
            DuckStage all = new DuckStage(duck.connection(), "rows", rows.schema(), wanted(rows.schema(), types));
            drawn(rows, all, stage, run);
            copy(duck, all, out);
        } catch (SQLException e) {
            throw unwritten(e);
        }
    }

    /** The type of each column. JSON has no dates: texts keep the pattern in which they were written. */
    List<String> wanted(Schema schema, Map<String, String> types) {
        return schema.fields().stream()
                .map(field -> this != PARQUET && field.kind().numeric() && dated(field)
                        ? "VARCHAR"
                        : types.getOrDefault(field.name(), ""))
                .toList();
    }

    /** Writes all rows of a stage; the stream is not closed. */
    void copy(Duck duck, DuckStage all, OutputStream out) throws SQLException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("semblance");
            Path file = folder.resolve("rows");
            duck.run("COPY (" + all.select(all.types()) + ") TO " + Duck.text(file.toString()) + " " + copy);
            Files.copy(file, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    static ProblemException unwritten(SQLException e) {
        return full(String.valueOf(e.getMessage())) ? noRoom() : unfit();
    }

    /** With the dot. */
    public String ending() {
        return this == PARQUET ? ".parquet" : this == JSON ? ".json" : ".jsonl";
    }

    private static boolean dated(Field field) {
        return field.kind() != Kind.WHOLE && field.kind() != Kind.DECIMAL;
    }

    /** As many blocks at once as there are threads, taken in order. */
    private static void drawn(Blocks rows, DuckStage to, Progress.Stage stage, Run run) throws SQLException {
        int blocks = Math.toIntExact(rows.blocks());
        for (int from = 0; from < blocks; from += run.threads()) {
            int first = from;
            Table[] some = new Table[Math.min(run.threads(), blocks - from)];
            run.parallel(some.length, i -> some[i] = rows.block(first + i));
            for (Table block : some) {
                to.add(block);
                stage.add(block.rows());
            }
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("rows"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It lies in the folder for temporary files.
        }
    }
}
