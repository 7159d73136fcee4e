package org.semblance.io;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Real files that are no part of the project: in the folder of {@code -Dsemblance.data}, else {@code ../shared/data}. */
public final class SharedData {
    private SharedData() {}

    /** The folder, or null after a line that says what is missing. */
    public static @Nullable Path folder(String name) {
        Path data = Path.of(System.getProperty("semblance.data", "../../shared/data"), name);
        if (Files.isDirectory(data)) {
            return data;
        }
        System.out.println("skipped: there is no " + name + " in ../shared/data (or give -Dsemblance.data=FOLDER)");
        return null;
    }
}
