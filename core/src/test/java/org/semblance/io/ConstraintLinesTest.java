package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.constraint.Shop;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class ConstraintLinesTest {
    private static final Table ORDERS = Shop.orders(1000, Rng.of(1));

    private static SchemaOverrides read(String text) {
        return SchemaFile.read(
                Source.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "schema.yaml"));
    }

    private static List<String> words(List<Constraint> constraints) {
        return constraints.stream().map(Constraint::words).toList();
    }

    /** What inspect writes is what run reads. */
    @Test
    void whatIsFoundIsWrittenAndReadAgain() {
        List<Constraints.Found> found = Constraints.find(ORDERS, Run.of(2));

        Listed listed = Objects.requireNonNull(
                read(SchemaFile.write(ORDERS.schema(), found)).constraints());

        assertThat(words(Constraints.read(listed, ORDERS.schema()))).isEqualTo(words(Constraints.kept(found)));
        Listed again = ConstraintLines.read(
                ((Yaml.Members) Yaml.parse(ConstraintLines.write(listed), "f"))
                        .nodes()
                        .get("constraints"),
                "f");
        assertThat(words(Constraints.read(again, ORDERS.schema()))).isEqualTo(words(Constraints.kept(found)));
    }

    @Test
    void nothingSaidIsNotAnEmptyList() {
        assertThat(read("columns: {}").constraints()).isNull();
        assertThat(Objects.requireNonNull(read("constraints: []").constraints()).lines())
                .isEmpty();
    }

    @Test
    void whatIsNoConstraintIsToldWithItsLine() {
        assertThatThrownBy(() -> read("version: 1\nconstraints:\n  - order\n  - {sum: 1, range: 2}\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("schema.yaml, line 3: this is no constraint.")
                .hasMessageContaining("schema.yaml, line 4: this is no constraint.");
        Listed listed = Objects.requireNonNull(read("constraints:\n  - order: [low, high]\n  - order: [low, hihg]\n")
                .constraints());
        assertThatThrownBy(() -> Constraints.read(listed, ORDERS.schema()))
                .hasMessage("schema.yaml, line 3: order: there is no column \"hihg\". Did you mean \"high\"?");
    }

    /** Who breaks a rule is one of few: how many are not told where they are fewer than ten. */
    @Test
    void aFewRowsAreNotCountedOut() {
        Constraint one = Constraints.kept(Constraints.find(ORDERS, Run.of(2))).get(0);

        String few = ConstraintLines.write(List.of(new Constraints.Found(one, 3, 20_000)));

        assertThat(few)
                .contains("constraints: []")
                .contains("fewer than 10 rows break it")
                .doesNotContain(" 3 ");
        assertThat(ConstraintLines.write(List.of(new Constraints.Found(one, 20, 20_000))))
                .contains("holds in 99.90 % of the rows, so it is not kept unless listed");
    }
}
