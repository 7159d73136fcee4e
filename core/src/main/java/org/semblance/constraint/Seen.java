package org.semblance.constraint;

import java.util.List;
import java.util.stream.IntStream;
import org.semblance.constraint.learn.Drawn;
import org.semblance.constraint.learn.FewValues;
import org.semblance.constraint.learn.Learning;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * What is known of a table when constraints are looked for.
 *
 * @param table only the columns that can be modelled, all rows
 * @param drawn some of its rows
 * @param learning the rules that it keeps
 * @param whole the table with all its columns
 */
public record Seen(Table table, Drawn drawn, Learning learning, Table whole) {
    /** Rows that are looked at for what might be; what is found is held against all. */
    private static final int ROWS = 10_000;

    private static final int MOST = 200;

    /** Most of what is not so fails on these already. */
    private static final int FIRST = 1000;

    static Seen of(Table whole, Run run) {
        int[] modelled = IntStream.range(0, whole.width())
                .filter(c -> whole.schema().field(c).kind().modelled())
                .toArray();
        Table table = whole.select(modelled);
        Drawn drawn = Drawn.of(table, ROWS, run);
        return new Seen(table, drawn, Learning.of(drawn, MOST, run), whole);
    }

    Table sample() {
        return drawn.sample();
    }

    /** The first of the drawn rows. */
    Table first() {
        Table sample = drawn.sample();
        return sample.rows() <= FIRST
                ? sample
                : sample.take(IntStream.range(0, FIRST).toArray());
    }

    String name(int column) {
        return table.schema().field(column).name();
    }

    /** The names of the columns of two sides of a rule. */
    List<String> names(FewValues a, FewValues b) {
        return List.of(name(a.column()), name(b.column()));
    }

    /** Whether a column holds numbers, not dates. */
    boolean amount(int column) {
        Kind kind = table.schema().field(column).kind();
        return kind == Kind.WHOLE || kind == Kind.DECIMAL;
    }

    /** The rules of some kind that it keeps. */
    <R> List<R> rules(Class<R> kind) {
        return learning.rules().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
