package org.semblance.constraint.learn;

import java.util.Arrays;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Rules held against all rows of a table. Cost O(rows x rules), on all threads.
 *
 * @param applied per rule, how many rows it says something of
 * @param broken per rule, how many rows break it
 * @param families per family, how many rows break none of its rules
 * @param clean how many rows break no rule at all
 */
public record RuleCounts(long[] applied, long[] broken, long[] families, long clean) {
    private static final int BLOCK = 1 << 14;

    public static RuleCounts of(List<Rule> rules, Table table, Run run) {
        int rows = table.rows();
        int blocks = (rows + BLOCK - 1) / BLOCK;
        List<Rule.Check> checks = rules.stream().map(rule -> rule.in(table)).toList();
        long[][] applied = new long[blocks][rules.size()];
        long[][] broken = new long[blocks][rules.size()];
        long[][] families = new long[blocks][Rule.Family.values().length];
        long[] clean = new long[blocks];
        run.parallel(blocks, block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, rows - first);
            int[] marks = new int[count];
            for (int k = 0; k < checks.size(); k++) {
                Rule.Check check = checks.get(k);
                int mark = 1 << rules.get(k).family().ordinal();
                for (int i = 0; i < count; i++) {
                    Rule.Verdict verdict = check.of(first + i);
                    applied[block][k] += verdict == Rule.Verdict.SILENT ? 0 : 1;
                    if (verdict == Rule.Verdict.BROKEN) {
                        broken[block][k]++;
                        marks[i] |= mark;
                    }
                }
            }
            for (int mark : marks) {
                clean[block] += mark == 0 ? 1 : 0;
                for (int f = 0; f < families[block].length; f++) {
                    families[block][f] += (mark >> f & 1) == 0 ? 1 : 0;
                }
            }
        });
        return new RuleCounts(
                sum(applied, rules.size()),
                sum(broken, rules.size()),
                sum(families, Rule.Family.values().length),
                Arrays.stream(clean).sum());
    }

    private static long[] sum(long[][] blocks, int length) {
        long[] out = new long[length];
        for (long[] block : blocks) {
            for (int k = 0; k < length; k++) {
                out[k] += block[k];
            }
        }
        return out;
    }
}
