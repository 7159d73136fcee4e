/**
 * Record-linkage sets: registers of the same people with errors that are all accounted for, and the scoring of links.
 * {@link org.semblance.linkage.Corruptions} lists what can go wrong with a cell.
 */
@NullMarked
package org.semblance.linkage;

import org.jspecify.annotations.NullMarked;
