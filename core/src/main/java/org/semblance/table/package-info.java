/** Immutable columnar tables: numbers in {@code double[]}, everything else in dictionary codes. */
@NullMarked
package org.semblance.table;

import org.jspecify.annotations.NullMarked;
