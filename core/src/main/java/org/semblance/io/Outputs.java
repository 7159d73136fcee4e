package org.semblance.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Files that appear whole or not at all: each is written aside in the folder it belongs to, and moved when all are done.
 *
 * <pre>{@code
 * try (Outputs out = Outputs.in(folder, force)) {
 *     try (OutputStream csv = out.open("synthetic.csv")) { ... }
 *     out.commit();
 * }
 * }</pre>
 *
 * Closing without {@link #commit} deletes what was written, and the folder where it was made for this.
 */
public final class Outputs implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final boolean force;
    private final List<Path> madeFolders = new ArrayList<>();
    private final Map<Path, Path> asides = new LinkedHashMap<>();
    private final List<OutputStream> streams = new ArrayList<>();
    private boolean done;

    private Outputs(Path folder, boolean force) {
        this.folder = folder;
        this.force = force;
    }

    /** Files in a folder, which is made where it is not there. */
    public static Outputs in(Path folder, boolean force) {
        return new Outputs(folder, force);
    }

    /** One file, opened by its own name. */
    public static Outputs file(Path file, boolean force) {
        Path parent = file.getParent();
        return new Outputs(parent == null ? Path.of("") : parent, force);
    }

    /** @throws ProblemException naming every file that exists already and may not be replaced: to be asked before long work */
    public Outputs expect(String... names) {
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            Path target = folder.resolve(name);
            if (Files.isDirectory(target)) {
                problems.add(Problem.of("refused: " + target + " is a folder.").fix("Choose another name."));
            } else if (!force && Files.exists(target)) {
                problems.add(Problem.of("refused: " + target + " exists.").fix("Add --force to replace it."));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return this;
    }

    /**
     * A stream for the file of that name, which may lie in a folder below, gzipped where the name ends with {@code .gz}. Faults in writing are problems
     * that say what to do.
     */
    public synchronized OutputStream open(String name) {
        expect(name);
        Path target = folder.resolve(name);
        try {
            makeFolder(target.toAbsolutePath().getParent());
            Path aside = aside(target, ".partial");
            OutputStream raw = Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            asides.put(target, aside);
            OutputStream guarded = new Guarded(raw, target);
            OutputStream stream = name.endsWith(".gz")
                    ? new GZIPOutputStream(guarded, BUFFER)
                    : new BufferedOutputStream(guarded, BUFFER);
            streams.add(stream);
            return stream;
        } catch (IOException e) {
            throw problem(target, e);
        }
    }

    private void makeFolder(@Nullable Path wanted) throws IOException {
        Path whole = wanted == null ? folder.toAbsolutePath() : wanted;
        Path missing = whole;
        List<Path> made = new ArrayList<>();
        while (missing != null && !Files.exists(missing)) {
            made.add(missing);
            missing = missing.getParent();
        }
        Files.createDirectories(whole);
        madeFolders.addAll(0, made);
    }

    private static Path aside(Path target, String ending) {
        for (int k = 1; ; k++) {
            Path aside = target.resolveSibling("." + target.getFileName() + (k == 1 ? "" : "." + k) + ending);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }

    /**
     * Moves all files into place, or none: targets are checked first, old files stay aside until all new ones are in
     * place, and where a move fails those before it are taken back. Streams still open are closed first.
     */
    public synchronized void commit() {
        for (OutputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                throw problem(folder, e);
            }
        }
        expect(asides.keySet().stream()
                .map(target -> folder.relativize(target).toString())
                .toArray(String[]::new));
        Map<Path, Path> old = new LinkedHashMap<>();
        List<Path> moved = new ArrayList<>();
        for (Map.Entry<Path, Path> entry : asides.entrySet()) {
            Path target = entry.getKey();
            try {
                if (Files.exists(target)) {
                    Path kept = aside(target, ".old");
                    move(target, kept);
                    old.put(target, kept);
                }
                move(entry.getValue(), target);
                moved.add(target);
            } catch (IOException e) {
                throw problem(target, e, takeBack(moved, old));
            }
        }
        done = true;
        old.values().forEach(Outputs::delete);
    }

    /** Undoes the moves; what could not be undone, in words. */
    private String takeBack(List<Path> moved, Map<Path, Path> old) {
        List<String> left = new ArrayList<>();
        for (Path target : moved) {
            try {
                move(target, java.util.Objects.requireNonNull(asides.get(target)));
            } catch (IOException e) {
                left.add(target + " was written");
            }
        }
        old.forEach((target, kept) -> {
            try {
                move(kept, target);
            } catch (IOException e) {
                left.add("the old " + target + " is now " + kept);
            }
        });
        return left.isEmpty() ? "Nothing was written." : String.join("; ", left) + ".";
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes what was not committed. May be called again, and from another thread. */
    @Override
    public synchronized void close() {
        if (done) {
            return;
        }
        done = true;
        for (OutputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException | RuntimeException e) {
                // It is thrown away anyway.
            }
        }
        for (Path aside : asides.values()) {
            delete(aside);
        }
        for (Path made : madeFolders) {
            delete(made);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A folder with something else in it stays.
        }
    }

    private static ProblemException problem(Path target, IOException e) {
        return problem(target, e, "");
    }

    /** @param state what is on the disk now, for the message; may be empty */
    private static ProblemException problem(Path target, IOException e, String state) {
        String after = state.isEmpty() ? "" : " " + state;
        String words = String.valueOf(e.getMessage());
        if (words.contains("No space left") || words.contains("not enough space") || words.contains("quota")) {
            return ProblemException.data(Problem.of("the disk is full." + after)
                    .at(target.toString())
                    .fix("Free some space, or write to another disk with -o."));
        }
        String reason = e instanceof FileAlreadyExistsException
                ? "a file is in the way of a folder"
                : e instanceof java.nio.file.AccessDeniedException
                        ? "this folder may not be written to"
                        : e instanceof java.nio.file.NoSuchFileException
                                ? "what was written aside is no longer there"
                                : e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : words;
        return ProblemException.data(Problem.of("cannot be written: " + reason + "." + after)
                .at(target.toString())
                .fix("Choose another place with -o."));
    }

    /** A stream whose faults are problems. */
    private static final class Guarded extends OutputStream {
        private final OutputStream out;
        private final Path target;
        private boolean closed;

        Guarded(OutputStream out, Path target) {
            this.out = out;
            this.target = target;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int from, int length) {
            try {
                out.write(b, from, length);
            } catch (IOException e) {
                throw problem(target, e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw problem(target, e);
            }
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.close();
            } catch (IOException e) {
                throw problem(target, e);
            }
        }
    }
}
