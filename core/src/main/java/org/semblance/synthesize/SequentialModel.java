package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Codings;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.DrawerFile;
import org.semblance.conditional.LeftOut;
import org.semblance.conditional.Predictors;
import org.semblance.conditional.RealValues;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Marginal;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link Sequential} learns: one drawer a column, each fed with what the ones before it drew.
 *
 * @param notes what a reader should know of the whole, as {@link #contents} has it
 */
record SequentialModel(Schema schema, List<Step> steps, List<String> notes) implements Model {
    /**
     * One draw.
     *
     * @param used which steps before it predict it
     * @param scored which of those do so as normal scores
     * @param rules whose values it gives instead of a draw
     * @param events what had to be done otherwise than asked
     */
    record Step(
            SequentialUnit unit,
            String method,
            int[] used,
            int[] scored,
            List<SequentialRule> rules,
            Conditional.Drawer drawer,
            List<String> events) {
        /** With one event more. */
        Step event(String words) {
            List<String> all = new ArrayList<>(events);
            all.add(words);
            return new Step(unit, method, used, scored, rules, drawer, all);
        }

        boolean kept() {
            return method.equals(KEPT);
        }
    }

    /** What the method of a column is called that is not synthesised. */
    static final String KEPT = "kept";

    private static final String NOTES = "notes";

    /** Begins a sentence of {@link #contents} that whoever reads the scores must see. */
    static final String WARNING = "warning: ";

    SequentialModel {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** A column without holes: numbers that are not there become the given one. */
    static Column filled(Column column, double fill) {
        if (!(column instanceof NumberColumn numbers) || column.missingCount() == 0) {
            return column;
        }
        double[] values = numbers.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? fill : values[i];
        }
        return NumberColumn.of(values);
    }

    /** Columns as they are, but for those that are put as normal scores. */
    static Column[] chosen(Column[] plain, Column[] scores, int[] scored) {
        Column[] out = plain.clone();
        for (int k : scored) {
            out[k] = scores[k];
        }
        return out;
    }

    static Predictors predictors(List<SequentialUnit> units, Column[] columns, int[] used, int rows, Codings codings) {
        if (used.length == 0) {
            return Predictors.none(rows);
        }
        Table table = Table.of(
                Schema.of(Arrays.stream(used)
                        .mapToObj(k ->
                                Field.of(name(units, k), units.get(k).field().kind()))
                        .toArray(Field[]::new)),
                Arrays.stream(used).mapToObj(k -> columns[k]).toList());
        return new Predictors(table, Predictors.of(table).roles(), new int[0], codings);
    }

    /** What a unit is called among predictors: names may repeat. */
    static String name(List<SequentialUnit> units, int k) {
        return k + " " + units.get(k).name();
    }

    @Override
    public OptionalLong fixedRows() {
        return steps.stream()
                .filter(Step::kept)
                .mapToLong(step -> ((RealValues) step.drawer).rows())
                .findFirst();
    }

    @Override
    public Rows sample(long rows, Run run) {
        OptionalLong fixed = fixedRows();
        if (fixed.isPresent() && fixed.getAsLong() != rows) {
            throw ProblemException.usage(Problem.of(String.format(
                            Locale.ROOT,
                            "%,d rows are asked for, but columns are kept as they are: there are %,d rows to keep.",
                            rows,
                            fixed.getAsLong()))
                    .fix("Ask for " + fixed.getAsLong() + " rows, or keep no column."));
        }
        return new Blocks(schema, rows) {
            @Override
            Table draw(long index, int count) {
                int start = fixed.isPresent() ? Math.toIntExact(index * BLOCK) : 0;
                return new SequentialDraw(SequentialModel.this, start, count)
                        .rows(run.rng().child(index));
            }
        };
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        ArrayNode list = stored.json().putArray("steps");
        if (!notes.isEmpty()) {
            ArrayNode all = stored.json().putArray(NOTES);
            notes.forEach(all::add);
        }
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            SequentialUnit unit = step.unit;
            ObjectNode json = list.addObject()
                    .put("column", schema.field(unit.column()).name())
                    .put("draws", unit.name())
                    .put("part", unit.part().name())
                    .put("method", step.method)
                    .put("fill", unit.fill());
            if (step.scored.length > 0) {
                Arrays.stream(step.scored).forEach(json.putArray("scored")::add);
            }
            ArrayNode used = json.putArray("given");
            Arrays.stream(step.used).forEach(used::add);
            ArrayNode labels = json.putArray("labels");
            unit.labels().forEach(labels::add);
            ArrayNode events = json.putArray("events");
            step.events.forEach(events::add);
            if (!step.rules.isEmpty()) {
                store(json.putArray("rules"), step.rules);
            }
            Marginal bins = unit.bins();
            if (bins != null) {
                stored.put("bins-" + k, bins.pack());
            }
            stored.put("drawer-" + k, DrawerFile.store(step.drawer));
        }
        return stored;
    }

    private static void store(ArrayNode json, List<SequentialRule> rules) {
        for (SequentialRule rule : rules) {
            ObjectNode one = json.addObject().put("when", rule.when().text());
            String label = rule.label();
            if (label != null) {
                one.put("label", label);
            } else if (!Double.isNaN(rule.number())) {
                one.put("number", rule.number());
            }
        }
    }

    private static List<SequentialRule> rules(JsonNode json, int column, Schema schema) {
        List<SequentialRule> out = new ArrayList<>();
        for (JsonNode rule : json) {
            try {
                out.add(SequentialRule.read(
                        column,
                        rule.path("when").asString(""),
                        rule.path("label").asString(""),
                        rule.path("number").asDouble(Double.NaN),
                        schema));
            } catch (ProblemException e) {
                throw Corrupt.because("a rule is about columns that are not in its schema");
            }
        }
        return out;
    }

    static SequentialModel load(Stored stored, Schema schema) {
        List<Step> steps = new ArrayList<>();
        JsonNode list = stored.json().path("steps");
        for (int k = 0; k < list.size(); k++) {
            JsonNode json = list.path(k);
            int column = schema.find(json.path("column").asString());
            if (column < 0) {
                throw Corrupt.because("it draws a column that is not in its schema");
            }
            List<String> labels = new ArrayList<>();
            json.path("labels").forEach(label -> labels.add(label.asString()));
            List<String> events = new ArrayList<>();
            json.path("events").forEach(event -> events.add(event.asString()));
            int[] used = new int[json.path("given").size()];
            for (int i = 0; i < used.length; i++) {
                used[i] = json.path("given").path(i).asInt(-1);
                if (used[i] < 0 || used[i] >= k) {
                    throw Corrupt.because("a column is drawn from one that comes later");
                }
            }
            SequentialUnit.Part part = part(json.path("part").asString());
            @Nullable Marginal bins = part == SequentialUnit.Part.NUMBER ? bins(stored, k) : null;
            SequentialUnit unit = new SequentialUnit(
                    column,
                    json.path("draws").asString(),
                    part,
                    labels,
                    bins,
                    json.path("fill").asDouble());
            Conditional.Drawer drawer = DrawerFile.load(stored.part("drawer-" + k));
            List<SequentialRule> rules = rules(json.path("rules"), column, schema);
            int[] scored = new int[json.path("scored").size()];
            for (int i = 0; i < scored.length; i++) {
                scored[i] = json.path("scored").path(i).asInt(-1);
                if (scored[i] < 0 || scored[i] >= k) {
                    throw Corrupt.because("a column is drawn from scores of one that comes later");
                }
            }
            steps.add(new Step(unit, json.path("method").asString(), used, scored, rules, drawer, events));
        }
        List<String> notes = new ArrayList<>();
        stored.json().path(NOTES).forEach(note -> notes.add(note.asString()));
        return new SequentialModel(schema, steps, notes);
    }

    private static SequentialUnit.Part part(String name) {
        for (SequentialUnit.Part part : SequentialUnit.Part.values()) {
            if (part.name().equals(name)) {
                return part;
            }
        }
        throw Corrupt.because("there is no part \"" + name + "\"");
    }

    private static Marginal bins(Stored stored, int k) {
        try {
            return Marginal.unpack(stored.array("bins-" + k, double[].class));
        } catch (IllegalArgumentException e) {
            throw Corrupt.because("the bins of a column are " + e.getMessage());
        }
    }

    /** What numbers drawn by normrank keep: it goes by how the numbers that predict them are put. */
    private List<String> ranks() {
        boolean scored = false;
        boolean plain = false;
        for (Step step : steps) {
            if (step.method.equals("normrank")) {
                long numbers = Arrays.stream(step.used)
                        .filter(k -> steps.get(k).unit.part() == SequentialUnit.Part.NUMBER)
                        .count();
                scored |= step.scored.length > 0;
                plain |= numbers > step.scored.length;
            }
        }
        List<String> out = new ArrayList<>();
        if (scored) {
            out.add("numbers drawn by normrank keep correlations of ranks"
                    + (plain ? " with those that predict them as normal scores" : "")
                    + "; Pearson's, which a few large values decide where a tail is heavy, follow less closely");
        }
        if (plain) {
            out.add(
                    "normal scores of numbers drawn by normrank follow a straight line of "
                            + (scored ? "the other numbers that predict them" : "the numbers that predict them")
                            + ", taken as they are: where the tail of one is heavy, correlations of ranks with it come out weaker");
        }
        return out;
    }

    @Override
    public List<String> contents() {
        Map<String, Integer> methods = new TreeMap<>();
        int labels = 0;
        int common = 0;
        int bins = 0;
        for (Step step : steps) {
            methods.merge(step.method, 1, Integer::sum);
            labels += step.unit.part() == SequentialUnit.Part.LABELS
                    ? step.unit.labels().size()
                    : 0;
            Marginal marginal = step.unit.bins();
            if (marginal != null) {
                common += marginal.commonValues();
                bins += marginal.size() - marginal.commonValues();
            }
        }
        List<String> out = new ArrayList<>();
        out.add(labels + " labels, " + common + " common numbers and the edges of " + bins + " bins of numbers");
        out.add("how each column follows from the ones before it ("
                + String.join(
                        ", ",
                        methods.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .toList())
                + "): coefficients, or which labels and bins the leaves of trees hold");
        out.addAll(ranks());
        List<LeftOut.Said> said = new ArrayList<>();
        for (Step step : steps) {
            for (String event : step.events) {
                if (event.startsWith(WARNING)) {
                    out.add(WARNING + schema.field(step.unit.column()).name() + ": "
                            + event.substring(WARNING.length()));
                } else {
                    said.add(new LeftOut.Said(step.unit.name(), "", event));
                }
            }
        }
        out.addAll(LeftOut.lines(said));
        out.addAll(notes);
        steps.stream()
                .flatMap(step -> step.rules.stream())
                .distinct()
                .forEach(rule -> out.add(schema.field(rule.column()).name() + " is given where "
                        + rule.when().text()));
        List<String> kept = steps.stream()
                .filter(Step::kept)
                .map(step -> schema.field(step.unit.column()).name())
                .distinct()
                .toList();
        if (!kept.isEmpty()) {
            out.add(WARNING + "the real values of " + String.join(", ", kept)
                    + ", row by row: each new row stands for one real row, and whoever knows those values of somebody finds"
                    + " the row that is theirs");
            return out;
        }
        // A saturated method keeps what stands in all columns before it: that is a row but for what comes later.
        out.add(
                methods.containsKey("satcat")
                        ? "rows as far as the columns drawn by satcat, with bins for numbers"
                        : methods.containsKey("catall")
                                ? "rows as far as the columns drawn by catall, with noise where epsilon is given"
                                : "no rows");
        return out;
    }
}
