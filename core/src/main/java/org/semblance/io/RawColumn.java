package org.semblance.io;

import org.jspecify.annotations.Nullable;

/** One column after a pass over all its cells: numbers or codes, and what the pass met. */
final class RawColumn {
    final Plan plan;
    final double[] numbers;
    final int[] codes;
    final ByteDictionary labels = new ByteDictionary();
    final ByteDictionary odd = new ByteDictionary();
    final @Nullable NumberParser met;
    int[] oddRows = new int[0];
    long blanks;
    boolean bareText;

    RawColumn(Plan plan, int rows) {
        this.plan = plan;
        numbers = new double[plan.labels() ? 0 : rows];
        codes = new int[plan.labels() ? rows : 0];
        NumberStyle style = plan.style();
        met = style == null ? null : new NumberParser(style);
    }

    CellSink sink(ByteDictionary tokens) {
        NumberStyle style = plan.style();
        DatePattern pattern = plan.pattern();
        if (style != null) {
            return new CellSink.Numbers(style, numbers);
        }
        return pattern != null ? new CellSink.Dates(pattern, numbers) : new CellSink.Labels(codes, tokens);
    }

    /** Takes over what a run of rows met; runs come in the order of the rows. */
    void merge(CellSink sink, int from, int to) {
        blanks += sink.blanks;
        odd.addAll(sink.odd);
        if (oddRows.length == 0 && sink.oddCount > 0) {
            oddRows = java.util.Arrays.copyOf(sink.oddRows, Math.min(sink.oddCount, sink.oddRows.length));
        }
        if (sink instanceof CellSink.Numbers part && met != null) {
            met.merge(part.parser);
        }
        if (sink instanceof CellSink.Labels part) {
            bareText |= part.bareText;
            int[] map = labels.addAll(part.dictionary);
            for (int row = from; row < to; row++) {
                int code = codes[row];
                codes[row] = code < 0 ? -1 : map[code];
            }
        }
    }

    long oddCount() {
        long count = 0;
        for (int i = 0; i < odd.size(); i++) {
            count += odd.count(i);
        }
        return count;
    }
}
