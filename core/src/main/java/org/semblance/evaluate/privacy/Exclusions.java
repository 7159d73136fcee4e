package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.List;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Column;

/**
 * Which cells do not count as disclosure: rows that miss something, labels that everybody knows, pairs of a key and a
 * label that are known without the data. The rows of such cells are taken out of both tables before anything is
 * counted.
 */
final class Exclusions {
    /** A key level (-1 missing) and a target level that do not count together; key -1 is any. */
    private record Pair(int key, int level, int target) {}

    private final DisclosureOptions options;
    private final List<Labels> keys;
    private final int[][] levelOfClass;

    /** @param levelOfClass per key and class, its level; of the keys' codings {@code keys} */
    Exclusions(DisclosureOptions options, List<Labels> keys, int[][] levelOfClass) {
        this.options = options;
        this.keys = keys;
        this.levelOfClass = levelOfClass;
    }

    /** The level that a key has in a class; -1 is missing. */
    int level(int key, int rowClass) {
        return levelOfClass[key][rowClass];
    }

    /** The coding of a key. */
    Labels levels(int key) {
        return keys.get(key);
    }

    /** The cells that count for this target. */
    Cells of(Cells cells, String target, Labels levels, KeyColumns names, Comparison c) {
        if (nothing()) {
            return cells;
        }
        List<Pair> pairs = new ArrayList<>();
        for (String exclusion : options.exclude()) {
            pairs.add(pair(exclusion, target, levels, names, c));
        }
        Cells out = cells.without(k -> excluded(cells, k, pairs));
        if (!options.excludeOverLimit()) {
            return out;
        }
        return out.without(k -> out.tells(k) && out.d()[k] > options.denomLim());
    }

    private boolean nothing() {
        return options.exclude().isEmpty()
                && options.missingKeys()
                && options.missingTarget()
                && !options.excludeOverLimit();
    }

    private boolean excluded(Cells cells, int cell, List<Pair> pairs) {
        int level = cells.targets()[cell];
        int rowClass = cells.keys()[cell];
        if (level < 0 && !options.missingTarget()) {
            return true;
        }
        for (int k = 0; k < keys.size() && !options.missingKeys(); k++) {
            if (level(k, rowClass) < 0) {
                return true;
            }
        }
        return pairs.stream()
                .anyMatch(pair -> pair.target == level && (pair.key < 0 || level(pair.key, rowClass) == pair.level));
    }

    private Pair pair(String text, String target, Labels levels, KeyColumns names, Comparison c) {
        int arrow = text.indexOf("->");
        int label = find(arrow < 0 ? text : text.substring(arrow + 2), target, levels, c);
        if (arrow < 0) {
            return new Pair(-1, -1, label);
        }
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals).trim();
        int at = names.names().indexOf(key);
        if (at < 0 || equals > arrow) {
            throw ProblemException.usage(Problem.of("exclude is \"" + text + "\", but must name a key and its label.")
                    .fix((Nearest.hint(key, names.names()) + " For example region=North->yes.").trim()));
        }
        return new Pair(at, find(text.substring(equals + 1, arrow), key, keys.get(at), c), label);
    }

    private int find(String text, String column, Labels levels, Comparison c) {
        Column[] columns = KeyColumns.columns(column, c);
        LevelTexts texts =
                new LevelTexts(levels, KeyColumns.kind(column, c), columns == null ? new Column[0] : columns);
        int found = texts.find(text.trim());
        if (found == LevelTexts.NONE
                && (column.equals(options.target()) || options.keys().contains(column))) {
            throw ProblemException.usage(Problem.of(
                            "exclude names \"" + text.trim() + "\", but " + column + " has no such value in any table.")
                    .fix(Nearest.hint(text.trim(), texts.all())));
        }
        // Of several targets, a label belongs to those that have it.
        return found;
    }
}
