package org.semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many real rows a run's syntheses were learnt from: those that were not held back, by the report.json beside them. */
final class LearntRows {
    private LearntRows() {}

    /** Of all files together; 0 where one has no report beside it. */
    static int beside(Console console, List<String> files) throws IOException {
        Set<Integer> found = new TreeSet<>();
        for (String file : files) {
            Path folder = console.path(file).toAbsolutePath().getParent();
            found.add(folder == null ? 0 : of(folder.resolve("report.json")));
        }
        if (found.size() > 1 && !found.contains(0)) {
            throw ProblemException.usage(Problem.of("the syntheses were learnt from different numbers of rows: "
                            + String.join(
                                    ", ", found.stream().map(String::valueOf).toList()) + ".")
                    .fix("Put together those of one run."));
        }
        return found.size() == 1 ? found.iterator().next() : 0;
    }

    private static int of(Path report) throws IOException {
        if (!Files.isRegularFile(report)) {
            return 0;
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(report));
            return root.path("format").asString("").equals("semblance-report")
                    ? root.path("rows").path("training").asInt(0)
                    : 0;
        } catch (JacksonException e) {
            return 0; // Some other program's: as if there were none.
        }
    }
}
