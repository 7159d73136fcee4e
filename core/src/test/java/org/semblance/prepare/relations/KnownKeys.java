package org.semblance.prepare.relations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semblance.io.ReadOptions;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DelimitedFormat;
import org.semblance.io.database.FolderSource;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Declared;
import org.semblance.table.Relationship;

/** The keys of a database as texts: those that are known, and those that are found. */
record KnownKeys(Set<String> primary, Set<String> foreign) {
    private static final Pattern PRIMARY = Pattern.compile("- PK (\\w+)\\(([^)]*)\\)(?! — NOT UNIQUE)");
    private static final Pattern FOREIGN = Pattern.compile("- FK (\\w+)\\(([^)]*)\\) → (\\w+)\\(([^)]*)\\)");

    /** Those that the META.md of a folder names. */
    static KnownKeys read(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("META.md"), StandardCharsets.UTF_8);
        Set<String> primary = new TreeSet<>();
        for (Matcher m = PRIMARY.matcher(text); m.find(); ) {
            primary.add(m.group(1) + "." + m.group(2));
        }
        Set<String> foreign = new TreeSet<>();
        for (Matcher m = FOREIGN.matcher(text); m.find(); ) {
            foreign.add(m.group(1) + "." + m.group(2) + " -> " + m.group(3) + "." + m.group(4));
        }
        return new KnownKeys(primary, foreign);
    }

    static KnownKeys of(Database database) {
        Set<String> primary = new TreeSet<>();
        database.keys().forEach((table, columns) -> primary.add(table + "." + String.join(", ", columns)));
        Set<String> foreign = new TreeSet<>();
        for (Relationship r : database.relationships()) {
            foreign.add(r.child() + "." + String.join(", ", r.foreignKey()) + " -> " + r.parent() + "."
                    + String.join(", ", r.parentKey()));
        }
        return new KnownKeys(primary, foreign);
    }

    /** Those that are found in the tables of a folder. */
    static Detected detect(Path folder) {
        Run run = Run.of(1).threads(2);
        FolderSource source = new FolderSource(folder, folder.toString(), List.of(new DelimitedFormat()));
        return Detection.of(
                source.read(new DatabaseOptions(List.of(), Map.of(), ReadOptions.DEFAULT), run)
                        .rows(),
                Declared.NOTHING,
                run);
    }
}
