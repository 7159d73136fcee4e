package org.semblance.bench.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.SdMetricsDiagnostic;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.related.RelatedSynthesizer;
import org.semblance.table.Database;

/** 50 tables, six levels deep, with composite and self keys, through files: detected, learnt, drawn, all valid. */
class ForestTest {
    @TempDir
    Path folder;

    @Test
    void fiftyTablesSixLevelsDeep() {
        Database made = new Forest(50, 6, 120).draw(Rng.of(3));
        assertThat(made.tables()).hasSize(50);
        assertThat(made.keys().values()).filteredOn(key -> key.size() > 1).hasSizeGreaterThan(8);
        assertThat(made.relationships())
                .filteredOn(r -> r.foreignKey().size() > 1)
                .hasSizeGreaterThan(3);
        assertThat(made.relationships()).filteredOn(r -> r.toItself()).hasSizeGreaterThan(5);
        Folders.write(made, folder, Run.of(1));
        Run run = Run.of(1).threads(2);

        Database found = Folders.read(folder, run);
        assertThat(Set.copyOf(found.relationships())).isEqualTo(Set.copyOf(made.relationships()));
        made.keys()
                .forEach((table, key) -> assertThat(Set.copyOf(found.keys().get(table)))
                        .as(table)
                        .isEqualTo(Set.copyOf(key)));

        Database drawn = RelatedSynthesizer.PLUGIN
                .make()
                .fit(found, Map.of(), Privacy.DEFAULT, run)
                .sample(Size.scale(1), run.child("sample"))
                .toDatabase(run);
        Score valid = SdMetricsDiagnostic.PLUGIN.make().measure(RelatedComparison.of(found, drawn), run);
        assertThat(valid.parts())
                .containsOnlyKeys(List.of("Data Validity", "Data Structure", "Relationship Validity"))
                .allSatisfy((part, value) -> assertThat(value).as(part).isEqualTo(1.0));
    }
}
