/** Whatever yields rows: the model, its stream of row blocks, and the file that keeps it. */
@NullMarked
package org.semblance.model;

import org.jspecify.annotations.NullMarked;
