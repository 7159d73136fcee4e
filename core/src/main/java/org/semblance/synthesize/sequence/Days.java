package org.semblance.synthesize.sequence;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * Entities whose key is a date, in order. A date of which the sequence was held back is stood in for by the nearest entity
 * on the same weekday, or the nearest of all: else the course of days would have holes that the days have not, and as many
 * as there are would not fit between the first and the last.
 *
 * @param dates ascending
 * @param entities which of those learnt from stands at each
 */
record Days(double[] dates, int[] entities) {
    /** Farther away than this another day is no better for its weekday. */
    private static final int WEEKS = 2;

    static Days of(Sorted sorted, int key, SequenceSynthesizer.Data data) {
        NumberColumn firsts = sorted.table().numbers(key).take(sorted.firsts());
        TreeMap<Double, Integer> known = new TreeMap<>();
        for (int e = 0; e < firsts.size(); e++) {
            known.putIfAbsent(firsts.get(e), e);
        }
        TreeSet<Double> all = new TreeSet<>(known.keySet());
        String name = sorted.table().schema().field(key).name();
        if (data.held() != null) {
            NumberColumn held = (NumberColumn) data.held().column(name);
            Arrays.stream(held.toArray()).filter(date -> !Double.isNaN(date)).forEach(all::add);
        }
        Kind kind = sorted.table().schema().field(key).kind();
        double[] dates = all.stream().mapToDouble(date -> date).toArray();
        int[] entities = new int[dates.length];
        Arrays.setAll(entities, i -> nearest(known, dates[i], Calendar.WEEK * Calendar.day(kind)));
        return new Days(dates, entities);
    }

    private static int nearest(TreeMap<Double, Integer> known, double date, double week) {
        for (int weeks = 0; weeks <= WEEKS; weeks++) {
            Integer before = known.get(date - weeks * week);
            Integer same = before != null ? before : known.get(date + weeks * week);
            if (same != null) {
                return same;
            }
        }
        var below = known.floorEntry(date);
        var above = known.ceilingEntry(date);
        boolean lower = above == null || below != null && date - below.getKey() <= above.getKey() - date;
        return java.util.Objects.requireNonNull(lower ? below : above).getValue();
    }
}
