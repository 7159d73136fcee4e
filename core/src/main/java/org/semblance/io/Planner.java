package org.semblance.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides from a sample of texts how a column is read; the pass over all cells checks it. */
final class Planner {
    /** Rows looked at, evenly spread; what they miss is found by the pass over all. */
    private static final int SAMPLE = 1000;

    /** A column of so many different numbers may hold one word of its own for missing. */
    private static final int MANY_NUMBERS = 10;

    private final boolean semicolons;

    Planner(char delimiter) {
        semicolons = delimiter == ';';
    }

    /** The different texts of each column in a spread of rows. */
    static List<Set<String>> sample(RawRows raw, RowSplitter splitter, int width) {
        List<Set<String>> texts = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            texts.add(new LinkedHashSet<>());
        }
        int count = Math.min(raw.rows, SAMPLE);
        for (int k = 0; k < count; k++) {
            int row = (int) ((long) k * raw.rows / count);
            int cells = Math.min(width, splitter.split(raw.bytes, raw.starts[row], raw.ends[row]));
            for (int c = 0; c < cells; c++) {
                if (!splitter.blank(c)) {
                    texts.get(c).add(splitter.text(c).strip());
                }
            }
        }
        return texts;
    }

    Plan plan(Collection<String> seen) {
        Set<String> texts = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        boolean none = true;
        for (String text : seen) {
            none &= MissingTokens.known(text);
            if (!MissingTokens.amongNumbers(text)) {
                boolean digit = text.chars().anyMatch(ch -> ch >= '0' && ch <= '9');
                (digit ? texts : words).add(text);
            }
        }
        boolean odd = words.size() > 1 || (words.size() == 1 && texts.size() < MANY_NUMBERS);
        if (texts.isEmpty() || odd) {
            return none ? Plan.BLIND : Plan.LABELS;
        }
        if (texts.stream().allMatch(text -> text.matches("(19|20)[0-9]{6}"))) {
            DateGuess.Found compact = DateGuess.guess(texts);
            if (compact != null) {
                return Plan.dates(compact.pattern(), false);
            }
        }
        NumberStyle style = NumberStyle.guess(texts, semicolons);
        if (style != null) {
            return Plan.numbers(style);
        }
        DateGuess.Found dates = DateGuess.guess(texts);
        return dates == null ? Plan.LABELS : Plan.dates(dates.pattern(), dates.undecided());
    }

    /** Whether one word that stands for nothing known may be taken for a missing value. */
    static boolean ownWord(String text, long count, long numbers) {
        return text.chars().noneMatch(ch -> ch >= '0' && ch <= '9') && count * 4 <= numbers;
    }
}
