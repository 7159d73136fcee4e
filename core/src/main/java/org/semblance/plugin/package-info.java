/** What the house is extended by: plugins with described options, registries of them, and problems that teach. */
@NullMarked
package org.semblance.plugin;

import org.jspecify.annotations.NullMarked;
