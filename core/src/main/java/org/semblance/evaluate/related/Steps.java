package org.semblance.evaluate.related;

import org.semblance.table.Sequence;
import org.semblance.table.Table;

/** Puts the rows of a table into sequences: one group per entity, in order of appearance, its steps in order. */
final class Steps {
    private Steps() {}

    /** Rows of a missing entity are left out; a missing place in the order comes last; ties stand as they stood. */
    static Groups of(Table table, Sequence sequence) {
        int[] entity = new int[table.rows()];
        int entities = sequence.entity().isEmpty() ? Math.min(1, table.rows()) : number(table, sequence, entity);
        int[] order = new int[table.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (sequence.order().isEmpty()) {
            return Groups.of(entity, entities, order);
        }
        double[] places = sequence.places(table);
        Groups groups = Groups.of(entity, entities, order);
        if (inOrder(groups, places)) {
            return groups;
        }
        sort(order, places);
        return Groups.of(entity, entities, order);
    }

    /** Numbers the entities in order of appearance. */
    private static int number(Table table, Sequence sequence, int[] entity) {
        KeyHashes keys = KeyHashes.of(table, sequence.entity());
        KeyIndex index = new KeyIndex(keys);
        int count = 0;
        for (int i = 0; i < entity.length; i++) {
            if (keys.missing()[i]) {
                entity[i] = -1;
            } else {
                int first = index.first(keys.hashes()[i]);
                entity[i] = first == i ? count++ : entity[first];
            }
        }
        return count;
    }

    private static boolean inOrder(Groups groups, double[] places) {
        for (int g = 0; g < groups.count(); g++) {
            for (int i = groups.starts()[g] + 1; i < groups.starts()[g + 1]; i++) {
                if (places[groups.rows()[i - 1]] > places[groups.rows()[i]]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Sorts rows by place, stable: merges runs of twice the length from bottom up. */
    private static void sort(int[] rows, double[] places) {
        int[] from = rows;
        int[] to = new int[rows.length];
        for (long width = 1; width < rows.length; width *= 2) {
            for (long low = 0; low < rows.length; low += 2 * width) {
                int middle = (int) Math.min(low + width, rows.length);
                int high = (int) Math.min(low + 2 * width, rows.length);
                int a = (int) low;
                int b = middle;
                for (int k = (int) low; k < high; k++) {
                    boolean left = a < middle && (b >= high || places[from[a]] <= places[from[b]]);
                    to[k] = left ? from[a++] : from[b++];
                }
            }
            int[] sorted = to;
            to = from;
            from = sorted;
        }
        System.arraycopy(from, 0, rows, 0, rows.length);
    }
}
