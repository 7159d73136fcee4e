package org.semblance.evaluate;

import java.util.HashMap;
import java.util.Map;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;

/**
 * The same column of several tables, in one common coding.
 *
 * @param codes per table and row; -1 is missing
 * @param levels how many labels the tables have together
 */
public record Labels(int[][] codes, int levels) {
    public static Labels of(Column... columns) {
        Map<String, Integer> dictionary = new HashMap<>();
        int[][] codes = new int[columns.length][];
        for (int t = 0; t < columns.length; t++) {
            CodeColumn column = (CodeColumn) columns[t];
            int[] common = new int[column.labels().size()];
            for (int k = 0; k < common.length; k++) {
                Integer known = dictionary.putIfAbsent(column.labels().get(k), dictionary.size());
                common[k] = known == null ? dictionary.size() - 1 : known;
            }
            codes[t] = column.toArray();
            for (int i = 0; i < codes[t].length; i++) {
                if (codes[t][i] >= 0) {
                    codes[t][i] = common[codes[t][i]];
                }
            }
        }
        return new Labels(codes, dictionary.size());
    }
}
