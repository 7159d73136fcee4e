package org.semblance.formats.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.semblance.io.Source;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** A database that is one file: a new one is written aside and moved into place when it is complete. */
final class DatabaseFile {
    private final Path file;
    private final Path aside;
    private final boolean fresh;

    private DatabaseFile(Path file, boolean fresh) {
        this.file = file;
        this.fresh = fresh;
        this.aside = file.resolveSibling("." + file.getFileName() + ".partial");
    }

    /** A file that is there is written in place, within a transaction. */
    static DatabaseFile at(Path file) throws SQLException {
        Path whole = file.toAbsolutePath();
        boolean fresh = !Files.exists(whole);
        DatabaseFile made = new DatabaseFile(whole, fresh);
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw ProblemException.data(Problem.of("the folder of this file is not there, or may not be written to.")
                    .at(file.toString())
                    .fix("Make it first, or choose another."));
        }
        if (fresh) {
            made.delete();
        }
        return made;
    }

    /** The file to open. */
    Path open() {
        return fresh ? aside : file;
    }

    /** Shows what was written; the database is closed. */
    void show() throws SQLException {
        if (!fresh) {
            return;
        }
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SQLException("the file can not be moved into place", "58030", e);
        }
    }

    /** Deletes what was not shown. */
    void delete() {
        if (!fresh) {
            return;
        }
        for (String ending : new String[] {"", "-journal", "-wal", ".wal", "-shm"}) {
            try {
                Files.deleteIfExists(aside.resolveSibling(aside.getFileName() + ending));
            } catch (IOException e) {
                // A hidden file that the next run deletes.
            }
        }
    }

    private static boolean begins(Path file, String letters) {
        return new String(head(file, letters.length()), StandardCharsets.ISO_8859_1).equals(letters);
    }

    /** The first bytes of a file; none where there is no such file. */
    static byte[] head(Path file, int count) {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(count);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** @throws ProblemException where there is no such file, or it begins otherwise */
    static void check(Path file, String what, String letters) {
        try {
            Source.of(file).open().close();
        } catch (IOException e) {
            throw ProblemException.data(
                    Problem.of("reading failed: " + e.getMessage() + ".").at(file.toString()));
        }
        if (!letters.isEmpty() && !begins(file, letters)) {
            throw ProblemException.data(
                    Problem.of("this is no " + what + " database.").at(file.toString()));
        }
    }
}
