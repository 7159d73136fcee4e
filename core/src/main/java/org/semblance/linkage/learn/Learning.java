package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Together;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Learns which errors lie between pairs: how often a column differs and is blank, in which ways, and in how many columns
 * at once. Cost: some microseconds a cell that differs.
 */
public final class Learning {
    private static final int LISTED = 50;

    private final LabelledPairs pairs;
    private final @Nullable String[][] kinds;
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    /** The column that a swap exchanged this one with, by column and then by the other. */
    private final int[][] swaps;

    private Learning(LabelledPairs pairs) {
        this.pairs = pairs;
        int width = pairs.variables().size();
        kinds = new @Nullable String[width][pairs.size()];
        swaps = new int[width][width];
    }

    public static Learnt of(LabelledPairs pairs, Run run) {
        Learning learning = new Learning(pairs);
        learning.findSwaps();
        int width = pairs.variables().size();
        run.parallel(width, c -> learning.read(c, run.rng().child("read").child(c)));
        return learning.learnt(run.rng().child("tune"));
    }

    private @Nullable String before(int c, int i) {
        return pairs.first().get(c)[i];
    }

    private @Nullable String after(int c, int i) {
        return pairs.second().get(c)[i];
    }

    private boolean differs(int c, int i) {
        return !Objects.equals(before(c, i), after(c, i));
    }

    /** Two cells of a row that have changed places; the swap is told of the first column, the second follows from it. */
    private void findSwaps() {
        int width = kinds.length;
        for (int i = 0; i < pairs.size(); i++) {
            for (int a = 0; a < width; a++) {
                for (int b = a + 1; b < width && kinds[a][i] == null; b++) {
                    boolean same =
                            Objects.equals(before(a, i), after(b, i)) && Objects.equals(before(b, i), after(a, i));
                    if (same && kinds[b][i] == null && differs(a, i)) {
                        boolean filled = before(a, i) != null;
                        kinds[filled ? a : b][i] = "field-swap";
                        kinds[filled ? b : a][i] = "";
                        swaps[filled ? a : b][filled ? b : a]++;
                    }
                }
            }
        }
    }

    private void read(int c, Rng rng) {
        Reading reading = new Reading(pairs.variables().get(c), rng);
        for (int i = 0; i < pairs.size(); i++) {
            if (kinds[c][i] == null && differs(c, i)) {
                kinds[c][i] = reading.of(before(c, i), after(c, i));
            }
        }
    }

    private Learnt learnt(Rng rng) {
        int width = kinds.length;
        int n = pairs.size();
        List<Learnt.Column> columns = new ArrayList<>();
        List<Rate> rates = new ArrayList<>();
        double[] rateOf = new double[width];
        double failing = 0;
        for (int c = 0; c < width; c++) {
            Map<String, Integer> kindsHere = new TreeMap<>();
            int differing = 0;
            int blank = 0;
            int wasBlank = 0;
            for (int i = 0; i < n; i++) {
                differing += differs(c, i) ? 1 : 0;
                blank += after(c, i) == null ? 1 : 0;
                wasBlank += before(c, i) == null ? 1 : 0;
                String kind = kinds[c][i];
                if (kind != null && !kind.isEmpty()) {
                    kindsHere.merge(kind, 1, Integer::sum);
                }
            }
            counts.add(kindsHere);
            columns.add(new Learnt.Column(
                    pairs.variables().get(c),
                    (double) differing / n,
                    (double) blank / n,
                    (double) wasBlank / n,
                    kindsHere));
            List<Rate> own = rates(c, n - wasBlank);
            for (Rate rate : own) {
                rateOf[c] += rate.rate();
            }
            failing += rateOf[c] * wasBlank / n;
            rates.addAll(own);
        }
        double all = Arrays.stream(rateOf).sum();
        double[] changed = Differences.of(pairs).changed();
        if (all == 0) {
            return new Learnt(columns, changed, rates, Together.INDEPENDENT, n);
        }
        double[] law = Thinning.undo(histogram(), failing / all, erring(rateOf));
        Tuning.Tuned tuned = Tuning.tune(pairs, rates, law, rng);
        return new Learnt(columns, changed, tuned.rates(), tuned.together(), n);
    }

    private static int erring(double[] rateOf) {
        return (int) Arrays.stream(rateOf).filter(rate -> rate > 0).count();
    }

    /** Of errors made: two cells that changed places count once, and a blank that was filled not at all. */
    private double[] histogram() {
        double[] out = new double[kinds.length + 1];
        for (int i = 0; i < pairs.size(); i++) {
            int changed = 0;
            for (int c = 0; c < kinds.length; c++) {
                String kind = kinds[c][i];
                changed += kind != null && !kind.isEmpty() && !kind.equals(Reading.FILLED) ? 1 : 0;
            }
            out[changed] += 1.0 / pairs.size();
        }
        return out;
    }

    /** The rates of one column, shares of its cells that were filled before. */
    private List<Rate> rates(int c, int filled) {
        Map<String, Integer> mine = new LinkedHashMap<>(counts.get(c));
        mine.remove(Reading.FILLED);
        List<Rate> out = new ArrayList<>();
        Integer replaced = mine.remove(Reading.REPLACED);
        if (replaced != null) {
            List<String> common = common(c);
            boolean listed = common.size() >= 2;
            String instead = pairs.role(c).isOption() ? "wrong-option" : Reading.EDIT;
            if (listed) {
                add(out, c, instead, Map.of("options", common), replaced, filled);
            } else {
                mine.merge(instead, replaced, Integer::sum);
            }
        }
        Integer swapped = mine.remove("field-swap");
        for (int other = 0; other < swaps[c].length && swapped != null; other++) {
            if (swaps[c][other] > 0) {
                Map<String, Object> with =
                        Map.of("with", pairs.variables().get(other).name());
                add(out, c, "field-swap", with, swaps[c][other], filled);
            }
        }
        Integer edits = mine.remove(Reading.EDIT);
        if (edits != null) {
            edits(c, edits, filled, out);
        }
        mine.forEach((name, count) -> add(out, c, name, name.equals("spacing") ? spacing(c) : Map.of(), count, filled));
        return out;
    }

    private void add(List<Rate> out, int c, String name, Map<String, ?> options, double count, int filled) {
        if (count > 0) {
            out.add(new Rate(pairs.variables().get(c).name(), name, options, count / filled, null));
        }
    }

    /** Options that stand for what was picked instead, the commonest first. */
    private List<String> common(int c) {
        Map<String, Integer> seen = new HashMap<>();
        for (String cell : pairs.first().get(c)) {
            if (cell != null) {
                seen.merge(cell, 1, Integer::sum);
            }
        }
        return seen.entrySet().stream()
                .filter(entry -> Reading.common(pairs.role(c), entry.getValue()))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LISTED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One edit in shares as they occur, and how often there are more. */
    private void edits(int c, int count, int filled, List<Rate> out) {
        double[] kindsOf = new double[4];
        int several = 0;
        for (int i = 0; i < pairs.size(); i++) {
            String before = before(c, i);
            String after = after(c, i);
            if (before != null && after != null && Reading.EDIT.equals(kinds[c][i])) {
                int[] script = EditScript.between(before, after);
                int sum = EditScript.sum(script);
                several += sum > 1 ? 1 : 0;
                for (int k = 0; k < 4; k++) {
                    kindsOf[k] += (double) script[k] / sum;
                }
            }
        }
        double all = Arrays.stream(kindsOf).sum();
        Map<String, Object> options = new LinkedHashMap<>();
        String[] names = {"substitute", "delete", "insert", "transpose"};
        for (int k = 0; k < 4; k++) {
            options.put(names[k], all == 0 ? 1.0 : Math.round(1000 * kindsOf[k] / all) / 10.0);
        }
        options.put("several", Math.round(1000.0 * several / Math.max(1, count)) / 1000.0);
        add(out, c, Reading.EDIT, options, count, filled);
    }

    private Map<String, Object> spacing(int c) {
        int merge = 0;
        int split = 0;
        int exchange = 0;
        for (int i = 0; i < pairs.size(); i++) {
            String before = before(c, i);
            String after = after(c, i);
            if (before != null && after != null && "spacing".equals(kinds[c][i])) {
                merge += after.length() < before.length() ? 1 : 0;
                split += after.length() > before.length() ? 1 : 0;
                exchange += after.length() == before.length() ? 1 : 0;
            }
        }
        return Map.of("merge", (double) merge, "split", (double) split, "exchange", (double) exchange);
    }
}
