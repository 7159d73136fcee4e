package org.semblance.trees;

import java.util.Map;
import org.semblance.random.Rng;

/** The distribution of one column given others, over code space. Immutable and thread-safe. */
public interface ColumnModel {
    /** Which column it draws. */
    int target();

    /** Draws the target for all rows of a frame whose predictors are there. */
    void draw(Frame frame, CodeBook[] books, Rng rng);

    /** The model taken apart into primitive arrays; {@code boosted} is there where it is a {@link ColumnBoost}. */
    Map<String, Object> arrays();

    /** What it holds, counted in leaves. */
    int leaves();

    /** A model put together again; arrays that do not fit together are an {@link IllegalArgumentException}. */
    static ColumnModel restore(Map<String, Object> arrays, CodeBook[] books) {
        return arrays.containsKey("boosted")
                ? ColumnBoostArrays.restore(arrays, books)
                : ColumnTreeArrays.restore(arrays, books);
    }
}
