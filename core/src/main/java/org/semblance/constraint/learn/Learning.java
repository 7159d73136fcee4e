package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The rules that the rows of a table keep. They are looked for on drawn rows and held against all rows; a rule says
 * something of at least 100 rows, and at most 1 in 1,000 of these breaks it. Each family also leaves out what unrelated
 * columns would keep.
 *
 * @param counts how all rows keep them
 */
public record Learning(List<Rule> rules, RuleCounts counts) {
    /** The share of rows that may break a rule. */
    static final double RARELY = 0.001;

    /** The rows, at least, that a rule says something of. */
    static final int LEAST_ROWS = 100;

    public Learning {
        rules = List.copyOf(rules);
    }

    /**
     * Looks for rules.
     *
     * @param rows how many are drawn to look on
     * @param most how many rules of one family at most
     */
    public static Learning of(Table real, int rows, int most, Run run) {
        return of(Drawn.of(real, rows, run), most, run);
    }

    /** Looks for rules on rows that are drawn already. */
    public static Learning of(Drawn drawn, int most, Run run) {
        Table real = drawn.all();
        List<Rule> candidates = real.rows() < LEAST_ROWS ? List.of() : candidates(drawn, most, run);
        RuleCounts all = RuleCounts.of(candidates, real, run);
        int[] kept = IntStream.range(0, candidates.size())
                .filter(k -> all.applied()[k] >= LEAST_ROWS && all.broken()[k] <= RARELY * all.applied()[k])
                .toArray();
        List<Rule> rules = IntStream.of(kept).mapToObj(candidates::get).toList();
        return new Learning(rules, kept.length == candidates.size() ? all : RuleCounts.of(rules, real, run));
    }

    private static List<Rule> candidates(Drawn drawn, int most, Run run) {
        Reachable known = new Reachable(2 * drawn.all().width());
        List<Rule> out = new ArrayList<>(most(SingleRules.find(drawn), most));
        out.addAll(most(OrderRules.find(drawn, run), most));
        List<Rule> arithmetic = new ArrayList<>(LinearRules.find(drawn, run));
        arithmetic.addAll(ElapsedRules.find(drawn, run));
        arithmetic.addAll(SumRules.find(drawn, run));
        out.addAll(most(arithmetic, most));
        out.addAll(most(DependencyRules.find(drawn, known, run), most));
        out.addAll(most(ConstantRules.find(drawn, known, run), most));
        out.addAll(most(NeverRules.find(drawn, known, run), most));
        return out;
    }

    private static List<Rule> most(List<Rule> rules, int most) {
        return rules.subList(0, Math.min(most, rules.size()));
    }
}
