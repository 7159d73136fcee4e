package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
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
    private StepsFile() {}

    static Stored store(Steps.Model model, Dictionaries dictionaries) {
        Stored stored = Stored.empty();
        ObjectNode json = stored.json();
        Layout layout = model.layout();
        json.put("order", layout.order());
        json.put("end", model.end());
        if (!Double.isNaN(model.start())) {
            json.put("start", model.start());
        }
        labels(json.putArray("context-labels"), dictionaries.context());
        labels(json.putArray("labels"), dictionaries.rows());
        ArrayNode features = json.putArray("features");
        for (Feature feature : layout.features()) {
            features.addArray().add(feature.what().name()).add(feature.column());
        }
        ArrayNode forms = json.putArray("forms");
        for (Form form : model.forms()) {
            forms.addObject()
                    .put("anchor", form.anchor().name())
                    .put("log", form.log())
                    .put("other", form.other())
                    .put("centre", form.centre())
                    .put("slope", form.slope())
                    .put("pull", form.pull())
                    .put("free", form.free());
        }
        stored.put("centre", model.centre());
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

    private static void trees(Stored stored, ArrayNode order, String prefix, ColumnTree[] trees) {
        for (ColumnTree tree : trees) {
            order.add(tree.target());
            tree.arrays().forEach((name, array) -> stored.put(prefix + "-" + tree.target() + "/" + name, array));
        }
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
        Layout layout = new Layout(context, rows, order, features);
        Dictionaries dictionaries =
                new Dictionaries(labels(json.path("context-labels"), context), labels(json.path("labels"), rows));
        CodeBook[] books = new CodeBook[features.size()];
        for (int f = 0; f < books.length; f++) {
            books[f] = layout.label(f)
                    ? CodeBook.ofLabels(size(features.get(f), dictionaries))
                    : book(stored, "book-" + f + "/");
        }
        Form[] forms = forms(json.path("forms"), layout);
        double[] centre = stored.array("centre", double[].class);
        check(centre.length == rows.size(), "its means do not fit the columns");
        ColumnTree[] first = trees(stored, json.path("first"), "first", layout, books);
        ColumnTree[] next = trees(stored, json.path("next"), "next", layout, books);
        OrderRules orders = new OrderRules(
                rules(json.path("rules").path(0), books),
                rules(json.path("rules").path(1), books));
        double start = json.path("start").asDouble(Double.NaN);
        double end = json.path("end").asDouble(0);
        return new Steps(new Steps.Model(layout, forms, centre, end, start, books, first, next, orders), dictionaries);
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
        return new Feature(what, column);
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

    private static Form[] forms(JsonNode json, Layout layout) {
        check(json.size() == layout.rows().size(), "its forms do not fit the columns");
        Form[] forms = new Form[json.size()];
        for (int k = 0; k < forms.length; k++) {
            JsonNode one = json.path(k);
            forms[k] = new Form(
                    named(Form.Anchor.values(), one.path("anchor").asString("")),
                    one.path("log").asBoolean(false),
                    one.path("other").asInt(-1),
                    one.path("centre").asDouble(0),
                    one.path("slope").asDouble(0),
                    one.path("pull").asDouble(0),
                    one.path("free").asBoolean(false));
            int other = forms[k].other();
            check(other < 0 || layout.find(What.VALUE, other) >= 0, "a form is beside no column of numbers");
        }
        return forms;
    }

    private static ColumnTree[] trees(Stored stored, JsonNode order, String prefix, Layout layout, CodeBook[] books) {
        int columns = layout.rows().size();
        check(order.size() == columns, "it has " + order.size() + " trees for " + columns + " columns");
        ColumnTree[] trees = new ColumnTree[columns];
        boolean first = prefix.equals("first");
        for (int i = 0; i < columns; i++) {
            String path = prefix + "-" + order.path(i).asInt(-1) + "/";
            Map<String, Object> arrays = new LinkedHashMap<>();
            stored.arrays().forEach((name, array) -> {
                if (name.startsWith(path)) {
                    arrays.put(name.substring(path.length()), array);
                }
            });
            try {
                trees[i] = (ColumnTree) ColumnModel.restore(arrays, books);
            } catch (IllegalArgumentException | ClassCastException e) {
                throw Corrupt.because(String.valueOf(e.getMessage()));
            }
            int target = trees[i].target();
            boolean placed = layout.order() >= 0 && i == 0;
            int column = placed ? layout.order() : layout.feature(target).column();
            check(layout.target(column, first) == target, "a tree draws something else than a column");
        }
        return trees;
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
