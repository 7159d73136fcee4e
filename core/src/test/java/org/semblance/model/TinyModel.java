package org.semblance.model;

import java.util.List;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** A model that holds one array of each type and replays the first of them: for tests of the file only. */
record TinyModel(Stored stored, Schema schema) implements Model {
    static final Provenance PROVENANCE = new Provenance(
            "people.csv",
            "9f2c".repeat(16),
            12_480,
            14,
            "tiny",
            new java.util.LinkedHashMap<>(java.util.Map.of("min-leaf", 20)),
            8_412_370_021L,
            java.util.Map.of("semblance", "0.1.0"),
            "2026-11-21");

    static TinyModel make() {
        Stored stored = Stored.empty()
                .put("values", new double[] {1.5, -0.0, Double.NaN, Double.MIN_VALUE, 1e300})
                .put("a/bytes", new byte[] {1, -2})
                .put("a/shorts", new short[] {1, -300})
                .put("a/ints", new int[] {1, -70_000})
                .put("longs", new long[] {Long.MIN_VALUE, 7})
                .put("floats", new float[] {0.1f, Float.NEGATIVE_INFINITY})
                .put("none", new int[0]);
        stored.json().put("third", 1.0 / 3).put("pi", Math.PI).put("count", 5).put("label", "Umeå, \"ö\"");
        Format format =
                Format.PLAIN.decimals(2).signs(',', ' ').around("$", "%").missing("NA");
        return new TinyModel(
                stored,
                Schema.of(
                        new Field("income", Kind.DECIMAL, format, "12 different values"),
                        new Field("born", Kind.DATE, Format.PLAIN.pattern("dd/MM/uuuu"), ""),
                        new Field("id", Kind.KEY, Format.PLAIN.maker("serial:1000"), "")));
    }

    static Model load(Stored stored, Schema schema) {
        double[] values = stored.array("values", double[].class);
        if (values[2] == 0 || schema.size() != 3) {
            throw new IllegalStateException("unreachable for what make() makes");
        }
        return new TinyModel(stored, schema);
    }

    static ModelLoader loader(String synthesizer) {
        if (!synthesizer.equals("tiny")) {
            throw ProblemException.usage(org.semblance.plugin.Problem.of("there is no " + synthesizer));
        }
        return TinyModel::load;
    }

    @Override
    public Rows sample(long rows, Run run) {
        Schema only = schema.select(new int[] {0});
        return new Rows() {
            @Override
            public Schema schema() {
                return only;
            }

            @Override
            public long size() {
                return rows;
            }

            @Override
            public Table block(long index) {
                return Table.of(only, List.of(NumberColumn.of(new double[blockSize(index)])));
            }
        };
    }

    @Override
    public Stored store() {
        return stored;
    }

    @Override
    public List<String> contents() {
        return List.of("5 numbers of income.", "No labels.");
    }
}
