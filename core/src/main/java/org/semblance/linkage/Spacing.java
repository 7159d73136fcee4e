package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * Words are run together or split, hyphens become spaces or spaces hyphens, apostrophes go: {@code Anne-Marie},
 * {@code Anne Marie} and {@code Annemarie}. One place of the cell changes. With the default weights any word of two
 * letters can be split, so nearly all cells are eligible.
 *
 * <p>Source of the shares of words run together and split: Kukich (1992), doi:10.1145/146370.146380: 13 % and 2 % of
 * misspellings.
 */
final class Spacing implements Corruption {
    record Options(
            @Option(value = "Weight of a space, hyphen or apostrophe left out.", min = 0, max = 1e6)
            double merge,

            @Option(value = "Weight of a space put into a word.", min = 0, max = 1e6)
            double split,

            @Option(
                    value = "Weight of a hyphen that becomes a space or a space that becomes a hyphen.",
                    min = 0,
                    max = 1e6)
            double exchange) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "spacing",
            "Words run together or split; hyphens, spaces and apostrophes exchanged or lost.",
            new Options(13, 2, 13),
            Spacing::new);

    private final double[] weights;

    Spacing(Options options) {
        weights = new double[] {options.merge(), options.split(), options.exchange()};
        if (weights[0] + weights[1] + weights[2] == 0) {
            throw ProblemException.usage(Problem.of("spacing: all weights are 0, but one must be above."));
        }
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isWords()
                || variable.role() == Role.POSTCODE
                || variable.role() == Role.PHONE
                || variable.role() == Role.IDENTIFIER
                || variable.role() == Role.NATIONAL_ID;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        double[] total = new double[3];
        for (int i = 0; i < cell.length(); i++) {
            for (int kind = 0; kind < 3; kind++) {
                total[kind] += possible(cell, i, kind) ? 1 : 0;
            }
        }
        double all = 0;
        for (int kind = 0; kind < 3; kind++) {
            all += total[kind] > 0 ? weights[kind] : 0;
        }
        if (all == 0) {
            return false;
        }
        double goal = rng.nextDouble() * all;
        int chosen = 0;
        for (int kind = 0; kind < 3; kind++) {
            if (total[kind] > 0 && weights[kind] > 0 && goal >= 0) {
                chosen = kind;
                goal -= weights[kind];
            }
        }
        int left = rng.nextInt((int) total[chosen]);
        int place = 0;
        while (!possible(cell, place, chosen) || left-- > 0) {
            place++;
        }
        StringBuilder text = row.text().append(cell);
        switch (chosen) {
            case 0 -> merge(text, place);
            case 1 -> text.insert(place, ' ');
            default -> text.setCharAt(place, cell.charAt(place) == ' ' ? '-' : ' ');
        }
        row.set(variable, text.toString());
        return true;
    }

    /** A capital behind the gap becomes small in a cell that has small letters: {@code Annemarie}. */
    private static void merge(StringBuilder text, int place) {
        boolean apostrophe = text.charAt(place) == '\'' || text.charAt(place) == '’';
        boolean small = !apostrophe
                && Character.isLowerCase(text.charAt(place - 1))
                && place + 2 < text.length()
                && Character.isLowerCase(text.charAt(place + 2));
        text.deleteCharAt(place);
        if (small) {
            text.setCharAt(place, Character.toLowerCase(text.charAt(place)));
        }
    }

    private static boolean possible(String text, int i, int kind) {
        boolean before = i > 0 && Places.inWord(text.charAt(i - 1));
        char c = text.charAt(i);
        if (kind == 1) {
            return before && Places.inWord(c);
        }
        boolean behind = i + 1 < text.length() && Places.inWord(text.charAt(i + 1));
        boolean gap = c == ' ' || c == '-' || kind == 0 && (c == '\'' || c == '’');
        return gap && before && behind;
    }
}
