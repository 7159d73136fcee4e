package org.semblance.expression;

import java.util.List;
import org.semblance.table.Column;

/**
 * Some rows of a table that are calculated together: few enough to stay in a cache, many enough that nothing is paid per
 * cell.
 *
 * @param columns those that the expression names, in its order
 */
record Window(List<Column> columns, int from, int count) {
    static final int ROWS = 2048;
}
