package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A name becomes its first letter: {@code Mary} and {@code M}. Words of one letter and of scripts without capitals are
 * not eligible; neither is a cell of spaces only.
 */
final class Initial implements Corruption {
    record Options(
            @Option(
                    value = "Which word of several is abbreviated; other is any but the last.",
                    choices = {"first", "last", "other", "all"})
            String word,

            @Option("Whether a full stop stands behind the letter.")
            boolean stop) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "initial",
            "A name becomes its first letter: Mary Smith and M Smith.",
            new Options("first", false),
            Initial::new);

    private final String word;
    private final String stop;

    Initial(Options options) {
        word = options.word();
        stop = options.stop() ? "." : "";
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isName();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        Tokens tokens = new Tokens(cell);
        int count = tokens.count();
        int start = word.equals("last") ? count - 1 : 0;
        int end = word.equals("first") ? Math.min(1, count) : word.equals("other") ? Math.max(1, count - 1) : count;
        int possible = 0;
        for (int i = start; i < Math.min(end, count); i++) {
            possible += shortens(tokens, i) ? 1 : 0;
        }
        if (possible == 0) {
            return false;
        }
        boolean all = word.equals("all");
        int left = all ? -1 : rng.nextInt(possible);
        StringBuilder text = row.text();
        int done = 0;
        for (int i = start; i < Math.min(end, count); i++) {
            if (shortens(tokens, i) && (all || left-- == 0)) {
                text.append(cell, done, tokens.from(i) + 1).append(stop);
                done = tokens.to(i);
            }
        }
        row.set(variable, text.append(cell, done, cell.length()).toString());
        return true;
    }

    private boolean shortens(Tokens tokens, int token) {
        char first = tokens.text().charAt(tokens.from(token));
        int length = tokens.to(token) - tokens.from(token);
        boolean cased = Character.isLetter(first) && Character.toLowerCase(first) != Character.toUpperCase(first);
        return cased && length > 1 && !(length == 2 && tokens.get(token).endsWith(stop) && !stop.isEmpty());
    }
}
