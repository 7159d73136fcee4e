package org.semblance.synthesize;

import java.util.Arrays;
import org.semblance.generate.Maker;
import org.semblance.generate.Makers;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;

/**
 * A column whose values are made anew.
 *
 * @param name the column's
 * @param text what names the maker
 * @param missing the share of rows without a value
 */
record Made(String name, String text, double missing, Maker maker) {
    static Made of(Field field, String text, double missing) {
        return new Made(field.name(), text, missing, field.kind() == Kind.KEY ? Makers.unique(text) : Makers.of(text));
    }

    /** Rows {@code first} to {@code first + count - 1}, from the column's own randomness. */
    CodeColumn draw(long first, int count, Rng column) {
        String[] texts = maker.make(first, count, column);
        if (!maker.unique()) {
            remove(texts, first, column);
            return CodeColumn.of(texts);
        }
        int[] codes = new int[count];
        Arrays.setAll(codes, i -> i);
        if (missing > 0) {
            Rng rng = column.child("missing").child(first);
            for (int i = 0; i < count; i++) {
                codes[i] = rng.nextDouble() < missing ? -1 : i;
            }
        }
        return CodeColumn.of(codes, Arrays.asList(texts));
    }

    @SuppressWarnings("NullAway") // null is how CodeColumn.of takes a missing text
    private void remove(String[] texts, long first, Rng column) {
        if (missing > 0) {
            Rng rng = column.child("missing").child(first);
            for (int i = 0; i < texts.length; i++) {
                texts[i] = rng.nextDouble() < missing ? null : texts[i];
            }
        }
    }
}
