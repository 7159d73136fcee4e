package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.math.NormalScores;
import org.semblance.model.Corrupt;
import org.semblance.model.Stored;
import org.semblance.prepare.Frequencies;
import org.semblance.prepare.Grid;
import org.semblance.prepare.Marginal;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The distribution of every column of a table, each alone: a {@link Marginal} of numbers or {@link Frequencies} of labels. */
final class Marginals {
    private final Schema schema;
    private final @Nullable Marginal[] numbers;
    private final @Nullable Frequencies[] labels;

    private Marginals(Schema schema) {
        this.schema = schema;
        numbers = new @Nullable Marginal[schema.size()];
        labels = new @Nullable Frequencies[schema.size()];
    }

    static Marginals of(Table real, Marginal.Grain grain, Run run) {
        Marginals all = new Marginals(real.schema());
        try (Progress.Stage stage = run.progress().begin("fit", real.width(), "columns")) {
            run.parallel(real.width(), c -> {
                if (real.schema().field(c).kind().numeric()) {
                    NumberColumn column = real.numbers(c);
                    all.numbers[c] = Marginal.of(column, Grid.of(real.schema().field(c), column), grain);
                } else {
                    all.labels[c] = Frequencies.of(real.codes(c));
                }
                stage.add(1);
            });
        }
        return all;
    }

    Schema schema() {
        return schema;
    }

    /** The values of a column at the given places of the unit interval. */
    Column draw(int column, double[] places) {
        Marginal marginal = numbers[column];
        if (marginal != null) {
            double[] out = new double[places.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = marginal.draw(places[i]);
            }
            return NumberColumn.of(out);
        }
        Frequencies frequencies = frequencies(column);
        int[] out = new int[places.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = frequencies.draw(places[i]);
        }
        return CodeColumn.of(out, frequencies.labels());
    }

    /** The normal scores of a column's common values, bins and labels. */
    NormalScores scores(int column) {
        Marginal marginal = numbers[column];
        return new NormalScores(
                marginal != null ? marginal.cells() : frequencies(column).pack());
    }

    /** Which of the scored cells a row's value lies in. */
    int cell(int column, Column values, int row) {
        Marginal marginal = numbers[column];
        return marginal != null ? marginal.cell(((NumberColumn) values).get(row)) : ((CodeColumn) values).code(row) + 1;
    }

    private Frequencies frequencies(int column) {
        Frequencies frequencies = labels[column];
        if (frequencies == null) {
            throw new IllegalStateException("column " + column + " has no distribution");
        }
        return frequencies;
    }

    Stored store() {
        Stored stored = Stored.empty();
        ArrayNode columns = stored.json().putArray("columns");
        for (int c = 0; c < schema.size(); c++) {
            Marginal marginal = numbers[c];
            if (marginal != null) {
                columns.addObject().put("name", schema.field(c).name());
                stored.put("column-" + c, marginal.pack());
            } else {
                ArrayNode names =
                        columns.addObject().put("name", schema.field(c).name()).putArray("labels");
                frequencies(c).labels().forEach(names::add);
                stored.put("column-" + c, frequencies(c).pack());
            }
        }
        return stored;
    }

    static Marginals load(Stored stored, Schema schema) {
        JsonNode columns = stored.json().path("columns");
        if (columns.size() != schema.size()) {
            throw Corrupt.because("it describes " + columns.size() + " columns, but its schema has " + schema.size());
        }
        Marginals all = new Marginals(schema);
        for (int c = 0; c < schema.size(); c++) {
            Field field = schema.field(c);
            double[] packed = stored.array("column-" + c, double[].class);
            try {
                if (field.kind().numeric()) {
                    all.numbers[c] = Marginal.unpack(packed);
                } else {
                    List<String> names = new ArrayList<>();
                    columns.path(c).path("labels").forEach(label -> names.add(label.asString()));
                    all.labels[c] = Frequencies.unpack(names, packed);
                }
            } catch (IllegalArgumentException e) {
                throw Corrupt.because("column \"" + field.name() + "\" is " + e.getMessage());
            }
        }
        return all;
    }

    List<String> contents() {
        int labelCount = 0;
        int labelled = 0;
        int common = 0;
        int bins = 0;
        for (int c = 0; c < schema.size(); c++) {
            Marginal marginal = numbers[c];
            if (marginal != null) {
                common += marginal.commonValues();
                bins += marginal.size() - marginal.commonValues();
            } else {
                labelled++;
                labelCount += frequencies(c).labels().size();
            }
        }
        return List.of(
                labelCount + " labels of " + labelled + " columns, and how frequent each is",
                common + " common values and the edges of " + bins + " bins of " + (schema.size() - labelled)
                        + " numeric columns, and how frequent each is",
                "no rows");
    }
}
