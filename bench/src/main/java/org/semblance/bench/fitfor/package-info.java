/**
 * Which measured values say that work done with synthetic rows goes well: real tables, rows made from them well and badly
 * on purpose, the measures of an evaluation, and beside them the works themselves, done on rows that no measure saw.
 */
@NullMarked
package org.semblance.bench.fitfor;

import org.jspecify.annotations.NullMarked;
