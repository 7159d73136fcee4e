package org.semblance.linkage.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Which column of a file of links is what, told by the names that tools write: {@code src_idx,trg_idx},
 * {@code unique_id_l,unique_id_r,match_probability}, {@code id,cluster} and their like. A column whose name ends with
 * idx, index, row or row_number holds row numbers from 0, any other ids.
 *
 * @param kind pairs or clusters
 * @param first the first of a pair, or the record; -1 where rows are in their own order
 * @param second the second of a pair, or the cluster
 * @param score of a pair, or -1
 * @param key of blocking, or -1
 * @param table which file a record is of, or -1
 * @param byRow whether records are row numbers
 * @param named whether the two of a pair are named source and target
 */
record LinkColumns(Kind kind, int first, int second, int score, int key, int table, boolean byRow, boolean named) {
    enum Kind {
        PAIRS,
        CLUSTERS
    }

    private static final Set<String> SOURCE = Set.of("src", "source");
    private static final Set<String> TARGET = Set.of("trg", "tgt", "target");
    private static final Set<String> LEFT = Set.of("l", "left", "a", "1", "first");
    private static final Set<String> RIGHT = Set.of("r", "right", "b", "2", "second");
    private static final List<String> ROWS = List.of("idx", "index", "row", "row_number");
    private static final List<String> IDS =
            List.of("id", "unique_id", "rec_id", "record_id", "identifier", "record", "mention_id", "");
    private static final List<String> SCORES = List.of(
            "score",
            "match_probability",
            "probability",
            "posterior",
            "match_weight",
            "weight",
            "similarity",
            "confidence");
    private static final List<String> CLUSTERS = List.of(
            "cluster",
            "cluster_id",
            "clusterid",
            "entity",
            "entity_id",
            "person",
            "person_id",
            "true_id",
            "group",
            "label");
    private static final List<String> TABLES = List.of("table", "file", "dataset", "source_dataset");
    private static final List<String> KEYS = List.of("key", "match_key", "blocking_key", "rule", "pass");

    /** @throws ProblemException where the header is neither that of pairs nor of clusters */
    static LinkColumns of(List<String> header, String file) {
        List<String> names = new ArrayList<>();
        header.forEach(name -> names.add(plain(name)));
        int score = find(names, SCORES);
        int key = find(names, KEYS);
        Map<String, int[]> pairs = new HashMap<>();
        for (int c = 0; c < names.size(); c++) {
            side(names.get(c), c, pairs);
        }
        for (List<String> kinds : List.of(ROWS, IDS)) {
            for (String kind : kinds) {
                for (String naming : new String[] {"named ", ""}) {
                    int[] two = pairs.get(naming + kind);
                    if (two != null && two[0] >= 0 && two[1] >= 0) {
                        return new LinkColumns(
                                Kind.PAIRS, two[0], two[1], score, key, -1, kinds == ROWS, !naming.isEmpty());
                    }
                }
            }
        }
        int cluster = find(names, CLUSTERS);
        if (cluster >= 0) {
            int row = find(names, ROWS);
            int record = row >= 0 ? row : find(names, IDS);
            return new LinkColumns(
                    Kind.CLUSTERS, record, cluster, -1, -1, find(names, TABLES), record < 0 || row >= 0, false);
        }
        throw ProblemException.data(Problem.of(
                        "the header \"" + String.join(",", header) + "\" is neither that of pairs nor of clusters.")
                .at(file + ", line 1")
                .fix("Pairs: src_idx,trg_idx (rows from 0), source_id,target_id or id_l,id_r, and perhaps score."
                        + " Clusters: id,cluster or row,cluster, and table where there are two files."));
    }

    /** Notes the column under what is left of its name without the side it is on. */
    private static void side(String name, int column, Map<String, int[]> pairs) {
        String[] words = name.split("_", -1);
        for (int end = 0; end < 2; end++) {
            String word = end == 0 ? words[0] : words[words.length - 1];
            String rest = words.length == 1
                    ? ""
                    : end == 0
                            ? name.substring(word.length() + 1)
                            : name.substring(0, name.length() - word.length() - 1);
            boolean named = SOURCE.contains(word) || TARGET.contains(word);
            boolean second = TARGET.contains(word) || RIGHT.contains(word);
            boolean usable = ROWS.contains(rest) || IDS.contains(rest);
            if (usable && (named || second || LEFT.contains(word))) {
                int[] two = pairs.computeIfAbsent((named ? "named " : "") + rest, k -> new int[] {-1, -1});
                two[second ? 1 : 0] = column;
                return;
            }
        }
    }

    private static int find(List<String> names, List<String> wanted) {
        for (String name : wanted) {
            int at = name.isEmpty() ? -1 : names.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** In small letters, with one underscore for whatever stands between words. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    /** Whether a table's name means the target; -1 where it means nothing known. */
    static int tableOf(String name) {
        String plain = plain(name).replaceAll("_csv(_gz)?$", "");
        if (SOURCE.contains(plain) || LEFT.contains(plain)) {
            return 0;
        }
        return TARGET.contains(plain) || RIGHT.contains(plain) ? 1 : -1;
    }
}
