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

/** How many real rows syntheses were learnt from: those that were not held back, by what run or sample wrote beside them. */
final class LearntRows {
    private LearntRows() {}

    private static final String REPORT = "report.json";

    /** Of all files together; 0 where nothing beside one tells. */
    static SyntheticPool.Learnt beside(Console console, List<String> files) throws IOException {
        Set<Integer> found = new TreeSet<>();
        boolean signed = false;
        for (String file : files) {
            SynthesesSign sign = SynthesesSign.of(console.path(file));
            signed |= sign != null;
            found.add(sign != null ? sign.learnt() : beside(console.path(file)));
        }
        if (found.size() > 1 && !found.contains(0)) {
            throw ProblemException.usage(Problem.of("the syntheses were learnt from different numbers of rows: "
                            + String.join(
                                    ", ", found.stream().map(String::valueOf).toList()) + ".")
                    .fix("Put together those of one run."));
        }
        int rows = found.size() == 1 ? found.iterator().next() : 0;
        String source = rows == 0 ? "" : signed ? "what sample -m wrote beside them" : REPORT + " beside the tables";
        return new SyntheticPool.Learnt(rows, source);
    }

    /** By the report of the run that wrote a file, a table or a model; 0 where none is beside it. */
    static int beside(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? 0 : of(folder.resolve(REPORT));
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
