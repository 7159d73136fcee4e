package org.semblance.constraint;

import java.util.List;
import java.util.Set;
import org.semblance.random.Rng;
import org.semblance.table.Table;

/** Keeps columns in order by moving what is out of order to the value that it must not pass; see also {@link Distances}. */
record OrderKeeper(Constraint constraint, List<Span> spans) implements Keeper.Mending, RowTest.Source {
    OrderKeeper {
        spans = List.copyOf(spans);
    }

    /** With values moved in the columns that are distances there, and in none that is given. */
    OrderKeeper turned(Distances distances, Set<String> given) {
        return new OrderKeeper(
                constraint,
                spans.stream()
                        .map(distances::turned)
                        .map(span -> given.contains(span.taken()) ? span.from(span.taken()) : span)
                        .toList());
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        boolean[] out = new boolean[table.rows()];
        spans.forEach(span -> span.broken(table, out));
        return out;
    }

    @Override
    public List<String> mends() {
        return spans.stream().map(Span::taken).toList();
    }

    @Override
    public void mend(Draft draft, Rng rng) {
        // Its rows exchange values with those of other constraints.
    }

    @Override
    public List<RowTest> tests(Draft draft) {
        return spans.stream().map(span -> span.test(draft)).toList();
    }

    @Override
    public void force(Draft draft, Rng rng) {
        spans.forEach(span -> span.mend(draft));
    }
}
