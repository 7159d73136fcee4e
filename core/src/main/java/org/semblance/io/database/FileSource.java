package org.semblance.io.database;

import java.nio.file.Path;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Declared;

/** The tables in one file: the sheets of a workbook, in their order, or the one table of any other. */
public final class FileSource implements DatabaseSource {
    private final Path file;
    private final String name;
    private final List<TableFormat.Part> parts;

    /** @param name what it is called in messages */
    public FileSource(Path file, String name, List<TableFormat.Part> parts) {
        this.file = file;
        this.name = name;
        this.parts = List.copyOf(parts);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LoadedDatabase read(DatabaseOptions options, Run run) {
        List<TableFormat.Part> wanted = Parts.wanted(parts, options, name);
        return new LoadedDatabase(
                name, Parts.read(wanted, options, run), Declared.NOTHING, Parts.hash(List.of(file), name));
    }
}
