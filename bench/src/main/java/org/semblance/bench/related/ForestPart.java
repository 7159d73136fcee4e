package org.semblance.bench.related;

import java.util.Locale;
import java.util.Set;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;

/** Fifty tables, six levels deep, with composite and self keys: written, read, related, learnt, drawn. */
final class ForestPart implements Relational.Part {
    @Override
    public void measure(Relational.Setting setting, Relational.Lines out) throws Exception {
        Run run = new Run(Rng.of(1), setting.threads(), Progress.NONE);
        Database made = new Forest(50, 6, 120).draw(Rng.of(3));
        var folder = setting.hma().work().resolve("forest");
        Folders.write(made, folder, run);
        long begun = System.nanoTime();
        Database found = Folders.read(folder, run);
        double read = (System.nanoTime() - begun) / 1e9;
        Making making = Making.of(found, Privacy.DEFAULT, run);
        Set<?> right = Set.copyOf(made.relationships());
        long there = found.relationships().stream().filter(right::contains).count();
        out.add(
                "50 tables, depth 6, composite and self keys: SDMetrics' diagnostic",
                "1.0",
                String.format(
                        Locale.ROOT,
                        "%.4f; rules kept %.4f; %d of %d foreign keys found and %d others; %.1f s and %.1f s reading",
                        Making.score("sdmetrics-diagnostic", found, making.drawn(), run),
                        Making.score("rules", found, making.drawn(), run),
                        there,
                        right.size(),
                        found.relationships().size() - there,
                        making.seconds(),
                        read));
    }
}
