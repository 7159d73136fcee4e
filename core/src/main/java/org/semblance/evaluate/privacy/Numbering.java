package org.semblance.evaluate.privacy;

/** Numbers 0, 1, 2 ... for different longs in order of first appearance: a hash table with open addressing. */
public final class Numbering {
    private long[] keys;
    /** Number + 1; 0 is an empty place. */
    private int[] numbers;

    private int size;

    /** @param expected about how many different ones will come */
    public Numbering(int expected) {
        int places = Integer.highestOneBit(Math.max(8, Math.min(expected, 1 << 28))) * 4;
        keys = new long[places];
        numbers = new int[places];
    }

    /** The number of the key; a new one where it has not been seen. */
    public int of(long key) {
        int place = place(key);
        if (numbers[place] == 0) {
            if (size > keys.length / 2) {
                grow();
                place = place(key);
            }
            keys[place] = key;
            numbers[place] = ++size;
        }
        return numbers[place] - 1;
    }

    /** The number of the key, or -1 where it has not been seen. */
    public int find(long key) {
        return numbers[place(key)] - 1;
    }

    /** How many different keys there are. */
    public int size() {
        return size;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 33) & mask;
        while (numbers[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }

    /** The keys by their numbers. */
    public long[] keys() {
        long[] out = new long[size];
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != 0) {
                out[numbers[i] - 1] = keys[i];
            }
        }
        return out;
    }
}
