package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.SynthesizersContractTest.Inputs;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class SynthesisTest {
    private static final Table REAL = Inputs.people(500);

    private static WholeTable fit(Table real, Privacy privacy) {
        return Synthesis.fit(real, Independent.PLUGIN, Map.of(), privacy, Run.of(1));
    }

    private static Table draw(WholeTable model, int rows) {
        return model.sample(rows, Run.of(2)).toTable(Run.of(2));
    }

    private static Set<String> texts(Table table, String column) {
        CodeColumn codes = (CodeColumn) table.column(column);
        Set<String> out = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            out.add(codes.get(i));
        }
        out.remove(null);
        return out;
    }

    @Test
    void keysAreNewAndAllDifferent() {
        Table drawn = draw(fit(REAL, Privacy.DEFAULT), 70_000);
        assertThat(texts(drawn, "id")).hasSize(70_000).allMatch(id -> id.matches("P\\d{4,5}"));
    }

    @Test
    void identifiersAndTextsAreNeverCopied() {
        Table drawn = draw(fit(REAL, Privacy.fidelity()), 2000);
        assertThat(texts(drawn, "mail")).doesNotContainAnyElementsOf(texts(REAL, "mail"));
        assertThat(texts(drawn, "note"))
                .doesNotContainAnyElementsOf(texts(REAL, "note"))
                .allMatch(note -> note.split(" ").length == 7);
    }

    @Test
    void identifiersThatRepeatGoOnRepeating() {
        String[] patients = new String[3000];
        java.util.Arrays.setAll(patients, i -> "P" + (1000 + i / 3));
        Table real = Table.of(Schema.of(Field.of("patient", Kind.IDENTIFIER)), List.of(CodeColumn.of(patients)));
        WholeTable model = fit(real, Privacy.DEFAULT);
        assertThat(texts(draw(model, 3000), "patient")).hasSize(1000);
        assertThat(texts(draw(model, 150_000), "patient")).hasSizeBetween(50_000, 50_003);
    }

    @Test
    void rareLabelsAndExtremesComeOnlyWithFidelity() {
        WholeTable safe = fit(REAL, Privacy.DEFAULT);
        assertThat(texts(draw(safe, 5000), "city")).containsExactlyInAnyOrder("Umeå", "Lund");
        assertThat(safe.changes())
                .anyMatch(change -> change.startsWith("city: "))
                .anyMatch(change -> change.startsWith("age: "));
        assertThat(safe.contents()).anyMatch(words -> words.contains("fewer than 5 rows"));
        WholeTable open = fit(REAL, Privacy.fidelity());
        assertThat(texts(draw(open, 5000), "city")).anyMatch(city -> city.startsWith("Village"));
        assertThat(open.changes()).isEmpty();
        assertThat(open.contents()).anyMatch(words -> words.contains("nothing was taken out"));
    }

    @Test
    void theModelHoldsNoRareLabelAndNoIdentifier() {
        String json = fit(REAL, Privacy.DEFAULT).store().json().toString();
        assertThat(json)
                .doesNotContain("Village", "nurse")
                .doesNotContainPattern("someone[0-9]")
                .contains("Lund");
    }

    @Test
    void aMakerOfTheFormatIsUsed() {
        Schema schema = Schema.of(
                Field.of("who", Kind.IDENTIFIER).format(org.semblance.table.Format.PLAIN.maker("email")),
                Field.of("x", Kind.WHOLE));
        Table real = Table.of(schema, List.of(CodeColumn.of("a@b.se", "c@d.se"), NumberColumn.of(1, 2)));
        assertThat(texts(draw(fit(real, Privacy.DEFAULT), 20), "who")).allMatch(mail -> mail.contains("@example."));
    }

    @Test
    void aWrongMakerIsAProblemOfItsColumn() {
        Schema schema =
                Schema.of(Field.of("who", Kind.IDENTIFIER).format(org.semblance.table.Format.PLAIN.maker("emale")));
        Table real = Table.of(schema, List.of(CodeColumn.of("a@b.se", "c@d.se")));
        assertThatThrownBy(() -> fit(real, Privacy.DEFAULT))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("column \"who\"")
                .hasMessageContaining("Did you mean \"email\"?");
    }

    @Test
    void wrongOptionsAndEmptyTablesAreProblems() {
        assertThatThrownBy(() -> Synthesis.fit(REAL, Independent.PLUGIN, Map.of("bin", 3), Privacy.DEFAULT, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Did you mean \"bins\"?");
        assertThatThrownBy(() -> fit(Table.of(new Schema(List.of()), List.of()), Privacy.DEFAULT))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no columns");
    }

    @Test
    void aBrokenModelIsAProblem() {
        WholeTable model = fit(REAL, Privacy.DEFAULT);
        var stored = model.store();
        stored.json().remove("made");
        assertThatThrownBy(() -> Synthesis.loader("independent").load(stored, model.schema()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("how column \"id\" is made");
        var other = model.store();
        other.arrays().put("core/column-0", new double[] {1});
        assertThatThrownBy(() -> Synthesis.loader("independent").load(other, model.schema()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("column \"age\"");
    }
}
