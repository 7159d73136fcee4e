package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;

/**
 * One grouping: how large its groups are and how often outcomes occur in them, in real and in synthetic rows.
 *
 * @param groups the grouping
 * @param sizes rows of each group, {@code [0]} real and {@code [1]} synthetic
 * @param rows rows of each table
 * @param events the outcomes, none where there is no target
 * @param rates of each event, {@code [0]} in real and {@code [1]} in synthetic rows
 * @param told which of the real numbers can be told
 */
record GroupRates(Groups groups, int[][] sizes, int[] rows, List<Event> events, List<Rate[][]> rates, ToldRates told) {
    /** @param outcomes of every row, {@code [0]} real and {@code [1]} synthetic; not looked at without events */
    static GroupRates of(Groups groups, Comparison c, List<Event> events, double[][] outcomes) {
        int count = groups.names().size();
        int[][] codes = {groups.codes(c.real()), groups.codes(c.synthetic())};
        List<Rate[][]> rates = new ArrayList<>();
        // The rows of no group are counted, too: what they have is what the told rates leave.
        int[] all = Arrays.stream(codes[0]).map(code -> code < 0 ? count : code).toArray();
        List<Rate[]> real = new ArrayList<>();
        for (Event event : events) {
            real.add(Rate.of(event.of(outcomes[0]), all, count + 1));
            rates.add(new Rate[][] {
                Rate.of(event.of(outcomes[0]), codes[0], count), Rate.of(event.of(outcomes[1]), codes[1], count)
            });
        }
        int[][] sizes = {sizes(codes[0], count), sizes(codes[1], count)};
        ToldRates told = ToldRates.of(sizes(all, count + 1), real);
        return new GroupRates(
                groups, sizes, new int[] {c.real().rows(), c.synthetic().rows()}, events, rates, told);
    }

    private static int[] sizes(int[] codes, int count) {
        int[] out = new int[count];
        Arrays.stream(codes).filter(code -> code >= 0).forEach(code -> out[code]++);
        return out;
    }

    /** Every pair of groups in every event. */
    List<Gap> gaps() {
        List<Gap> out = new ArrayList<>();
        for (int e = 0; e < events.size(); e++) {
            Rate[] real = rates.get(e)[0];
            Rate[] made = rates.get(e)[1];
            String name = events.get(e).rate();
            boolean[] shown = told.rates(e);
            out.addAll(Gap.pairs(
                    real.length,
                    (a, b) -> real[a].enough() && real[b].enough() && made[a].enough() && made[b].enough()
                            ? new Gap(
                                    groups.title(),
                                    name,
                                    groups.names().get(a),
                                    groups.names().get(b),
                                    real[a].mean() - real[b].mean(),
                                    made[a].mean() - made[b].mean(),
                                    Math.sqrt(real[a].variance()
                                            + real[b].variance()
                                            + made[a].variance()
                                            + made[b].variance()),
                                    shown[a] && shown[b])
                            : null));
        }
        return out;
    }

    /**
     * Statistical parity of the first event, of the groups whose real rates are told; and what is left of the group that
     * loses most of its share.
     */
    void describe(Map<String, Double> parts) {
        String title = groups.title();
        if (!events.isEmpty()) {
            String[] where = {"real", "synthetic"};
            for (int t = 0; t < 2; t++) {
                Rate[] of = rates.get(0)[t];
                boolean real = t == 0;
                double[] known = IntStream.range(0, of.length)
                        .filter(g -> real ? told.rates(0)[g] : of[g].enough())
                        .mapToDouble(g -> of[g].mean())
                        .toArray();
                boolean two = known.length > 1;
                double high = two ? Arrays.stream(known).max().orElse(Double.NaN) : Double.NaN;
                double low = two ? Arrays.stream(known).min().orElse(Double.NaN) : Double.NaN;
                parts.put(title + ": largest gap, " + where[t], high - low);
                if (events.get(0).label() >= 0) {
                    parts.put(title + ": smallest ratio, " + where[t], high > 0 ? low / high : Double.NaN);
                }
            }
        }
        parts.put(
                title + ": least share kept",
                IntStream.range(0, groups.names().size())
                        .filter(told::size)
                        .mapToDouble(g -> share(1, g) / share(0, g))
                        .min()
                        .orElse(Double.NaN));
    }

    private double share(int table, int group) {
        return sizes[table][group] / (double) rows[table];
    }

    /** A row per group. */
    Figures figures() {
        List<String> heads = new ArrayList<>(List.of("rows, real", "share, real", "share, synthetic"));
        for (Event event : events) {
            heads.add(event.head() + ", real");
            heads.add(event.head() + ", synthetic");
        }
        Figures.Builder out = Figures.of("Groups by " + groups.title(), heads.toArray(String[]::new));
        for (int g = 0; g < groups.names().size(); g++) {
            double[] row = new double[heads.size()];
            row[0] = told.size(g) ? sizes[0][g] : Double.NaN;
            row[1] = told.size(g) ? share(0, g) : Double.NaN;
            row[2] = share(1, g);
            for (int e = 0; e < events.size(); e++) {
                row[3 + 2 * e] = told.rates(e)[g] ? events.get(e).unit() * rates.get(e)[0][g].mean() : Double.NaN;
                row[4 + 2 * e] = events.get(e).unit() * rates.get(e)[1][g].shown();
            }
            out.row(groups.names().get(g), row);
        }
        return out.build();
    }
}
