package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A finger hits the key beside the right one, instead of it or as well. One letter or digit of the cell is hit, where
 * such errors fall ({@link Places}); letters that are on no keyboard here (accents, Han characters) are not.
 *
 * <p>Source of the share: pseudopeople 1.2, where 90 % of typos replace and 10 % add (its configuration of make_typos).
 */
final class Typo implements Corruption {
    record Options(
            @Option(
                    value = "The keyboard; letters of other scripts are looked up on the usual one of theirs.",
                    choices = {
                        "qwerty",
                        "qwertz",
                        "swiss",
                        "azerty",
                        "swedish",
                        "danish",
                        "norwegian",
                        "spanish",
                        "italian",
                        "portuguese",
                        "hungarian",
                        "czech",
                        "turkish",
                        "dvorak",
                        "russian",
                        "ukrainian"
                    })
            String layout,

            @Option(value = "Share of the typos in which the right key is hit as well.", min = 0, max = 1)
            double insert) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "typo",
            "A finger hits the key beside the right one, on the keyboard of the country.",
            new Options("qwerty", 0.1),
            Typo::new);

    private final Keyboard keyboard;
    private final double insert;

    Typo(Options options) {
        keyboard = new Keyboard(options.layout());
        insert = options.insert();
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
        int place = Places.draw(
                cell, rng, (text, i) -> !keyboard.beside(text.charAt(i)).isEmpty());
        if (place == Places.NONE) {
            return false;
        }
        StringBuilder text = row.text().append(cell);
        char right = cell.charAt(place);
        String keys = keyboard.beside(right);
        char wrong = keys.charAt(rng.nextInt(keys.length()));
        if (rng.nextDouble() < insert) {
            Edit.insert(text, place, wrong, rng);
        } else {
            text.setCharAt(place, Alphabet.like(wrong, right));
        }
        row.set(variable, text.toString());
        return true;
    }
}
