package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.table.Column;

/**
 * What counts as disclosed, but looks known without the synthetic table: synthpop's check_1way (one level of the target
 * holds most of it) and check_2way (one level of one key goes with one level of the target in most real rows). Such
 * pairs can be given as {@code exclude} where everybody does know them. Only what discloses 10 real rows or more is named,
 * the 10 that disclose most.
 */
final class KnownAlready {
    private static final int ONE_LEVEL_ROWS = 50;
    private static final double ONE_LEVEL_SHARE = 0.9;
    private static final int PAIR_ROWS = 4;
    private static final double PAIR_SHARE = 0.8;
    private static final int NAMED = 10;
    private static final int MOST = 10;

    /**
     * One such level or pair.
     *
     * @param what the labels
     * @param rows real rows disclosed by it
     * @param share of all that is disclosed (one level), or of the real rows with that key level (pair)
     */
    record Known(String what, long rows, double share) {}

    private final KeyColumns names;
    private final Exclusions keys;
    private final Comparison c;

    KnownAlready(KeyColumns names, Exclusions keys, Comparison c) {
        this.names = names;
        this.keys = keys;
        this.c = c;
    }

    List<Known> of(Cells cells, String target, Labels levels) {
        List<Known> out = new ArrayList<>();
        Texts texts = new Texts(target, levels);
        long[] told = new long[levels.levels() + 1];
        long all = 0;
        for (int k = 0; k < cells.size(); k++) {
            if (cells.tells(k)) {
                told[cells.targets()[k] + 1] += cells.d()[k];
                all += cells.d()[k];
            }
        }
        for (int t = 0; t < told.length; t++) {
            if (told[t] > ONE_LEVEL_ROWS && told[t] > ONE_LEVEL_SHARE * all) {
                out.add(new Known(target + " = " + texts.of(t - 1), told[t], told[t] / (double) all));
            }
        }
        for (int key = 0; key < names.names().size(); key++) {
            pairs(cells, key, texts, levels.levels() + 1L, out);
        }
        out.sort(Comparator.comparingLong(Known::rows).reversed());
        return out.subList(0, Math.min(MOST, out.size()));
    }

    private void pairs(Cells cells, int key, Texts texts, long width, List<Known> out) {
        Numbering pairs = new Numbering(64);
        for (int k = 0; k < cells.size(); k++) {
            if (cells.tells(k) && cells.d()[k] > PAIR_ROWS) {
                pairs.of(pair(cells, key, k, width));
            }
        }
        if (pairs.size() == 0) {
            return;
        }
        long[] ofLevel = new long[keys.levels(key).levels() + 1];
        long[] all = new long[pairs.size()];
        long[] told = new long[pairs.size()];
        for (int k = 0; k < cells.size(); k++) {
            long d = cells.d()[k];
            ofLevel[keys.level(key, cells.keys()[k]) + 1] += d;
            int pair = pairs.find(pair(cells, key, k, width));
            if (pair >= 0) {
                all[pair] += d;
                told[pair] += cells.tells(k) && d > PAIR_ROWS ? d : 0;
            }
        }
        long[] which = pairs.keys();
        Texts keyTexts = new Texts(names.names().get(key), keys.levels(key));
        for (int p = 0; p < which.length; p++) {
            int level = (int) (which[p] / width);
            double share = all[p] / (double) ofLevel[level];
            if (told[p] >= NAMED && share > PAIR_SHARE) {
                out.add(new Known(
                        keyTexts.column + "=" + keyTexts.of(level - 1) + " -> " + texts.column + " = "
                                + texts.of((int) (which[p] % width) - 1),
                        told[p],
                        share));
            }
        }
    }

    /** Of a key level and a target level, as one number. */
    private long pair(Cells cells, int key, int cell, long width) {
        return (keys.level(key, cells.keys()[cell]) + 1) * width + cells.targets()[cell] + 1;
    }

    /** The texts of a column's levels, made when the first is asked for. */
    private final class Texts {
        private final String column;
        private final Labels levels;
        private @Nullable LevelTexts texts;

        Texts(String column, Labels levels) {
            this.column = column;
            this.levels = levels;
        }

        String of(int level) {
            LevelTexts known = texts;
            if (known == null) {
                Column[] columns = KeyColumns.columns(column, c);
                known = new LevelTexts(levels, KeyColumns.kind(column, c), columns == null ? new Column[0] : columns);
                texts = known;
            }
            return known.of(level);
        }
    }
}
