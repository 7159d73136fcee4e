package org.semblance.bench.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.semblance.linkage.score.Links;

/** Commands of {@code semblance} in this JVM, and what they leave. */
final class Commands {
    private Commands() {}

    /** Runs {@code semblance linkage} and the words in a folder, which must succeed. */
    static void linkage(Path folder, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("linkage"));
        all.addAll(List.of(words));
        all.add("--quiet");
        int code = CommandOnce.run(folder, all);
        if (code != 0) {
            throw new IOException("semblance " + String.join(" ", all) + " ended with " + code);
        }
    }

    /** The pairs of a truth.csv. */
    static Links truth(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return Links.pairs(lines.skip(1)
                    .mapToLong(line -> {
                        int comma = line.indexOf(',');
                        return Long.parseLong(line.substring(0, comma)) << 32
                                | Long.parseLong(line.substring(comma + 1));
                    })
                    .toArray());
        }
    }
}
