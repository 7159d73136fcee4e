package org.semblance.model;

import java.util.ArrayList;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Blocks;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * A stream of rows in blocks of {@link #BLOCK}, each drawn alone from its own randomness: blocks may be drawn in any
 * order, on any thread or machine, with the same result, and memory does not grow with the number of rows.
 */
public interface Rows extends Blocks {
    /** All rows as one table; for sizes that fit in memory. */
    default Table toTable(Run run) {
        int blocks = Math.toIntExact(blocks());
        if (blocks == 1) {
            return block(0);
        }
        Table[] parts = new Table[blocks];
        run.parallel(blocks, i -> parts[i] = block(i));
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < schema().size(); c++) {
            columns.add(join(schema().field(c), parts, c));
        }
        return Table.of(schema(), columns);
    }

    private Column join(Field field, Table[] parts, int column) {
        int rows = Math.toIntExact(size());
        if (field.kind().numeric()) {
            double[] values = new double[rows];
            int at = 0;
            for (Table part : parts) {
                for (int i = 0; i < part.rows(); i++) {
                    values[at++] = part.numbers(column).get(i);
                }
            }
            return NumberColumn.of(values);
        }
        CodeColumn first = parts.length == 0 ? CodeColumn.of() : parts[0].codes(column);
        boolean shared = true;
        for (Table part : parts) {
            shared &= part.codes(column).labels().equals(first.labels());
        }
        int[] codes = new int[rows];
        String[] texts = new String[shared ? 0 : rows];
        int at = 0;
        for (Table part : parts) {
            for (int i = 0; i < part.rows(); i++, at++) {
                if (shared) {
                    codes[at] = part.codes(column).code(i);
                } else {
                    texts[at] = part.codes(column).get(i);
                }
            }
        }
        return shared ? CodeColumn.of(codes, first.labels()) : CodeColumn.of(texts);
    }
}
