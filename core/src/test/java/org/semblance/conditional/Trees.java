package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What tests of trees share: tables of reference values as predictors, and the leaf that every row comes to. */
final class Trees {
    private Trees() {}

    /** Numbers or labels, as the column's cells are. */
    static Column column(Reference data, String name) {
        boolean number = Arrays.stream(data.texts(name))
                .allMatch(text -> text == null || text.equals("NA") || text.matches("[-+.0-9e]+"));
        return number ? data.numberColumn(name) : data.labelColumn(name);
    }

    static Predictors predictors(Reference data, String... names) {
        Column[] columns = Arrays.stream(names).map(name -> column(data, name)).toArray(Column[]::new);
        return Predictors.of(Table.of(
                Schema.of(IntStream.range(0, names.length)
                        .mapToObj(j ->
                                Field.of(names[j], columns[j] instanceof NumberColumn ? Kind.DECIMAL : Kind.CATEGORY))
                        .toArray(Field[]::new)),
                Arrays.asList(columns)));
    }

    /**
     * Every row's leaf has so many rows, and that mean.
     *
     * @param label whose share is the mean of a leaf; empty for numbers
     */
    static void agree(Conditional method, Predictors x, Column y, String label, double[] sizes, double[] means) {
        Field field = Field.of("target", label.isEmpty() ? Kind.DECIMAL : Kind.CATEGORY);
        LeafDrawer drawer = (LeafDrawer) method.fit(Given.of(x, field, y), Run.of(1));
        LeafDrawer.Leaves leaves = drawer.leaves().get(0);
        LeafDrawer.Cells cells = new LeafDrawer.Cells(x);
        for (int row = 0; row < y.size(); row++) {
            if (y.isMissing(row)) {
                continue;
            }
            cells.row = row;
            int leaf = leaves.tree().leaf(cells);
            int from = leaves.start()[leaf];
            int to = leaves.start()[leaf + 1];
            assertThat(to - from).as("leaf of row " + row).isEqualTo((int) sizes[row]);
            double mean = IntStream.range(from, to)
                    .mapToDouble(i -> drawer.values()[leaves.donors()[i]])
                    .map(value -> label.isEmpty()
                            ? value
                            : drawer.labels().get((int) value).equals(label) ? 1 : 0)
                    .average()
                    .orElse(Double.NaN);
            assertThat(mean).isCloseTo(means[row], within(1e-9));
        }
    }

    static Cells survival(Predictors x, Reference lives, Column event, Map<String, ?> options) {
        Given given = new Given(
                x,
                Field.of("time", Kind.WHOLE),
                lives.numberColumn("time"),
                false,
                Given.Events.NONE,
                Table.of(
                        Schema.of(Field.of("event", event instanceof NumberColumn ? Kind.WHOLE : Kind.CATEGORY)),
                        List.of(event)));
        return (Cells) SurvivalTree.PLUGIN.make(options).fit(given, Run.of(1));
    }
}
