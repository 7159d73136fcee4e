/** How the tables of a database are related, found in their names and values: keys, foreign keys and sequences. */
@NullMarked
package org.semblance.prepare.relations;

import org.jspecify.annotations.NullMarked;
