package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.expression.Expression;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.Frame;

/**
 * Conditions that all rows of a table shall satisfy: {@code patients.sex = 'F'}. Rows that do not are drawn again, given
 * the same rows above them, until they do. What hangs on other tables follows; the rows above are drawn as ever.
 *
 * @param conditions by table
 */
record Wanted(Map<String, Expression> conditions) {
    static final Wanted NOTHING = new Wanted(Map.of());

    private static final int ROUNDS = 100;

    /** After so many rounds, what breaks a rule is changed and not only drawn again. */
    private static final int PATIENT = 12;

    /** Rows that are drawn in a round at least: many tries for few rows. */
    private static final int TRIES = 2048;

    /** @throws ProblemException (usage) where a condition names no table, or something that is not learnt */
    static Wanted of(RelatedModel model, List<String> texts) {
        Map<String, String> byTable =
                Said.byTable(texts, model.metadata().schemas().keySet());
        Map<String, Expression> out = new LinkedHashMap<>();
        byTable.forEach((table, text) -> out.put(table, condition(model, table, text)));
        return new Wanted(out);
    }

    private static Expression condition(RelatedModel model, String table, String text) {
        Part part = model.plan().parts().stream()
                .filter(p -> p.name().equals(table))
                .findFirst()
                .orElseThrow();
        if (model.part(part).kept() != null) {
            throw ProblemException.usage(Problem.of("table \"" + table + "\" is kept as it is.")
                    .fix("Leave out its condition, or do not keep it."));
        }
        Expression condition = Expression.parse(text, schema(part));
        Rules rules = model.part(part).rules();
        if (rules != null) {
            Following.refuse(model.metadata(), table, condition, rules.keeping().constraints());
        }
        return condition;
    }

    private static Schema schema(Part part) {
        return new Schema(part.own().stream()
                .filter(own -> own.what() == Own.What.VALUES)
                .map(Own::field)
                .toList());
    }

    /** Puts rows right by the table's rules, and draws the values of those again that break one or the condition. */
    void redraw(Drawn rows, PartModel[] models, Rng rng) {
        PartModel model = models[rows.part().index()];
        Expression condition = conditions.get(rows.part().name());
        Rules rules = model.rules();
        Repeating repeating = Repeating.of(rows, model);
        if (condition == null && rules == null && repeating == null || rows.rows() == 0) {
            return;
        }
        List<Column> above = new ArrayList<>();
        if (rules != null) {
            above.addAll(rules.given(rows, models, false));
            above.addAll(rules.unknown(rows.rows()));
        }
        Reading reading = Reading.of(rows, models);
        boolean[] first = holds(rows.frame(), reading, condition, above, false, rng.child("kept"));
        for (int i = 0; i < first.length; i++) {
            first[i] = first[i] && (repeating == null || repeating.take(rows.frame(), i, i));
        }
        int[] open = failing(first);
        rows.again(condition == null ? open.length : 0);
        for (int round = 0; open.length > 0 && round < ROUNDS; round++) {
            int each = Math.max(1, TRIES / open.length);
            int[] tried = new int[open.length * each];
            for (int i = 0; i < tried.length; i++) {
                tried[i] = open[i % open.length];
            }
            Frame frame = rows.frame().take(tried);
            draw(frame, model, rng.child(round));
            List<Column> given =
                    above.stream().map(column -> column.take(tried)).toList();
            boolean force = round >= PATIENT;
            boolean[] holds = holds(
                    frame,
                    reading.take(tried),
                    condition,
                    given,
                    force,
                    rng.child(round).child("kept"));
            int[] found = new int[open.length];
            Arrays.fill(found, -1);
            for (int i = 0; i < tried.length; i++) {
                int at = i % open.length;
                boolean takes = found[at] < 0 && holds[i];
                found[at] = takes && (repeating == null || repeating.take(frame, i, open[at])) ? i : found[at];
            }
            int left = 0;
            for (int at = 0; at < found.length; at++) {
                if (found[at] < 0) {
                    open[left++] = open[at];
                } else {
                    rows.frame().copy(open[at], frame, found[at]);
                }
            }
            open = Arrays.copyOf(open, left);
        }
        if (open.length > 0 && rules != null) {
            // What contradicts itself keeps as much as it can.
            int[] left = open;
            Frame frame = rows.frame().take(left);
            rules.keep(
                    frame,
                    model,
                    above.stream().map(column -> column.take(left)).toList(),
                    true,
                    rng.child("last"));
            for (int i = 0; i < left.length; i++) {
                rows.frame().copy(left[i], frame, i);
            }
        }
        if (open.length > 0 && condition != null) {
            throw ProblemException.data(Problem.of("no rows of " + rows.part().name() + " with " + condition.text()
                            + " could be drawn for " + open.length + " of " + rows.rows() + " places, in "
                            + ROUNDS + " rounds.")
                    .fix("Ask for something that is commoner, or set a condition on the tables above too."));
        }
    }

    private static boolean[] holds(
            Frame frame, Reading reading, @Nullable Expression condition, List<Column> above, boolean force, Rng rng) {
        Rules rules = reading.model().rules();
        boolean[] holds = new boolean[frame.rows()];
        Arrays.fill(holds, true);
        if (rules != null) {
            holds = rules.keep(frame, reading.model(), above, force, rng);
        }
        if (condition != null) {
            boolean[] wanted = condition.holds(table(frame, reading));
            for (int i = 0; i < holds.length; i++) {
                holds[i] &= wanted[i];
            }
        }
        return holds;
    }

    private static int[] failing(boolean[] holds) {
        return IntStream.range(0, holds.length).filter(i -> !holds[i]).toArray();
    }

    private static void draw(Frame frame, PartModel model, Rng rng) {
        int given = model.features().length;
        for (ColumnModel tree : model.trees()) {
            if (model.part().own().get(tree.target() - given).what() == Own.What.VALUES) {
                tree.draw(frame, model.books(), rng.child(tree.target()));
                model.orders().enforce(frame, tree.target(), model.books()[tree.target()]);
            }
        }
    }

    private static Table table(Frame frame, Reading reading) {
        PartModel model = reading.model();
        int given = model.features().length;
        List<Column> columns = IntStream.range(0, model.part().own().size())
                .filter(k -> model.part().own().get(k).what() == Own.What.VALUES)
                .mapToObj(k -> reading.column(frame, given, k))
                .toList();
        return Table.of(schema(model.part()), columns);
    }
}
