package org.semblance.model;

/**
 * How much a model file may hold before it is refused, so that a hostile one cannot fill memory or disk. The writer
 * keeps to the same limits: what is written can be read.
 *
 * @param entries how many entries the zip may have; below 65,535, so that the plain zip format suffices
 * @param entryBytes bytes of one entry when unpacked
 * @param totalBytes bytes of all entries when unpacked
 * @param freeBytes bytes that may be unpacked whatever the size of the file
 * @param ratio beyond {@code freeBytes}, unpacked bytes for each byte of the file; deflate itself reaches 1,032
 * @param jsonBytes bytes of model.json and manifest.json, each
 * @param jsonTokens tokens of either, since a tree of short tokens takes far more memory than its text
 * @param jsonDepth how deep either may be nested
 */
record Limits(
        int entries,
        long entryBytes,
        long totalBytes,
        long freeBytes,
        int ratio,
        int jsonBytes,
        long jsonTokens,
        int jsonDepth) {
    static final Limits STANDARD =
            new Limits(60_000, 2L << 30, (4L << 30) - (64 << 20), 64 << 20, 100, 48 << 20, 10_000_000, 200);

    /** Whether so much may come out of so much. */
    boolean allows(long unpacked, long packed) {
        return unpacked <= totalBytes && (unpacked <= freeBytes || unpacked <= ratio * packed);
    }
}
