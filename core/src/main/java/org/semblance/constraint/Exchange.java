package org.semblance.constraint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.random.Rng;

/**
 * Rows exchange single values until all tests are right, or nearly all: a row that fails one offers the value of one of its
 * columns to rows drawn at random, and gives it to the first with which both fail fewer tests than before. Every column
 * keeps just the values that it has. Cost: at most {@value #TRIES} tries for a row that fails a test, and {@value #TRIES_PER_ROW} for each
 * row there is.
 */
final class Exchange {
    /** Rare values need many: who has the largest amount needs one of the few with a larger price. */
    private static final int TRIES = 1000;

    private static final int TRIES_PER_ROW = 100;

    private final List<RowTest> tests;

    /** Per column that some test looks at, the row whose value each row has. */
    private final Map<String, int[]> from = new LinkedHashMap<>();

    private final Map<String, List<RowTest>> about = new LinkedHashMap<>();
    private final int rows;
    private final Set<String> fixed;
    private long left;

    private Exchange(List<RowTest> tests, int rows, Set<String> fixed) {
        this.tests = tests;
        this.rows = rows;
        this.fixed = fixed;
        left = (long) TRIES_PER_ROW * rows;
        for (RowTest test : tests) {
            for (String column : test.columns()) {
                from.computeIfAbsent(column, name -> Swap.none(rows));
                about.computeIfAbsent(column, name -> new ArrayList<>()).add(test);
            }
        }
    }

    /** @param fixed columns whose values stay where they are */
    static void run(List<RowTest> tests, Draft draft, Set<String> fixed, Rng rng) {
        if (tests.isEmpty() || draft.rows() < 2) {
            return;
        }
        Exchange exchange = new Exchange(tests, draft.rows(), fixed);
        for (int i = 0; i < exchange.rows; i++) {
            exchange.mend(i, rng);
        }
        exchange.write(draft);
    }

    /** The same where rows that are right keep their values: one that is not takes those of others, who have them still. */
    static void borrow(List<RowTest> tests, Draft draft, Set<String> fixed, Rng rng) {
        if (tests.isEmpty() || draft.rows() < 2) {
            return;
        }
        Exchange exchange = new Exchange(tests, draft.rows(), fixed);
        for (int i = 0; i < exchange.rows; i++) {
            exchange.borrow(i, rng);
        }
        exchange.write(draft);
    }

    private void write(Draft draft) {
        from.forEach((name, source) -> {
            for (int i = 0; i < source.length; i++) {
                if (source[i] != i) {
                    draft.put(name, draft.column(name).take(source));
                    break;
                }
            }
        });
    }

    private void mend(int row, Rng rng) {
        for (RowTest test : tests) {
            for (int k = 0; k < TRIES && left > 0 && !right(test, row); k++) {
                left--;
                String column = test.columns().get(rng.nextInt(test.columns().size()));
                int other = rng.nextInt(rows);
                if (!fixed.contains(column) && other != row) {
                    int before = failed(column, row) + failed(column, other);
                    swap(column, row, other);
                    if (failed(column, row) + failed(column, other) >= before) {
                        swap(column, row, other);
                    }
                }
            }
        }
    }

    private void borrow(int row, Rng rng) {
        for (RowTest test : tests) {
            for (int k = 0; k < TRIES && left > 0 && !right(test, row); k++) {
                left--;
                String column = test.columns().get(rng.nextInt(test.columns().size()));
                if (!fixed.contains(column)) {
                    int[] source = source(column);
                    int kept = source[row];
                    int before = failed(column, row);
                    source[row] = source[rng.nextInt(rows)];
                    if (failed(column, row) >= before) {
                        source[row] = kept;
                    }
                }
            }
        }
    }

    private int[] source(String column) {
        return from.getOrDefault(column, new int[0]);
    }

    private void swap(String column, int a, int b) {
        int[] source = source(column);
        int kept = source[a];
        source[a] = source[b];
        source[b] = kept;
    }

    private int failed(String column, int row) {
        int failed = 0;
        for (RowTest test : about.getOrDefault(column, List.of())) {
            failed += right(test, row) ? 0 : 1;
        }
        return failed;
    }

    private boolean right(RowTest test, int row) {
        List<String> columns = test.columns();
        int[] at = new int[columns.size()];
        for (int k = 0; k < at.length; k++) {
            at[k] = source(columns.get(k))[row];
        }
        return test.right(at);
    }
}
