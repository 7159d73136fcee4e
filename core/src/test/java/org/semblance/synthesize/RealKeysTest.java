package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/** The clinic example: no number of a patient, visit or sample comes back, also where half of them were not learnt from. */
class RealKeysTest {
    @ParameterizedTest
    @CsvSource({"patients, patient_id", "visits, visit_id", "visits, patient_id", "lab_results, patient_id"})
    void noRealKeyIsAmongThoseMade(String file, String column) {
        Path csv = Path.of("../examples/clinic", file + ".csv");
        Table real =
                TableReader.read(Source.of(csv), ReadOptions.DEFAULT, Run.of(1)).table();
        int at = real.schema().index(column);
        assertThat(real.schema().field(at).kind()).isIn(Kind.KEY, Kind.IDENTIFIER);
        int[] ids = {at};
        int[] half = java.util.stream.IntStream.range(0, real.rows() / 2)
                .map(i -> 2 * i)
                .toArray();
        for (Table learnt : new Table[] {real.select(ids), real.select(ids).take(half)}) {
            WholeTable model = Synthesis.fit(learnt, Independent.PLUGIN, Map.of(), Privacy.DEFAULT, Run.of(1));
            Set<Object> made = values(model.sample(3000, Run.of(2)).toTable(Run.of(2)), 0);
            assertThat(made).isNotEmpty();
            assertThat(Collections.disjoint(made, values(real, at))).isTrue();
            assertThat(model.contents()).anyMatch(line -> line.startsWith("no value of " + column + ":"));
        }
    }

    private static Set<Object> values(Table table, int column) {
        Set<Object> out = new HashSet<>();
        for (int i = 0; i < table.rows(); i++) {
            out.add(table.cell(i, column));
        }
        return out;
    }
}
