package org.semblance.io;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is told; everything else it finds out.
 *
 * @param schema kinds and formats that override what would be inferred, or null
 * @param maxRows more rows than this are sampled
 * @param maxBytes text and cells that may be held at once (8 bytes a cell); a larger source is sampled
 * @param delimiter between cells, or '\0' to find out
 * @param charset of the letters, or null to find out
 * @param header whether the first row names the columns, or null to find out
 */
public record ReadOptions(
        @Nullable SchemaOverrides schema,
        long maxRows,
        long maxBytes,
        char delimiter,
        @Nullable Charset charset,
        @Nullable Boolean header) {
    /** Finds everything out; holds at most 1 GB. */
    public static final ReadOptions DEFAULT = new ReadOptions(null, Long.MAX_VALUE, 1L << 30, '\0', null, null);

    public ReadOptions schema(@Nullable SchemaOverrides overrides) {
        return new ReadOptions(overrides, maxRows, maxBytes, delimiter, charset, header);
    }

    public ReadOptions maxRows(long rows) {
        return new ReadOptions(schema, rows, maxBytes, delimiter, charset, header);
    }

    public ReadOptions maxBytes(long bytes) {
        return new ReadOptions(schema, maxRows, bytes, delimiter, charset, header);
    }

    public ReadOptions delimiter(char sign) {
        return new ReadOptions(schema, maxRows, maxBytes, sign, charset, header);
    }

    public ReadOptions charset(@Nullable Charset letters) {
        return new ReadOptions(schema, maxRows, maxBytes, delimiter, letters, header);
    }

    public ReadOptions header(@Nullable Boolean present) {
        return new ReadOptions(schema, maxRows, maxBytes, delimiter, charset, present);
    }
}
