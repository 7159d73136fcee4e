/** What the rows of a table keep: found in the data, written in a file, checked, and kept by new rows. */
@NullMarked
package org.semblance.constraint;

import org.jspecify.annotations.NullMarked;
