package org.semblance.io;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Real files beside the project, where somebody has them: {@code shared/data} beside a folder above this one. */
final class SharedData {
    private SharedData() {}

    /** The folder, or null after a line that says what is missing. */
    static @Nullable Path folder(String name) {
        Path start = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        String given = System.getProperty("semblance.data", "");
        if (!given.isEmpty() && Files.isDirectory(Path.of(given, name))) {
            return Path.of(given, name);
        }
        System.out.println(
                "skipped: there is no shared/data/" + name + " beside the project (or -Dsemblance.data=FOLDER)");
        return null;
    }
}
