package org.semblance.constraint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks up what is determined. A number that is no key counts as the nearest key; a label that is none (one of those that
 * too few rows have) has what such rows have.
 *
 * @param sources the columns of the expressions
 * @param numeric whether keys are numbers
 */
record DependencyKeeper(
        Determines.Dependency constraint,
        List<Expression> made,
        List<String> sources,
        List<Lookup> tables,
        boolean numeric)
        implements Keeper.Setting {
    DependencyKeeper {
        made = List.copyOf(made);
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        boolean[] out = new boolean[table.rows()];
        @Nullable String[] keys = Determines.Dependency.keys(made, table);
        for (Lookup lookup : tables) {
            @Nullable
            String[] texts = Keys.of(List.of(table.column(lookup.field().name())));
            for (int i = 0; i < out.length; i++) {
                String key = keys[i];
                out[i] |= key != null && !lookup.fits(key, texts[i]);
            }
        }
        return out;
    }

    @Override
    public List<String> sets() {
        return constraint.to();
    }

    @Override
    public List<String> from() {
        return sources;
    }

    @Override
    public boolean always() {
        return tables.stream().allMatch(Lookup::always);
    }

    /**
     * Rows of a label that too few rows have get a common label with which the same goes: where one is drawn for them
     * later, from all labels, what hangs on it would change with it.
     */
    @Override
    public void prepare(Draft draft) {
        String name = sources.get(0);
        if (made.size() > 1 || numeric || !made.get(0).text().equals(Formula.quoted(name)) || draft.rows() == 0) {
            return;
        }
        @Nullable String[] labels = Keys.of(List.of(draft.column(name)));
        @Nullable
        String[] determined = Keys.of(
                tables.stream().map(table -> draft.column(table.field().name())).toList());
        Map<String, List<String>> rows = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            if (label != null && determined[i] != null && known(label)) {
                rows.computeIfAbsent(determined[i], key -> new ArrayList<>()).add(label);
            }
        }
        Map<String, Integer> next = new HashMap<>();
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            List<String> like = determined[i] == null ? null : rows.get(determined[i]);
            if (label != null && like != null && !known(label)) {
                // As often as they are, in turns.
                int turn = next.merge(String.valueOf(determined[i]), 1, Integer::sum);
                labels[i] = like.get((int) ((turn * 0x9E3779B9L & 0xFFFFFFFFL) * like.size() >>> 32));
            }
        }
        draft.put(name, CodeColumn.of(labels));
    }

    private boolean known(String label) {
        return tables.stream().allMatch(table -> table.values().containsKey(label));
    }

    @Override
    public void set(Draft draft, Rng rng) {
        @Nullable String[] keys = Determines.Dependency.keys(made, draft.table());
        for (Lookup lookup : tables) {
            String name = lookup.field().name();
            @Nullable
            String[] drawn = draft.has(name) ? Keys.of(List.of(draft.column(name))) : new @Nullable String[keys.length];
            @Nullable String[] found = found(lookup, keys, drawn, draft.has(name), rng.child(name));
            draft.put(lookup.field(), column(lookup, found));
        }
    }

    private @Nullable String[] found(
            Lookup lookup, @Nullable String[] keys, @Nullable String[] drawn, boolean there, Rng rng) {
        @Nullable String[] out = new @Nullable String[keys.length];
        TreeMap<Double, String> known = new TreeMap<>();
        if (numeric) {
            lookup.values().keySet().forEach(key -> known.put(Double.parseDouble(key), key));
            lookup.empty().forEach(key -> known.put(Double.parseDouble(key), key));
        }
        Map<String, String> nearest = new HashMap<>();
        List<String> rest = List.copyOf(lookup.rest().keySet());
        int[] upTo = new int[rest.size()];
        for (int k = 0; k < upTo.length; k++) {
            upTo[k] = lookup.rest().getOrDefault(rest.get(k), 0) + (k == 0 ? 0 : upTo[k - 1]);
        }
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            if (key == null) {
                out[i] = drawn[i];
                continue;
            }
            String near = known.isEmpty() ? key : nearest.computeIfAbsent(key, one -> nearest(known, one));
            String value = lookup.values().get(near);
            boolean free = value == null && !lookup.empty().contains(near);
            if (there) {
                // A key says which value, not always that there is one.
                out[i] = free || drawn[i] == null ? drawn[i] : value;
            } else if (free && upTo.length > 0) {
                int at = Arrays.binarySearch(upTo, rng.nextInt(upTo[upTo.length - 1]) + 1);
                out[i] = rest.get(at >= 0 ? at : -at - 1);
            } else {
                out[i] = value;
            }
        }
        return out;
    }

    private static String nearest(TreeMap<Double, String> known, String key) {
        double value = Double.parseDouble(key);
        Map.Entry<Double, String> below = known.floorEntry(value);
        Map.Entry<Double, String> above = known.ceilingEntry(value);
        boolean lower = above == null || below != null && value - below.getKey() <= above.getKey() - value;
        return java.util.Objects.requireNonNull(lower ? below : above).getValue();
    }

    private static Column column(Lookup lookup, @Nullable String[] texts) {
        if (!lookup.field().kind().numeric()) {
            return CodeColumn.of(texts);
        }
        Map<String, Double> parsed = new HashMap<>();
        double[] out = new double[texts.length];
        for (int i = 0; i < out.length; i++) {
            String text = texts[i];
            out[i] = text == null ? Double.NaN : parsed.computeIfAbsent(text, Double::valueOf);
        }
        return NumberColumn.of(out);
    }

    @Override
    public void store(ObjectNode json) {
        ArrayNode all = json.putArray("tables");
        tables.forEach(table -> table.store(all.addObject()));
    }
}
