package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.score.Links;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Pairs of rows about the same person, the first as it should be and the second as it was written again; their columns
 * by the same names.
 *
 * @param variables the shared columns, without those that only number rows
 * @param first the cells of each column, a pair each
 * @param second likewise
 */
public record LabelledPairs(
        List<Variable> variables, List<@Nullable String[]> first, List<@Nullable String[]> second, int size) {
    public LabelledPairs {
        variables = List.copyOf(variables);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** The pairs of two files that are true. */
    public static LabelledPairs of(Records source, Records target, Links truth) {
        if (truth.clustered()) {
            throw ProblemException.data(Problem.of("the truth is given as clusters, but must be pairs here.")
                    .fix("Give src_idx,trg_idx, or the column that is the same for one person: --cluster COLUMN"));
        }
        return of(source, target, truth.pairs(), "");
    }

    /**
     * Rows of two files, or of one, with the same text in a column; of FEBRL's rec-12-org and rec-12-dup-0 what both
     * begin with. In one file the first row of a cluster, or its -org, is what the others are compared with.
     */
    public static LabelledPairs byCluster(Records source, Optional<Records> target, String column) {
        Map<String, Integer> first = new LinkedHashMap<>();
        int at = find(source, column);
        for (int i = 0; i < source.rows(); i++) {
            String text = source.columns().get(at)[i];
            if (text != null && (text.endsWith("-org") || target.isPresent())) {
                first.putIfAbsent(Records.person(text), i);
            }
        }
        for (int i = 0; i < source.rows(); i++) {
            String text = source.columns().get(at)[i];
            if (text != null) {
                first.putIfAbsent(Records.person(text), i);
            }
        }
        Records others = target.orElse(source);
        int there = find(others, column);
        List<Long> pairs = new ArrayList<>();
        for (int i = 0; i < others.rows(); i++) {
            String text = others.columns().get(there)[i];
            Integer origin = text == null ? null : first.get(Records.person(text));
            if (origin != null && (target.isPresent() || origin != i)) {
                pairs.add((long) origin << 32 | i);
            }
        }
        return of(source, others, pairs.stream().mapToLong(Long::longValue).toArray(), column);
    }

    private static int find(Records records, String column) {
        int at = records.find(column);
        if (at < 0) {
            List<String> names =
                    records.variables().stream().map(Variable::name).toList();
            throw ProblemException.usage(Problem.of("there is no column \"" + column + "\".")
                    .fix((Nearest.hint(column, names) + " (columns: " + String.join(", ", names) + ")").strip()));
        }
        return at;
    }

    private static LabelledPairs of(Records source, Records target, long[] pairs, String cluster) {
        if (pairs.length == 0) {
            throw ProblemException.data(Problem.of("there are no pairs to learn from.")
                    .fix("Give files in which people occur twice, and the truth or the column that says so."));
        }
        List<Variable> variables = new ArrayList<>();
        List<@Nullable String[]> first = new ArrayList<>();
        List<@Nullable String[]> second = new ArrayList<>();
        for (int c = 0; c < source.variables().size(); c++) {
            Variable variable = source.variables().get(c);
            int other = target.find(variable.name());
            if (other < 0 || variable.name().equals(cluster)) {
                continue;
            }
            @Nullable String[] before = take(source, c, pairs, 32);
            @Nullable String[] after = take(target, other, pairs, 0);
            if (numbersRows(source.columns().get(c), before, after)) {
                continue;
            }
            variables.add(withPattern(variable, before));
            first.add(before);
            second.add(after);
        }
        if (variables.isEmpty()) {
            throw ProblemException.data(Problem.of("the files have no column of the same name that says something.")
                    .fix("Give both the same header."));
        }
        return new LabelledPairs(variables, first, second, pairs.length);
    }

    private static @Nullable String[] take(Records records, int column, long[] pairs, int shift) {
        @Nullable String[] out = new @Nullable String[pairs.length];
        Arrays.setAll(out, i -> records.cell((int) (pairs[i] >>> shift), column));
        return out;
    }

    /** A column that is different in every row and never the same in a pair tells rows apart, not people. */
    private static boolean numbersRows(@Nullable String[] column, @Nullable String[] before, @Nullable String[] after) {
        for (int i = 0; i < before.length; i++) {
            if (before[i] == null || before[i].equals(after[i])) {
                return false;
            }
        }
        return Arrays.stream(column).distinct().count() == column.length;
    }

    /** Dates without separators, as FEBRL has them, have a pattern of their own. */
    private static Variable withPattern(Variable variable, @Nullable String[] cells) {
        if (!variable.role().isDate() || !variable.pattern().isEmpty()) {
            return variable;
        }
        int eight = 0;
        int slashed = 0;
        int filled = 0;
        for (String cell : cells) {
            if (cell != null) {
                filled++;
                eight += cell.matches("\\d{8}") ? 1 : 0;
                slashed += cell.matches("\\d{2}/\\d{2}/\\d{4}") ? 1 : 0;
            }
        }
        if (2 * eight > filled) {
            return variable.pattern("yyyyMMdd");
        }
        return 2 * slashed > filled ? variable.pattern("dd/MM/yyyy") : variable;
    }

    /** The place of a column that there is. */
    int find(String name) {
        int c = 0;
        while (!variables.get(c).name().equals(name)) {
            c++;
        }
        return c;
    }

    Role role(int column) {
        return variables.get(column).role();
    }
}
