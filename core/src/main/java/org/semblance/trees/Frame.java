package org.semblance.trees;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/**
 * Rows in code space while they are learnt from or drawn: for every column its fine codes and, for numbers, the
 * predictor codes and the values themselves.
 *
 * <p>Shapes: p columns of n rows; a column not yet drawn has arrays of zeros.
 */
public final class Frame {
    private final int rows;
    private final int[][] fine;
    private final byte[][] coarse;
    private final double[][] values;

    private Frame(int rows, int columns) {
        this.rows = rows;
        fine = new int[columns][];
        coarse = new byte[columns][];
        values = new double[columns][];
    }

    /** Room for {@code rows} rows of the given columns. */
    public static Frame empty(int rows, CodeBook[] books) {
        Frame frame = new Frame(rows, books.length);
        for (int c = 0; c < books.length; c++) {
            frame.fine[c] = new int[rows];
            if (books[c].numeric()) {
                frame.coarse[c] = new byte[rows];
                frame.values[c] = new double[rows];
            }
        }
        return frame;
    }

    /**
     * Real rows in code space.
     *
     * @param numbers [p] values of columns of numbers, null for labels; kept as they are
     * @param labels [p] codes of labels with -1 where missing, null for numbers
     */
    public static Frame of(CodeBook[] books, double[] @Nullable [] numbers, int[] @Nullable [] labels, int rows) {
        Frame frame = new Frame(rows, books.length);
        for (int c = 0; c < books.length; c++) {
            frame.fill(c, books[c], numbers[c], labels[c]);
        }
        return frame;
    }

    private void fill(int c, CodeBook book, double @Nullable [] numbers, int @Nullable [] labels) {
        int[] codes = new int[rows];
        fine[c] = codes;
        if (numbers != null) {
            byte[] groups = new byte[rows];
            for (int i = 0; i < rows; i++) {
                codes[i] = book.encode(numbers[i]);
                groups[i] = book.coarse(codes[i]);
            }
            coarse[c] = groups;
            values[c] = numbers;
        } else if (labels != null) {
            for (int i = 0; i < rows; i++) {
                codes[i] = labels[i] < 0 ? book.size() : labels[i];
            }
        }
    }

    /** The rows of all frames, one after the other; all have these books. */
    public static Frame join(List<Frame> frames, CodeBook[] books) {
        Frame all = empty(frames.stream().mapToInt(Frame::rows).sum(), books);
        for (int c = 0; c < books.length; c++) {
            int at = 0;
            for (Frame frame : frames) {
                System.arraycopy(frame.fine[c], 0, all.fine[c], at, frame.rows);
                if (books[c].numeric()) {
                    System.arraycopy(frame.coarse[c], 0, all.coarse[c], at, frame.rows);
                    System.arraycopy(frame.values[c], 0, all.values[c], at, frame.rows);
                }
                at += frame.rows;
            }
        }
        return all;
    }

    public int rows() {
        return rows;
    }

    /** The first rows alone, in the same arrays: what is put into either is in both. */
    public Frame first(int count) {
        Frame frame = new Frame(count, fine.length);
        System.arraycopy(fine, 0, frame.fine, 0, fine.length);
        System.arraycopy(coarse, 0, frame.coarse, 0, coarse.length);
        System.arraycopy(values, 0, frame.values, 0, values.length);
        return frame;
    }

    /** Sets a row to one of another frame of the same columns. */
    public void copy(int row, Frame from, int other) {
        for (int c = 0; c < fine.length; c++) {
            fine[c][row] = from.fine[c][other];
            if (values[c] != null) {
                coarse[c][row] = from.coarse[c][other];
                values[c][row] = from.values[c][other];
            }
        }
    }

    /** The columns from one on, in the same arrays. */
    public Frame from(int column) {
        Frame frame = new Frame(rows, fine.length - column);
        System.arraycopy(fine, column, frame.fine, 0, frame.fine.length);
        System.arraycopy(coarse, column, frame.coarse, 0, frame.fine.length);
        System.arraycopy(values, column, frame.values, 0, frame.fine.length);
        return frame;
    }

    /** A copy of some rows. */
    public Frame take(int[] positions) {
        Frame frame = new Frame(positions.length, fine.length);
        for (int c = 0; c < fine.length; c++) {
            frame.fine[c] = new int[positions.length];
            for (int i = 0; i < positions.length; i++) {
                frame.fine[c][i] = fine[c][positions[i]];
            }
            if (values[c] != null) {
                frame.coarse[c] = new byte[positions.length];
                frame.values[c] = new double[positions.length];
                for (int i = 0; i < positions.length; i++) {
                    frame.coarse[c][i] = coarse[c][positions[i]];
                    frame.values[c][i] = values[c][positions[i]];
                }
            }
        }
        return frame;
    }

    /** Sets a drawn fine code; a number is drawn inside its bin. */
    void put(int column, int row, int code, CodeBook book, Rng rng) {
        fine[column][row] = code;
        if (book.numeric()) {
            values[column][row] = book.draw(code, rng);
            coarse[column][row] = book.coarse(code);
        }
    }

    /** Sets a number that was drawn or is known. */
    public void put(int column, int row, double value, CodeBook book) {
        int code = book.encode(value);
        fine[column][row] = code;
        values[column][row] = value;
        coarse[column][row] = book.coarse(code);
    }

    /**
     * Sets a column to that of other rows: row i becomes what row {@code rows[i]} is there, or missing where that is
     * negative.
     *
     * @param book of both columns
     */
    public void give(int column, CodeBook book, Frame from, int fromColumn, int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            fine[column][i] = rows[i] < 0 ? book.size() : from.fine[fromColumn][rows[i]];
        }
        if (!book.numeric()) {
            return;
        }
        byte missing = book.coarse(book.size());
        for (int i = 0; i < rows.length; i++) {
            coarse[column][i] = rows[i] < 0 ? missing : from.coarse[fromColumn][rows[i]];
            values[column][i] = rows[i] < 0 ? Double.NaN : from.values[fromColumn][rows[i]];
        }
    }

    /** The fine codes of a column; the array itself, for the hot loops of this package and the synthesizers. */
    public int[] fine(int column) {
        return fine[column];
    }

    /** The predictor codes of a column of numbers. */
    public byte[] coarse(int column) {
        return coarse[column];
    }

    /** The values of a column of numbers, NaN where missing. */
    public double[] values(int column) {
        return values[column];
    }
}
