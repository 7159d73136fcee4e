package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.prepare.Grid;
import org.semblance.prepare.Marginal;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * What is drawn at once: labels (a missing one is a label more), whether a number is there, or a number that is there.
 * Numbers stand for their bins: a bin's middle is learnt from and predicted from, a place within it is given out.
 *
 * @param column of the table
 * @param name as methods and messages have it
 * @param part which of the three
 * @param labels the dictionary of labels, the missing one last
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

    /** The units of a column, in the order in which they are drawn. */
    static List<SequentialUnit> of(int column, Field field, Column values, Marginal.Grain grain) {
        boolean holes = values.missingCount() > 0;
        if (values instanceof CodeColumn codes) {
            List<String> labels = new ArrayList<>(codes.compact().labels());
            if (holes || labels.isEmpty()) {
                labels.add(MISSING);
            }
            return List.of(new SequentialUnit(column, field.name(), Part.LABELS, labels, null, 0));
        }
        List<SequentialUnit> units = new ArrayList<>();
        if (holes) {
            units.add(new SequentialUnit(
                    column, field.name() + " is there", Part.THERE, List.of("there", MISSING), null, 0));
        }
        double[] there = Arrays.stream(((NumberColumn) values).toArray())
                .filter(v -> !Double.isNaN(v))
                .toArray();
        if (there.length > 0) {
            NumberColumn present = NumberColumn.of(there);
            Marginal bins = Marginal.of(present, Grid.of(field, present), grain);
            double mean = Arrays.stream(there).average().orElse(0);
            units.add(new SequentialUnit(column, field.name(), Part.NUMBER, List.of(), bins, mean));
        }
        return units;
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
        CodeColumn own = values instanceof CodeColumn column ? column.compact() : null;
        for (int i = 0; i < codes.length; i++) {
            boolean missing = values.isMissing(i);
            codes[i] = missing ? labels.size() - 1 : own == null ? 0 : own.code(i);
        }
        return CodeColumn.of(codes, labels);
    }

    /** The middle of a number's bin, or the common value. */
    double middle(double value) {
        return Double.isNaN(value) || bins == null ? Double.NaN : bins.at(bins.cell(value), 0.5);
    }

    /** A number within the bin of another. */
    double within(double value, Rng rng) {
        return Double.isNaN(value) || bins == null ? Double.NaN : bins.at(bins.cell(value), rng.nextDouble());
    }
}
