package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Finds days and moments that are those of a row above, in nearly all rows: what is paid when it is lent. Where they are
 * in all, one is the other; where those that differ all differ one way, that is an order.
 *
 * <p>Being the same in 99 of 100 rows, of many different ones, is no chance. Which way the others differ may be: k of them
 * differ the same way by chance with probability 2^(1 - k); a rule that all real rows keep does no harm.
 */
final class Copied {
    private static final double NEARLY_ALL = 0.99;
    private static final int DIFFERENT = 20;

    private Copied() {}

    /**
     * @param some rows to look at: the first of each row above
     * @param whole all rows, with the columns of rows above
     * @param own the columns of the table itself
     */
    static List<Constraints.Found> find(Table some, Table whole, Schema own) {
        List<Constraints.Found> out = new ArrayList<>();
        for (Field mine : own.fields()) {
            for (Field other : some.schema().fields()) {
                boolean comparable = own.find(other.name()) < 0 && moment(mine.kind()) && mine.kind() == other.kind();
                if (comparable && copied(numbers(some, mine), numbers(some, other))) {
                    add(mine.name(), other.name(), whole, out);
                }
            }
        }
        return out;
    }

    private static boolean moment(Kind kind) {
        return kind == Kind.DATE || kind == Kind.DATETIME;
    }

    private static NumberColumn numbers(Table table, Field field) {
        return table.numbers(table.schema().index(field.name()));
    }

    private static boolean copied(NumberColumn mine, NumberColumn other) {
        int both = 0;
        int same = 0;
        Set<Double> different = new HashSet<>();
        for (int i = 0; i < mine.size(); i++) {
            if (mine.isMissing(i) || other.isMissing(i)) {
                continue;
            }
            both++;
            same += mine.get(i) == other.get(i) ? 1 : 0;
            if (different.size() < DIFFERENT) {
                different.add(mine.get(i));
            }
        }
        return different.size() >= DIFFERENT && same >= NEARLY_ALL * both;
    }

    private static void add(String mine, String other, Table whole, List<Constraints.Found> out) {
        Constraints.Found equal = held(new Listed.Line("formula", "`" + mine + "` = `" + other + "`", 1), whole);
        if (equal.holds()) {
            out.add(equal);
            return;
        }
        for (List<String> pair : List.of(List.of(other, mine), List.of(mine, other))) {
            Constraints.Found order = held(new Listed.Line("order", pair, 1), whole);
            if (order.holds()) {
                out.add(order);
                return;
            }
        }
    }

    private static Constraints.Found held(Listed.Line line, Table whole) {
        Constraint rule = Constraints.read(new Listed("found", List.of(line)), whole.schema())
                .get(0);
        return Constraints.held(rule, whole);
    }
}
