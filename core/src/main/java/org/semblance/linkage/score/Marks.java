package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which records have what in common, by kind and name, as they are read. Row numbers are those of the files. */
public final class Marks {
    private final Map<String, Map<String, Rows>> kinds = new LinkedHashMap<>();

    private record Rows(Numbers source, Numbers target) {}

    /** Marks a row of the source (or the one file), or of the target. */
    public void mark(String kind, String name, boolean target, int row) {
        Rows rows = kinds.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                .computeIfAbsent(name, k -> new Rows(new Numbers(16), new Numbers(16)));
        Numbers side = target ? rows.target : rows.source;
        // Changes of one row stand together: most repetitions are seen here.
        if (side.size == 0 || side.values[side.size - 1] != row) {
            side.add(row);
        }
    }

    /** Adds the marks of another file, of other kinds. */
    void add(Marks other) {
        kinds.putAll(other.kinds);
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** The highest row marked, or -1. */
    int last(boolean target) {
        int last = -1;
        for (Map<String, Rows> names : kinds.values()) {
            for (Rows rows : names.values()) {
                Numbers side = target ? rows.target : rows.source;
                for (int i = 0; i < side.size; i++) {
                    last = Math.max(last, side.values[i]);
                }
            }
        }
        return last;
    }

    List<Stratum> score(Sides sides, PairCounting counting, PairCounts all) {
        List<Stratum> out = new ArrayList<>();
        kinds.forEach((kind, names) -> names.forEach((name, rows) -> {
            Flags flags = new Flags(sides);
            for (int i = 0; i < rows.source.size; i++) {
                flags.mark(rows.source.values[i]);
            }
            for (int i = 0; i < rows.target.size; i++) {
                flags.mark(sides.source() + rows.target.values[i]);
            }
            out.add(new Stratum(kind, name, flags.count(), all.minus(counting.count(flags))));
        }));
        return out;
    }
}
