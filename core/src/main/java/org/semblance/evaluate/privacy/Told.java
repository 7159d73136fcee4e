package org.semblance.evaluate.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the synthetic table tells of one target.
 *
 * @param overLimit the share of real rows that are told as one of a large group
 * @param real how many real rows count
 * @param fewer of as many synthetic rows as are held back, or null
 * @param fresh of the rows held back in the place of synthetic ones, or null
 * @param known what of it looks known anyway
 */
record Told(
        String target,
        Disclosed all,
        double overLimit,
        long real,
        @Nullable Disclosed fewer,
        @Nullable Disclosed fresh,
        List<KnownAlready.Known> known) {}
