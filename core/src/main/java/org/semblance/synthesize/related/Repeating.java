package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.RowHashes;
import org.semblance.trees.Frame;

/** Tells which drawn rows repeat a sibling where they must differ, so that they are drawn again. One hash a row. */
final class Repeating {
    private final int[] owner;
    /** The columns of the frame in which siblings differ. */
    private final List<int[]> columns;

    private final List<Set<Long>> seen = new ArrayList<>();

    private Repeating(int[] owner, List<int[]> columns) {
        this.owner = owner;
        this.columns = columns;
        columns.forEach(one -> seen.add(new HashSet<>()));
    }

    /** Null where siblings do not differ in learnt columns alone, or are drawn as steps. */
    static @Nullable Repeating of(Drawn rows, PartModel model) {
        Part part = rows.part();
        if (!part.owned() || model.course() != null) {
            return null;
        }
        List<Integer> keys = part.columns(part.owner());
        List<int[]> columns = new ArrayList<>();
        for (Distinct distinct : part.distinct()) {
            int[] own = distinct.columns().stream()
                    .filter(c -> !keys.contains(c))
                    .mapToInt(c -> part.find(Own.What.VALUES, c, 0))
                    .toArray();
            boolean drawn = own.length > 0;
            for (int k : own) {
                drawn &= k >= 0 && Double.isNaN(model.counters()[k]);
            }
            if (distinct.ofOwner() && drawn) {
                columns.add(Arrays.stream(own).map(rows::at).toArray());
            }
        }
        return columns.isEmpty() ? null : new Repeating(rows.ref(part.owner()), columns);
    }

    /** Takes a row as it stands somewhere in a frame; false where a sibling that was taken is the same. */
    boolean take(Frame frame, int at, int row) {
        if (owner[row] < 0) {
            return true;
        }
        long[] hashes = new long[columns.size()];
        for (int d = 0; d < hashes.length; d++) {
            hashes[d] = owner[row];
            for (int column : columns.get(d)) {
                double[] numbers = frame.values(column);
                hashes[d] = RowHashes.mix(
                        hashes[d],
                        numbers == null ? frame.fine(column)[at] : Double.doubleToLongBits(numbers[at] + 0.0));
            }
            if (seen.get(d).contains(hashes[d])) {
                return false;
            }
        }
        for (int d = 0; d < hashes.length; d++) {
            seen.get(d).add(hashes[d]);
        }
        return true;
    }
}
