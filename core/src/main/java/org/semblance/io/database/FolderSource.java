package org.semblance.io.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semblance.io.Loaded;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Declared;

/**
 * A folder whose files are tables: those whose names end as the formats say; other files, hidden ones and folders below
 * are left alone. Tables come in the order of their names, whatever the case of the letters.
 */
public final class FolderSource implements DatabaseSource {
    private final Path folder;
    private final String name;
    private final List<TableFormat> formats;

    /**
     * A folder.
     *
     * @param name what it is called in messages
     * @param formats those that are known; of several that fit a file the first is taken
     */
    public FolderSource(Path folder, String name, List<TableFormat> formats) {
        this.folder = folder;
        this.name = name;
        this.formats = List.copyOf(formats);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LoadedDatabase read(DatabaseOptions options, Run run) {
        List<Path> files = files();
        List<TableFormat.Part> parts = parts(files, options);
        Loaded[] loaded = new Loaded[parts.size()];
        List<Problem> problems = new ArrayList<>();
        try (Progress.Stage stage = run.progress().begin("read", parts.size(), "tables")) {
            Run each = run.threads(1).silent();
            run.parallel(parts.size(), i -> {
                TableFormat.Part part = parts.get(i);
                try {
                    loaded[i] = part.read(options.of(part.name()), each);
                    stage.add(1);
                } catch (ProblemException e) {
                    synchronized (problems) {
                        problems.addAll(e.problems());
                    }
                }
            });
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::line));
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        Map<String, Loaded> tables = new LinkedHashMap<>();
        for (int i = 0; i < loaded.length; i++) {
            tables.put(parts.get(i).name(), loaded[i]);
        }
        return new LoadedDatabase(name, tables, Declared.NOTHING, hash(files));
    }

    private List<TableFormat.Part> parts(List<Path> files, DatabaseOptions options) {
        List<TableFormat.Part> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(format(file).open(file));
        }
        all.sort(Comparator.comparing((TableFormat.Part part) -> part.name().toLowerCase(Locale.ROOT))
                .thenComparing(TableFormat.Part::name));
        List<String> names = all.stream().map(TableFormat.Part::name).toList();
        List<Problem> problems = new ArrayList<>();
        for (String wanted : options.tables()) {
            if (!names.contains(wanted)) {
                problems.add(Problem.of("there is no table \"" + wanted + "\".")
                        .at(name)
                        .fix(hint(wanted, names)));
            }
        }
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).equals(names.get(i - 1))) {
                problems.add(Problem.of("two files hold a table \"" + names.get(i) + "\".")
                        .at(name)
                        .fix("Rename one, or move it away."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return all.stream().filter(part -> options.wants(part.name())).toList();
    }

    private static String hint(String wanted, List<String> names) {
        String near = Nearest.hint(wanted, names);
        return near.isEmpty() ? "There are: " + String.join(", ", names) + "." : near;
    }

    private TableFormat format(Path file) {
        return formats.stream()
                .filter(format -> format.fits(String.valueOf(file.getFileName())))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            throw ProblemException.data(
                    Problem.of("there is no such folder.").at(name).fix("Check the path."));
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            formats.stream().anyMatch(format -> format.fits(String.valueOf(file.getFileName()))))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ProblemException.data(Problem.of("this folder cannot be read: " + e.getMessage() + ".")
                    .at(name));
        }
        if (files.isEmpty()) {
            throw ProblemException.data(Problem.of("there are no tables in this folder" + below() + ".")
                    .at(name)
                    .fix("Give a folder with one file a table, such as patients.csv and visits.csv."));
        }
        return files;
    }

    /** Which folders below have tables: the usual mistake is one level. */
    private String below() {
        try (Stream<Path> all = Files.list(folder)) {
            List<String> names = all.filter(Files::isDirectory)
                    .filter(this::holdsTables)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .limit(3)
                    .toList();
            return names.isEmpty()
                    ? ""
                    : ", but in " + names.stream().map(it -> name + "/" + it).collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "";
        }
    }

    private boolean holdsTables(Path below) {
        try (Stream<Path> all = Files.list(below)) {
            return all.anyMatch(
                    file -> formats.stream().anyMatch(format -> format.fits(String.valueOf(file.getFileName()))));
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the names and bytes of all files, as they are kept. */
    private String hash(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (Path file : files) {
                digest.update((file.getFileName() + "\0" + Files.size(file) + "\0").getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        digest.update(buffer, 0, n);
                        Run.checkCancelled();
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw ProblemException.data(
                    Problem.of("reading failed: " + e.getMessage() + ".").at(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
