package org.semblance.bench.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.semblance.prepare.Privacy;
import org.semblance.project.database.DatabaseSplit;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Table;

/**
 * Every database of a folder, with no hand-written metadata: seconds, integrity, keys, rules, quality as it is by default
 * and with rare labels released, and that of a fresh half where one can be had: then learnt from the other half.
 */
final class DatabasesPart implements Relational.Part {
    @Override
    public void measure(Relational.Setting setting, Relational.Lines out) throws Exception {
        Path data = setting.data();
        if (data == null) {
            out.add("real databases", "", "left out: --data names no folder");
            return;
        }
        for (Path folder : folders(data, setting.databases())) {
            Run run = new Run(Rng.of(1), setting.threads(), Progress.NONE);
            long begun = System.nanoTime();
            Database real = Folders.read(folder, run);
            double read = (System.nanoTime() - begun) / 1e9;
            String name = String.valueOf(folder.getFileName());
            whole(name, real, read, run, out);
            half(name, real, run, out);
            Hma.Outcome hma = setting.hma().make(name, real, run);
            Database theirs = hma.drawn();
            out.add(
                    name + ", the same by HMA",
                    "",
                    theirs == null
                            ? hma.words()
                            : String.format(
                                    Locale.ROOT,
                                    "%s: quality %.3f in %.0f s",
                                    hma.words(),
                                    Making.quality(real, theirs, run).value(),
                                    hma.seconds()));
        }
    }

    static List<Path> folders(Path data, List<String> names) throws IOException {
        try (Stream<Path> all = Files.list(data)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> names.isEmpty() || names.contains(String.valueOf(folder.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private static void whole(String name, Database real, double read, Run run, Relational.Lines out) {
        Making making = Making.of(real, Privacy.DEFAULT, run);
        Database drawn = making.drawn();
        Making released = Making.of(real, Privacy.fidelity(), run);
        long rows = real.tables().values().stream().mapToLong(Table::rows).sum();
        out.add(
                String.format(
                        Locale.ROOT,
                        "%s, %d tables, %,d rows",
                        name,
                        real.tables().size(),
                        rows),
                "60 s; integrity, keys and rules 1.0",
                String.format(
                        Locale.ROOT,
                        "%.1f s (reading %.1f, rules %.1f, fit %.1f, sample %.1f); integrity %s, keys %s, rules %s;"
                                + " quality %.3f, %.3f with rare labels released",
                        read + making.seconds(),
                        read,
                        making.find(),
                        making.fit(),
                        making.sample(),
                        exact(Making.score("referential-integrity", real, drawn, run)),
                        exact(Making.score("key-uniqueness", real, drawn, run)),
                        exact(Making.score("rules", real, drawn, run)),
                        Making.quality(real, drawn, run).value(),
                        Making.quality(real, released.drawn(), run).value()));
    }

    /** 1.0 for all, else so many digits that the rows that are wrong can be seen. */
    private static String exact(double score) {
        return Double.isNaN(score) ? "none" : score == 1 ? "1.0" : String.format(Locale.ROOT, "%.6f", score);
    }

    private static void half(String name, Database real, Run run, Relational.Lines out) {
        DatabaseSplit split = DatabaseSplit.of(real, 0.5, List.of(), run.rng().child("half"));
        Database fresh = split.holdout();
        if (fresh == null) {
            out.add(name + ", quality beside a fresh half", "", "none can be had: no table on which all others hang");
            return;
        }
        Database drawn = Making.of(split.training(), Privacy.DEFAULT, run).drawn();
        Database released = Making.of(split.training(), Privacy.fidelity(), run).drawn();
        double theirs = Making.quality(split.training(), fresh, run).value();
        double ours = Making.quality(split.training(), drawn, run).value();
        double all = Making.quality(split.training(), released, run).value();
        out.add(
                name + ", quality beside a fresh half of its " + split.entity(),
                "at most .03 lower",
                String.format(
                        Locale.ROOT,
                        "%.3f, %.3f with rare labels released; the half %.3f: %s",
                        ours,
                        all,
                        theirs,
                        ours >= theirs - 0.03 ? "met" : all >= theirs - 0.03 ? "met with them released" : "missed"));
    }
}
