package org.semblance.synthesize.related;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.Guess;
import org.semblance.generate.Maker;
import org.semblance.generate.Makers;
import org.semblance.model.Corrupt;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * Makes the values of a key column from the numbers of the rows: whoever knows which row is meant can say its key. Values
 * are written like the real ones, and no two rows have the same.
 *
 * <p>Numbers, dates and times ascend from {@code start} in equal steps; texts come from a maker.
 *
 * @param text what names the maker; empty for dates and times
 * @param start the first number of dates and times
 * @param step what the next one is more
 */
public record KeyMaker(
        Field field,
        String text,
        double start,
        double step,
        @Nullable Maker maker) {
    /** Makers may draw by the row they begin at: they always begin at a multiple of this. */
    private static final int GRAIN = 256;

    private static final long SAFE = 1L << 53;

    public static KeyMaker of(Field field, String text, double start, double step) {
        if (text.isEmpty()) {
            if (!field.kind().numeric() || !(step > 0) || Double.isInfinite(start) || Double.isNaN(start)) {
                throw Corrupt.because("it does not say how column \"" + field.name() + "\" is made");
            }
            return new KeyMaker(field, text, start, step, null);
        }
        try {
            return new KeyMaker(field, text, start, step, Makers.unique(text));
        } catch (ProblemException e) {
            throw Corrupt.because("column \"" + field.name() + "\": " + e.getMessage());
        }
    }

    /** What makes keys like these real ones. */
    public static KeyMaker learn(Field field, Column real) {
        Kind kind = field.kind();
        if (kind == Kind.DATE || kind == Kind.TIME || kind == Kind.DATETIME) {
            return progression(field, (NumberColumn) real);
        }
        CodeColumn texts = real instanceof NumberColumn numbers ? texts(numbers) : ((CodeColumn) real).compact();
        String maker = field.format().maker();
        String fitting = maker.isEmpty() ? Guess.of(Kind.KEY, texts) : Guess.fit(maker, texts, "en");
        if (kind.numeric() && !digits(Makers.unique(fitting))) {
            fitting = "serial:1";
        }
        return of(field, fitting, 0, 1);
    }

    /** Whether what is made can be read as numbers that stay different. */
    private static boolean digits(Maker maker) {
        for (String text : maker.make(0, GRAIN, Rng.of(0))) {
            if (!text.matches("[0-9]{1,15}")) {
                return false;
            }
        }
        return true;
    }

    private static CodeColumn texts(NumberColumn numbers) {
        String[] texts = new String[numbers.size() - numbers.missingCount()];
        int n = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (!numbers.isMissing(i)) {
                texts[n++] = text(numbers.get(i));
            }
        }
        return CodeColumn.of(texts);
    }

    /** A number as a key is written: without a decimal sign where it is whole. */
    static String text(double number) {
        return Math.abs(number) < SAFE && number == Math.rint(number)
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Equal steps: those of the real values where these are equal, else their mean, at least 1. */
    private static KeyMaker progression(Field field, NumberColumn real) {
        double[] sorted = real.toArray();
        Arrays.sort(sorted);
        int n = sorted.length - real.missingCount();
        double start = n == 0 ? 0 : sorted[0];
        double step = n < 2 ? 1 : Math.max(1, Math.rint((sorted[n - 1] - start) / (n - 1)));
        return of(field, "", start, step);
    }

    /** The values of the rows {@code first} and following. */
    public Column column(long first, int count, Rng rng) {
        if (maker == null) {
            double[] out = new double[count];
            for (int i = 0; i < count; i++) {
                out[i] = start + (first + i) * step;
            }
            return NumberColumn.of(out);
        }
        String[] texts = new String[count];
        int done = 0;
        while (done < count) {
            long at = first + done;
            int into = (int) (at % GRAIN);
            int some = Math.min(GRAIN - into, count - done);
            String[] made = maker.make(at - into, into + some, rng);
            System.arraycopy(made, into, texts, done, some);
            done += some;
        }
        return column(texts);
    }

    private Column column(String[] texts) {
        if (!field.kind().numeric()) {
            int[] codes = new int[texts.length];
            Arrays.setAll(codes, i -> i);
            return CodeColumn.of(codes, List.of(texts));
        }
        double[] numbers = new double[texts.length];
        Arrays.setAll(numbers, i -> Double.parseDouble(texts[i]));
        return NumberColumn.of(numbers);
    }

    /** The values of rows in ascending order, each once. */
    Column column(long[] rows, Rng rng) {
        if (maker == null) {
            double[] out = new double[rows.length];
            Arrays.setAll(out, i -> start + rows[i] * step);
            return NumberColumn.of(out);
        }
        String[] texts = new String[rows.length];
        for (int i = 0; i < rows.length; ) {
            long grain = rows[i] / GRAIN * GRAIN;
            int to = i;
            while (to < rows.length && rows[to] < grain + GRAIN) {
                to++;
            }
            String[] made = maker.make(grain, (int) (rows[to - 1] - grain) + 1, rng);
            for (; i < to; i++) {
                texts[i] = made[(int) (rows[i] - grain)];
            }
        }
        return column(texts);
    }
}
