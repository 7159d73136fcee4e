package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.linkage.Role;
import org.semblance.linkage.score.Links;

/**
 * The pairs worth comparing: those that agree in one of several keys. A field by itself is a key where it brings no more
 * than {@link #MOST} pairs a row (identifiers, birth dates, rare names); a field that brings more is joined with each
 * other part that narrows it (year of birth, day and month of birth, sound of a name, postcode), and the sound of a name
 * always is. Blocks that would bring more than a million pairs are left out.
 */
final class Blocking {
    static final String STATEMENT = "pairs that agree in a field (identifier, birth date, name, address ...), or, where"
            + " that alone brings more than 10 pairs a row, in it and in the year or day of birth, the sound of a word of"
            + " a name, or the postcode; blocks of more than a million pairs are left out";

    /** Pairs a row that one key may bring. */
    private static final int MOST = 10;

    private static final long FEWEST = 50_000;
    private static final long BLOCK = 1_000_000;

    private final Fields fields;
    private final long most;
    private long[] pairs = new long[1 << 16];
    private int size;

    /** The keys that were used, in words. */
    final List<String> used = new ArrayList<>();

    private Blocking(Fields fields) {
        this.fields = fields;
        most = Math.max(FEWEST, MOST * (long) fields.sides.records());
    }

    /** Sorted, each once. */
    static Blocking of(Fields fields) {
        Blocking out = new Blocking(fields);
        List<Key> narrow = out.narrowing();
        for (Field field : fields.list) {
            if (field.telling()) {
                Key key = Key.whole(field);
                if (!out.add(key)) {
                    narrow.forEach(other -> out.join(key, other));
                }
            }
        }
        for (int i = 0; i < narrow.size(); i++) {
            for (int j = i + 1; j < narrow.size(); j++) {
                out.join(narrow.get(i), narrow.get(j));
            }
        }
        return out;
    }

    long[] pairs() {
        long[] sorted = Arrays.copyOf(pairs, size);
        Arrays.sort(sorted);
        int kept = 0;
        for (long pair : sorted) {
            if (kept == 0 || sorted[kept - 1] != pair) {
                sorted[kept++] = pair;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    Links links() {
        return Links.pairs(pairs());
    }

    private List<Key> narrowing() {
        List<Key> out = new ArrayList<>();
        for (Field field : fields.list) {
            if (field.role.isName()) {
                out.add(Key.sounds(field));
            } else if (field.role == Role.BIRTH_DATE) {
                out.add(Key.part(
                        field, "year of " + field.name, text -> text.length() == 8 ? text.substring(0, 4) : ""));
                out.add(Key.part(field, "day of " + field.name, text -> text.length() == 8 ? text.substring(4) : ""));
            } else if (field.role == Role.BIRTH_YEAR || field.role == Role.POSTCODE) {
                out.add(Key.whole(field));
            }
        }
        return out;
    }

    private void join(Key a, Key b) {
        if (!a.of().equals(b.of())) {
            add(
                    a.name() + " and " + b.name(),
                    joined(a.source(), a.per(), b.source(), b.per()),
                    joined(a.target(), a.per(), b.target(), b.per()),
                    a.per() * b.per());
        }
    }

    private static long[] joined(int[] a, int perA, int[] b, int perB) {
        int rows = a.length / perA;
        long[] out = new long[rows * perA * perB];
        int at = 0;
        for (int i = 0; i < rows; i++) {
            for (int x = 0; x < perA; x++) {
                for (int y = 0; y < perB; y++) {
                    int left = a[i * perA + x];
                    int right = b[i * perB + y];
                    out[at++] = left < 0 || right < 0 ? -1 : (long) left << 32 | right;
                }
            }
        }
        return out;
    }

    private boolean add(Key key) {
        return add(
                key.name(),
                Arrays.stream(key.source()).asLongStream().toArray(),
                Arrays.stream(key.target()).asLongStream().toArray(),
                key.per());
    }

    /** Adds the pairs of a key, unless there are too many. */
    private boolean add(String name, long[] source, long[] target, int per) {
        long[] keys = Arrays.stream(source)
                .filter(key -> key >= 0)
                .sorted()
                .distinct()
                .toArray();
        int[] starts = new int[keys.length + 1];
        int[] place = new int[source.length];
        for (int i = 0; i < source.length; i++) {
            place[i] = source[i] < 0 ? -1 : Arrays.binarySearch(keys, source[i]);
            if (place[i] >= 0) {
                starts[place[i] + 1]++;
            }
        }
        int[] counts = new int[keys.length];
        int[] meets = new int[target.length];
        for (int i = 0; i < target.length; i++) {
            meets[i] = target[i] < 0 ? -1 : Arrays.binarySearch(keys, target[i]);
            if (meets[i] >= 0) {
                counts[meets[i]]++;
            }
        }
        long sum = 0;
        for (int k = 0; k < keys.length; k++) {
            long block = (long) starts[k + 1] * counts[k];
            sum += block > BLOCK ? 0 : block;
            counts[k] = block > BLOCK ? -1 : counts[k];
            starts[k + 1] += starts[k];
        }
        if (sum > most) {
            return false;
        }
        used.add(name);
        int[] rows = new int[starts[keys.length]];
        int[] next = Arrays.copyOf(starts, keys.length);
        for (int i = 0; i < source.length; i++) {
            if (place[i] >= 0) {
                rows[next[place[i]]++] = i / per;
            }
        }
        for (int i = 0; i < target.length; i++) {
            int k = meets[i];
            for (int j = k < 0 || counts[k] < 0 ? Integer.MAX_VALUE : starts[k]; j < (k < 0 ? 0 : starts[k + 1]); j++) {
                put((long) rows[j] << 32 | i / per);
            }
        }
        return true;
    }

    private void put(long pair) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = pair;
    }
}
