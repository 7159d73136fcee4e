package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        return learning.learnt(run.child("tune"));
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

    private Learnt learnt(Run run) {
        List<Learnt.Column> columns = new ArrayList<>();
        for (int c = 0; c < kinds.length; c++) {
            columns.add(column(c));
            counts.add(columns.get(c).kinds());
        }
        Differences real = Differences.of(pairs);
        int[] erring =
                IntStream.range(0, kinds.length).filter(c -> errors(c) > 0).toArray();
        Differences goal = Differences.makeable(pairs, filled());
        if (erring.length == 0) {
            return new Learnt(
                    columns,
                    real.changed(),
                    List.of(),
                    Together.INDEPENDENT,
                    pairs.size(),
                    Fit.none(pairs, real, goal));
        }
        Drawn drawn = Drawn.of(changed(erring), hidden(erring), erring.length);
        List<Rate> rates = new ArrayList<>();
        for (int k = 0; k < erring.length; k++) {
            rates.addAll(rates(erring[k], drawn.rates()[k]));
        }
        Tuning.Tuned tuned = Tuning.tune(pairs, goal, rates, drawn.shares(), run);
        Feasible errors = tuned.errors();
        Fit fit = Fit.of(pairs, real, goal, tuned, rates);
        return new Learnt(columns, real.changed(), errors.rates(), errors.together(), pairs.size(), fit);
    }

    private Learnt.Column column(int c) {
        Map<String, Integer> kindsHere = new TreeMap<>();
        int differing = 0;
        int blank = 0;
        int wasBlank = 0;
        for (int i = 0; i < pairs.size(); i++) {
            differing += differs(c, i) ? 1 : 0;
            blank += after(c, i) == null ? 1 : 0;
            wasBlank += before(c, i) == null ? 1 : 0;
            String kind = kinds[c][i];
            if (kind != null && !kind.isEmpty()) {
                kindsHere.merge(kind, 1, Integer::sum);
            }
        }
        double one = 1.0 / pairs.size();
        return new Learnt.Column(pairs.variables().get(c), differing * one, blank * one, wasBlank * one, kindsHere);
    }

    /** Errors that the column had; a blank that was filled is none. */
    private int errors(int c) {
        return counts.get(c).values().stream().mapToInt(Integer::intValue).sum()
                - counts.get(c).getOrDefault(Reading.FILLED, 0);
    }

    private BitSet[] filled() {
        BitSet[] out = new BitSet[kinds.length];
        for (int c = 0; c < out.length; c++) {
            out[c] = new BitSet(pairs.size());
            for (int i = 0; i < pairs.size(); i++) {
                out[c].set(i, Reading.FILLED.equals(kinds[c][i]));
            }
        }
        return out;
    }

    private boolean error(int c, int i) {
        String kind = kinds[c][i];
        return kind != null && !kind.isEmpty() && !kind.equals(Reading.FILLED);
    }

    /** Columns with an error, pair by pair: two cells that changed places have one. */
    private BitSet[] changed(int[] columns) {
        return marked(columns, this::error);
    }

    /** Columns of which a pair does not tell whether an error was meant to be there. */
    private BitSet[] hidden(int[] columns) {
        return marked(columns, (c, i) -> before(c, i) == null && !error(c, i));
    }

    private BitSet[] marked(int[] columns, Test test) {
        BitSet[] out = new BitSet[pairs.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = new BitSet(columns.length);
            for (int k = 0; k < columns.length; k++) {
                out[i].set(k, test.holds(columns[k], i));
            }
        }
        return out;
    }

    /** Something about a cell. */
    private interface Test {
        boolean holds(int column, int pair);
    }

    /** The rates of one column, as often as counted, together as often as it is drawn. */
    private List<Rate> rates(int c, double drawn) {
        double filled = errors(c) / drawn;
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

    private void add(List<Rate> out, int c, String name, Map<String, ?> options, double count, double filled) {
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
    private void edits(int c, int count, double filled, List<Rate> out) {
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
