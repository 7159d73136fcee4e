package org.semblance.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.run.Run;
import org.semblance.table.Table;

class ProfileTest {
    private static final String HEADER =
            "age:whole, number:whole, city:category, town:category, code:category, sex:flag, empty:decimal, one:category,"
                    + " admitted:date, discharged:date";

    private static Table patients(int rows) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String city = i % 3 == 0 ? "Lund" : i == 1 ? "Nowhere" : "Umea";
            cells.add(i % 50);
            cells.add(7 * i);
            cells.add(city);
            cells.add(city.toUpperCase(java.util.Locale.ROOT));
            cells.add("C" + i);
            cells.add(i == 5 ? "m" : "f");
            cells.add(null);
            cells.add("same");
            cells.add(1000 + i);
            cells.add(i == 87 ? 900 : 1003 + i);
        }
        return Table.of(HEADER, cells.toArray());
    }

    private static final Profile PROFILE = Profile.of(patients(400), Privacy.DEFAULT, Run.of(1));

    @Test
    void warningsSayWhatIsOdd() {
        assertThat(PROFILE.warnings().stream().map(Warning::line))
                .containsExactly(
                        "number: every number is different; is it a key?",
                        "code: nearly every label is different; is it an identifier or a text?",
                        "sex: one label has over 99 % of the rows",
                        "empty: every value is missing",
                        "one: every row has the same value",
                        "town: says the same as city in every row",
                        "1 row has discharged before admitted (row 88)");
    }

    @Test
    void factsShowNoRareLabelsAndNoExtremes() {
        Facts city = PROFILE.columns().get(2);
        assertThat(city.labels()).extracting(Facts.Common::label).containsExactly("Umea", "Lund");
        assertThat(city.rareLabels()).isEqualTo(1);
        assertThat(city.distinct()).isEqualTo(3);
        Facts age = PROFILE.columns().get(0);
        assertThat(age.quantile(0.5)).isBetween(24.0, 25.0);
        assertThat(age.quantile(0.01)).isNaN();
        assertThat(age.quantile(0.05)).isBetween(1.0, 4.0);
        assertThat(age.distinct()).isEqualTo(50);
    }

    @Test
    void anEmptyTableHasNoWarnings() {
        assertThat(Profile.of(Table.of(HEADER), Privacy.DEFAULT, Run.of(1)).warnings())
                .isEmpty();
    }

    @Test
    void threadsMakeNoDifference() {
        assertThat(Profile.of(patients(400), Privacy.DEFAULT, Run.of(2).threads(2)))
                .isEqualTo(PROFILE);
    }
}
