package org.semblance.generate.people;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.ByteSink;

/**
 * Takes names as they are read: each once, in the order in which they first came, with a weight per decade; a later weight
 * replaces an earlier one. Works on bytes, since thousands of names are read at every start.
 */
final class NameReader {
    private final ByteSink texts = new ByteSink(1 << 14);
    private int[] starts = new int[1 << 8];
    private int count;
    /** Place + 1 of the names by hash; 0 where free. */
    private int[] found = new int[1 << 10];
    /** By decade and place; one for all while no name says more. */
    private double[][] weights = new double[1][1 << 8];

    private final Map<Integer, String> latin = new HashMap<>();

    int size() {
        return count;
    }

    /**
     * Takes an entry: {@code name}, {@code native=romanised}, with {@code :weight} or twelve weights behind.
     *
     * @param otherwise the weight where it has none
     * @param from the first decade that it holds for, and the one behind the last
     */
    void entry(byte[] bytes, int begin, int end, double otherwise, int from, int to) {
        int colon = index(bytes, begin, end, ':');
        int equals = index(bytes, begin, colon, '=');
        int place = place(bytes, begin, equals);
        if (equals < colon) {
            latin.put(place, string(bytes, equals + 1, colon).replace('_', ' '));
        }
        if (colon == end) {
            weigh(place, from, to, otherwise);
            return;
        }
        int at = colon + 1;
        int comma = index(bytes, at, end, ',');
        if (comma == end) {
            weigh(place, from, to, number(bytes, at, end));
            return;
        }
        for (int decade = 0; decade < to; decade++) {
            if (decade >= from) {
                weigh(place, decade, decade + 1, number(bytes, at, comma));
            }
            at = comma + 1;
            comma = at >= end ? end : index(bytes, at, end, ',');
        }
    }

    /** Takes {@code name} or {@code native=romanised} with one weight for all decades. */
    void put(String name, double weight) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        entry(bytes, 0, bytes.length, weight, 0, Names.DECADES);
    }

    /** Takes a name for the decades from one on, where it is not there yet. */
    void putNew(String name, int from, double weight) {
        int before = count;
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int place = place(bytes, 0, bytes.length);
        if (place == before) {
            weigh(place, from, Names.DECADES, weight);
        }
    }

    /** Gives weight to the decades in which a name has none. */
    void atLeast(double weight) {
        spread();
        for (double[] decade : weights) {
            for (int i = 0; i < count; i++) {
                decade[i] = decade[i] == 0 ? weight : decade[i];
            }
        }
    }

    private static int index(byte[] bytes, int from, int to, char sign) {
        int at = from;
        while (at < to && bytes[at] != sign) {
            at++;
        }
        return at;
    }

    private static String string(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static double number(byte[] bytes, int from, int to) {
        long whole = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || to - from > 15) {
                return Double.parseDouble(string(bytes, from, to));
            }
            whole = 10 * whole + digit;
        }
        return whole;
    }

    private static byte plain(byte b) {
        return b == '_' ? (byte) ' ' : b;
    }

    /** The place of a name, a new one where it was not there. */
    private int place(byte[] bytes, int from, int to) {
        if (2 * count >= found.length) {
            rehash();
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + plain(bytes[i]);
        }
        int slot = slot(hash);
        while (found[slot] != 0) {
            if (same(found[slot] - 1, bytes, from, to)) {
                return found[slot] - 1;
            }
            slot = slot + 1 & found.length - 1;
        }
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            for (int d = 0; d < weights.length; d++) {
                weights[d] = Arrays.copyOf(weights[d], starts.length);
            }
        }
        for (int i = from; i < to; i++) {
            texts.put(plain(bytes[i]));
        }
        found[slot] = ++count;
        starts[count] = texts.size();
        return count - 1;
    }

    private boolean same(int place, byte[] bytes, int from, int to) {
        int start = starts[place];
        if (starts[place + 1] - start != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (texts.at(start + i - from) != plain(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        return (hash * 0x9E3779B9 >>> 8) & found.length - 1;
    }

    private void rehash() {
        found = new int[2 * found.length];
        for (int place = 0; place < count; place++) {
            int hash = 0;
            for (int i = starts[place]; i < starts[place + 1]; i++) {
                hash = 31 * hash + texts.at(i);
            }
            int slot = slot(hash);
            while (found[slot] != 0) {
                slot = slot + 1 & found.length - 1;
            }
            found[slot] = place + 1;
        }
    }

    private void weigh(int place, int from, int to, double weight) {
        if (from > 0 || to < Names.DECADES) {
            spread();
        }
        if (weights.length == 1) {
            weights[0][place] = weight;
            return;
        }
        for (int d = from; d < to; d++) {
            weights[d][place] = weight;
        }
    }

    private void spread() {
        if (weights.length == 1) {
            double[] all = weights[0];
            weights = new double[Names.DECADES][];
            Arrays.setAll(weights, d -> all.clone());
        }
    }

    Texts texts() {
        return new Texts(texts.toBytes(), Arrays.copyOf(starts, count + 1));
    }

    /** The romanised form that the entry of a name gives, if it does. */
    @Nullable
    String latin(int place) {
        return latin.get(place);
    }

    boolean anyLatin() {
        return !latin.isEmpty();
    }

    /** By decade; decades that are all alike share one. */
    Weighted[] choices() {
        Weighted[] out = new Weighted[Names.DECADES];
        boolean same = true;
        for (int d = 0; d < weights.length; d++) {
            weights[d] = Arrays.copyOf(weights[d], count);
            same &= d == 0 || Arrays.equals(weights[d], weights[0]);
        }
        for (int d = 0; d < out.length; d++) {
            out[d] = same && d > 0 ? out[0] : new Weighted(weights[d]);
        }
        return out;
    }
}
