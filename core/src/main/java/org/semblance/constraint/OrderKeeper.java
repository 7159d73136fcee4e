package org.semblance.constraint;

import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Table;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps columns in order: as distances, or by moving what is out of order to the value that it must not pass. */
record OrderKeeper(Constraint constraint, List<Span> spans, boolean possible)
        implements Keeper.Rewriting, Keeper.Mending {
    OrderKeeper {
        spans = List.copyOf(spans);
    }

    @Override
    public boolean[] broken(Table table, Place place) {
        boolean[] out = new boolean[table.rows()];
        spans.forEach(span -> span.broken(table, out));
        return out;
    }

    @Override
    public List<String> takes() {
        return spans.stream().map(Span::taken).toList();
    }

    @Override
    public void forward(Draft draft) {
        for (int k = spans.size() - 1; k >= 0; k--) {
            spans.get(k).forward(draft);
        }
    }

    @Override
    public void backward(Draft draft, Rng rng) {
        spans.forEach(span -> span.backward(draft));
    }

    @Override
    public List<String> mends() {
        return takes();
    }

    @Override
    public boolean first() {
        return false;
    }

    @Override
    public void mend(Draft draft, Rng rng) {
        spans.forEach(span -> span.mend(draft));
    }

    @Override
    public void store(ObjectNode json) {
        json.put("spans", possible);
        ArrayNode above = json.putArray("from above");
        spans.stream().filter(Span::fromAbove).forEach(span -> above.add(span.high()
                .name()));
    }
}
