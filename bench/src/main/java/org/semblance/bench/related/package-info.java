/** How good and how fast synthetic databases are. */
@NullMarked
package org.semblance.bench.related;

import org.jspecify.annotations.NullMarked;
