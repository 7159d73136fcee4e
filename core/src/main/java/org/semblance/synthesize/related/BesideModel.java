package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.model.Corrupt;
import org.semblance.model.DatabaseModel;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Size;
import org.semblance.model.Stored;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.synthesize.sequence.SequenceModel;
import org.semblance.synthesize.sequence.SequenceSynthesizer;
import org.semblance.synthesize.sequence.Steps;
import org.semblance.table.Database;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Related tables and, beside them, tables of sequences that hang on no other and on which none hangs (prices of shares
 * beside patients): each of these by a {@link SequenceModel} of its own, the others together.
 */
public final class BesideModel implements DatabaseModel {
    private final Metadata metadata;
    private final @Nullable RelatedModel related;
    private final Map<String, SequenceModel> alone;

    /**
     * @param related the other tables, or null where there are none
     * @param alone by table
     */
    public BesideModel(Metadata metadata, @Nullable RelatedModel related, Map<String, SequenceModel> alone) {
        this.metadata = metadata;
        this.related = related;
        this.alone = new LinkedHashMap<>(alone);
    }

    /** The sequences of a database whose tables are not related to any. */
    public static List<Sequence> alone(Metadata database) {
        return database.sequences().stream()
                .filter(sequence -> database.above(sequence.table()).isEmpty()
                        && database.below(sequence.table()).isEmpty())
                .toList();
    }

    /** The other tables of a database. */
    public static Database others(Database database, List<Sequence> alone) {
        Metadata left =
                others(database.metadata(), alone.stream().map(Sequence::table).toList());
        Map<String, Table> tables = new LinkedHashMap<>(database.tables());
        tables.keySet().retainAll(left.schemas().keySet());
        return new Database(left, tables);
    }

    private static Metadata others(Metadata all, List<String> alone) {
        Map<String, org.semblance.table.Schema> schemas = new LinkedHashMap<>(all.schemas());
        schemas.keySet().removeAll(alone);
        Map<String, List<String>> keys = new LinkedHashMap<>(all.keys());
        keys.keySet().removeAll(alone);
        List<Relationship> relationships = all.relationships();
        List<Sequence> sequences = all.sequences().stream()
                .filter(sequence -> !alone.contains(sequence.table()))
                .toList();
        return new Metadata(schemas, keys, relationships, sequences);
    }

    /** The models of sequences, by table. */
    public Map<String, SequenceModel> alone() {
        return new LinkedHashMap<>(alone);
    }

    @Override
    public Metadata metadata() {
        return metadata;
    }

    @Override
    public DatabaseModel sized(Database data) {
        Map<String, SequenceModel> sized = new LinkedHashMap<>();
        alone.forEach((table, model) -> sized.put(table, model.sized(data)));
        return new BesideModel(metadata, related == null ? null : related.sized(data), sized);
    }

    @Override
    public void check(Size size) {
        if (related != null) {
            related.check(size);
        }
    }

    @Override
    public String counted(Size size) {
        List<String> words = new ArrayList<>();
        if (related != null) {
            words.add(related.counted(size));
        }
        alone.forEach((table, model) -> words.add(table + ": " + model.counted(size)));
        return String.join("; ", words);
    }

    @Override
    public DatabaseRows sample(Size size, Run run) {
        return sample(size, List.of(), run);
    }

    @Override
    public DatabaseRows sample(Size size, List<String> conditions, Run run) {
        Said.byTable(conditions, metadata.schemas().keySet()).keySet().stream()
                .filter(alone::containsKey)
                .findFirst()
                .ifPresent(table -> {
                    throw ProblemException.usage(Problem.of("the rows of \"" + table
                                    + "\" are steps of sequences, which cannot be asked for by a condition.")
                            .fix("Leave it out, and take the rows that satisfy it."));
                });
        List<DatabaseRows> parts = new ArrayList<>();
        if (related != null) {
            parts.add(related.sample(size, conditions, run));
        }
        alone.forEach((table, model) ->
                parts.add(model.sample(size, run.child("alone").child(table))));
        return new Parts(metadata, parts);
    }

    private record Parts(Metadata metadata, List<DatabaseRows> parts) implements DatabaseRows {
        @Override
        public void forEach(Sink sink, Run run) {
            parts.forEach(part -> part.forEach(sink, run));
        }
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        ArrayNode names = stored.json().putArray("alone");
        int at = 0;
        for (Map.Entry<String, SequenceModel> one : alone.entrySet()) {
            names.add(one.getKey());
            stored.put("alone-" + at++, one.getValue().store());
        }
        return related == null ? stored : stored.put("related", related.store());
    }

    static DatabaseModel load(Stored stored, Metadata metadata) {
        JsonNode names = stored.json().path("alone");
        if (names.isMissingNode()) {
            return RelatedStore.load(stored, metadata);
        }
        SequenceSynthesizer sequences = new SequenceSynthesizer(Steps.Options.DEFAULT);
        Map<String, SequenceModel> alone = new LinkedHashMap<>();
        for (JsonNode name : names) {
            String table = name.asString("");
            Sequence sequence = alone(metadata).stream()
                    .filter(one -> one.table().equals(table))
                    .findFirst()
                    .orElseThrow(() -> Corrupt.because("a sequence has no table"));
            Metadata own = new Metadata(Map.of(table, metadata.schema(table)), Map.of(), List.of(), List.of(sequence));
            alone.put(table, (SequenceModel) sequences.load(stored.part("alone-" + alone.size()), own));
        }
        Metadata left = others(metadata, List.copyOf(alone.keySet()));
        RelatedModel related = left.schemas().isEmpty() ? null : RelatedStore.load(stored.part("related"), left);
        return new BesideModel(metadata, related, alone);
    }

    @Override
    public List<String> contents() {
        List<String> out = new ArrayList<>(related == null ? List.of() : related.contents());
        alone.forEach((table, model) -> model.contents().forEach(words -> out.add(table + ": " + words)));
        return out;
    }
}
