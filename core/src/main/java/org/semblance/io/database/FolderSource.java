package org.semblance.io.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semblance.io.Loaded;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
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
        Map<String, Loaded> tables = Parts.read(parts, options, run);
        return new LoadedDatabase(name, tables, Declared.NOTHING, Parts.hash(files, name));
    }

    private List<TableFormat.Part> parts(List<Path> files, DatabaseOptions options) {
        List<TableFormat.Part> all = new ArrayList<>();
        for (Path file : files) {
            all.addAll(format(file).open(file));
        }
        all.sort(Comparator.comparing((TableFormat.Part part) -> part.name().toLowerCase(Locale.ROOT))
                .thenComparing(TableFormat.Part::name));
        return Parts.wanted(all, options, name);
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
}
