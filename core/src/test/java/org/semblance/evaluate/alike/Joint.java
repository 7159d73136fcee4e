package org.semblance.evaluate.alike;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metrics;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The pairs of tables of reference/joint.py and what other programs said of them. */
final class Joint {
    private static final Path FOLDER = Path.of("src/test/resources/reference/joint");

    private Joint() {}

    static Comparison pair(String name) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String number : new String[] {"a", "b", "c"}) {
            kinds.put(number, Kind.DECIMAL);
        }
        kinds.put("k", Kind.CATEGORY);
        kinds.put("m", Kind.CATEGORY);
        kinds.put("f", Kind.FLAG);
        return Comparison.of(
                Tables.read(FOLDER.resolve(name + "_real.csv"), kinds),
                Tables.read(FOLDER.resolve(name + "_synthetic.csv"), kinds));
    }

    /** Both tables with these columns only. */
    static Comparison select(Comparison c, int... columns) {
        return Comparison.of(c.real().select(columns), c.synthetic().select(columns));
    }

    /** The first rows of both tables. */
    static Comparison first(Comparison c, int rows) {
        int[] some = IntStream.range(0, rows).toArray();
        return Comparison.of(c.real().take(some), c.synthetic().take(some));
    }

    static JsonNode expected(String pair) {
        return read("joint.json").path("pairs").path(pair);
    }

    static JsonNode read(String file) {
        return new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
    }

    static Score measure(String metric, Comparison c, Map<String, ?> options) {
        return Metrics.ALL.find(metric).make(options).measure(c, Run.of(1));
    }

    static Score measure(String metric, Table real, Table synthetic) {
        return measure(metric, Comparison.of(real, synthetic), Map.of());
    }
}
