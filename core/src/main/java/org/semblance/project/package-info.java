/** The YAML that people write, and the pipeline it describes. */
@NullMarked
package org.semblance.project;

import org.jspecify.annotations.NullMarked;
