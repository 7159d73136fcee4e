package org.semblance.bench.quality;

import org.semblance.table.Table;

/**
 * What one contender made of one table with one seed.
 *
 * @param train what it learnt from
 * @param synthetic as many rows, to be compared with {@code train}
 * @param seen half of the real rows, which a second fit learnt from
 * @param unseen the other half
 * @param half what the second fit made, as many rows as {@code seen}
 * @param fitSeconds of the first fit
 * @param sampleSeconds of the first sample
 */
record Trial(
        Table train, Table synthetic, Table seen, Table unseen, Table half, double fitSeconds, double sampleSeconds) {}
