package org.semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.impute.Imputed;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaOverrides;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.SameKinds;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The tables that {@code pool} puts a model on, and what they are by their names and columns.
 *
 * @param sets of one schema
 * @param what IMPUTED, SYNTHETIC, or null where nothing tells
 * @param sign what it is known by
 * @param learnt how many real rows syntheses were learnt from, by what stands beside them
 */
record PoolTables(List<Table> sets, @Nullable What what, String sign, SyntheticPool.Learnt learnt) {
    private static final SyntheticPool.Learnt UNKNOWN = new SyntheticPool.Learnt(0, "");

    /** Where the values come from that were never observed. */
    enum What {
        IMPUTED,
        SYNTHETIC
    }

    boolean synthetic() {
        return what == What.SYNTHETIC;
    }

    /** Of folders that impute or run wrote, a file with the column .imp or .syn, or a file for each set. */
    static PoolTables read(Console console, List<String> names, @Nullable SchemaOverrides columns, Run run)
            throws IOException {
        List<String> files = new ArrayList<>();
        for (String name : names) {
            Path path = console.path(name);
            if (Files.isDirectory(path)) {
                files.addAll(ofFolder(name, path));
            } else {
                files.add(name);
            }
        }
        What byName = what(console, files);
        List<Table> out = new ArrayList<>();
        for (String file : files) {
            Inputs input = Inputs.of(console, file);
            Loaded loaded = Reading.readRows(console, input, columns, run.silent());
            Reading.refusePart(loaded, input);
            Table table = loaded.table();
            if (files.size() == 1 && table.schema().find(Imputed.SET) >= 0) {
                return new PoolTables(parts(table, Imputed.SET), What.IMPUTED, "the column " + Imputed.SET, UNKNOWN);
            }
            if (files.size() == 1 && table.schema().find(SynthesesFiles.SET) >= 0) {
                return new PoolTables(
                        parts(table, SynthesesFiles.SET),
                        What.SYNTHETIC,
                        "the column " + SynthesesFiles.SET,
                        LearntRows.beside(console, files));
            }
            out.add(out.isEmpty() ? table : like(out.get(0), table, input.name()));
        }
        SyntheticPool.Learnt learnt = byName == What.SYNTHETIC ? LearntRows.beside(console, files) : UNKNOWN;
        String first = files.get(0);
        String sign = byName == null
                ? ""
                : what(first) == null ? "what sample -m wrote beside " + name(first) : "the name " + name(first);
        return new PoolTables(out, byName, sign, learnt);
    }

    /** Null where the name tells nothing. */
    private static @Nullable What what(String file) {
        String name = name(file);
        return name.matches("imputed(-\\d+)?\\.[a-z.]+")
                ? What.IMPUTED
                : name.matches("synthetic(-\\d+)?\\.[a-z.]+") ? What.SYNTHETIC : null;
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    /** What all are; mixed ones are put together by no rule. */
    private static @Nullable What what(Console console, List<String> files) throws IOException {
        Set<@Nullable What> found = new LinkedHashSet<>();
        for (String file : files) {
            What byName = what(file);
            found.add(byName == null && SynthesesSign.of(console.path(file)) != null ? What.SYNTHETIC : byName);
        }
        if (found.contains(What.IMPUTED) && found.contains(What.SYNTHETIC)) {
            throw ProblemException.usage(Problem.of("some of the tables are imputed and some synthetic: "
                            + String.join(
                                    ", ", files.stream().map(PoolTables::name).toList()) + ".")
                    .fix("Give those of one kind, by their names."));
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** The tables of an imputation or a synthesis, by the number of their set. */
    private static List<String> ofFolder(String name, Path folder) throws IOException {
        List<String> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> what(file) != null)
                    .sorted(Comparator.comparing(String::length).thenComparing(file -> file))
                    .toList();
        }
        List<SynthesesSign> signs = found.isEmpty() ? SynthesesSign.in(folder) : List.of();
        if (signs.size() > 1) {
            throw ProblemException.usage(Problem.of("there are syntheses of several calls in this folder.")
                    .at(name)
                    .fix("Give the files of one."));
        }
        found = signs.isEmpty() ? found : signs.get(0).files();
        if (found.isEmpty()) {
            throw ProblemException.data(Problem.of("there are no imputed or synthetic tables in this folder.")
                    .at(name)
                    .fix("Give the folder that semblance impute, run or sample -m wrote, or the files."));
        }
        return found.stream()
                .map(file -> name.replaceFirst("/+$", "") + "/" + file)
                .toList();
    }

    /** With the kinds of the first set, and its columns. */
    static Table like(Table first, Table other, String name) {
        Table same = SameKinds.of(first, other, name).table();
        List<String> names = first.schema().names();
        int[] places = names.stream().mapToInt(same.schema()::find).toArray();
        if (Arrays.stream(places).anyMatch(place -> place < 0)) {
            throw ProblemException.data(Problem.of("its columns are not those of the first table.")
                    .at(name)
                    .fix("Give tables of one imputation or synthesis."));
        }
        Table chosen = same.select(places);
        for (int c = 0; c < names.size(); c++) {
            boolean alike = first.schema().field(c).kind().numeric()
                    == chosen.schema().field(c).kind().numeric();
            if (!alike) {
                throw ProblemException.data(Problem.of("column \"" + names.get(c)
                                + "\" holds another kind of value here" + " than in the first table.")
                        .at(name)
                        .fix("Say its kind: --schema FILE"));
            }
        }
        return Table.of(
                first.schema(),
                IntStream.range(0, chosen.width()).mapToObj(chosen::column).toList());
    }

    /** The sets of a long table, without the data as they came (set 0). */
    private static List<Table> parts(Table table, String column) {
        int at = table.schema().find(column);
        Map<Double, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (table.cell(row, at) instanceof Double set && set != 0) {
                rows.computeIfAbsent(set, key -> new ArrayList<>()).add(row);
            }
        }
        return rows.values().stream()
                .map(of -> table.take(of.stream().mapToInt(row -> row).toArray()))
                .toList();
    }
}
