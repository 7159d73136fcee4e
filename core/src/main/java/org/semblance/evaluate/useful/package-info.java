/** Does work done with the rows give the same answers? Predictions and the user's own model. */
@NullMarked
package org.semblance.evaluate.useful;

import org.jspecify.annotations.NullMarked;
