package org.semblance.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps columns to combinations that may be, or from those that may not. Rows with wrong ones exchange values.
 *
 * @param combinations as {@link Keys} has them
 * @param allowed whether these are all that may be; else they are those that may not
 */
record Known(Constraint constraint, Set<String> combinations, boolean allowed) implements Keeper, RowTest.Source {
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

    @Override
    public boolean[] broken(Table table, Place place) {
        @Nullable
        String[] keys = Keys.of(constraint.columns().stream().map(table::column).toList());
        boolean[] out = new boolean[keys.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = !right(keys[i]);
        }
        return out;
    }

    @Override
    public List<RowTest> tests(Draft draft) {
        return List.of(new Test(constraint.columns(), new Codes(constraint.columns(), draft), this));
    }

    /** The columns of a draft as small numbers, and the combinations that occur in it as one. */
    private static final class Codes {
        final int[][] codes;
        private final long[] times;
        private final List<Map<String, Integer>> known = new ArrayList<>();

        Codes(List<String> columns, Draft draft) {
            codes = new int[columns.size()][];
            times = new long[columns.size()];
            long all = 1;
            for (int c = 0; c < codes.length; c++) {
                @Nullable String[] texts = Keys.of(List.of(draft.column(columns.get(c))));
                Map<String, Integer> positions = new HashMap<>();
                codes[c] = new int[texts.length];
                for (int i = 0; i < texts.length; i++) {
                    String text = texts[i];
                    codes[c][i] = text == null ? -1 : positions.computeIfAbsent(text, key -> positions.size());
                }
                known.add(positions);
                times[c] = all;
                all *= positions.size() + 1L;
            }
        }

        /** -1 where a part of it does not occur. */
        long code(String combination) {
            String[] parts = combination.split(String.valueOf(Keys.BETWEEN), -1);
            long code = 0;
            for (int c = 0; c < codes.length; c++) {
                Integer at = parts.length == codes.length ? known.get(c).get(parts[c]) : null;
                if (at == null) {
                    return -1;
                }
                code += times[c] * at;
            }
            return code;
        }
    }

    private static final class Test implements RowTest {
        private final List<String> columns;
        private final Codes codes;
        private final Set<Long> listed = new HashSet<>();
        private final boolean allowed;

        Test(List<String> columns, Codes codes, Known known) {
            this.columns = columns;
            this.codes = codes;
            this.allowed = known.allowed;
            known.combinations.forEach(one -> listed.add(codes.code(one)));
            listed.remove(-1L);
        }

        @Override
        public List<String> columns() {
            return columns;
        }

        @Override
        public boolean right(int[] rows) {
            long code = 0;
            for (int c = 0; c < rows.length; c++) {
                int at = codes.codes[c][rows[c]];
                if (at < 0) {
                    return true;
                }
                code += codes.times[c] * at;
            }
            return listed.contains(code) == allowed;
        }
    }

    @Override
    public void store(ObjectNode json) {
        ArrayNode all = json.putArray("combinations");
        combinations.stream().sorted().forEach(all::add);
    }
}
