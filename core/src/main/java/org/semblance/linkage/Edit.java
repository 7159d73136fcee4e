package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * A letter or digit is replaced, left out, put in or swapped with the next one, where such errors fall ({@link Places}).
 * At most two letters change, however long the cell is; a word never becomes empty and keeps its capital. A letter is
 * replaced by one of its script, a digit by a digit; of scripts that are not in {@link Alphabet}, letters are only left
 * out and swapped. Half of the letters put in double the one beside them.
 *
 * <p>Source of the shares: Damerau (1964), doi:10.1145/363958.363994: substitution 59 %, deletion 16 %, insertion 10 %,
 * transposition 2 %, several 13 %.
 */
final class Edit implements Corruption {
    record Options(
            @Option(value = "Weight of a replaced letter.", min = 0, max = 1e6)
            double substitute,

            @Option(value = "Weight of a letter left out.", min = 0, max = 1e6)
            double delete,

            @Option(value = "Weight of a letter put in.", min = 0, max = 1e6)
            double insert,

            @Option(value = "Weight of two neighbours swapped.", min = 0, max = 1e6)
            double transpose,

            @Option(value = "Share of the changed cells with two such errors.", min = 0, max = 1)
            double several) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "edit",
            "A letter is replaced, left out, put in or swapped with the next, in shares as observed.",
            new Options(59, 16, 10, 2, 0.13),
            Edit::new);

    private static final int SUBSTITUTE = 1;
    private static final int DELETE = 2;
    private static final int INSERT = 4;
    private static final int TRANSPOSE = 8;

    private final double[] weights;
    private final double several;
    private final int used;

    Edit(Options options) {
        weights = new double[] {options.substitute(), options.delete(), options.insert(), options.transpose()};
        several = options.several();
        int kinds = 0;
        for (int i = 0; i < weights.length; i++) {
            kinds |= weights[i] > 0 ? 1 << i : 0;
        }
        used = kinds;
        if (used == 0) {
            throw ProblemException.usage(Problem.of("edit: all weights are 0, but one must be above."));
        }
    }

    @Override
    public boolean fits(Variable variable) {
        return !variable.role().isOption();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        StringBuilder text = row.text().append(cell);
        if (!once(text, rng)) {
            return false;
        }
        if (rng.nextDouble() < several) {
            String first = text.toString();
            once(text, rng);
            if (cell.contentEquals(text)) {
                text.setLength(0);
                text.append(first);
            }
        }
        row.set(variable, text.toString());
        return true;
    }

    /** One edit; false where nothing in the text allows any. */
    private boolean once(StringBuilder text, Rng rng) {
        int possible = 0;
        for (int i = 0; i < text.length() && possible != used; i++) {
            possible |= possible(text, i) & used;
        }
        if (possible == 0) {
            return false;
        }
        int kind = kind(possible, rng);
        edit(text, Places.draw(text, rng, (t, i) -> (possible(t, i) & kind) != 0), kind, rng);
        return true;
    }

    private int kind(int possible, Rng rng) {
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            total += (possible >> i & 1) * weights[i];
        }
        double goal = rng.nextDouble() * total;
        int kind = 0;
        for (int i = 0; i < weights.length && goal >= 0; i++) {
            if ((possible >> i & 1) == 1) {
                kind = 1 << i;
                goal -= weights[i];
            }
        }
        return kind;
    }

    /** Which edits are possible at a place. */
    private static int possible(CharSequence text, int place) {
        char c = text.charAt(place);
        if (!Places.inWord(c)) {
            return 0;
        }
        char next = place + 1 < text.length() ? text.charAt(place + 1) : ' ';
        boolean before = place > 0 && Places.inWord(text.charAt(place - 1));
        boolean behind = Places.inWord(next);
        int kinds = Alphabet.of(c).isEmpty() ? 0 : SUBSTITUTE | INSERT;
        kinds |= before || behind ? DELETE : 0;
        return behind && Character.toLowerCase(c) != Character.toLowerCase(next) && swaps(c, next)
                ? kinds | TRANSPOSE
                : kinds;
    }

    /** Whether the two still differ in each other's case. */
    private static boolean swaps(char a, char b) {
        return recase(b, a) != a || recase(a, b) != b;
    }

    private static void edit(StringBuilder text, int place, int kind, Rng rng) {
        char letter = text.charAt(place);
        switch (kind) {
            case SUBSTITUTE -> text.setCharAt(place, Alphabet.other(letter, rng));
            case DELETE -> {
                text.deleteCharAt(place);
                if (starts(text, place) && Character.isUpperCase(letter)) {
                    text.setCharAt(place, Character.toUpperCase(text.charAt(place)));
                }
            }
            case INSERT -> insert(text, place, rng.nextBoolean() ? letter : Alphabet.any(letter, rng), rng);
            default -> {
                char next = text.charAt(place + 1);
                text.setCharAt(place, recase(next, letter));
                text.setCharAt(place + 1, recase(letter, next));
            }
        }
    }

    /** Puts a letter before or behind the one at the place; a capital stays at the front of its word. */
    static void insert(StringBuilder text, int place, char letter, Rng rng) {
        char beside = text.charAt(place);
        boolean capital = starts(text, place)
                && Character.isUpperCase(beside)
                && place + 1 < text.length()
                && Character.isLowerCase(text.charAt(place + 1));
        char small = capital ? Character.toLowerCase(letter) : Alphabet.like(letter, beside);
        if (rng.nextBoolean()) {
            text.insert(place + 1, small);
        } else {
            text.insert(place, capital ? Alphabet.like(letter, beside) : small);
            if (capital) {
                text.setCharAt(place + 1, Character.toLowerCase(beside));
            }
        }
    }

    private static boolean starts(CharSequence text, int place) {
        return place < text.length()
                && Places.inWord(text.charAt(place))
                && (place == 0 || !Places.inWord(text.charAt(place - 1)));
    }

    /** The letter in the case of another, where that has one. */
    private static char recase(char letter, char model) {
        return Character.isUpperCase(model)
                ? Character.toUpperCase(letter)
                : Character.isLowerCase(model) ? Character.toLowerCase(letter) : letter;
    }
}
