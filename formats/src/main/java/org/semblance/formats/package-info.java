/** File formats that need libraries of their own: today Excel workbooks. */
@NullMarked
package org.semblance.formats;

import org.jspecify.annotations.NullMarked;
