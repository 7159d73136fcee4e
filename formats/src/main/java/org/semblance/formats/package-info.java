/** File formats and databases that need libraries of their own. */
@NullMarked
package org.semblance.formats;

import org.jspecify.annotations.NullMarked;
