package org.semblance.bench.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.Line;
import tools.jackson.databind.JsonNode;

/** gecko's German example, by gecko and with the library. */
final class GermanPart implements Part {
    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        Path folder = setting.folder("german");
        JsonNode ours = setting.ours(
                "2g",
                List.of(
                        "linkage-german-once",
                        "--rows",
                        String.valueOf(setting.rows()),
                        "--threads",
                        String.valueOf(setting.threads()),
                        "--locale",
                        setting.locale(),
                        "--in",
                        folder.toString()));
        JsonNode theirs = gecko(setting, folder, false);
        JsonNode printed = gecko(setting, folder, true);
        String what = String.format(
                Locale.ROOT,
                "gecko's German example: %,d rows x 6 columns, 4 errors, both CSV files (a loop over the library)",
                setting.rows());
        out.accept(new Line(
                what + ", new JVM",
                "1,000,000 rows/s",
                rate(setting.rows(), ours.path("cold").asDouble())));
        double warm = ours.path("warm").asDouble();
        out.accept(new Line("the same, warm", "1,000,000 rows/s", rate(setting.rows(), warm)));
        if (theirs == null || printed == null) {
            out.accept(new Line("the same by gecko", "", "left out: --gecko names no Python that has it"));
            return;
        }
        out.accept(peer("the same by gecko " + theirs.path("version").asString(), theirs, warm));
        out.accept(peer("the same by gecko as its page prints it (no letter is misread)", printed, warm));
        Setting.delete(folder);
    }

    private static @Nullable JsonNode gecko(Setting setting, Path folder, boolean asPrinted) throws Exception {
        List<String> options =
                new ArrayList<>(List.of("--rows", String.valueOf(setting.rows()), "--out", folder.toString()));
        Path tables = setting.tables();
        if (tables != null) {
            options.addAll(List.of("--tables", tables.toString()));
        }
        if (asPrinted) {
            options.add("--as-printed");
        }
        return setting.peer(setting.gecko(), "gecko_german.py", options.toArray(String[]::new));
    }

    private static Line peer(String what, JsonNode theirs, double ours) {
        double seconds = theirs.path("seconds").asDouble();
        return new Line(
                what,
                "",
                String.format(
                        Locale.ROOT,
                        "%s; processor %.1f s; %.0f times slower than ours when warm",
                        rate(theirs.path("rows").asLong(), seconds),
                        theirs.path("cpu").asDouble(),
                        seconds / ours));
    }

    static String rate(long rows, double seconds) {
        return String.format(Locale.ROOT, "%,.0f rows/s (%.2f s)", rows / seconds, seconds);
    }
}
