package org.semblance.synthesize.related;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.semblance.model.DatabaseModel;
import org.semblance.model.KeptDatabase;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.table.Database;
import org.semblance.table.Table;

/** What every synthesis of every database promises, on databases that nobody would wish for. */
class NastyDatabasesTest {
    private static final int DATABASES = Integer.getInteger("nasty", 16);

    @TestFactory
    Stream<DynamicTest> keysForeignKeysThreadsAndFiles() {
        return IntStream.range(0, DATABASES)
                .mapToObj(seed -> DynamicTest.dynamicTest("database " + seed, () -> check(seed)));
    }

    private static void check(int seed) {
        Database real = NastyDatabase.draw(Rng.of(seed));
        int rows = real.tables().values().stream().mapToInt(Table::rows).sum();
        Privacy privacy = seed % 2 == 0 ? Privacy.DEFAULT : Privacy.fidelity();
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(real, privacy, Run.of(seed));
        Database drawn = draw(model, 1, 1);
        Consistent.check(drawn, real);
        Same.check(drawn, draw(model, 1, 2));
        Consistent.check(draw(model, 0.4, 1), real);
        if (seed % 5 == 0 && rows < 800) {
            Consistent.check(draw(model, 150, 2), real);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(file, model, "related", Provenance.NONE);
        KeptDatabase kept = (KeptDatabase) ModelFile.open(
                new ByteArrayInputStream(file.toByteArray()),
                "model",
                new ModelFile.Loaders(Synthesis::loader, name -> RelatedSynthesizer.PLUGIN.make()));
        Same.check(drawn, draw(kept.model(), 1, 1));
    }

    private static Database draw(DatabaseModel model, double scale, int threads) {
        Run run = Run.of(2).threads(threads);
        return model.sample(Size.scale(scale), run).toDatabase(run);
    }
}
