package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.model.Stored;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A model of rows with marks, whose rows read as they should.
 *
 * @param marked draws rows with marks
 */
record EchoModel(Model marked, Echoes echoes) implements Model {
    static final String STORED = "echoes";

    /** The model itself where no column repeats another. */
    static Model of(Model marked, Echoes echoes) {
        return echoes.isEmpty() ? marked : new EchoModel(marked, echoes);
    }

    @Override
    public Schema schema() {
        return marked.schema();
    }

    @Override
    public OptionalLong fixedRows() {
        return marked.fixedRows();
    }

    @Override
    public Rows sample(long rows, Run run) {
        Rows drawn = marked.sample(rows, run);
        return new Rows() {
            @Override
            public Schema schema() {
                return drawn.schema();
            }

            @Override
            public long size() {
                return drawn.size();
            }

            @Override
            public Table block(long index) {
                return echoes.backward(drawn.block(index));
            }
        };
    }

    @Override
    public Stored store() {
        Stored stored = marked.store();
        echoes.store(stored.json().putArray(STORED));
        return stored;
    }

    @Override
    public List<String> contents() {
        List<String> out = new ArrayList<>(marked.contents());
        out.addAll(echoes.words(schema()));
        return out;
    }
}
