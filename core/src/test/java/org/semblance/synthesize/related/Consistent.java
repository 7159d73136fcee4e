package org.semblance.synthesize.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.evaluate.related.Link;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** What holds in every database that is drawn: schemas, keys that differ, foreign keys that name rows. */
final class Consistent {
    private Consistent() {}

    static void check(Database drawn, Database real) {
        for (String name : real.tables().keySet()) {
            Table table = drawn.table(name);
            assertThat(table.schema()).isEqualTo(real.table(name).schema());
            for (List<String> key : real.uniques(name)) {
                boolean primary = key.equals(real.keys().get(name));
                assertThat(repeated(table, key, primary)).as(name + " " + key).isZero();
            }
        }
        for (Relationship r : real.relationships()) {
            Link link = Link.of(drawn.table(r.parent()), drawn.table(r.child()), r);
            assertThat(link.orphans()).as(r.name()).isZero();
            Link there = Link.of(real.table(r.parent()), real.table(r.child()), r);
            if (there.missing() == 0 && there.children().length > 0) {
                assertThat(link.missing()).as(r.name()).isZero();
            }
        }
    }

    /** How many rows have a key that a row before them has, or, of a primary key, miss a part of it. */
    private static int repeated(Table table, List<String> key, boolean primary) {
        Set<List<Object>> seen = new HashSet<>();
        int repeated = 0;
        for (int i = 0; i < table.rows(); i++) {
            List<Object> values = new ArrayList<>();
            for (String column : key) {
                Object value = table.cell(i, table.schema().index(column));
                values.add(value);
            }
            boolean missing = values.contains(null);
            repeated += missing ? (primary ? 1 : 0) : seen.add(values) ? 0 : 1;
        }
        return repeated;
    }
}
