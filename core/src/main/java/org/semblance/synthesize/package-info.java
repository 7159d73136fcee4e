/** One file per synthesizer; {@link org.semblance.synthesize.Synthesizers} lists them. */
@NullMarked
package org.semblance.synthesize;

import org.jspecify.annotations.NullMarked;
