package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Keeping;
import org.semblance.constraint.related.Gathered;
import org.semblance.model.Corrupt;
import org.semblance.model.Stored;
import org.semblance.prepare.Privacy;
import org.semblance.synthesize.Made;
import org.semblance.synthesize.TreeCoding;
import org.semblance.synthesize.sequence.Steps;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.OrderRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@link RelatedModel} taken apart and put together again. */
final class RelatedStore {
    private RelatedStore() {}

    static Stored store(RelatedModel model) {
        Stored stored = Stored.empty();
        ObjectNode json = stored.json();
        json.putObject("privacy")
                .put("rare", model.privacy().rare())
                .put("extremes", model.privacy().extremes());
        ArrayNode changes = json.putArray("changes");
        model.changes().forEach(changes::add);
        ObjectNode sizes = json.putObject("sizes");
        new TreeMap<>(model.sizes()).forEach((table, rows) -> sizes.put(table, (long) rows));
        ArrayNode order = json.putArray("order");
        Map<Relationship, Ref.Way> ways = new HashMap<>();
        for (PartModel part : model.parts()) {
            order.add(part.part().name());
            part.part().refs().forEach(ref -> ways.put(ref.relationship(), ref.way()));
        }
        ObjectNode apart = json.putObject("apart");
        new TreeMap<>(model.plan().apart()).forEach((table, sets) -> {
            ArrayNode all = apart.putArray(table);
            sets.forEach(columns -> columns.forEach(all.addArray()::add));
        });
        ArrayNode words = json.putArray("ways");
        for (Relationship relationship : model.metadata().relationships()) {
            words.add(String.valueOf(ways.get(relationship)));
        }
        for (PartModel part : model.parts()) {
            stored.put("part-" + part.part().index(), store(part));
        }
        return stored;
    }

    private static Stored store(PartModel model) {
        Stored stored = Stored.empty();
        stored.json().put("rows", model.rows()).put("strays", model.strays()).put("astray", model.astray());
        ArrayNode features = stored.json().putArray("features");
        for (Feature feature : model.features()) {
            features.add(json(feature));
        }
        model.coding().store(stored);
        ArrayNode echoes = stored.json().putArray("echoes");
        model.echoed().of().forEach((own, from) -> {
            ArrayNode one = echoes.addArray().add((int) own);
            from.forEach(feature -> one.add(json(feature)));
        });
        for (ColumnModel tree : model.trees()) {
            tree.arrays().forEach((name, array) -> stored.put("tree-" + tree.target() + "/" + name, array));
        }
        ArrayNode visit = stored.json().putArray("visit");
        for (ColumnModel tree : model.trees()) {
            visit.add(tree.target());
        }
        stored.put("below", pairs(model.orders().below()))
                .put("above", pairs(model.orders().above()));
        ArrayNode makers = stored.json().putArray("makers");
        for (int c = 0; c < model.part().roles().size(); c++) {
            ObjectNode maker = makers.addObject();
            Made made = model.made()[c];
            KeyMaker key = model.keys()[c];
            if (made != null) {
                maker.put("maker", made.text()).put("missing", made.missing()).put("different", made.different());
            } else if (key != null) {
                maker.put("key", key.text()).put("start", key.start()).put("step", key.step());
            }
        }
        stored.put("counters", model.counters());
        Rules rules = model.rules();
        if (rules != null) {
            ArrayNode given = stored.json().putArray("rules-given");
            rules.given().forEach(feature -> given.add(json(feature)));
            ArrayNode gathered = stored.json().putArray("rules-gathered");
            rules.gathered().forEach(one -> gathered.add(one.text()));
            stored.json().set("rules", rules.keeping().store());
        }
        Course course = model.course();
        if (course != null) {
            ArrayNode told = stored.json().putArray("told");
            course.told().forEach(feature -> told.add(json(feature)));
            stored.put("steps", course.steps().store());
        }
        Kept kept = model.kept();
        if (kept != null) {
            kept.store(stored);
            Kept.storeOwn(kept.own(), model.books(), stored);
        }
        ArrayNode refs = stored.json().putArray("refs");
        for (int r = 0; r < model.refs().length; r++) {
            refs.add(ref(model.refs()[r], "ref-" + r, stored));
        }
        return stored;
    }

    private static ArrayNode json(Feature feature) {
        ArrayNode out = JsonNodeFactory.instance
                .arrayNode()
                .add(feature.path().up())
                .add(feature.path().ref())
                .add(feature.own());
        feature.path().then().forEach(out::add);
        return out;
    }

    private static Feature feature(JsonNode json) {
        List<Integer> then = new ArrayList<>();
        for (int k = 3; k < json.size(); k++) {
            then.add(json.path(k).asInt());
        }
        Path path = new Path(json.path(0).asInt(), json.path(1).asInt(), then);
        return new Feature(path, json.path(2).asInt());
    }

    private static ObjectNode ref(@Nullable RefModel model, String name, Stored stored) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        if (model == null) {
            return out;
        }
        out.put("required", model.required());
        ArrayNode agreements = out.putArray("agreements");
        for (RefModel.Agreement agreement : model.agreements()) {
            agreements
                    .addArray()
                    .add(agreement.here().up())
                    .add(agreement.here().ref())
                    .add(agreement.there().up())
                    .add(agreement.there().ref());
        }
        RefModel.Kinds kinds = model.kinds();
        if (kinds != null) {
            out.set("kinds-by", json(kinds.response()));
            kinds.tree().arrays().forEach((array, values) -> stored.put(name + "/" + array, values));
        }
        return out;
    }

    private static RefModel ref(
            JsonNode json, Part part, int ref, Stored stored, Blueprint plan, List<TreeCoding> codings) {
        List<RefModel.Agreement> agreements = new ArrayList<>();
        json.path("agreements")
                .forEach(a -> agreements.add(new RefModel.Agreement(
                        new Path(a.path(0).asInt(), a.path(1).asInt()),
                        new Path(a.path(2).asInt(), a.path(3).asInt()))));
        RefModel.Kinds kinds = null;
        if (json.has("kinds-by")) {
            Feature response = feature(json.path("kinds-by"));
            CodeBook[] books = KindsFit.books(plan, part, ref, List.of(response), codings);
            kinds = new RefModel.Kinds(
                    response, (ColumnTree) ColumnModel.restore(below(stored, "ref-" + ref + "/"), books));
        }
        return new RefModel(agreements, kinds, json.path("required").asBoolean());
    }

    /** Lists of numbers as pairs of list and number. */
    private static int[] pairs(int[][] lists) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < lists.length; i++) {
            for (int value : lists[i]) {
                out.add(i);
                out.add(value);
            }
        }
        return out.stream().mapToInt(i -> i).toArray();
    }

    private static int[][] lists(int[] pairs, int count, CodeBook[] books) {
        List<List<Integer>> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            out.add(new ArrayList<>());
        }
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!books[pairs[i]].numeric() || !books[pairs[i + 1]].numeric()) {
                throw Corrupt.because("a rule names a column that is not a number");
            }
            out.get(pairs[i]).add(pairs[i + 1]);
        }
        return out.stream()
                .map(list -> list.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
    }

    static RelatedModel load(Stored stored, Metadata metadata) {
        JsonNode json = stored.json();
        Privacy privacy = new Privacy(
                json.path("privacy").path("rare").asInt(1),
                json.path("privacy").path("extremes").asInt(1));
        List<String> changes = new ArrayList<>();
        json.path("changes").forEach(sentence -> changes.add(sentence.asString()));
        Map<String, Long> sizes = new HashMap<>();
        json.path("sizes").forEachEntry((table, rows) -> sizes.put(table, Math.max(0, rows.asLong(0))));
        List<String> order = new ArrayList<>();
        json.path("order").forEach(name -> order.add(name.asString()));
        JsonNode words = json.path("ways");
        if (!List.copyOf(metadata.schemas().keySet()).containsAll(order)
                || order.size() != metadata.schemas().size()
                || words.size() != metadata.relationships().size()) {
            throw Corrupt.because("it does not describe the tables of its schema");
        }
        Map<Relationship, Ref.Way> ways = new HashMap<>();
        for (int r = 0; r < words.size(); r++) {
            ways.put(
                    metadata.relationships().get(r),
                    Ref.Way.valueOf(words.path(r).asString()));
        }
        Map<String, List<List<String>>> apart = new HashMap<>();
        json.path("apart").forEachEntry((table, sets) -> {
            List<List<String>> all = new ArrayList<>();
            for (JsonNode set : sets) {
                List<String> columns = new ArrayList<>();
                set.forEach(column -> columns.add(column.asString("")));
                all.add(columns);
            }
            apart.put(table, all);
        });
        Blueprint plan = Blueprint.of(metadata, order, ways).apart(apart);
        List<TreeCoding> codings = new ArrayList<>();
        List<PartModel> models = new ArrayList<>();
        for (Part part : plan.parts()) {
            codings.add(TreeCoding.load(stored.part("part-" + part.index()), part.ownSchema()));
        }
        for (Part part : plan.parts()) {
            models.add(part(stored.part("part-" + part.index()), plan, part, codings));
        }
        return new RelatedModel(plan, models.toArray(PartModel[]::new), privacy, changes, sizes);
    }

    private static PartModel part(Stored stored, Blueprint plan, Part part, List<TreeCoding> codings) {
        JsonNode json = stored.json();
        List<Feature> features = new ArrayList<>();
        json.path("features").forEach(f -> features.add(feature(f)));
        CodeBook[] books = PartModel.books(plan, part, features.toArray(Feature[]::new), codings);
        List<ColumnModel> trees = new ArrayList<>();
        json.path("visit")
                .forEach(target ->
                        trees.add(ColumnModel.restore(below(stored, "tree-" + target.asInt() + "/"), books)));
        OrderRules rules = new OrderRules(
                lists(stored.array("below", int[].class), books.length, books),
                lists(stored.array("above", int[].class), books.length, books));
        @Nullable Made[] made = new @Nullable Made[part.roles().size()];
        @Nullable KeyMaker[] keys = new @Nullable KeyMaker[made.length];
        for (int c = 0; c < made.length; c++) {
            JsonNode maker = json.path("makers").path(c);
            if (json.has("kept")) {
                continue;
            }
            switch (part.roles().get(c)) {
                case MADE ->
                    made[c] = Made.of(
                            part.schema().field(c),
                            maker.path("maker").asString(""),
                            maker.path("missing").asDouble(-1),
                            maker.path("different").asDouble(1));
                case KEY ->
                    keys[c] = KeyMaker.of(
                            part.schema().field(c),
                            maker.path("key").asString(""),
                            maker.path("start").asDouble(0),
                            maker.path("step").asDouble(0));
                default -> {}
            }
        }
        return new PartModel(
                part,
                codings.get(part.index()),
                echoed(json.path("echoes"), plan, part),
                features.toArray(Feature[]::new),
                books,
                trees.toArray(ColumnModel[]::new),
                rules,
                made,
                keys,
                refs(json.path("refs"), part, stored, plan, codings),
                stored.array("counters", double[].class),
                rules(stored, plan, part),
                course(stored, plan, part),
                json.has("kept")
                        ? Kept.load(stored, part.schema(), books, part.refs().size())
                        : null,
                json.path("rows").asLong(),
                json.path("strays").asLong(),
                json.path("astray").asLong());
    }

    /** Files of before there were any have none. */
    private static Echoed echoed(JsonNode json, Blueprint plan, Part part) {
        Map<Integer, List<Feature>> of = new TreeMap<>();
        for (JsonNode one : json) {
            List<Feature> from = new ArrayList<>();
            for (int k = 1; k < one.size(); k++) {
                from.add(feature(one.path(k)));
            }
            of.put(one.path(0).asInt(-1), from);
        }
        boolean labels = of.keySet().stream().allMatch(own -> Echoed.labels(part, own))
                && of.values().stream()
                        .flatMap(List::stream)
                        .allMatch(f -> Echoed.labels(f.path().from(plan, part), f.own())
                                && !(f.path().self() && of.containsKey(f.own())));
        if (!labels) {
            throw Corrupt.because("a column repeats one that has no labels");
        }
        return new Echoed(of);
    }

    private static @Nullable RefModel[] refs(
            JsonNode json, Part part, Stored stored, Blueprint plan, List<TreeCoding> codings) {
        @Nullable RefModel[] refs = new @Nullable RefModel[part.refs().size()];
        for (int r = 0; r < refs.length; r++) {
            if (r != part.owner()) {
                refs[r] = ref(json.path(r), part, r, stored, plan, codings);
            }
        }
        return refs;
    }

    private static @Nullable Rules rules(Stored stored, Blueprint plan, Part part) {
        if (!stored.has("rules")) {
            return null;
        }
        List<Feature> given = new ArrayList<>();
        stored.json().path("rules-given").forEach(f -> given.add(feature(f)));
        List<Gathered> gathered = new ArrayList<>();
        stored.json().path("rules-gathered").forEach(text -> {
            Gathered one = Gathered.of(text.asString(""), part.name(), plan.metadata());
            if (one == null) {
                throw Corrupt.because("a rule is about rows that are not there");
            }
            gathered.add(one);
        });
        Schema schema = Rules.schema(plan, part, given, gathered);
        return new Rules(Keeping.load(stored.json().path("rules"), schema), given, gathered);
    }

    private static @Nullable Course course(Stored stored, Blueprint plan, Part part) {
        if (!stored.has("steps")) {
            return null;
        }
        List<Feature> told = new ArrayList<>();
        stored.json().path("told").forEach(f -> told.add(feature(f)));
        Schema context = Course.contextSchema(plan, part, told);
        return new Course(Steps.load(stored.part("steps"), context, Course.rowSchema(part)), told);
    }

    private static Map<String, Object> below(Stored stored, String prefix) {
        Map<String, Object> out = new LinkedHashMap<>();
        stored.arrays().forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                out.put(name.substring(prefix.length()), array);
            }
        });
        return out;
    }
}
