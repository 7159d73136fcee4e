package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.related.Link;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.related.RelatedSynthesizer;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * What is held back takes no foreign keys with it: as many are missing in what is learnt from as in all rows, and in what
 * is drawn. False alarms: 4 standard deviations of either share, for 2 foreign keys of 2 databases, so 2.5e-4 each.
 */
class MissingLinksTest {
    private static final Relationship REFERRED = Relationship.of("people", "id", "people", "referred");
    private static final Relationship WRITER = Relationship.of("people", "id", "letters", "writer");
    private static final Relationship READER = Relationship.of("people", "id", "letters", "reader");
    private static final int PEOPLE = 1500;

    /** Two fifths were referred by one of the first few, or by one of the few before; half of the letters have a reader. */
    private static Database database(int first) {
        Rng rng = Rng.of(first);
        List<@Nullable Object> people = new ArrayList<>();
        List<@Nullable Object> letters = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int by = first > 0 ? rng.nextInt(first) : i - 1 - rng.nextInt(10);
            people.add("P" + (10_000 + i));
            people.add(i < 20 || rng.nextInt(5) > 1 ? null : "P" + (10_000 + by));
            people.add(rng.nextInt(80));
            for (int k = 0; k < 2; k++) {
                letters.add("P" + (10_000 + i));
                letters.add(rng.nextBoolean() ? null : "P" + (10_000 + rng.nextInt(PEOPLE)));
                letters.add(rng.nextInt(9));
            }
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("people", Table.of("id:key, referred:identifier, age:whole", people.toArray()));
        tables.put("letters", Table.of("writer:identifier, reader:identifier, pages:whole", letters.toArray()));
        return Database.of(tables, List.of(WRITER, REFERRED, READER)).key("people", "id");
    }

    private static double missing(Database database, Relationship r) {
        Link link = Link.of(database.table(r.parent()), database.table(r.child()), r);
        assertThat(link.orphans()).isZero();
        return link.missing() / (double) link.size();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void asManyAreMissingAsInAllRows(int first) {
        Database real = database(first);
        DatabaseSplit split = DatabaseSplit.of(real, 0.3, List.of(), Rng.of(1));
        assertThat(split.entity()).isEqualTo("people");
        Database drawn = RelatedSynthesizer.PLUGIN
                .make()
                .fit(split.training(), Privacy.DEFAULT, Run.of(2))
                .sample(new Size(1, Map.of("people", (long) PEOPLE)), Run.of(3))
                .toDatabase(Run.of(3));
        Database held = java.util.Objects.requireNonNull(split.holdout());
        for (Relationship r : List.of(REFERRED, READER)) {
            double share = missing(real, r);
            int rows = real.table(r.child()).rows();
            // Of all rows, three tenths or seven are drawn without replacement; then rows are drawn from these.
            double one = Math.sqrt(share * (1 - share) / rows);
            assertThat(missing(split.training(), r)).isCloseTo(share, within(4 * one * Math.sqrt(3 / 7.0)));
            assertThat(missing(held, r)).isCloseTo(share, within(4 * one * Math.sqrt(7 / 3.0)));
            assertThat(missing(drawn, r)).isCloseTo(share, within(4 * one * Math.sqrt(1 + 3 / 7.0)));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double most) {
        return org.assertj.core.data.Offset.offset(most);
    }
}
