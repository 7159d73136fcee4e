/** Noise that gives a formal guarantee, from a source that nobody can repeat. */
@NullMarked
package org.semblance.privacy;

import org.jspecify.annotations.NullMarked;
