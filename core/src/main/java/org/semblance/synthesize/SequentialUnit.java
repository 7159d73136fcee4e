package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.semblance.math.NormalScores;
import org.semblance.prepare.Curation;
import org.semblance.prepare.Grid;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * What is drawn at once: labels (a missing one is a label more), whether a number is there or which code stands for it,
 * or a number that is there. Numbers stand for their bins: a bin's middle is learnt from and predicted from, a place
 * within it is given out.
 *
 * @param column of the table
 * @param name as methods and messages have it
 * @param part which of the three
 * @param labels the dictionary of labels, the missing one last; of codes, as numbers are written
 * @param bins of a number that is there; null for labels
 * @param fill the number that predicts where none is there
 */
record SequentialUnit(
        int column,
        String name,
        Part part,
        List<String> labels,
        @Nullable Marginal bins,
        double fill) {
    enum Part {
        LABELS,
        THERE,
        NUMBER
    }

    /** What a missing label is called; only its place counts. */
    static final String MISSING = "(missing)";

    /** Says that a number is there and no code. */
    static final String NUMBER = "there";

    /**
     * How a column is split.
     *
     * @param codes numbers that are drawn as such, beside the others: missing codes, and values that are piled up
     * @param piled so large a share of the numbers there makes any other one a code too
     * @param minLevels a column of no more different numbers is drawn as labels
     * @param least fewer numbers than this are not drawn apart from others, and no number beyond so many extremes of those
     *     that are is learnt as it is; 0 where real values are kept anyway
     * @param part whether the rows are a part of the table, whose ends are not those that were curated
     * @param labels the dictionary of labels to take; empty for what occurs
     */
    record Split(
            Marginal.Grain grain,
            double[] codes,
            double piled,
            int minLevels,
            int least,
            boolean part,
            List<String> labels) {
        /** The same with values that are piled up. */
        Split piled(double share) {
            return new Split(grain, codes, share, minLevels, least, part, labels);
        }
    }

    /** The labels that later columns are drawn from: one more where a rule makes missing what never is. */
    List<String> predicting(List<SequentialRule> rules) {
        if (part != Part.LABELS || labels.contains(MISSING) || rules.stream().allMatch(rule -> rule.label() != null)) {
            return labels;
        }
        List<String> out = new ArrayList<>(labels);
        out.add(MISSING);
        return out;
    }

    /** The units of a column, in the order in which they are drawn. */
    static List<SequentialUnit> of(int column, Field field, Column values, Split split) {
        boolean holes = values.missingCount() > 0;
        if (values instanceof CodeColumn codes) {
            List<String> labels =
                    new ArrayList<>(split.labels.isEmpty() ? codes.compact().labels() : split.labels);
            if (holes || labels.isEmpty()) {
                labels.add(MISSING);
            }
            return List.of(new SequentialUnit(column, field.name(), Part.LABELS, labels, null, 0));
        }
        double[] all = Arrays.stream(((NumberColumn) values).toArray())
                .filter(v -> !Double.isNaN(v))
                .toArray();
        Set<Double> codes = new TreeSet<>();
        for (double code : split.codes) {
            if (Arrays.stream(all).anyMatch(v -> v == code)) {
                codes.add(code);
            }
        }
        double[] there = Arrays.stream(all).filter(v -> !codes.contains(v)).toArray();
        List<Double> few = few(there, split);
        codes.addAll(few);
        there = few.isEmpty() ? there : new double[0];
        Set<Double> piled = piled(there, split);
        codes.addAll(piled);
        there = Arrays.stream(there).filter(v -> !piled.contains(v)).toArray();
        there = told(there, holes || !codes.isEmpty(), split);
        List<SequentialUnit> units = new ArrayList<>();
        if (holes || !codes.isEmpty()) {
            units.add(new SequentialUnit(
                    column, field.name() + " is there", Part.THERE, states(there.length > 0, codes, holes), null, 0));
        }
        if (there.length > 0) {
            NumberColumn present = NumberColumn.of(there);
            Grid grid = Grid.of(field, present);
            // What stands at the end of a column has been curated; what others stood beyond has not.
            NumberColumn released =
                    codes.isEmpty() && !split.part ? present : Curation.extremes(field, present, split.least);
            Marginal bins = Marginal.of(released, grid, split.grain);
            double mean = Arrays.stream(released.toArray()).average().orElse(0);
            units.add(new SequentialUnit(column, field.name(), Part.NUMBER, List.of(), bins, mean));
        }
        return units;
    }

    /** The numbers that are drawn apart: none where they are so few that they would tell of single rows. */
    private static double[] told(double[] there, boolean apart, Split split) {
        return apart && there.length < split.least ? new double[0] : there;
    }

    private static List<String> states(boolean numbers, Set<Double> codes, boolean holes) {
        List<String> out = new ArrayList<>();
        if (numbers || codes.isEmpty() && !holes) {
            out.add(NUMBER);
        }
        codes.forEach(code -> out.add(String.valueOf(code)));
        if (holes) {
            out.add(MISSING);
        }
        return out;
    }

    /** The numbers that stand as labels: those that enough rows share, where there are few different ones. */
    private static List<Double> few(double[] numbers, Split split) {
        double[] different = Arrays.stream(numbers).distinct().sorted().toArray();
        if (different.length > split.minLevels) {
            return List.of();
        }
        return Arrays.stream(different)
                .filter(v -> Arrays.stream(numbers).filter(of -> of == v).count() >= split.grain.common())
                .boxed()
                .toList();
    }

    /** The numbers that so many rows share that the others are drawn apart from them; none where too few others are left. */
    private static Set<Double> piled(double[] numbers, Split split) {
        double least = Math.max(split.grain.common(), split.piled * numbers.length);
        if (split.piled >= 1 || numbers.length < least) {
            return Set.of();
        }
        Set<Double> out = new TreeSet<>();
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        int left = sorted.length;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from >= least) {
                out.add(sorted[from]);
                left -= to - from;
            }
        }
        return left >= Math.max(1, split.least) ? out : Set.of();
    }

    /** Whether one of its labels is that there is no value. */
    boolean unordered() {
        return part == Part.THERE || labels.contains(MISSING);
    }

    Field field() {
        return Field.of(name, part == Part.NUMBER ? Kind.DECIMAL : Kind.CATEGORY);
    }

    /** The column as methods see it; a number that is not there is missing. */
    Column coded(Column values) {
        if (part == Part.NUMBER) {
            double[] numbers = ((NumberColumn) values).toArray();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = middle(numbers[i]);
            }
            return NumberColumn.of(numbers);
        }
        int[] codes = new int[values.size()];
        if (values instanceof CodeColumn own) {
            int[] places = own.labels().stream().mapToInt(labels::indexOf).toArray();
            for (int i = 0; i < codes.length; i++) {
                int place = own.code(i) < 0 ? -1 : places[own.code(i)];
                codes[i] = place < 0 ? labels.size() - 1 : place;
            }
        } else {
            double[] known = codes();
            for (int i = 0; i < codes.length; i++) {
                codes[i] = state(((NumberColumn) values).get(i), known);
            }
        }
        return CodeColumn.of(codes, labels);
    }

    /** The numbers of the codes; NaN for what is no code. */
    double[] codes() {
        return labels.stream()
                .mapToDouble(
                        label -> label.equals(NUMBER) || label.equals(MISSING) ? Double.NaN : Double.parseDouble(label))
                .toArray();
    }

    /** Which of the labels a number has: its code, else that it is there, else the nearest code. */
    int state(double value, double[] codes) {
        if (Double.isNaN(value)) {
            return labels.size() - 1;
        }
        int nearest = 0;
        for (int code = 0; code < codes.length; code++) {
            if (codes[code] == value) {
                return code;
            }
            nearest = !(Math.abs(codes[code] - value) >= Math.abs(codes[nearest] - value)) && !Double.isNaN(codes[code])
                    ? code
                    : nearest;
        }
        return labels.get(0).equals(NUMBER) ? 0 : nearest;
    }

    /** Whether one of the labels says that a number is there. */
    boolean there(int label) {
        return labels.get(label).equals(NUMBER);
    }

    /** The middle of a number's bin, or the common value. */
    double middle(double value) {
        return Double.isNaN(value) || bins == null ? Double.NaN : bins.at(bins.cell(value), 0.5);
    }

    /** Numbers without holes as the normal scores of their bins; labels as they are. */
    Column scored(Column values) {
        if (bins == null) {
            return values;
        }
        NormalScores scores = new NormalScores(bins.cells());
        double[] numbers = ((NumberColumn) values).toArray();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = scores.score(bins.cell(numbers[i]));
        }
        return NumberColumn.of(numbers);
    }

    /** A number within the bin of another. */
    double within(double value, Rng rng) {
        return Double.isNaN(value) || bins == null ? Double.NaN : bins.at(bins.cell(value), rng.nextDouble());
    }
}
