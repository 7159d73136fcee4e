/** How good synthetic tables are: methods, peers and floors on any table that is split in train and holdout. */
@NullMarked
package org.semblance.bench.quality;

import org.jspecify.annotations.NullMarked;
