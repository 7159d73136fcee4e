/** A report as one page for a browser: a file per section, drawings inline, nothing fetched from anywhere. */
@NullMarked
package org.semblance.report.page;

import org.jspecify.annotations.NullMarked;
