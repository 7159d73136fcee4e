package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** One file to write, or standard output: whole or not at all. */
final class OneFile {
    /** What fills it. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private OneFile() {}

    /** Says before the work, not after it, that the file is there already and may not be replaced, or cannot be made. */
    static void check(Console console, String name) {
        if (name.equals(Console.DASH)) {
            return;
        }
        Path path = console.path(name);
        if (Files.isDirectory(path)) {
            throw ProblemException.usage(
                    Problem.of("refused: " + name + " is a folder.").fix("Give the name of a file."));
        }
        if (!console.flags().force && Files.exists(path)) {
            throw ProblemException.usage(
                    Problem.of("refused: " + name + " exists.").fix("Add --force to replace it."));
        }
        checkFolder(path.toAbsolutePath().getParent(), name);
    }

    /** The nearest folder above that exists must be one, and let us write. */
    static void checkFolder(@Nullable Path folder, String name) {
        Path above = folder;
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !(Files.isDirectory(above) && Files.isWritable(above))) {
            String reason = Files.isDirectory(above)
                    ? "its folder may not be written to"
                    : "a file is in the way of its folder";
            throw ProblemException.data(
                    Problem.of(name + " cannot be written: " + reason + ".").fix("Choose another place with -o."));
        }
    }

    /** Writes the file, or to standard output where it is called -. */
    static void write(Console console, String name, Content content) throws IOException {
        if (name.equals(Console.DASH)) {
            try (OutputStream out = console.data()) {
                content.write(out);
            }
            return;
        }
        Path path = console.path(name);
        try (Outputs out = Outputs.file(path, console.flags().force)) {
            try (OutputStream file = out.open(String.valueOf(path.getFileName()))) {
                content.write(file);
            }
            Run.checkCancelled();
            out.commit();
        }
    }

    static void writeModel(Console console, String name, Model model, Provenance provenance) throws IOException {
        write(console, name, out -> ModelFile.write(out, model, provenance.synthesizer(), provenance));
    }
}
