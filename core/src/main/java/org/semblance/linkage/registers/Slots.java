package org.semblance.linkage.registers;

import org.semblance.random.Rng;

/**
 * The visits of a file in the order of time, some of which are entered twice: slot 0 .. slots-1 to its row or two rows
 * side by side and back, in O(1) and without a table. The slots are cut into as many cells of (almost) equal length as
 * there are double entries, and each cell has one at a keyed random place.
 */
final class Slots {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long slots;
    private final long doubles;
    private final long key;

    /** @param doubles at most as many as slots; their product must fit into a long */
    Slots(long slots, long doubles, Rng rng) {
        this.slots = slots;
        this.doubles = doubles;
        key = rng.nextLong();
    }

    long slots() {
        return slots;
    }

    long rows() {
        return slots + doubles;
    }

    /** The first slot of a cell. */
    private long start(long cell) {
        return cell * slots / doubles;
    }

    /** The slot of a cell that is entered twice; beyond all of them where none is. */
    long twice(long cell) {
        if (doubles == 0) {
            return Long.MAX_VALUE;
        }
        long start = start(cell);
        long z = key ^ (cell + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return start + Math.multiplyHigh(z >>> 1, start(cell + 1) - start << 1);
    }

    /** How many double entries stand in the slots before this one; a slot is entered twice where the next has more. */
    long before(long slot) {
        long cell = cellOf(slot);
        return cell + (slot > twice(cell) ? 1 : 0);
    }

    boolean isTwice(long slot) {
        return twice(cellOf(slot)) == slot;
    }

    /** The first row of a slot; where it is entered twice, the next row is its too. */
    long row(long slot) {
        return slot + before(slot);
    }

    /** The slot of a row. */
    long slot(long row) {
        if (doubles == 0) {
            return row;
        }
        // Cell i begins at row start(i) + i.
        long cell = Math.min(doubles - 1, row * doubles / (slots + doubles));
        while (cell > 0 && start(cell) + cell > row) {
            cell--;
        }
        while (cell + 1 < doubles && start(cell + 1) + cell + 1 <= row) {
            cell++;
        }
        long slot = row - cell;
        return slot > twice(cell) ? slot - 1 : slot;
    }

    /** The slot that is entered once and has so many such before it. */
    long single(long rank) {
        if (doubles == 0) {
            return rank;
        }
        // Before cell i there are start(i) - i such slots.
        long cell = Math.min(doubles - 1, slots == doubles ? 0 : rank * doubles / (slots - doubles));
        while (cell > 0 && start(cell) - cell > rank) {
            cell--;
        }
        while (cell + 1 < doubles && start(cell + 1) - cell - 1 <= rank) {
            cell++;
        }
        long slot = rank + cell;
        return slot >= twice(cell) ? slot + 1 : slot;
    }

    /** The cell of a slot; 0 where there are none. */
    long cellOf(long slot) {
        if (doubles == 0) {
            return 0;
        }
        long cell = Math.min(doubles - 1, slot * doubles / slots);
        while (cell > 0 && start(cell) > slot) {
            cell--;
        }
        while (cell + 1 < doubles && start(cell + 1) <= slot) {
            cell++;
        }
        return cell;
    }
}
