/** Keyed random streams: a child depends on its path only, never on the order of calls or on threads. */
@NullMarked
package org.semblance.random;

import org.jspecify.annotations.NullMarked;
