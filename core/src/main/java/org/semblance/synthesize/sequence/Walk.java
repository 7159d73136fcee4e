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
import org.semblance.table.Kind;
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
    /** How often a gap that is too long is drawn again. */
    private static final int ATTEMPTS = 8;

    private final Steps.Model model;
    private final Layout layout;
    private final Dictionaries dictionaries;
    private final CodeBook[] books;
    private final int[] start;
    private final int horizon;
    private final Rng rng;
    /** The entity of each slot, the longest first. */
    private final int[] entity;

    private final Frame frame;
    private final Trail trail;
    private final int[] value;
    private final int[] label;
    private final int[] expected;
    private final double[][] numbers;
    private final int[][] codes;

    Walk(Steps.Model model, Dictionaries dictionaries, Table context, int[] start, int horizon, Rng rng) {
        this.model = model;
        this.dictionaries = dictionaries;
        this.start = start;
        this.horizon = horizon;
        this.rng = rng;
        layout = model.layout();
        books = model.books();
        entity = longestFirst(start);
        frame = Frame.empty(entity.length, books);
        trail = new Trail(layout, model.scales(), model.end(), entity.length);
        value = layout.find(What.VALUE);
        label = layout.find(What.LABEL);
        expected = layout.find(What.EXPECTED);
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
            trail.begin(i, length(i) - horizon);
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
    private static int[] used(Chain chain) {
        return chain.trees()
                .flatMapToInt(tree -> Arrays.stream(tree.predictors()))
                .distinct()
                .sorted()
                .toArray();
    }

    private void step(Frame now, int[] used, int position) {
        boolean first = position == 0;
        Rng own = rng.child(position);
        Chain chain = first ? model.first() : model.next();
        tell(now, used, What::past);
        if (chain.place() != null) {
            arrive(now, chain, chain.place(), first, own);
            tell(now, used, What::time);
        }
        for (ColumnTree tree : chain.columns()) {
            expect(now, first ? -1 : expected[layout.feature(tree.target()).column()]);
            if (first) {
                tree.drawTogether(now, books, own.child(tree.target()));
            } else {
                tree.drawEach(now, books, own.child(tree.target()));
            }
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
    private void arrive(Frame now, Chain chain, ColumnTree tree, boolean first, Rng own) {
        boolean shared = first && !Double.isNaN(model.start());
        if (shared) {
            for (int i = 0; i < now.rows(); i++) {
                trail.arrive(i, model.start());
            }
            return;
        }
        double[] drawn = now.values(tree.target());
        if (first) {
            tree.drawTogether(now, books, own.child(tree.target()));
        } else {
            gaps(now, tree, drawn, own.child(tree.target()));
        }
        ColumnTree clock = chain.clock();
        ColumnTree weekday = chain.weekday();
        if (clock != null) {
            clock.drawEach(now, books, own.child(clock.target()));
        }
        if (weekday != null) {
            weekday.drawEach(now, books, own.child(weekday.target()));
        }
        for (int i = 0; i < now.rows(); i++) {
            double place = first ? drawn[i] : trail.before(i) + drawn[i];
            if (clock != null && (first || far(What.CLOCK, drawn[i], layout.orderKind()))) {
                place += now.values(clock.target())[i] - Calendar.clock(place);
            }
            if (weekday != null && (first || far(What.WEEKDAY, drawn[i], layout.orderKind()))) {
                place += Calendar.day(layout.orderKind()) * days(place, now.fine(weekday.target())[i]);
            }
            trail.arrive(i, within(i, place, first));
        }
    }

    /** Draws gaps; where all sequences end with the table, one that leads beyond is drawn again. */
    private void gaps(Frame now, ColumnTree tree, double[] drawn, Rng own) {
        tree.drawEach(now, books, own);
        for (int attempt = 1; attempt <= ATTEMPTS && model.window(); attempt++) {
            int[] beyond = IntStream.range(0, now.rows())
                    .filter(i -> !trail.beyond(i) && trail.before(i) + drawn[i] > model.end())
                    .toArray();
            if (beyond.length == 0) {
                return;
            }
            if (attempt < ATTEMPTS) {
                tree.drawEach(now, books, beyond, own.child(attempt));
                continue;
            }
            Rng last = own.child(attempt);
            double shortest = books[tree.target()].least();
            for (int i : beyond) {
                double room = Math.max(shortest, model.end() - trail.before(i));
                drawn[i] = books[tree.target()].nearest(shortest + last.nextDouble() * (room - shortest));
            }
        }
    }

    /** A place that was moved out of the window of the table, a week back into it. */
    private double within(int slot, double place, boolean first) {
        double week = Calendar.WEEK * Calendar.day(layout.orderKind());
        if (model.window()
                && !trail.beyond(slot)
                && place > model.end()
                && (first || place - week > trail.before(slot))) {
            return place - week;
        }
        return first && place < books[layout.find(What.NOW, 0)].least() ? place + week : place;
    }

    /** How far it is to the nearest day that is such a weekday. */
    private int days(double place, int weekday) {
        int ahead = Math.floorMod(weekday - Calendar.weekday(layout.orderKind(), place), Calendar.WEEK);
        return ahead > Calendar.WEEK / 2 ? ahead - Calendar.WEEK : ahead;
    }

    /** Whether a gap is so long that the weekday (or the clock) it leads to is drawn by itself. */
    static boolean far(What what, double gap, Kind kind) {
        return gap >= period(what, kind);
    }

    static double period(What what, Kind kind) {
        return what == What.WEEKDAY ? Calendar.WEEK * Calendar.day(kind) : Calendar.day(kind);
    }

    /** From what was drawn to the level of a column. */
    private void level(Frame now, int column, int deviation) {
        Form form = layout.form(column);
        Scales scales = model.scales();
        CodeBook book = books[value[column]];
        double least = scales.scaled(column, book.least());
        double most = scales.scaled(column, book.most());
        Grid grid = new Grid(book.step());
        double[] drawn = now.values(deviation);
        int[] slot = new int[1];
        Form.Teller teller = teller(now, slot);
        for (int i = 0; i < now.rows(); i++) {
            slot[0] = i;
            double scaled = form.value(column, drawn[i], teller, scales);
            double last = trail.last(column, i);
            scaled = Math.abs(scaled - last) < form.rest() ? last : scaled;
            double level = form.free()
                    ? grid.round(scales.unscaled(column, scaled))
                    : book.nearest(scales.unscaled(column, Form.mirrored(scaled, least, most)));
            now.put(value[column], i, level, book);
        }
    }

    /** Tells what is to be expected of a column. */
    private void expect(Frame now, int f) {
        if (f < 0) {
            return;
        }
        int column = layout.feature(f).column();
        int[] slot = new int[1];
        Form.Teller teller = teller(now, slot);
        for (int i = 0; i < now.rows(); i++) {
            slot[0] = i;
            now.put(f, i, layout.form(column).expected(column, teller, model.scales()), books[f]);
        }
    }

    private Form.Teller teller(Frame now, int[] slot) {
        return new Form.Teller() {
            @Override
            public double told(Feature feature) {
                int column = feature.column();
                return switch (feature.what()) {
                    case VALUE -> model.scales().scaled(column, now.values(value[column])[slot[0]]);
                    case SIZE -> trail.size(column, slot[0], now.values(value[column])[slot[0]]);
                    case CONTEXT -> now.values(layout.find(What.CONTEXT, column))[slot[0]];
                    default -> trail.number(feature, slot[0]);
                };
            }

            @Override
            public int code(Feature feature) {
                if (feature.what().past() && feature.what() != What.CONTEXT) {
                    return trail.code(feature, slot[0]);
                }
                int f = layout.features().indexOf(feature);
                int code = now.fine(f)[slot[0]];
                return code == books[f].size() ? -1 : code;
            }
        };
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
