package org.semblance.app.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which related tables are read and what is learnt of them: flags of {@code run} and {@code fit}. */
final class Related {
    @Option(
            names = "--tables",
            paramLabel = "NAMES",
            description = "Only these tables of a folder or database, and views, with commas between (all tables).")
    @Nullable
    String tables;

    @Option(
            names = "--keep",
            paramLabel = "NAMES",
            description = "Of related tables: these stay as they are, every row of them (lists of countries, wards).")
    @Nullable
    String keep;

    @Option(
            names = "--repair",
            description = "Of related tables: where foreign keys point nowhere, new ones do not (they do, too).")
    boolean repair;

    @Mixin
    Connecting connecting = new Connecting();

    void refuseForTables(String data) {
        connecting.refuseForTables(data);
        refuse(tables != null ? "--tables" : keep != null ? "--keep" : repair ? "--repair" : "");
    }

    /** @param flag that is for databases only, or empty */
    static void refuse(String flag) {
        if (!flag.isEmpty()) {
            throw ProblemException.usage(Problem.of(flag + " is for databases.")
                    .fix("Give a folder of tables" + (flag.equals("--scale") ? ", or -n for one table." : ".")));
        }
    }

    /** What was said, as settings of a project. */
    void put(Map<String, Object> settings) {
        if (tables != null) {
            settings.put("tables", Asked.columns(tables));
        }
        if (keep != null) {
            settings.put("keep", Asked.columns(keep));
        }
        if (repair) {
            settings.put("repair", true);
        }
    }
}
