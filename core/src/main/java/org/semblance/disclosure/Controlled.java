package org.semblance.disclosure;

import org.semblance.table.Table;

/**
 * A table after a control.
 *
 * @param change what is different from the table before it
 */
public record Controlled(Table table, Change change) {}
