package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.ProblemText;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Detection;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Declared;
import org.semblance.table.Table;

/** Orders and their lines, whose key nobody recognises; the total is the sum of the lines. */
class CorrectedKeysTest {
    private static final Run RUN = Run.of(1);
    private static final Map<String, Table> TABLES = tables();
    private static final String TOTAL = "sum(lines.price)";

    private static Map<String, Table> tables() {
        Rng rng = Rng.of(7);
        List<@Nullable Object> orders = new ArrayList<>();
        List<@Nullable Object> lines = new ArrayList<>();
        for (int o = 0; o < 200; o++) {
            int total = 0;
            for (int k = 1 + rng.nextInt(4); k > 0; k--) {
                int price = 1 + rng.nextInt(400);
                total += price;
                lines.addAll(List.of(100 + o, price));
            }
            int from = rng.nextInt(300);
            orders.addAll(List.of(100 + o, total, from, from + rng.nextInt(100)));
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("orders", Table.of("mark:key, total:whole, from:whole, to:whole", orders.toArray()));
        tables.put("lines", Table.of("belongs:whole, price:whole", lines.toArray()));
        return tables;
    }

    private static String written() {
        Detected detected = Detection.of(TABLES, new Declared(Map.of(), List.of(), null), RUN);
        return DatabaseSchemaText.write(detected, RelatedRules.find(detected.database(), RUN));
    }

    @Test
    void constraintsOfOtherKeysAreNotUsed() {
        String text = written();
        assertThat(text).contains("constraints:").doesNotContain(TOTAL);
        DatabaseSchema same = DatabaseSchemaFile.parse(text, "schema.yaml");
        assertThat(same.origin()).isEqualTo(DatabaseSchema.Origin.FOUND);
        assertThat(same.constraints()).isNotEmpty();

        String corrected = text.replace(
                "relationships: []",
                "relationships:\n  - {child: lines, foreign-key: belongs, parent: orders, parent-key: mark}");
        assertThat(corrected).isNotEqualTo(text);
        DatabaseSchema other = DatabaseSchemaFile.parse(corrected, "schema.yaml");
        assertThat(other.origin()).isEqualTo(DatabaseSchema.Origin.ANEW);
        assertThat(other.constraints()).isEmpty();
        Detected detected = Detection.of(TABLES, other.declared(), RUN);
        assertThat(DatabaseSchemaText.write(detected, RelatedRules.find(detected.database(), RUN)))
                .contains(TOTAL);

        // As the file says: without the mark, what is listed stands.
        DatabaseSchema hand = DatabaseSchemaFile.parse(corrected.replaceAll("found-with: .*\n", ""), "schema.yaml");
        assertThat(hand.origin()).isEqualTo(DatabaseSchema.Origin.HAND);
        assertThat(hand.constraints()).hasSameSizeAs(same.constraints());
    }

    @Test
    void aProjectRemembersIt() {
        Detected detected = Detection.of(TABLES, new Declared(Map.of(), List.of(), null), RUN);
        DatabaseSchema said = DatabaseSchemaFile.parse(written(), "schema.yaml");

        assertThat(DatabaseSchemaFile.parse(DatabaseSchemaText.bare(detected, said), "project.yaml")
                        .origin())
                .isEqualTo(DatabaseSchema.Origin.FOUND);
        assertThat(DatabaseSchemaText.bare(detected, DatabaseSchema.NOTHING)).doesNotContain("found-with");
    }

    @Test
    void keysThatTellNobodyApartAreRefusedTogether() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("people", Table.of("sex:category, town:category", "F", "A", "M", "B", "F", null));
        tables.put("towns", Table.of("name:category", "A", null));
        tables.put("good", Table.of("a:category, b:category", "x", "y", "x", "z"));
        DatabaseSchema schema = DatabaseSchemaFile.parse("""
                version: 1
                tables:
                  people:
                    key: sex
                  towns:
                    key: name
                  good:
                    key: [a, b]
                """, "schema.yaml");
        assertThatThrownBy(() -> SaidKeys.check(schema, tables))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(ProblemText.of(e.problems()))
                                .contains("line 3", "the key of people, sex, is the same in several rows")
                                .contains("line 5", "the key of towns, name, is missing in some rows")
                                .doesNotContain("good"));
    }
}
