package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Keeping;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.synthesize.Made;
import org.semblance.synthesize.related.KeyMaker;
import org.semblance.table.Field;
import org.semblance.table.Metadata;
import org.semblance.table.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of sequences as it is stored. */
final class SequenceFile {
    private SequenceFile() {}

    static Stored store(SequenceModel model, Privacy privacy) {
        Stored stored = Stored.empty();
        ObjectNode json = stored.json();
        json.put("entities", model.counts().entities());
        json.put("rows", model.counts().rows());
        json.put("size", model.counts().size()).put("total", model.counts().total());
        json.put("key", model.key());
        json.put("place", model.place());
        json.put("horizon", model.horizon());
        json.putObject("privacy").put("rare", privacy.rare()).put("extremes", privacy.extremes());
        ArrayNode changes = json.putArray("changes");
        model.changes().forEach(changes::add);
        ArrayNode columns = json.putArray("columns");
        for (int c = 0; c < model.roles().length; c++) {
            ObjectNode column = columns.addObject().put("role", model.roles()[c].name());
            KeyMaker key = model.making(c).key();
            Made made = model.making(c).made();
            if (key != null) {
                column.put("key", key.text()).put("start", key.start()).put("step", key.step());
            } else if (made != null) {
                column.put("maker", made.text()).put("missing", made.missing()).put("different", made.different());
            }
        }
        if (!model.rules().isEmpty()) {
            ObjectNode rules = json.putObject("rules");
            rules.set("entities", model.rules().entities().store());
            rules.set("steps", model.rules().steps().store());
        }
        Model table = model.entities().table();
        Steps series = model.entities().series();
        if (table != null) {
            stored.put("known", table.store());
        } else if (series != null) {
            stored.put("series", series.store());
        }
        return stored.put("steps", model.steps().store());
    }

    static SequenceModel load(Stored stored, Metadata metadata) {
        JsonNode json = stored.json();
        if (metadata.sequences().size() != 1) {
            throw Corrupt.because("it has no sequence");
        }
        Schema schema = metadata.schema(metadata.sequences().get(0).table());
        JsonNode columns = json.path("columns");
        if (columns.size() != schema.size()) {
            throw Corrupt.because("it has " + columns.size() + " columns of " + schema.size());
        }
        Role[] roles = new Role[schema.size()];
        SequenceModel.Making[] making = new SequenceModel.Making[roles.length];
        for (int c = 0; c < roles.length; c++) {
            String role = columns.path(c).path("role").asString("");
            roles[c] = Arrays.stream(Role.values())
                    .filter(one -> one.name().equals(role))
                    .findFirst()
                    .orElseThrow(() -> Corrupt.because("a column has no role"));
            making[c] = making(schema.field(c), roles[c], columns.path(c));
        }
        int key = json.path("key").asInt(-1);
        if (key >= roles.length || key >= 0 && roles[key] != Role.ENTITY) {
            throw Corrupt.because("its key is no column of the entity");
        }
        Schema known = SequenceModel.known(schema, roles);
        Schema context = schema.select(SequenceSynthesizer.columns(roles, Role.CONTEXT));
        SequenceModel.Entities entities;
        if (key < 0) {
            entities = new SequenceModel.Entities(SequenceSynthesizer.entities(stored.part("known"), known), null);
        } else {
            List<Field> fields = new ArrayList<>(known.fields());
            fields.add(SequenceModel.date(known, schema.field(key)));
            Steps series = Steps.load(stored.part("series"), Schema.of(), new Schema(fields));
            entities = new SequenceModel.Entities(null, series);
        }
        List<String> changes = new ArrayList<>();
        json.path("changes").forEach(change -> changes.add(change.asString()));
        JsonNode limits = json.path("privacy");
        int learnt = Math.max(1, json.path("entities").asInt(1));
        int steps = Math.max(1, json.path("rows").asInt(1));
        RowRules rules = rules(json.path("rules"), schema, roles, key);
        SequenceModel.Learnt all = new SequenceModel.Learnt(
                metadata,
                roles,
                key,
                json.path("place").asInt(-1),
                entities,
                Steps.load(stored.part("steps"), context, schema.select(SequenceSynthesizer.columns(roles, Role.STEP))),
                making,
                rules,
                new Privacy(
                        limits.path("rare").asInt(1), limits.path("extremes").asInt(1)),
                changes);
        SequenceModel.Counts counts = new SequenceModel.Counts(
                learnt,
                steps,
                Math.max(1, json.path("size").asInt(learnt)),
                Math.max(1, json.path("total").asInt(steps)));
        return new SequenceModel(all, counts, Math.max(0, json.path("horizon").asInt(0)));
    }

    /** Files of before there were any have none. */
    private static RowRules rules(JsonNode json, Schema schema, Role[] roles, int series) {
        Schema known = RowRules.known(schema, roles, series);
        Schema rows = RowRules.rows(schema, roles);
        try {
            return json.isMissingNode()
                    ? new RowRules(Keeping.none(known), Keeping.none(rows))
                    : new RowRules(Keeping.load(json.path("entities"), known), Keeping.load(json.path("steps"), rows));
        } catch (RuntimeException e) {
            // Whatever is wrong with it, it is not of our making.
            throw Corrupt.because("its constraints are damaged");
        }
    }

    private static SequenceModel.Making making(Field field, Role role, JsonNode json) {
        @Nullable KeyMaker key = null;
        @Nullable Made made = null;
        try {
            if (role == Role.KEY || role == Role.ENTITY) {
                key = KeyMaker.of(
                        field,
                        json.path("key").asString(""),
                        json.path("start").asDouble(0),
                        json.path("step").asDouble(1));
            } else if (role == Role.MADE || role == Role.MADE_ONCE) {
                double missing = json.path("missing").asDouble(-1);
                double different = json.path("different").asDouble(1);
                if (!(missing >= 0 && missing <= 1 && different > 0 && different <= 1)) {
                    throw Corrupt.because("it does not say how column \"" + field.name() + "\" is made");
                }
                made = Made.of(field, json.path("maker").asString(""), missing, different);
            }
        } catch (ProblemException e) {
            throw Corrupt.because("column \"" + field.name() + "\": " + e.getMessage());
        }
        return new SequenceModel.Making(key, made);
    }
}
