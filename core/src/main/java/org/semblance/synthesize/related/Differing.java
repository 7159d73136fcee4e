package org.semblance.synthesize.related;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.evaluate.RowHashes;
import org.semblance.random.Rng;
import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;

/**
 * Makes rows differ where they must: of two that are the same the later one gets the next number that is free, or another
 * label, and where that is not possible it is dropped. Cost: one hash a row.
 */
final class Differing {
    private static final int STEPS = 10_000;
    private static final double NO_GRID = 1e-6;

    private final Drawn rows;
    private final PartModel model;
    private final Distinct distinct;
    /** How far numbers were moved, by the other columns. */
    private final Map<Long, Double> reached = new HashMap<>();

    Differing(Drawn rows, PartModel model, Distinct distinct) {
        this.rows = rows;
        this.model = model;
        this.distinct = distinct;
    }

    /** Whether a foreign key that is followed last has a part in it. */
    static boolean last(Part part, Distinct distinct) {
        return distinct.columns().stream()
                .filter(c -> part.roles().get(c) == Part.Role.FOREIGN)
                .anyMatch(c -> part.refs().get(part.giver(c)[0]).way() == Ref.Way.LAST);
    }

    void enforce(Rng rng) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < rows.rows(); i++) {
            if (distinct.ofOwner() && !sibling(i)) {
                seen.clear();
            }
            if (rows.gone(i) || nowhere(i)) {
                continue;
            }
            boolean there = present(i);
            if (!there || !seen.add(hash(i)) && !changed(i, seen, rng.child(i))) {
                rows.drop(i);
            }
        }
    }

    /** Drops the rows whose hashes are there already, and adds those of the others: for blocks one after the other. */
    void enforce(Set<Long> before) {
        for (int i = 0; i < rows.rows(); i++) {
            if (!rows.gone(i) && !nowhere(i) && !before.add(hash(i))) {
                rows.drop(i);
            }
        }
    }

    /** Whether a foreign key that is part of it names nothing: such rows are never the same. */
    private boolean nowhere(int row) {
        for (int c : distinct.columns()) {
            if (rows.part().roles().get(c) == Part.Role.FOREIGN
                    && rows.ref(rows.part().giver(c)[0])[row] < 0) {
                return true;
            }
        }
        return false;
    }

    /** Gives learnt columns that are missing some value; false where that cannot be. */
    private boolean present(int row) {
        Frame frame = rows.frame();
        for (int c : distinct.columns()) {
            if (rows.part().roles().get(c) != Part.Role.LEARNT) {
                continue;
            }
            int column = rows.at(rows.part().find(Own.What.VALUES, c, 0));
            CodeBook book = model.books()[column];
            if (book.numeric() && Double.isNaN(frame.values(column)[row])) {
                frame.put(column, row, book.size() == 0 ? 0 : book.least(), book);
            } else if (!book.numeric() && frame.fine(column)[row] == book.size()) {
                if (book.size() == 0) {
                    return false;
                }
                frame.fine(column)[row] = 0;
            }
        }
        return true;
    }

    private boolean sibling(int i) {
        int[] owner = rows.ref(rows.part().owner());
        return i > 0 && owner[i] >= 0 && owner[i] == owner[i - 1];
    }

    private long hash(int row) {
        long hash = 0;
        for (int column : distinct.columns()) {
            hash = RowHashes.mix(hash, token(rows, column, row));
        }
        return hash;
    }

    /** Something that is the same in two rows where the value of the column is. */
    private long token(Drawn at, int column, int row) {
        Part part = at.part();
        switch (part.roles().get(column)) {
            case FOREIGN -> {
                int[] giver = part.giver(column);
                int named = at.ref(giver[0])[row];
                Drawn target = at.target(giver[0]);
                String key =
                        part.refs().get(giver[0]).relationship().parentKey().get(giver[1]);
                return named < 0 ? -1 : token(target, target.part().schema().index(key), named);
            }
            case LEARNT -> {
                int own = at.at(part.find(Own.What.VALUES, column, 0));
                double[] numbers = at.frame().values(own);
                return numbers == null ? at.frame().fine(own)[row] : Double.doubleToLongBits(numbers[row] + 0.0);
            }
            default -> {
                return at.offset() + row;
            }
        }
    }

    private boolean changed(int row, Set<Long> seen, Rng rng) {
        List<Integer> learnt = distinct.columns().stream()
                .filter(c -> rows.part().roles().get(c) == Part.Role.LEARNT)
                .map(c -> rows.part().find(Own.What.VALUES, c, 0))
                .toList();
        Frame frame = rows.frame();
        for (int own : learnt) {
            int column = rows.at(own);
            CodeBook book = model.books()[column];
            if (book.numeric() ? moved(frame, column, book, row, seen) : renamed(frame, column, book, row, seen, rng)) {
                return true;
            }
        }
        return false;
    }

    private boolean moved(Frame frame, int column, CodeBook book, int row, Set<Long> seen) {
        double value = frame.values(column)[row];
        frame.put(column, row, 0, book);
        long rest = hash(row);
        double start = Math.max(Double.isNaN(value) ? 0 : value, reached.getOrDefault(rest, value));
        double step = book.step() > 0 ? book.step() : NO_GRID * Math.max(1, Math.abs(start));
        for (int k = 1; k < STEPS; k++) {
            double moved = start + k * step;
            // Decimal steps do not add up exactly.
            frame.put(column, row, step < 1 ? Math.rint(moved / step) / Math.rint(1 / step) : moved, book);
            if (seen.add(hash(row))) {
                reached.put(rest, moved);
                return true;
            }
        }
        frame.put(column, row, value, book);
        return false;
    }

    private boolean renamed(Frame frame, int column, CodeBook book, int row, Set<Long> seen, Rng rng) {
        int[] codes = frame.fine(column);
        int first = book.size() == 0 ? 0 : rng.nextInt(book.size());
        int before = codes[row];
        for (int k = 0; k < book.size(); k++) {
            codes[row] = (first + k) % book.size();
            if (seen.add(hash(row))) {
                return true;
            }
        }
        codes[row] = before;
        return false;
    }
}
