/** Parquet and JSON through DuckDB, an SQL engine inside this process; nothing of it is loaded before it is needed. */
@NullMarked
package org.semblance.formats.duck;

import org.jspecify.annotations.NullMarked;
