package org.semblance.evaluate.privacy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/** Levels of a column in words: labels as they are, numbers and days as ISO writes them, groups by their number. */
final class LevelTexts {
    private static final String MISSING = "Missing";

    /** No level. */
    static final int NONE = -2;

    private final Kind kind;
    private final Column[] tables;
    private final int[] table;
    private final int[] row;
    private final boolean grouped;

    /** @param tables the columns that {@code levels} is a coding of; cost: one pass */
    LevelTexts(Labels levels, Kind kind, Column... tables) {
        this.kind = kind;
        this.tables = tables;
        this.table = new int[levels.levels()];
        this.row = new int[levels.levels()];
        Arrays.fill(table, -1);
        boolean differ = false;
        for (int t = 0; t < tables.length; t++) {
            int[] codes = levels.codes()[t];
            for (int i = 0; i < codes.length; i++) {
                int code = codes[i];
                if (code >= 0 && table[code] < 0) {
                    table[code] = t;
                    row[code] = i;
                } else if (code >= 0 && tables[t] instanceof NumberColumn numbers) {
                    differ |= numbers.get(i) != ((NumberColumn) tables[table[code]]).get(row[code]);
                }
            }
        }
        grouped = differ;
    }

    String of(int code) {
        if (code < 0) {
            return MISSING;
        }
        if (grouped) {
            return "group " + (code + 1) + " of " + table.length;
        }
        if (tables[table[code]] instanceof CodeColumn labels) {
            return String.valueOf(labels.get(row[code]));
        }
        double value = ((NumberColumn) tables[table[code]]).get(row[code]);
        if (kind == Kind.DATE && Math.abs(value) < 1e8) {
            return LocalDate.ofEpochDay((long) value).toString();
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** All levels that occur. */
    List<String> all() {
        return IntStream.range(0, table.length)
                .filter(code -> table[code] >= 0)
                .mapToObj(this::of)
                .toList();
    }

    /** The level of that text: -1 is missing, {@link #NONE} where there is none. */
    int find(String text) {
        for (int code = 0; code < table.length; code++) {
            if (table[code] >= 0 && of(code).equals(text)) {
                return code;
            }
        }
        return text.equals(MISSING) ? -1 : NONE;
    }
}
