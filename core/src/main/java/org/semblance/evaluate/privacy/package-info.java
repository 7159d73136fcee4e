/** Do the rows give away whom they were learnt from? Copies, attacks, disclosure. */
@NullMarked
package org.semblance.evaluate.privacy;

import org.jspecify.annotations.NullMarked;
