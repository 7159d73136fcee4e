package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** What a file is, told by its first bytes, where it is not delimited text. */
final class FileSignature {
    private record Known(String bytes, String words) {}

    private static final String AS_CSV = "Save it as CSV (UTF-8) and give that file.";

    /** Sources: the formats' own specifications; bytes are written as Latin-1 letters. */
    private static final List<Known> KNOWN = List.of(
            new Known("\u0089PNG", "a PNG picture"),
            new Known("\u00FF\u00D8\u00FF", "a JPEG picture"),
            new Known("GIF8", "a GIF picture"),
            new Known("%PDF", "a PDF document"),
            new Known("PK\u0003\u0004", "a zip archive or an Excel or OpenDocument file"),
            new Known("\u00D0\u00CF\u0011\u00E0", "an old Excel or Word file"),
            new Known("PAR1", "a Parquet file"),
            new Known("ARROW1", "an Arrow file"),
            new Known("FEA1", "a Feather file"),
            new Known("SQLite format 3", "an SQLite database"),
            new Known("BZh", "compressed with bzip2"),
            new Known("\u00FD7zXZ", "compressed with xz"),
            new Known("(\u00B5/\u00FD", "compressed with zstd"),
            new Known("7z\u00BC\u00AF", "a 7z archive"),
            new Known("\u007FELF", "a program"),
            new Known("RDX3", "an R data file"),
            new Known("RDX2", "an R data file"),
            new Known("$FL2", "an SPSS file"),
            new Known("<stata_dta>", "a Stata file"),
            new Known("\u0089HDF", "an HDF5 file"),
            new Known("<?xml", "XML"),
            new Known("<!DOCTYPE", "a web page"),
            new Known("<!doctype", "a web page"),
            new Known("<html", "a web page"),
            new Known("<HTML", "a web page"));

    private FileSignature() {}

    /** @throws ProblemException where the bytes are plainly not a table in text */
    static void check(byte[] head, String name, boolean utf16) {
        String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        for (Known known : KNOWN) {
            if (text.startsWith(known.bytes())) {
                boolean packed = known.words().startsWith("compressed");
                throw ProblemException.data(Problem.of("this is " + known.words() + ", not delimited text.")
                        .at(name)
                        .fix(packed ? "Unpack it first; of compressed files .gz is read as it is." : AS_CSV));
            }
        }
        String trimmed = text.stripLeading();
        if (trimmed.matches("(?s)(\\{\\s*\"|\\[\\s*[\\[{]).*")) {
            throw ProblemException.data(
                    Problem.of("this is JSON, not delimited text.").at(name).fix(AS_CSV));
        }
        if (!utf16 && binary(head)) {
            throw ProblemException.data(Problem.of("this is a binary file, not delimited text.")
                    .at(name)
                    .fix(AS_CSV));
        }
    }

    /** More than 1 in 50 bytes are control characters that no text has. */
    private static boolean binary(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            if ((b >= 0 && b < 9) || (b > 13 && b < 32 && b != 0x1B && b != 0x1A)) {
                odd++;
            }
        }
        return odd > 8 && odd > head.length / 50;
    }
}
