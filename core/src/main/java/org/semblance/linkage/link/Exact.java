package org.semblance.linkage.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.linkage.score.Links;
import org.semblance.run.Run;

/** Links rows that are the same in every shared field; missing is the same as missing only, and one field must be filled. */
public final class Exact implements Linker {
    @Override
    public String name() {
        return "exact";
    }

    @Override
    public String statement() {
        return "All shared fields are equal after tidying; missing equals missing only.";
    }

    @Override
    public Links link(Fields fields, Run run) {
        Map<List<Integer>, int[]> rows = new HashMap<>();
        for (int s = 0; s < fields.sides.source(); s++) {
            List<Integer> key = key(fields, s, true);
            int[] held = rows.getOrDefault(key, new int[0]);
            int[] more = Arrays.copyOf(held, held.length + 1);
            more[held.length] = s;
            rows.put(key, more);
        }
        long[] pairs = new long[1024];
        int size = 0;
        for (int t = 0; t < fields.sides.target(); t++) {
            List<Integer> key = key(fields, t, false);
            boolean empty = key.stream().allMatch(code -> code < 0);
            for (int s : empty ? new int[0] : rows.getOrDefault(key, new int[0])) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, 2 * size);
                }
                pairs[size++] = (long) s << 32 | t;
            }
        }
        return Links.pairs(Arrays.copyOf(pairs, size));
    }

    private static List<Integer> key(Fields fields, int row, boolean source) {
        Integer[] key = new Integer[fields.list.size()];
        for (int f = 0; f < key.length; f++) {
            Field field = fields.list.get(f);
            key[f] = source ? field.source[row] : field.target[row];
        }
        return Arrays.asList(key);
    }
}
