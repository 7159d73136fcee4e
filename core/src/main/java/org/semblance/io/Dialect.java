package org.semblance.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a delimited text file is written.
 *
 * @param charset of its letters
 * @param bom whether it begins with a byte order mark
 * @param delimiter between cells
 * @param quote around cells that hold a delimiter, a quote or a line break
 * @param lineEnd after every row
 * @param header whether the first row names the columns
 */
public record Dialect(Charset charset, boolean bom, char delimiter, char quote, String lineEnd, boolean header) {
    /** UTF-8, commas, double quotes, line feeds and a header. */
    public static final Dialect STANDARD = new Dialect(StandardCharsets.UTF_8, false, ',', '"', "\n", true);

    public Dialect delimiter(char other) {
        return new Dialect(charset, bom, other, quote, lineEnd, header);
    }

    public Dialect charset(Charset other) {
        return new Dialect(other, bom, delimiter, quote, lineEnd, header);
    }

    public Dialect header(boolean present) {
        return new Dialect(charset, bom, delimiter, quote, lineEnd, present);
    }
}
