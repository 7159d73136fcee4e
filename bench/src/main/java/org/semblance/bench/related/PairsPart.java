package org.semblance.bench.related;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * Of each real database a parent and a child that HMA may take, since it refuses most of them whole: keys of one column, at
 * least 20 parents that are no mere list and at most 5,000, and most children.
 */
final class PairsPart implements Relational.Part {
    private static final int FEWEST = 20;
    private static final int MOST = 5000;

    @Override
    public void measure(Relational.Setting setting, Relational.Lines out) throws Exception {
        Path data = setting.data();
        if (data == null) {
            return;
        }
        for (Path folder : DatabasesPart.folders(data, setting.databases())) {
            Run run = new Run(Rng.of(1), setting.threads(), Progress.NONE);
            Database whole = Folders.read(folder, run);
            Optional<Relationship> pair = whole.relationships().stream()
                    .filter(r -> fits(whole, r))
                    .max(Comparator.comparingInt(r -> whole.table(r.child()).rows()));
            if (pair.isPresent()) {
                measure(String.valueOf(folder.getFileName()), part(whole, pair.get()), setting, out);
            }
        }
    }

    private static boolean fits(Database database, Relationship r) {
        int rows = database.table(r.parent()).rows();
        List<String> key = database.keys().getOrDefault(r.child(), List.of());
        return !r.toItself()
                && r.foreignKey().size() == 1
                && key.size() < 2
                && rows >= FEWEST
                && rows <= MOST
                && database.table(r.parent()).width() > 2;
    }

    private static Database part(Database whole, Relationship r) {
        Map<String, Table> tables = new LinkedHashMap<>();
        tables.put(r.parent(), whole.table(r.parent()));
        tables.put(r.child(), whole.table(r.child()));
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String name : tables.keySet()) {
            if (whole.keys().containsKey(name)) {
                keys.put(name, whole.keys().getOrDefault(name, List.of()));
            }
        }
        return Database.of(tables, keys, List.of(r), List.of());
    }

    private static void measure(String name, Database real, Relational.Setting setting, Relational.Lines out)
            throws Exception {
        Run run = new Run(Rng.of(1), setting.threads(), Progress.NONE);
        Relationship r = real.relationships().get(0);
        Hma.Outcome hma = setting.hma().make("pair-" + name, real, run);
        Making ours = Making.of(real, Privacy.DEFAULT, run);
        Making released = Making.of(real, Privacy.fidelity(), run);
        Database theirs = hma.drawn();
        out.add(
                String.format(
                        Locale.ROOT,
                        "%s, %s (%,d) and %s (%,d): quality",
                        name,
                        r.parent(),
                        real.table(r.parent()).rows(),
                        r.child(),
                        real.table(r.child()).rows()),
                "higher than HMA",
                String.format(
                        Locale.ROOT,
                        "%.3f in %.1f s, %.3f with rare labels released; %s",
                        Making.quality(real, ours.drawn(), run).value(),
                        ours.seconds(),
                        Making.quality(real, released.drawn(), run).value(),
                        theirs == null
                                ? hma.words()
                                : String.format(
                                        Locale.ROOT,
                                        "%s %.3f in %.0f s",
                                        hma.words(),
                                        Making.quality(real, theirs, run).value(),
                                        hma.seconds())));
    }
}
