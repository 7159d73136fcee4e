package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.List;
import org.semblance.model.Corrupt;
import org.semblance.synthesize.sequence.Layout.Feature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Form} as JSON; features by their place in the layout. */
final class FormFile {
    private FormFile() {}

    static void store(Form form, Layout layout, ObjectNode out) {
        out.put("from", form.from().name()).put("rest", form.rest()).put("free", form.free());
        store(form.expected(), layout, out);
        if (!form.spread().even()) {
            ObjectNode spread = out.putObject("spread")
                    .put("least", form.spread().least())
                    .put("most", form.spread().most());
            store(form.spread().sum(), layout, spread);
        }
    }

    private static void store(Sum sum, Layout layout, ObjectNode out) {
        out.put("centre", sum.centre());
        ArrayNode terms = out.putArray("terms");
        for (int i = 0; i < sum.slopes().length; i++) {
            terms.addArray().add(layout.features().indexOf(sum.terms().get(i))).add(sum.slopes()[i]);
        }
        ArrayNode cells = out.putArray("cells");
        for (Cells effects : sum.cells()) {
            ObjectNode cell = cells.addObject().put("feature", layout.features().indexOf(effects.feature()));
            numbers(cell.putArray("edges"), effects.edges());
            numbers(cell.putArray("effects"), effects.effects());
        }
    }

    private static void numbers(ArrayNode out, double[] numbers) {
        for (double number : numbers) {
            out.add(number);
        }
    }

    /** Forms without a spread, as files before had none, measure all steps alike. */
    static Form load(JsonNode json, Layout layout) {
        JsonNode spread = json.path("spread");
        Spread distances = Spread.EVEN;
        if (spread.isObject()) {
            distances = new Spread(
                    sum(spread, layout),
                    spread.path("least").asDouble(0),
                    spread.path("most").asDouble(0));
            check(distances.least() > 0 && distances.least() <= distances.most(), "distances have no bounds");
        }
        return new Form(
                from(json.path("from").asString("")),
                sum(json, layout),
                distances,
                json.path("rest").asDouble(0),
                json.path("free").asBoolean(false));
    }

    private static Form.From from(String name) {
        for (Form.From from : Form.From.values()) {
            if (from.name().equals(name)) {
                return from;
            }
        }
        throw Corrupt.because("it has something unknown in its steps");
    }

    private static Sum sum(JsonNode json, Layout layout) {
        List<Feature> features = layout.features();
        List<Feature> terms = new ArrayList<>();
        double[] slopes = new double[json.path("terms").size()];
        for (JsonNode term : json.path("terms")) {
            int f = term.path(0).asInt(-1);
            check(f >= 0 && f < features.size() && features.get(f).what().term(), "a form rests on nothing");
            slopes[terms.size()] = term.path(1).asDouble(0);
            terms.add(features.get(f));
        }
        return new Sum(terms, slopes, json.path("centre").asDouble(0), cells(json.path("cells"), layout));
    }

    private static List<Cells> cells(JsonNode json, Layout layout) {
        List<Cells> out = new ArrayList<>();
        for (JsonNode one : json) {
            int f = one.path("feature").asInt(-1);
            check(f >= 0 && f < layout.size() && layout.feature(f).what().cells(), "effects rest on nothing");
            double[] edges = numbers(one.path("edges"));
            double[] effects = numbers(one.path("effects"));
            check(layout.label(f) || effects.length == edges.length + 1, "effects do not fit their cells");
            out.add(new Cells(layout.feature(f), layout.label(f), edges, effects));
        }
        return out;
    }

    private static double[] numbers(JsonNode json) {
        double[] out = new double[json.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = json.path(i).asDouble(0);
        }
        return out;
    }

    private static void check(boolean holds, String reason) {
        if (!holds) {
            throw Corrupt.because(reason);
        }
    }
}
