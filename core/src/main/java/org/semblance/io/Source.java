package org.semblance.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Where bytes come from: a file, or a stream that can be read once. What is gzipped is inflated, told by its first bytes. */
public final class Source {
    private final String name;
    private final @Nullable Path path;
    private final @Nullable InputStream stream;

    private Source(String name, @Nullable Path path, @Nullable InputStream stream) {
        this.name = name;
        this.path = path;
        this.stream = stream;
    }

    public static Source of(Path path) {
        return new Source(path.toString(), path, null);
    }

    /** A stream such as standard input; it is read once and not closed by its reader. */
    public static Source of(InputStream stream, String name) {
        return new Source(name, null, stream);
    }

    /** What messages call it: the path as given, or the stream's name. */
    public String name() {
        return name;
    }

    /**
     * The bytes, inflated where they are gzipped.
     *
     * @throws ProblemException where there is no such file, or it is a folder, or may not be read
     */
    public InputStream open() {
        try {
            InputStream raw = stream;
            if (raw == null) {
                Path file = check(path == null ? Path.of(name) : path);
                raw = Files.newInputStream(file);
            }
            PushbackInputStream in = new PushbackInputStream(raw, 2);
            byte[] magic = in.readNBytes(2);
            in.unread(magic);
            boolean zipped = magic.length == 2 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B;
            return zipped ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (AccessDeniedException e) {
            throw ProblemException.data(Problem.of("this file may not be read.")
                    .at(name)
                    .fix("Ask for the right to read it, or copy it to a folder of yours."));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** How many bytes the file has, not inflated; -1 for a stream. */
    long size() {
        try {
            return path == null ? -1 : Files.size(path);
        } catch (IOException e) {
            return -1;
        }
    }

    /** The file to be read at any place; null for a stream, a pipe and the like. */
    @Nullable
    FileChannel channel() throws IOException {
        return path == null || !Files.isRegularFile(path) ? null : FileChannel.open(path);
    }

    /** The bytes of a file from this one on, as they stand in it. */
    InputStream from(long place) throws IOException {
        FileChannel file = FileChannel.open(path == null ? Path.of(name) : path);
        return Channels.newInputStream(file.position(place));
    }

    /** The problem that a fault in reading stands for. */
    ProblemException broken(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (e instanceof java.io.EOFException || e instanceof java.util.zip.ZipException) {
            return ProblemException.data(Problem.of("the gzipped data is damaged or ends too early.")
                    .at(name)
                    .fix("Copy or download it again; gzip -t tells whether it is whole."));
        }
        return ProblemException.data(
                Problem.of("reading failed: " + words + ".").at(name));
    }

    private static Path check(Path file) {
        if (Files.isDirectory(file)) {
            throw ProblemException.data(
                    Problem.of("this is a folder.").at(file.toString()).fix("Give one of the files in it."));
        }
        if (!Files.exists(file)) {
            String hint = Nearest.hint(String.valueOf(file.getFileName()), neighbours(file));
            throw ProblemException.data(Problem.of("there is no such file.")
                    .at(file.toString())
                    .fix(hint.isEmpty() ? "Check the path." : hint));
        }
        return file;
    }

    private static List<String> neighbours(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .limit(10_000)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
