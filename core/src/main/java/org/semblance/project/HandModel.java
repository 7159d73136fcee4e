package org.semblance.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A model written by hand in YAML: one table of independent columns. Each column has randomness of its own by its
 * name, so that adding or moving a column changes no other; the first rows of a long table are those of a short one,
 * block by block. Keeps what it is told of each column; knows of no dependence between them.
 */
public final class HandModel implements Model {
    /** What a model file names as its synthesizer. */
    public static final String NAME = "hand-written";

    private final String table;
    private final long rows;
    private final @Nullable Long seed;
    private final List<HandColumn> columns;
    private final Schema schema;
    private final Yaml.Members source;

    HandModel(String table, long rows, @Nullable Long seed, List<HandColumn> columns, Yaml.Members source) {
        this.table = table;
        this.rows = rows;
        this.seed = seed;
        this.columns = List.copyOf(columns);
        this.schema = new Schema(columns.stream().map(HandColumn::field).toList());
        this.source = source;
    }

    /**
     * Reads a YAML (or JSON) file in UTF-8.
     *
     * @throws ProblemException with everything that is wrong with it, by line
     */
    public static HandModel read(Source source) {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(Yaml.LENGTH + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(text, source.name());
        } catch (CharacterCodingException e) {
            throw ProblemException.data(Problem.of("this is not text in UTF-8.")
                    .at(source.name())
                    .fix("Save it as UTF-8; a fitted model's name should end in .semblance."));
        }
    }

    /**
     * Reads a text.
     *
     * @param file its name, for messages
     * @throws ProblemException with everything that is wrong with it, by line
     */
    public static HandModel parse(String text, String file) {
        return new HandParser(file).parse(Yaml.parse(text, file));
    }

    /** The loader of such models from model files. */
    public static Model load(Stored stored, Schema schema) {
        return new HandParser("model.json").parse(YamlJson.yaml(stored.json()));
    }

    /** The table's name. */
    public String table() {
        return table;
    }

    /** How many rows it makes where nobody says how many. */
    public long rows() {
        return rows;
    }

    /** The seed that the file names, or null. */
    public @Nullable Long seed() {
        return seed;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Rows sample(long size, Run run) {
        if (size < 0) {
            throw new IllegalArgumentException("rows is " + size + ", but must be at least 0");
        }
        return new Drawn(size, run.rng().child("columns"));
    }

    @Override
    public Stored store() {
        return new Stored(YamlJson.json(source), new LinkedHashMap<>());
    }

    @Override
    public List<String> contents() {
        return List.of("Nothing: the model was written by hand.");
    }

    /** Rows yet to be drawn. */
    private final class Drawn implements Rows {
        private final long size;
        private final Rng rng;

        Drawn(long size, Rng rng) {
            this.size = size;
            this.rng = rng;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Table block(long index) {
            List<Column> drawn = new ArrayList<>();
            for (HandColumn column : columns) {
                drawn.add(column.draw(index * BLOCK, blockSize(index), rng.child(column.name())));
            }
            return Table.of(schema, drawn);
        }
    }
}
