/** What nearly all rows of a table keep, looked for in the table itself. */
@NullMarked
package org.semblance.constraint.learn;

import org.jspecify.annotations.NullMarked;
