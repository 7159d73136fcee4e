package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.prepare.Grid;
import org.semblance.random.Rng;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.Frame;

/**
 * The drawing of steps: position by position, for all entities that have one there. The longest come first, so that those
 * are always the first slots of one frame. Cost: steps x columns x depth; nothing is made anew per position but a few
 * small arrays.
 */
final class Walk {
    private final Steps.Model model;
    private final Layout layout;
    private final Dictionaries dictionaries;
    private final CodeBook[] books;
    private final int[] start;
    private final Rng rng;
    /** The entity of each slot, the longest first. */
    private final int[] entity;

    private final Frame frame;
    private final Trail trail;
    private final int[] value;
    private final int[] label;
    private final double[][] numbers;
    private final int[][] codes;

    Walk(Steps.Model model, Dictionaries dictionaries, Table context, int[] start, Rng rng) {
        this.model = model;
        this.dictionaries = dictionaries;
        this.start = start;
        this.rng = rng;
        layout = model.layout();
        books = model.books();
        entity = longestFirst(start);
        frame = Frame.empty(entity.length, books);
        trail = new Trail(layout, model.forms(), model.centre(), model.end(), entity.length);
        value = layout.find(What.VALUE);
        label = layout.find(What.LABEL);
        int k = layout.rows().size();
        int n = start[start.length - 1];
        numbers = new double[k][];
        codes = new int[k][];
        for (int c = 0; c < k; c++) {
            boolean numeric = layout.rows().field(c).kind().numeric();
            numbers[c] = new double[numeric ? n : 0];
            codes[c] = new int[numeric ? 0 : n];
        }
        know(context);
    }

    private static int[] longestFirst(int[] start) {
        int entities = start.length - 1;
        int longest = 0;
        for (int e = 0; e < entities; e++) {
            longest = Math.max(longest, start[e + 1] - start[e]);
        }
        int[] free = new int[longest + 2];
        int[] slots = new int[entities];
        for (int e = 0; e < entities; e++) {
            free[longest - (start[e + 1] - start[e]) + 1]++;
        }
        int with = entities - free[longest + 1];
        for (int i = 0; i <= longest; i++) {
            free[i + 1] += free[i];
        }
        for (int e = 0; e < entities; e++) {
            slots[free[longest - (start[e + 1] - start[e])]++] = e;
        }
        return Arrays.copyOf(slots, with);
    }

    private int length(int slot) {
        return start[entity[slot] + 1] - start[entity[slot]];
    }

    /** The context stays in the frame for the whole walk. */
    private void know(Table context) {
        for (int c = 0; c < layout.context().size(); c++) {
            int f = layout.find(What.CONTEXT, c);
            if (layout.label(f)) {
                int[] given = dictionaries.codes(c, (CodeColumn) context.column(c));
                for (int i = 0; i < entity.length; i++) {
                    put(f, i, given[entity[i]]);
                }
            } else {
                NumberColumn given = (NumberColumn) context.column(c);
                for (int i = 0; i < entity.length; i++) {
                    frame.put(f, i, given.get(entity[i]), books[f]);
                }
            }
        }
    }

    private void put(int f, int slot, int code) {
        frame.fine(f)[slot] = code < 0 ? books[f].size() : code;
    }

    Table walk() {
        for (int i = 0; i < entity.length; i++) {
            trail.begin(i, length(i));
        }
        int[] first = used(model.first());
        int[] next = used(model.next());
        int alive = entity.length;
        for (int position = 0; alive > 0; position++) {
            step(frame.first(alive), position == 0 ? first : next, position);
            while (alive > 0 && length(alive - 1) <= position + 1) {
                alive--;
            }
        }
        return table();
    }

    /** The features that some tree asks for. */
    private int[] used(ColumnTree[] trees) {
        return IntStream.range(0, layout.size())
                .filter(f -> Arrays.stream(trees)
                        .anyMatch(tree -> Arrays.stream(tree.predictors()).anyMatch(p -> p == f)))
                .toArray();
    }

    private void step(Frame now, int[] used, int position) {
        boolean first = position == 0;
        Rng own = rng.child(position);
        ColumnTree[] trees = first ? model.first() : model.next();
        tell(now, used, What::past);
        int at = 0;
        if (layout.order() >= 0) {
            arrive(now, trees[at++], first, own);
            tell(now, used, What::time);
        }
        for (; at < trees.length; at++) {
            ColumnTree tree = trees[at];
            tree.drawEach(now, books, own.child(tree.target()));
            Feature target = layout.feature(tree.target());
            if (target.what() == What.DEVIATION) {
                level(now, target.column(), tree.target());
            }
            if (target.what() != What.LABEL) {
                model.rules().enforce(now, value[target.column()], books[value[target.column()]]);
            }
        }
        for (int i = 0; i < now.rows(); i++) {
            leave(now, i);
        }
    }

    private interface Kept {
        boolean test(What what);
    }

    /** Puts what is known from the trail into the frame. */
    private void tell(Frame now, int[] used, Kept kept) {
        for (int f : used) {
            Feature feature = layout.feature(f);
            if (feature.what() == What.CONTEXT || !kept.test(feature.what())) {
                continue;
            }
            for (int i = 0; i < now.rows(); i++) {
                if (layout.label(f)) {
                    put(f, i, trail.code(feature, i));
                } else {
                    now.put(f, i, trail.number(feature, i), books[f]);
                }
            }
        }
    }

    /** Draws the place of the step. */
    private void arrive(Frame now, ColumnTree tree, boolean first, Rng own) {
        boolean shared = first && !Double.isNaN(model.start());
        if (!shared) {
            tree.drawEach(now, books, own.child(tree.target()));
        }
        double[] drawn = now.values(tree.target());
        for (int i = 0; i < now.rows(); i++) {
            double place = shared ? model.start() : first ? drawn[i] : trail.before(i) + drawn[i];
            trail.arrive(i, place);
        }
    }

    /** From what was drawn to the level of a column. */
    private void level(Frame now, int column, int deviation) {
        Form form = model.forms()[column];
        CodeBook book = books[value[column]];
        double least = form.scaled(book.least());
        double most = form.scaled(book.most());
        Grid grid = new Grid(book.step());
        double[] drawn = now.values(deviation);
        for (int i = 0; i < now.rows(); i++) {
            double beside = form.other() < 0 ? Double.NaN : now.values(value[form.other()])[i];
            double scaled = trail.anchor(column, i, beside) + drawn[i];
            double level = form.free()
                    ? grid.round(form.unscaled(scaled))
                    : book.snap(form.unscaled(Form.mirrored(scaled, least, most)));
            now.put(value[column], i, level, book);
        }
    }

    /** Writes the step down and goes on. */
    private void leave(Frame now, int slot) {
        int row = start[entity[slot]] + trail.position(slot);
        for (int k = 0; k < numbers.length; k++) {
            if (k == layout.order()) {
                numbers[k][row] = trail.now(slot);
            } else if (value[k] >= 0) {
                numbers[k][row] = now.values(value[k])[slot];
                trail.note(k, slot, numbers[k][row]);
            } else {
                int code = now.fine(label[k])[slot];
                codes[k][row] = code == books[label[k]].size() ? -1 : code;
                trail.note(k, slot, codes[k][row]);
            }
        }
        trail.leave(slot);
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < numbers.length; k++) {
            columns.add(
                    layout.rows().field(k).kind().numeric()
                            ? NumberColumn.of(numbers[k])
                            : CodeColumn.of(codes[k], dictionaries.rows().get(k)));
        }
        return Table.of(layout.rows(), columns);
    }
}
