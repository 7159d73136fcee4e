/** How fast tables are judged: the default evaluation measure by measure, the report, and SDMetrics beside it. */
@NullMarked
package org.semblance.bench.judge;

import org.jspecify.annotations.NullMarked;
