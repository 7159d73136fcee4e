package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Codings;
import org.semblance.conditional.Conditional;
import org.semblance.conditional.DrawerFile;
import org.semblance.conditional.Predictors;
import org.semblance.model.Corrupt;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@link Sequential} learns: one drawer a column, each fed with what the ones before it drew. */
record SequentialModel(Schema schema, List<Step> steps) implements Model {
    /**
     * One draw.
     *
     * @param used which steps before it predict it
     * @param events what had to be done otherwise than asked
     */
    record Step(SequentialUnit unit, String method, int[] used, Conditional.Drawer drawer, List<String> events) {}

    SequentialModel {
        steps = List.copyOf(steps);
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

    static Predictors predictors(List<SequentialUnit> units, Column[] columns, int[] used, int rows, Codings codings) {
        if (used.length == 0) {
            return Predictors.none(rows);
        }
        Table table = Table.of(
                Schema.of(Arrays.stream(used)
                        .mapToObj(k -> Field.of(
                                k + " " + units.get(k).name(),
                                units.get(k).field().kind()))
                        .toArray(Field[]::new)),
                Arrays.stream(used).mapToObj(k -> columns[k]).toList());
        return new Predictors(table, Predictors.of(table).roles(), new int[0], codings);
    }

    @Override
    public Rows sample(long rows, Run run) {
        return new Blocks(schema, rows) {
            @Override
            Table draw(long index, int count) {
                return rowsOf(count, run.rng().child(index));
            }
        };
    }

    private Table rowsOf(int count, Rng rng) {
        List<SequentialUnit> units = steps.stream().map(Step::unit).toList();
        Column[] predict = new Column[units.size()];
        Column[] out = new Column[schema.size()];
        int[][] there = new int[schema.size()][];
        for (int k = 0; k < predict.length; k++) {
            SequentialUnit unit = units.get(k);
            Step step = steps.get(k);
            Rng own = rng.child(unit.name());
            Predictors x = predictors(units, predict, step.used, count, new Codings());
            int[] rows = there[unit.column()];
            Column drawn = step.drawer.draw(rows == null ? x : x.take(rows), own.child("draw"));
            switch (unit.part()) {
                case LABELS -> {
                    predict[k] = known((CodeColumn) drawn, unit);
                    out[unit.column()] = given((CodeColumn) predict[k], unit);
                }
                case THERE -> {
                    CodeColumn known = known((CodeColumn) drawn, unit);
                    predict[k] = known;
                    there[unit.column()] = IntStream.range(0, count)
                            .filter(i -> known.code(i) == 0)
                            .toArray();
                }
                case NUMBER -> {
                    double[] middles = new double[count];
                    double[] given = new double[count];
                    Arrays.fill(middles, unit.fill());
                    Arrays.fill(given, Double.NaN);
                    Rng places = own.child("place");
                    for (int i = 0; i < drawn.size(); i++) {
                        int row = rows == null ? i : rows[i];
                        double value = ((NumberColumn) drawn).get(i);
                        given[row] = unit.within(value, places);
                        middles[row] = Double.isNaN(value) ? unit.fill() : unit.middle(value);
                    }
                    predict[k] = NumberColumn.of(middles);
                    out[unit.column()] = NumberColumn.of(given);
                }
            }
        }
        for (int c = 0; c < out.length; c++) {
            out[c] = out[c] == null ? nothing(schema.field(c), count) : out[c];
        }
        return Table.of(schema, List.of(out));
    }

    private static Column nothing(Field field, int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        int[] codes = new int[count];
        Arrays.fill(codes, -1);
        return field.kind().numeric() ? NumberColumn.of(none) : CodeColumn.of(codes, List.of());
    }

    /** Labels without holes: what a method could not draw counts as the last. */
    private static CodeColumn known(CodeColumn drawn, SequentialUnit unit) {
        int[] codes = drawn.toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? unit.labels().size() - 1 : codes[i];
        }
        return CodeColumn.of(codes, unit.labels());
    }

    /** Labels as they are given out: the missing one is missing. */
    private static CodeColumn given(CodeColumn codes, SequentialUnit unit) {
        List<String> labels = unit.labels();
        int last = labels.size() - 1;
        if (last < 0 || !labels.get(last).equals(SequentialUnit.MISSING)) {
            return codes;
        }
        int[] out = codes.toArray();
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] == last ? -1 : out[i];
        }
        return CodeColumn.of(out, labels.subList(0, last));
    }

    @Override
    public Stored store() {
        Stored stored = Stored.empty();
        ArrayNode list = stored.json().putArray("steps");
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            SequentialUnit unit = step.unit;
            ObjectNode json = list.addObject()
                    .put("column", schema.field(unit.column()).name())
                    .put("draws", unit.name())
                    .put("part", unit.part().name())
                    .put("method", step.method)
                    .put("fill", unit.fill());
            ArrayNode used = json.putArray("given");
            Arrays.stream(step.used).forEach(used::add);
            ArrayNode labels = json.putArray("labels");
            unit.labels().forEach(labels::add);
            ArrayNode events = json.putArray("events");
            step.events.forEach(events::add);
            Marginal bins = unit.bins();
            if (bins != null) {
                stored.put("bins-" + k, bins.pack());
            }
            stored.put("drawer-" + k, DrawerFile.store(step.drawer));
        }
        return stored;
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
            steps.add(new Step(unit, json.path("method").asString(), used, drawer, events));
        }
        return new SequentialModel(schema, steps);
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
        for (Step step : steps) {
            step.events.forEach(event -> out.add(step.unit.name() + ": " + event));
        }
        // A saturated method keeps what stands in all columns before it: that is a row but for what comes later.
        out.add(
                methods.containsKey("satcat")
                        ? "rows as far as the columns drawn by satcat, with bins for numbers"
                        : "no rows");
        return out;
    }
}
