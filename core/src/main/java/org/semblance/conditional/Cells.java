package org.semblance.conditional;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Several columns drawn together: the number of a cell, and what each column has in it.
 *
 * @param cell draws the numbers of cells
 * @param sides of each column
 */
record Cells(Conditional.Drawer cell, List<Side> sides) implements Conditional.Drawer {
    /**
     * One column.
     *
     * @param values [cells] its values; places in the dictionary for labels
     * @param labels the dictionary, empty for numbers
     */
    record Side(double[] values, List<String> labels) {
        Column of(double[] cells) {
            return Labelled.column(
                    Arrays.stream(cells)
                            .map(cell -> Double.isNaN(cell) ? cell : values[(int) cell])
                            .toArray(),
                    labels);
        }
    }

    @Override
    public Column draw(Predictors x, Rng rng) {
        return sides.get(0).of(numbers(x, rng));
    }

    @Override
    public List<Column> drawAll(Predictors x, Rng rng) {
        double[] cells = numbers(x, rng);
        return sides.stream().map(side -> side.of(cells)).toList();
    }

    private double[] numbers(Predictors x, Rng rng) {
        return ((NumberColumn) cell.draw(x, rng)).toArray();
    }

    @Override
    public Conditional.Drawer forgetful() {
        return new Cells(cell.forgetful(), sides);
    }
}
