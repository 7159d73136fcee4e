package org.semblance.synthesize.related;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.trees.Frame;

/**
 * Rows of one part in code space, real or drawn, and the rows that their foreign keys name.
 *
 * <p>Rows of one owner stand together and in order where they were drawn; the rows that nobody owns come last.
 */
final class Drawn {
    private final Part part;
    private final int rows;
    private final int[][] refs;
    private final @Nullable Drawn[] targets;
    private final boolean[] gone;
    private boolean anyGone;
    private @Nullable Frame frame;
    private int first;
    private long offset;
    private int again;

    Drawn(Part part, int rows) {
        this.part = part;
        this.rows = rows;
        refs = new int[part.refs().size()][];
        targets = new @Nullable Drawn[refs.length];
        gone = new boolean[rows];
    }

    /** A row that cannot be: it keeps its number, but is not handed over, and nothing points at it. */
    void drop(int row) {
        gone[row] = true;
        anyGone = true;
    }

    boolean gone(int row) {
        return gone[row];
    }

    boolean anyGone() {
        return anyGone;
    }

    /** How many rows broke a rule as they came, and were drawn again. */
    int again() {
        return again;
    }

    void again(int count) {
        again = count;
    }

    Part part() {
        return part;
    }

    int rows() {
        return rows;
    }

    /** The columns: those that are given first, then the own ones. */
    Frame frame() {
        Frame there = frame;
        if (there == null) {
            throw new IllegalStateException("the columns of " + part.name() + " are not there yet");
        }
        return there;
    }

    /** @param given how many columns stand before the own ones */
    void frame(Frame columns, int given) {
        frame = columns;
        first = given;
    }

    /** The own columns alone. */
    Frame ownFrame() {
        return first == 0 ? frame() : frame().from(first);
    }

    /** Where an own column stands in the frame. */
    int at(int own) {
        return first + own;
    }

    /** The number of the first row among all rows of the table. */
    long offset() {
        return offset;
    }

    void offset(long rowsBefore) {
        offset = rowsBefore;
    }

    /** The rows of {@link #target} that a foreign key names; negative where it names none. Not to be written to. */
    int[] ref(int ref) {
        return refs[ref];
    }

    Drawn target(int ref) {
        Drawn target = targets[ref];
        if (target == null) {
            throw new IllegalStateException("foreign key " + ref + " of " + part.name() + " is not there yet");
        }
        return target;
    }

    void ref(int ref, Drawn target, int[] named) {
        refs[ref] = named;
        targets[ref] = target;
    }

    /** The rows that are reached from every row, or from nothing where one on the way is missing. */
    Reached reach(Path path) {
        Drawn at = this;
        int[] named = new int[rows];
        Arrays.setAll(named, i -> i);
        for (int k = 0; k < path.up(); k++) {
            named = at.follow(named, at.part.owner());
            at = at.target(at.part.owner());
        }
        if (path.ref() >= 0) {
            named = at.follow(named, path.ref());
            at = at.target(path.ref());
        }
        for (int next : path.then()) {
            named = at.follow(named, next);
            at = at.target(next);
        }
        return new Reached(at, named);
    }

    private int[] follow(int[] from, int ref) {
        int[] to = refs[ref];
        int[] out = new int[from.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[i] < 0 ? -1 : to[from[i]];
        }
        return out;
    }

    /** Rows of another part, one for each row; negative where there is none. */
    record Reached(Drawn drawn, int[] rows) {}
}
