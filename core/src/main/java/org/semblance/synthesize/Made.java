package org.semblance.synthesize;

import java.util.Arrays;
import org.semblance.generate.Guess;
import org.semblance.generate.Maker;
import org.semblance.generate.Makers;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;

/**
 * A column whose values are made anew. Where the real values come several times each (visits of a patient), so do the
 * new ones: each block of rows has as many different ones as the real column's share of them says, every one at least
 * once and in random order.
 *
 * @param name the column's
 * @param text what names the maker
 * @param missing the share of rows without a value
 * @param different how many different values there are for each row with a value
 */
public record Made(String name, String text, double missing, double different, Maker maker) {
    private static final double MOSTLY_DIFFERENT = 0.95;

    public static Made of(Field field, String text, double missing, double different) {
        boolean key = field.kind() == Kind.KEY;
        boolean repeats = field.kind() == Kind.IDENTIFIER && different < MOSTLY_DIFFERENT;
        return new Made(
                field.name(), text, missing, repeats ? different : 1, key ? Makers.unique(text) : Makers.of(text));
    }

    /** @param language of names and addresses that do not say their own */
    public static Made learn(Field field, CodeColumn given, String language) {
        CodeColumn real = given.compact();
        String maker = field.format().maker();
        String fitting = maker.isEmpty() ? Guess.of(field.kind(), real) : Guess.fit(maker, real, language);
        int present = real.size() - real.missingCount();
        boolean[] met = new boolean[real.labels().size()];
        int different = 0;
        for (int i = 0; i < real.size(); i++) {
            int code = real.code(i);
            if (code >= 0 && !met[code]) {
                met[code] = true;
                different++;
            }
        }
        return of(
                field,
                fitting,
                real.missingCount() / (double) Math.max(1, real.size()),
                present == 0 ? 1 : different / (double) present);
    }

    /** Rows {@code first} to {@code first + count - 1}, from the column's own randomness. */
    public CodeColumn draw(long first, int count, Rng column) {
        int values = (int) Math.ceil(different * count);
        String[] texts = maker.make((long) Math.ceil(different * first), values, column);
        int[] codes = new int[count];
        Arrays.setAll(codes, i -> i);
        if (values < count) {
            Rng rng = column.child("repeats").child(first);
            for (int i = values; i < count; i++) {
                codes[i] = rng.nextInt(values);
            }
            rng.shuffle(codes);
        }
        if (missing > 0) {
            Rng rng = column.child("missing").child(first);
            for (int i = 0; i < count; i++) {
                codes[i] = rng.nextDouble() < missing ? -1 : codes[i];
            }
        }
        if (maker.unique()) {
            return CodeColumn.of(codes, Arrays.asList(texts));
        }
        CodeColumn dictionary = CodeColumn.of(texts);
        for (int i = 0; i < count; i++) {
            codes[i] = codes[i] < 0 ? -1 : dictionary.code(codes[i]);
        }
        return CodeColumn.of(codes, dictionary.labels());
    }
}
