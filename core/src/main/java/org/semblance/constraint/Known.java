package org.semblance.constraint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps columns to combinations that may be, or from those that may not. A row with a wrong one exchanges its value of the
 * last column with a row for which the exchange is right as well, so that every column's distribution stays as it is.
 *
 * @param combinations as {@link Keys} has them
 * @param allowed whether these are all that may be; else they are those that may not
 */
record Known(Constraint constraint, Set<String> combinations, boolean allowed) implements Keeper.Mending {
    private static final int TRIES = 40;

    Known {
        combinations = Set.copyOf(combinations);
    }

    static Known load(Constraint constraint, JsonNode json, boolean allowed) {
        Set<String> known = new HashSet<>();
        json.path("combinations").forEach(one -> known.add(one.asString()));
        return new Known(constraint, known, allowed);
    }

    private boolean right(@Nullable String key) {
        return key == null || combinations.contains(key) == allowed;
    }

    private @Nullable String[] keys(Table table, List<String> columns) {
        return Keys.of(columns.stream().map(table::column).toList());
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        @Nullable String[] keys = keys(table, constraint.columns());
        boolean[] out = new boolean[keys.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = !right(keys[i]);
        }
        return out;
    }

    @Override
    public List<String> mends() {
        List<String> columns = constraint.columns();
        return List.of(columns.get(columns.size() - 1));
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public void mend(Draft draft, Rng rng) {
        Table table = draft.table();
        List<String> columns = constraint.columns();
        String last = columns.get(columns.size() - 1);
        @Nullable String[] heads = keys(table, columns.subList(0, columns.size() - 1));
        @Nullable String[] tails = keys(table, List.of(last));
        int[] from = Swap.none(heads.length);
        boolean moved = false;
        for (int i = 0; i < from.length; i++) {
            for (int k = 0; k < TRIES && !right(heads[i], tails[i]); k++) {
                int j = rng.nextInt(from.length);
                if (tails[j] != null && right(heads[i], tails[j]) && right(heads[j], tails[i])) {
                    String tail = tails[i];
                    tails[i] = tails[j];
                    tails[j] = tail;
                    int row = from[i];
                    from[i] = from[j];
                    from[j] = row;
                    moved = true;
                }
            }
        }
        if (moved) {
            draft.put(last, draft.column(last).take(from));
        }
    }

    private boolean right(@Nullable String head, @Nullable String tail) {
        return head == null || tail == null || right(Keys.join(head, tail));
    }

    @Override
    public void store(ObjectNode json) {
        ArrayNode all = json.putArray("combinations");
        combinations.stream().sorted().forEach(all::add);
    }
}
