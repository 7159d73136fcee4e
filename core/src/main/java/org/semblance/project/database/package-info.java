/** Runs of whole databases, and the files that say what their tables are and how they are related. */
@NullMarked
package org.semblance.project.database;

import org.jspecify.annotations.NullMarked;
