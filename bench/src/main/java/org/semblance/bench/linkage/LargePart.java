package org.semblance.bench.linkage;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.semblance.bench.Line;
import tools.jackson.databind.JsonNode;

/** More rows than memory holds, on one thread and on all: the same bytes. */
final class LargePart implements Part {
    private static final String HEAP = "512m";

    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        JsonNode all = made(setting, setting.threads());
        JsonNode one = made(setting, 1);
        for (JsonNode made : List.of(all, one)) {
            double seconds = made.path("seconds").asDouble();
            out.accept(new Line(
                    String.format(
                            Locale.ROOT,
                            "a standard set of %,d target rows into hashes, `-Xmx%s`, %s (a loop over the library)",
                            setting.largeRows(),
                            HEAP,
                            made == one ? "1 thread" : setting.threads() + " threads"),
                    "100,000,000 rows, no more memory",
                    String.format(
                            Locale.ROOT,
                            "%.0f s, %,.0f rows/s, %.1f GB; heap peak %d MB",
                            seconds,
                            made.path("rows").asLong() / seconds,
                            made.path("bytes").asLong() / 1e9,
                            made.path("heap").asLong())));
        }
        boolean equal = all.path("hashes").equals(one.path("hashes"));
        out.accept(new Line(
                "the same files from 1 and " + setting.threads() + " threads (SHA-256 of each)",
                "equal",
                equal ? "equal" : "DIFFERENT"));
    }

    private static JsonNode made(Setting setting, int threads) throws Exception {
        return setting.ours(
                HEAP,
                List.of(
                        "linkage-large-once",
                        "--rows",
                        String.valueOf(setting.largeRows()),
                        "--threads",
                        String.valueOf(threads)));
    }
}
