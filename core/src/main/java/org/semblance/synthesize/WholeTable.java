package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Keeper;
import org.semblance.constraint.Keeping;
import org.semblance.generate.Guess;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.ModelLoader;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model of all columns of a table: a synthesizer's model of those it can learn, and makers for the others. */
public final class WholeTable implements Model {
    private final Keeping keeping;
    private final @Nullable Model core;
    private final List<Made> made;
    private final Privacy privacy;
    private final List<String> changes;

    WholeTable(Keeping keeping, @Nullable Model core, List<Made> made, Privacy privacy, List<String> changes) {
        this.keeping = keeping;
        this.core = core;
        this.made = List.copyOf(made);
        this.privacy = privacy;
        this.changes = List.copyOf(changes);
    }

    /** The positions of the columns that synthesizers learn. */
    static int[] modelled(Schema schema) {
        return IntStream.range(0, schema.size())
                .filter(c -> schema.field(c).kind().modelled())
                .toArray();
    }

    /** What was taken out of the data before it was learnt from, one sentence for each changed column. */
    public List<String> changes() {
        return changes;
    }

    @Override
    public Schema schema() {
        return keeping.schema();
    }

    /** What every row keeps. */
    public Keeping keeping() {
        return keeping;
    }

    @Override
    public Rows sample(long rows, Run run) {
        Rows learnt = core == null ? null : core.sample(rows, run.child("core"));
        Rng makers = run.rng().child("make");
        Run kept = run.child("keep").threads(1).silent();
        return new Blocks(schema(), rows) {
            @Override
            Table draw(long index, int count) {
                Table block = learnt == null ? null : learnt.block(index);
                List<Field> fields = new ArrayList<>();
                List<Column> columns = new ArrayList<>();
                for (Made maker : made) {
                    fields.add(schema().field(schema().index(maker.name())));
                    columns.add(maker.draw(index * BLOCK, count, makers.child(maker.name())));
                }
                Table others = Table.of(new Schema(fields), columns);
                if (block == null || core == null) {
                    return others;
                }
                Anew anew = new Anew(core, keeping, new Keeper.Place(index, blocks()));
                return anew.rows(block, others, kept.child(index));
            }
        };
    }

    @Override
    public OptionalLong fixedRows() {
        return core == null ? OptionalLong.empty() : core.fixedRows();
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        stored.json().putObject("privacy").put("rare", privacy.rare()).put("extremes", privacy.extremes());
        ArrayNode sentences = stored.json().putArray("changes");
        changes.forEach(sentences::add);
        ArrayNode makers = stored.json().putArray("made");
        for (Made maker : made) {
            makers.addObject()
                    .put("name", maker.name())
                    .put("maker", maker.text())
                    .put("missing", maker.missing())
                    .put("different", maker.different());
        }
        if (!keeping.isEmpty()) {
            stored.json().set("constraints", keeping.store());
        }
        return core == null ? stored : stored.put("core", core.store());
    }

    static WholeTable load(Stored stored, Schema schema, ModelLoader loader) {
        ObjectNode json = stored.json();
        JsonNode limits = json.path("privacy");
        Privacy privacy = new Privacy(
                limits.path("rare").asInt(1), limits.path("extremes").asInt(1));
        List<String> changes = new ArrayList<>();
        json.path("changes").forEach(sentence -> changes.add(sentence.asString()));
        List<Made> made = new ArrayList<>();
        JsonNode makers = json.path("made");
        for (int c = 0; c < schema.size(); c++) {
            if (!schema.field(c).kind().modelled()) {
                made.add(maker(schema, c, makers.path(made.size())));
            }
        }
        int[] modelled = modelled(schema);
        Keeping keeping = keeping(json.path("constraints"), schema);
        Model core = modelled.length == 0
                ? null
                : loader.load(stored.part("core"), keeping.forward(schema.select(modelled)));
        return new WholeTable(keeping, core, made, privacy, changes);
    }

    /** Files of before there were any have none. */
    private static Keeping keeping(JsonNode json, Schema schema) {
        try {
            return json.isMissingNode() ? Keeping.none(schema) : Keeping.load(json, schema);
        } catch (RuntimeException e) {
            // Whatever is wrong with it, it is not of our making.
            throw Corrupt.because("its constraints are damaged");
        }
    }

    private static Made maker(Schema schema, int column, JsonNode json) {
        double missing = json.path("missing").asDouble(-1);
        double different = json.path("different").asDouble(1);
        String name = schema.field(column).name();
        boolean shares = missing >= 0 && missing <= 1 && different > 0 && different <= 1;
        if (!json.path("name").asString("").equals(name) || !shares) {
            throw Corrupt.because("it does not say how column \"" + name + "\" is made");
        }
        try {
            return Made.of(schema.field(column), json.path("maker").asString(""), missing, different);
        } catch (ProblemException e) {
            throw Corrupt.because("column \"" + name + "\": " + e.getMessage());
        }
    }

    @Override
    public List<String> contents() {
        List<String> out = new ArrayList<>();
        int width = schema().size();
        out.add("the names and kinds of " + width + (width == 1 ? " column" : " columns")
                + ", and how values are written");
        keeping.words().forEach(words -> out.add("every row keeps: " + words));
        if (core != null) {
            out.addAll(core.contents());
            out.add(
                    privacy.releasesAll()
                            ? "nothing was taken out: labels seen once and the most extreme numbers may be among them"
                            : "no label seen in fewer than " + privacy.rare() + " rows, and no number beyond the "
                                    + privacy.ordinalExtreme() + " smallest or largest");
        }
        String counters = names(true);
        String others = names(false);
        if (!others.isEmpty()) {
            out.add("no value of " + others
                    + ": only how many are missing and how many differ, how they are written, and"
                    + " what makes new ones; a new one is a real one by chance at most");
        }
        if (!counters.isEmpty()) {
            out.add("that " + counters + " counts the rows from 0 or 1: the new rows are counted in the same way");
        }
        return out;
    }

    /** The columns that are made anew: the plain counters, or all others. */
    private String names(boolean counters) {
        return made.stream()
                .filter(maker -> Guess.counts(maker.text()) == counters)
                .map(Made::name)
                .collect(Collectors.joining(", "));
    }
}
