/** What a run says about itself: scores beside what fresh real data would score, readings in words, report.json. */
@NullMarked
package org.semblance.report;

import org.jspecify.annotations.NullMarked;
