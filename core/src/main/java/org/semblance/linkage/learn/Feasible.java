package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.linkage.NearestLaw;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Together;

/**
 * Rates and a law of how many columns change that go together, the nearest to those asked for: a column whose rates sum
 * to 1 or more is scaled down, then the law is moved as far as the rates need. Numbers are those that a file of
 * parameters holds, of six decimals.
 *
 * @param scaled by what a column's rates were multiplied, where they were
 * @param moved see {@link NearestLaw}
 */
record Feasible(List<Rate> rates, Together together, Map<String, Double> scaled, double moved) {
    /** No column changes in every row: then no other would leave a choice, and the weights no end. */
    private static final double MOST = 0.995;

    Feasible {
        rates = List.copyOf(rates);
    }

    /** Of rows with 0, 1, 2 ... changes. */
    double[] shares() {
        return together.columns().stream().mapToDouble(Double::parseDouble).toArray();
    }

    /** @param shares of rows with 0, 1, 2 ... changes */
    static Feasible of(List<Rate> asked, double[] shares) {
        Map<String, Double> sums = new LinkedHashMap<>();
        asked.forEach(rate -> sums.merge(rate.variable(), rate.rate(), Double::sum));
        Map<String, Double> scaled = new LinkedHashMap<>();
        sums.forEach((column, sum) -> {
            if (sum > MOST) {
                scaled.put(column, MOST / sum);
            }
        });
        List<Rate> rates = new ArrayList<>();
        Map<String, Double> columns = new LinkedHashMap<>();
        for (Rate rate : asked) {
            double written = Math.floor(rate.rate() * scaled.getOrDefault(rate.variable(), 1.0) * 1e6 + 0.5) / 1e6;
            if (written > 0) {
                rates.add(rate.rate(written));
                columns.merge(rate.variable(), written, Double::sum);
            }
        }
        if (rates.isEmpty()) {
            return new Feasible(rates, Together.INDEPENDENT, scaled, 0);
        }
        NearestLaw law = NearestLaw.of(
                shares,
                columns.values().stream().mapToDouble(Double::doubleValue).toArray());
        return new Feasible(rates, Together.columns(law.shares()), scaled, law.moved());
    }
}
