/** Values made from nothing: keys, people and other identifiers; {@link org.semblance.generate.Makers} lists them. */
@NullMarked
package org.semblance.generate;

import org.jspecify.annotations.NullMarked;
