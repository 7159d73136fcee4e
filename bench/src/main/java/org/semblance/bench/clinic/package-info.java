/** The example data of {@code examples/clinic}: an invented clinic, written from a seed. */
@NullMarked
package org.semblance.bench.clinic;

import org.jspecify.annotations.NullMarked;
