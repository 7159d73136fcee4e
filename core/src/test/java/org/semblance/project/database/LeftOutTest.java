package org.semblance.project.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.constraint.Listed;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

class LeftOutTest {
    private static final String FILE = """
            tables:
              pets:
                key: id
                columns:
                  born: {kind: date}
              bills:
                columns:
                  total: {kind: decimal}
                constraints:
                  - order: [pets.born, sent, paid]
                  - order: [sent, paid]
                  - formula: "total = sum(lines.amount)"
              lines:
                key: [bill, no]
              readings:
                columns:
                  at: {kind: datetime}
            relationships:
              - {child: bills, foreign-key: pet, parent: pets, parent-key: id}
              - {child: lines, foreign-key: bill, parent: bills, parent-key: id}
            sequences:
              - {table: readings, entity: sensor, order: at}
              - {table: bills, entity: pet, order: sent}
            keep: [pets]
            """;

    @Test
    void whatIsSaidOfTablesThatAreLeftOutIsLeftOut() {
        DatabaseSchema all = DatabaseSchemaFile.parse(FILE, "schema.yaml");
        DatabaseSchema some = all.only(List.of("bills"));

        assertThat(all.only(List.of())).isSameAs(all);
        assertThat(some.columns()).containsOnlyKeys("bills");
        assertThat(some.declared().keys()).isEmpty();
        assertThat(some.declared().relationships()).isEmpty();
        assertThat(some.declared().sequences()).containsExactly(Sequence.of("bills", "pet", "sent"));
        assertThat(some.keep()).isEmpty();
        Listed rules = java.util.Objects.requireNonNull(some.constraints().get("bills"));
        assertThat(rules.lines()).extracting(line -> line.value().toString()).containsExactly("[sent, paid]");
    }

    @Test
    void ruleOfAColumnThatIsNotLearntSaysWhy() {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put("owners", Table.of("id:key, age:whole", "o1", 30));
        tables.put("pets", Table.of("owner:identifier, chip:identifier, kind:category", "o1", "c1", "cat"));
        Database database =
                Database.of(tables, Map.of(), List.of(Relationship.of("owners", "id", "pets", "owner")), List.of());
        Map<String, Object> chip = Map.of("column", "chip", "when", "kind = 'cat'");
        Map<String, Object> owner = Map.of("column", "kind", "when", "owner = 'o1'");
        Listed listed = new Listed(
                "schema.yaml", List.of(new Listed.Line("missing", chip, 3), new Listed.Line("missing", owner, 4)));

        assertThatThrownBy(() -> RelatedRules.read(listed, "pets", database.metadata()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "rules are about columns that are learnt, and \"chip\" is an identifier, made anew")
                .hasMessageContaining("\"owner\" is a foreign key");
    }
}
