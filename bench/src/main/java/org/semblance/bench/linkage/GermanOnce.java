package org.semblance.bench.linkage;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.semblance.bench.speed.Meter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@link German}, timed twice in this JVM: new, and warm. Prints one line of JSON. */
@Command(name = "linkage-german-once", description = "Times six columns of people with errors.", hidden = true)
public final class GermanOnce implements Callable<Integer> {
    @Option(names = "--rows", description = "Default: ${DEFAULT-VALUE}.")
    private long rows = 1_000_000;

    @Option(names = "--locale", description = "Default: ${DEFAULT-VALUE}.")
    private String locale = "de-DE";

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--in", description = "The folder to write.", required = true)
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws Exception {
        ObjectNode line = JsonMapper.shared().createObjectNode().put("rows", rows);
        for (String name : new String[] {"cold", "warm"}) {
            double before = Meter.processor();
            line.put(name, Meter.seconds(() -> German.write(locale, rows, folder, German.run(threads))));
            line.put(name + "_processor", Meter.processor() - before);
        }
        System.out.println(line.put("heap", Meter.heapPeak()));
        return 0;
    }
}
