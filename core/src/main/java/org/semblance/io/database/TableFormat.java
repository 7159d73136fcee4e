package org.semblance.io.database;

import java.nio.file.Path;
import java.util.List;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.run.Run;

/** A kind of file that holds tables. */
public interface TableFormat {
    /** Whether a file of that name is of this kind. */
    boolean fits(String fileName);

    /** The tables of a file: usually one, called as the file without its ending. Nothing but their names is read yet. */
    List<Part> open(Path file);

    /** One table in a file. */
    interface Part {
        String name();

        Loaded read(ReadOptions options, Run run);
    }
}
