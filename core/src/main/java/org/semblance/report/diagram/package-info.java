/** Diagrams of how the tables of a database are related, drawn and in words. */
@NullMarked
package org.semblance.report.diagram;

import org.jspecify.annotations.NullMarked;
