/**
 * How like the real table the synthetic one is, and how much it gives away: one file per metric, listed in
 * {@link org.semblance.evaluate.Metrics}.
 */
@NullMarked
package org.semblance.evaluate;

import org.jspecify.annotations.NullMarked;
