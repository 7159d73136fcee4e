package org.semblance.io;

/** Takes the cells of one column in one run of rows. */
abstract class CellSink {
    /** Texts that are not what the column holds, with counts. */
    final ByteDictionary odd = new ByteDictionary();

    /** The first rows with such a text, for messages. */
    final int[] oddRows = new int[5];

    int oddCount;
    long blanks;

    abstract void accept(int row, byte[] b, int from, int to, boolean quoted);

    /** A cell that the row does not have. */
    abstract void missing(int row);

    final void odd(int row, byte[] b, int from, int to) {
        if (oddCount < oddRows.length) {
            oddRows[oddCount] = row;
        }
        oddCount++;
        odd.add(b, from, to);
    }

    /** Numbers of one style. */
    static final class Numbers extends CellSink {
        final NumberParser parser;
        private final double[] values;

        Numbers(NumberStyle style, double[] values) {
            parser = new NumberParser(style);
            this.values = values;
        }

        @Override
        void accept(int row, byte[] b, int from, int to, boolean quoted) {
            double value = parser.parse(b, from, to);
            if (Double.isNaN(value)) {
                odd(row, b, from, to);
            }
            values[row] = value;
        }

        @Override
        void missing(int row) {
            values[row] = Double.NaN;
            blanks++;
        }
    }

    /** Dates or times of one pattern. */
    static final class Dates extends CellSink {
        private final DatePattern pattern;
        private final double[] values;

        Dates(DatePattern pattern, double[] values) {
            this.pattern = pattern;
            this.values = values;
        }

        @Override
        void accept(int row, byte[] b, int from, int to, boolean quoted) {
            double value = pattern.parse(b, from, to);
            if (Double.isNaN(value)) {
                odd(row, b, from, to);
            }
            values[row] = value;
        }

        @Override
        void missing(int row) {
            values[row] = Double.NaN;
            blanks++;
        }
    }

    /** Labels, numbered by first appearance; a quoted text that is also a missing token is kept apart by a NUL before it. */
    static final class Labels extends CellSink {
        final ByteDictionary dictionary = new ByteDictionary();
        private final ByteDictionary tokens;
        private final int[] codes;
        boolean bareText;

        Labels(int[] codes, ByteDictionary tokens) {
            this.codes = codes;
            this.tokens = tokens;
        }

        @Override
        void accept(int row, byte[] b, int from, int to, boolean quoted) {
            if (quoted && to - from < 12 && tokens.find(b, from, to) >= 0) {
                byte[] marked = new byte[to - from + 1];
                System.arraycopy(b, from, marked, 1, to - from);
                codes[row] = dictionary.add(marked, 0, marked.length);
                return;
            }
            bareText |= !quoted;
            codes[row] = dictionary.add(b, from, to);
        }

        @Override
        void missing(int row) {
            codes[row] = -1;
            blanks++;
        }
    }
}
