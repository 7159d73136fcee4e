package org.semblance.linkage.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.semblance.io.RecordStream;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Reads links: pairs or clusters, by row or by id, in one pass; every fault with its line. */
final class LinkFile {
    private final RecordStream file;
    private final LinkColumns columns;
    private final Side source;
    private final Side target;
    private final boolean two;
    private final Faults faults = new Faults();

    private LinkFile(RecordStream file, LinkColumns columns, Side source, Side target, boolean two) {
        this.file = file;
        this.columns = columns;
        this.source = source;
        this.target = target;
        this.two = two;
    }

    /** What the header says, before anything is read. */
    static LinkColumns look(Source from) {
        try (RecordStream file = RecordStream.open(from)) {
            return LinkColumns.of(file.header(), file.name());
        }
    }

    static Links read(Source from, Side source, Optional<Side> target, Run run) {
        try (RecordStream file = RecordStream.open(from)) {
            LinkColumns columns = LinkColumns.of(file.header(), file.name());
            LinkFile reader = new LinkFile(file, columns, source, target.orElse(source), target.isPresent());
            Links links = columns.kind() == LinkColumns.Kind.PAIRS ? reader.pairs(run) : reader.clusters(run);
            reader.faults.stopIfAny(file.name());
            return links;
        }
    }

    /** Pairs by their key of blocking; all under the empty key where the file has none. */
    static Map<String, Links> candidates(Source from, Side source, Optional<Side> target) {
        try (RecordStream file = RecordStream.open(from)) {
            LinkColumns columns = LinkColumns.of(file.header(), file.name());
            LinkFile reader = new LinkFile(file, columns, source, target.orElse(source), target.isPresent());
            Map<String, Longs> byKey = new LinkedHashMap<>();
            while (file.next()) {
                String key = columns.key() < 0 || file.empty(columns.key()) ? "" : file.text(columns.key());
                long pair = reader.pair();
                if (pair >= 0) {
                    byKey.computeIfAbsent(key, k -> new Longs()).add(pair);
                }
            }
            reader.faults.stopIfAny(file.name());
            Map<String, Links> out = new LinkedHashMap<>();
            byKey.forEach((key, pairs) -> out.put(key, Links.pairs(pairs.values, new double[0], pairs.size)));
            if (out.isEmpty()) {
                out.put("", Links.pairs(new long[0]));
            }
            return out;
        }
    }

    private long pair() {
        int first = source.record(file, columns.first(), columns.byRow(), faults);
        int second = target.record(file, columns.second(), columns.byRow(), faults);
        if (first < 0 || second < 0) {
            return -1;
        }
        if (!two && first == second) {
            faults.add(Problem.of("a record is linked with itself.")
                    .at(file.place())
                    .fix("Remove the row."));
            return -1;
        }
        return two ? (long) first << 32 | second : (long) Math.min(first, second) << 32 | Math.max(first, second);
    }

    private Links pairs(Run run) {
        Longs out = new Longs();
        boolean scored = columns.score() >= 0;
        PlainLinks.pairs(columns, source, target, two, out).read(file, run);
        while (file.next()) {
            long pair = pair();
            if (pair < 0) {
                continue;
            }
            if (!scored) {
                out.add(pair);
                continue;
            }
            double score = score();
            if (!Double.isNaN(score)) {
                out.add(pair, score);
            }
        }
        return Links.pairs(out.values, scored ? trimmed(out) : new double[0], out.size);
    }

    /** As long as the pairs, also where there are none: then they are still scored. */
    private static double[] trimmed(Longs pairs) {
        return java.util.Arrays.copyOf(pairs.scores, pairs.values.length);
    }

    private double score() {
        String text = file.empty(columns.score()) ? "" : file.text(columns.score());
        try {
            double score = Double.parseDouble(text);
            if (!Double.isNaN(score)) {
                return score;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        faults.add(Problem.of("the score is \"" + text + "\", but must be a number.")
                .at(file.place()));
        return Double.NaN;
    }

    private Links clusters(Run run) {
        Numbers first = new Numbers(1024);
        Numbers second = new Numbers(16);
        Codes labels = new Codes();
        int next = 0;
        boolean byIds = two && columns.table() < 0;
        if (byIds && (columns.byRow() || !source.withIds() || !target.withIds())) {
            throw ProblemException.data(Problem.of("nothing says which file the records of the clusters are of.")
                    .at(file.name() + ", line 1")
                    .fix("Add a column table with source or target in it, or give both files and their column of ids:"
                            + " --source FILE --target FILE --id COLUMN"));
        }
        if (!two) {
            PlainLinks plain = PlainLinks.clusters(columns, source, labels, first);
            plain.read(file, run);
            next = plain.next();
        }
        while (file.next()) {
            boolean inTarget = false;
            if (byIds) {
                OptionalInt side = fileOf(columns.first());
                if (side.isEmpty()) {
                    continue;
                }
                inTarget = side.getAsInt() == 1;
            } else if (two) {
                int table = file.empty(columns.table()) ? -1 : LinkColumns.tableOf(file.text(columns.table()));
                if (table < 0) {
                    faults.add(Problem.of("it is not said which file the record is of.")
                            .at(file.place())
                            .fix("Add a column table with source or target in it."));
                    continue;
                }
                inTarget = table == 1;
            }
            int record = columns.first() < 0
                    ? next++
                    : (inTarget ? target : source).record(file, columns.first(), columns.byRow(), faults);
            int c = columns.second();
            if (record < 0 || file.empty(c)) {
                continue; // without a cluster: alone
            }
            int label = labels.add(file.bytes(c), file.from(c), file.to(c));
            put(inTarget ? second : first, record, label);
        }
        if (columns.first() < 0) {
            source.seen(next);
        }
        return two
                ? Links.clusters(first.trimmed(first.size), second.trimmed(second.size))
                : Links.clusters(first.trimmed(first.size));
    }

    /** In which file the id stands: 0 or 1; empty, with a fault, where it is in none or in both. */
    private OptionalInt fileOf(int cell) {
        boolean here = !file.empty(cell) && source.find(file, cell) >= 0;
        boolean there = !file.empty(cell) && target.find(file, cell) >= 0;
        if (here != there) {
            return OptionalInt.of(there ? 1 : 0);
        }
        faults.add(Problem.of(here ? "the id is in both files." : "the id is in neither file.")
                .at(file.place())
                .fix(here ? "Add a column table with source or target in it." : ""));
        return OptionalInt.empty();
    }

    private void put(Numbers side, int record, int label) {
        int before = side.get(record);
        if (before >= 0 && before != label) {
            faults.add(Problem.of("the record is in a second cluster, \"" + file.text(columns.second()) + "\".")
                    .at(file.place())
                    .fix("Put it in one, or give pairs."));
            return;
        }
        side.put(record, label);
    }
}
