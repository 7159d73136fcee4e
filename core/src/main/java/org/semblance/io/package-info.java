/** Tables from files as people have them, and back: encodings, dialects, types, schema files, outputs moved into place. */
@NullMarked
package org.semblance.io;

import org.jspecify.annotations.NullMarked;
