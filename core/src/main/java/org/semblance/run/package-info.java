/** What every long computation is given: keyed randomness, threads and somebody to tell about progress. */
@NullMarked
package org.semblance.run;

import org.jspecify.annotations.NullMarked;
