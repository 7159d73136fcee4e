package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Words of a cell change places, get lost or are written twice. Cells of one word are not eligible for swapping and
 * losing; nor, for swapping, are those whose words are all the same.
 */
final class Token implements Corruption {
    record SwapOptions(
            @Option(
                    value = "Which words: the last comes first, as in surname given name, or any two neighbours.",
                    choices = {"last-first", "neighbours"})
            String which,

            @Option("Whether a comma stands behind the word that came first.")
            boolean comma) {}

    static final Plugin<Corruption> SWAP = Plugin.of(
            "token-swap",
            "Words of the cell change places: given name and surname, say.",
            new SwapOptions("last-first", false),
            options -> new Token("swap", options));

    static final Plugin<Corruption> DROP = Plugin.of(
            "token-drop",
            "One word of several is left out: a middle name, a second surname.",
            new Plugin.NoOptions(),
            none -> new Token("drop", new SwapOptions("", false)));

    static final Plugin<Corruption> REPEAT = Plugin.of(
            "token-repeat",
            "One word of the cell is written twice, one behind the other.",
            new Plugin.NoOptions(),
            none -> new Token("repeat", new SwapOptions("", false)));

    private final String what;
    private final SwapOptions swap;

    private Token(String what, SwapOptions swap) {
        this.what = what;
        this.swap = swap;
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isWords();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        Tokens tokens = new Tokens(cell);
        if (tokens.count() < (what.equals("repeat") ? 1 : 2)) {
            return false;
        }
        int last = tokens.count() - 1;
        switch (what) {
            case "drop" -> {
                int gone = rng.nextInt(tokens.count());
                // With the space on the side where another word stands.
                row.set(
                        variable,
                        gone == last
                                ? cell.substring(0, tokens.to(last - 1)) + cell.substring(tokens.to(last))
                                : cell.substring(0, tokens.from(gone)) + cell.substring(tokens.from(gone + 1)));
            }
            case "repeat" -> {
                int twice = rng.nextInt(tokens.count());
                row.set(variable, tokens.with(twice, tokens.get(twice) + " " + tokens.get(twice)));
            }
            default -> {
                return swap(row, variable, tokens, rng);
            }
        }
        return true;
    }

    private boolean swap(Row row, int variable, Tokens tokens, Rng rng) {
        String cell = tokens.text();
        int last = tokens.count() - 1;
        String swapped;
        if (swap.which().equals("last-first")) {
            String rest = cell.substring(tokens.from(0), tokens.to(last - 1));
            swapped = tokens.get(last) + (swap.comma() ? ", " : " ") + rest;
        } else {
            int first = unlike(tokens, rng);
            swapped = first < 0
                    ? cell
                    : cell.substring(0, tokens.from(first))
                            + tokens.get(first + 1)
                            + cell.substring(tokens.to(first), tokens.from(first + 1))
                            + tokens.get(first)
                            + cell.substring(tokens.to(first + 1));
        }
        if (swapped.equals(cell)) {
            return false;
        }
        row.set(variable, swapped);
        return true;
    }

    /** The first of two neighbours that differ, all such being as likely; -1 where there are none. */
    private static int unlike(Tokens tokens, Rng rng) {
        int pairs = 0;
        for (int i = 0; i + 1 < tokens.count(); i++) {
            pairs += tokens.get(i).equals(tokens.get(i + 1)) ? 0 : 1;
        }
        int drawn = pairs == 0 ? -1 : rng.nextInt(pairs);
        for (int i = 0; i + 1 < tokens.count() && drawn >= 0; i++) {
            if (!tokens.get(i).equals(tokens.get(i + 1)) && drawn-- == 0) {
                return i;
            }
        }
        return -1;
    }
}
