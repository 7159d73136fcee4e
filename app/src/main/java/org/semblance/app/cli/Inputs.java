package org.semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.formats.Excel;
import org.semblance.io.Source;
import org.semblance.run.Run;

/** An argument that names something to read: what it is, its bytes, and their SHA-256. */
final class Inputs {
    /** What an argument turns out to be. */
    enum What {
        DATA,
        MODEL,
        YAML
    }

    private final String argument;
    private final @Nullable Path file;
    private final String sheet;
    private final InputStream stream;
    private final MessageDigest digest;

    private Inputs(String argument, String sheet, @Nullable Path file, InputStream stream) {
        this.argument = argument;
        this.sheet = sheet;
        this.file = file;
        this.digest = sha256();
        this.stream = new PushbackInputStream(new DigestInputStream(stream, digest), 4);
    }

    /** A file, a sheet of a workbook as {@code book.xlsx#Sheet2}, or standard input for {@code -}. */
    static Inputs of(Console console, String argument) {
        if (argument.equals(Console.DASH)) {
            return new Inputs(argument, "", null, console.streams().in());
        }
        int mark = argument.lastIndexOf('#');
        boolean sheet = mark > 0 && Excel.isWorkbook(argument.substring(0, mark));
        String file = sheet ? argument.substring(0, mark) : argument;
        return new Inputs(
                file, sheet ? argument.substring(mark + 1) : "", console.path(file), InputStream.nullInputStream());
    }

    /** A path that a file names, from where that file is. */
    static String beside(String file, String path) {
        Path folder = Path.of(file).getParent();
        return folder == null || path.equals(Console.DASH)
                ? path
                : folder.resolve(path).normalize().toString();
    }

    /** What it is called in messages and reports, without its folder. */
    String name() {
        return file == null ? "standard input" : String.valueOf(file.getFileName());
    }

    /** {@code patients} of {@code folder/patients.csv.gz}. */
    String stem() {
        if (file == null) {
            return "data";
        }
        String name = name().replaceFirst("(?i)\\.gz$", "");
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The sheet of a workbook; empty for the first, and for all other files. */
    String sheet() {
        return sheet;
    }

    boolean gzipped() {
        return name().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    @Nullable
    Path file() {
        return file;
    }

    /** A YAML file by its name, a model by its first bytes; everything else is data. */
    What what() throws IOException {
        String lower = argument.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return What.YAML;
        }
        if (Excel.isWorkbook(lower)) {
            return What.DATA;
        }
        byte[] first;
        if (file == null) {
            first = stream.readNBytes(4);
            ((PushbackInputStream) stream).unread(first);
        } else if (Files.isRegularFile(file) && Files.isReadable(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                first = in.readNBytes(4);
            }
        } else {
            // What is not there or not readable is said by the reader, with a guess of what was meant.
            return lower.endsWith(".semblance") ? What.MODEL : What.DATA;
        }
        boolean zip = first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        return zip || lower.endsWith(".semblance") ? What.MODEL : What.DATA;
    }

    Source source() {
        if (file == null) {
            return Source.of(stream, name());
        }
        return Excel.isWorkbook(argument) ? Excel.source(file, sheet) : Source.of(file);
    }

    /** In hexadecimal, of the bytes as they are kept (inflated or not); of a stream, of what was read of it. */
    String hash() throws IOException {
        Path path = file;
        if (path == null) {
            return HexFormat.of().formatHex(digest.digest());
        }
        if (!Files.isRegularFile(path)) {
            return "";
        }
        MessageDigest whole = sha256();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                whole.update(buffer, 0, n);
                Run.checkCancelled();
            }
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
