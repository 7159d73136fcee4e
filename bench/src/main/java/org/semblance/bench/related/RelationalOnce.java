package org.semblance.bench.related;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.semblance.bench.speed.Meter;
import org.semblance.constraint.Constraint;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.related.RelatedModel;
import org.semblance.synthesize.related.RelatedSynthesizer;
import org.semblance.table.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads or generates one database, learns it and draws it into nothing, in this JVM, which is new, and prints one line of
 * JSON: seconds, classes and compiling included, rows and heap.
 */
@Command(name = "relational-once", description = "Times one database.", hidden = true)
public final class RelationalOnce implements Callable<Integer> {
    @Parameters(description = "A folder, or shops:CUSTOMERS:ORDERS:COLUMNS[:PRODUCTS].")
    private String name = "";

    @Option(names = "--scale", description = "How many times as many rows.")
    private double scale = 1;

    @Option(names = "--threads", description = "Threads.")
    private int threads = 2;

    @Override
    public Integer call() {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        long begun = System.nanoTime();
        Database real = name.startsWith("shops:") ? Shops.of(name).draw(Rng.of(1)) : Folders.read(Path.of(name), run);
        long read = System.nanoTime();
        Map<String, List<Constraint>> rules = Making.rules(real, run);
        long found = System.nanoTime();
        RelatedModel model = RelatedSynthesizer.PLUGIN.make().fit(real, rules, Privacy.DEFAULT, run.child("fit"));
        long fitted = System.nanoTime();
        long[] rows = new long[1];
        model.sample(Size.scale(scale), run.child("sample")).forEach((table, some) -> rows[0] += some.rows(), run);
        long end = System.nanoTime();
        System.out.println(JsonMapper.shared()
                .createObjectNode()
                .put("read", (read - begun) / 1e9)
                .put("rules", (found - read) / 1e9)
                .put("fit", (fitted - found) / 1e9)
                .put("sample", (end - fitted) / 1e9)
                .put("rows", rows[0])
                .put("processor", Meter.processor())
                .put("heap", Meter.heapPeak()));
        return 0;
    }
}
