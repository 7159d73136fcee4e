package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.model.Corrupt;
import org.semblance.model.Stored;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;
import org.semblance.table.Schema;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.OrderRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Steps as they are stored. */
final class StepsFile {
    private static final int MOST_LABELS = 1 << 24;

    private StepsFile() {}

    static Stored store(Steps.Model model, Dictionaries dictionaries) {
        Stored stored = Stored.empty();
        ObjectNode json = stored.json();
        Layout layout = model.layout();
        json.put("order", layout.order());
        json.put("end", model.end());
        json.put("window", model.window());
        if (!Double.isNaN(model.start())) {
            json.put("start", model.start());
        }
        labels(json.putArray("context-labels"), dictionaries.context());
        labels(json.putArray("labels"), dictionaries.rows());
        ArrayNode features = json.putArray("features");
        for (Feature feature : layout.features()) {
            features.addArray().add(feature.what().name()).add(feature.column()).add(feature.label());
        }
        ArrayNode forms = json.putArray("forms");
        for (int k = 0; k < layout.forms().size(); k++) {
            Form form = layout.form(k);
            ObjectNode one = forms.addObject()
                    .put("log", model.scales().log()[k])
                    .put("mean", model.scales().centre()[k]);
            FormFile.store(form, layout, one);
        }
        for (int f = 0; f < model.books().length; f++) {
            CodeBook book = model.books()[f];
            if (book.numeric()) {
                stored.put("book-" + f + "/low", book.lows());
                stored.put("book-" + f + "/high", book.highs());
                stored.put("book-" + f + "/coarse", book.coarseCodes());
                stored.put("book-" + f + "/step", new double[] {book.step()});
            }
        }
        trees(stored, json.putArray("first"), "first", model.first());
        trees(stored, json.putArray("next"), "next", model.next());
        ArrayNode rules = json.putArray("rules");
        rules(rules.addArray(), model.rules().below());
        rules(rules.addArray(), model.rules().above());
        return stored;
    }

    private static void labels(ArrayNode out, List<List<String>> dictionaries) {
        for (List<String> labels : dictionaries) {
            ArrayNode one = out.addArray();
            labels.forEach(one::add);
        }
    }

    private static void trees(Stored stored, ArrayNode order, String prefix, Chain chain) {
        chain.trees().forEach(tree -> {
            order.add(tree.target());
            tree.arrays().forEach((name, array) -> stored.put(prefix + "-" + tree.target() + "/" + name, array));
        });
    }

    private static void rules(ArrayNode out, int[][] columns) {
        for (int f = 0; f < columns.length; f++) {
            for (int other : columns[f]) {
                out.addArray().add(f).add(other);
            }
        }
    }

    static Steps load(Stored stored, Schema context, Schema rows) {
        JsonNode json = stored.json();
        int order = json.path("order").asInt(-1);
        check(order < rows.size() && (order < 0 || rows.field(order).kind().numeric()), "its order is no column");
        List<Feature> features = new ArrayList<>();
        for (JsonNode pair : json.path("features")) {
            features.add(feature(pair, context, rows));
        }
        check(json.path("forms").size() == rows.size(), "its forms do not fit the columns");
        Layout plain = new Layout(context, rows, order, features, Collections.nCopies(rows.size(), Form.LEVEL));
        Layout layout = new Layout(context, rows, order, features, forms(json.path("forms"), plain));
        for (int k = 0; k < rows.size(); k++) {
            check(
                    layout.form(k).level() == layout.find(What.DEVIATION, k) < 0
                            && layout.form(k).expects() == layout.find(What.EXPECTED, k) >= 0,
                    "a form does not fit its column");
        }
        Dictionaries dictionaries =
                new Dictionaries(labels(json.path("context-labels"), context), labels(json.path("labels"), rows));
        CodeBook[] books = new CodeBook[features.size()];
        for (int f = 0; f < books.length; f++) {
            books[f] = layout.label(f)
                    ? CodeBook.ofLabels(size(features.get(f), dictionaries))
                    : book(stored, "book-" + f + "/");
        }
        Chain first = chain(stored, json.path("first"), "first", layout, books);
        Chain next = chain(stored, json.path("next"), "next", layout, books);
        OrderRules orders = new OrderRules(
                rules(json.path("rules").path(0), books),
                rules(json.path("rules").path(1), books));
        double start = json.path("start").asDouble(Double.NaN);
        double end = json.path("end").asDouble(0);
        return new Steps(
                new Steps.Model(
                        layout,
                        scales(json.path("forms")),
                        end,
                        json.path("window").asBoolean(false),
                        start,
                        books,
                        first,
                        next,
                        orders),
                dictionaries);
    }

    private static void check(boolean holds, String reason) {
        if (!holds) {
            throw Corrupt.because(reason);
        }
    }

    private static Feature feature(JsonNode pair, Schema context, Schema rows) {
        What what = named(What.values(), pair.path(0).asString(""));
        int column = pair.path(1).asInt(-1);
        int columns = what == What.CONTEXT
                ? context.size()
                : what == What.BEFORE || what == What.AT ? Calendar.PARTS.size() : Math.max(1, rows.size());
        check(column >= 0 && column < columns, "a feature is of no column");
        if (what.compareTo(What.LAST) >= 0 && what.compareTo(What.GONE) <= 0 || what.compareTo(What.VALUE) >= 0) {
            check(rows.field(column).kind().numeric(), "a feature is of no number");
        }
        int label = pair.path(2).asInt(0);
        check(label >= 0 && label < MOST_LABELS, "a feature is of no label");
        return new Feature(what, column, label);
    }

    private static <E extends Enum<E>> E named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Corrupt.because("it has something unknown in its steps"));
    }

    private static List<List<String>> labels(JsonNode json, Schema schema) {
        check(json.size() == schema.size(), "its labels do not fit the columns");
        List<List<String>> out = new ArrayList<>();
        for (JsonNode one : json) {
            List<String> labels = new ArrayList<>();
            one.forEach(label -> labels.add(label.asString()));
            out.add(labels);
        }
        return out;
    }

    private static int size(Feature feature, Dictionaries dictionaries) {
        if (feature.what() == What.WEEKDAY) {
            return Calendar.WEEK;
        }
        return (feature.what() == What.CONTEXT ? dictionaries.context() : dictionaries.rows())
                .get(feature.column())
                .size();
    }

    private static CodeBook book(Stored stored, String prefix) {
        double[] step = stored.array(prefix + "step", double[].class);
        check(step.length == 1, "a column has no step");
        try {
            return CodeBook.restore(
                    stored.array(prefix + "low", double[].class),
                    stored.array(prefix + "high", double[].class),
                    stored.array(prefix + "coarse", byte[].class),
                    step[0]);
        } catch (IllegalArgumentException e) {
            throw Corrupt.because(String.valueOf(e.getMessage()));
        }
    }

    private static List<Form> forms(JsonNode json, Layout layout) {
        List<Form> forms = new ArrayList<>();
        json.forEach(one -> forms.add(FormFile.load(one, layout)));
        return forms;
    }

    private static Scales scales(JsonNode json) {
        Scales scales = new Scales(new boolean[json.size()], new double[json.size()]);
        for (int k = 0; k < json.size(); k++) {
            scales.log()[k] = json.path(k).path("log").asBoolean(false);
            scales.centre()[k] = json.path(k).path("mean").asDouble(0);
        }
        return scales;
    }

    private static Chain chain(Stored stored, JsonNode targets, String prefix, Layout layout, CodeBook[] books) {
        boolean first = prefix.equals("first");
        ColumnTree place = null;
        ColumnTree weekday = null;
        ColumnTree clock = null;
        List<ColumnTree> columns = new ArrayList<>();
        for (JsonNode target : targets) {
            ColumnTree tree = tree(stored, prefix + "-" + target.asInt(-1) + "/", books);
            What what = layout.feature(tree.target()).what();
            if (what == What.WEEKDAY) {
                weekday = tree;
            } else if (what == What.CLOCK) {
                clock = tree;
            } else if (layout.order() >= 0 && tree.target() == layout.target(layout.order(), first)) {
                place = tree;
            } else {
                int column = layout.feature(tree.target()).column();
                check(layout.target(column, first) == tree.target(), "a tree draws something else than a column");
                columns.add(tree);
            }
        }
        int placed = layout.order() >= 0 ? 1 : 0;
        check((place != null) == placed > 0, "nothing draws the order");
        check(
                columns.stream().map(ColumnTree::target).distinct().count()
                                == layout.rows().size() - placed
                        && columns.size() == layout.rows().size() - placed,
                "it has " + columns.size() + " trees for " + layout.rows().size() + " columns");
        return new Chain(place, weekday, clock, columns.toArray(ColumnTree[]::new));
    }

    private static ColumnTree tree(Stored stored, String path, CodeBook[] books) {
        Map<String, Object> arrays = new LinkedHashMap<>();
        stored.arrays().forEach((name, array) -> {
            if (name.startsWith(path)) {
                arrays.put(name.substring(path.length()), array);
            }
        });
        try {
            return (ColumnTree) ColumnModel.restore(arrays, books);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw Corrupt.because(String.valueOf(e.getMessage()));
        }
    }

    private static int[][] rules(JsonNode pairs, CodeBook[] books) {
        int[][] out = new int[books.length][0];
        for (JsonNode pair : pairs) {
            int f = pair.path(0).asInt(-1);
            int other = pair.path(1).asInt(-1);
            check(
                    f >= 0
                            && other >= 0
                            && f < books.length
                            && other < books.length
                            && books[f].numeric()
                            && books[other].numeric(),
                    "a rule names no column of numbers");
            out[f] = Arrays.copyOf(out[f], out[f].length + 1);
            out[f][out[f].length - 1] = other;
        }
        return out;
    }
}
