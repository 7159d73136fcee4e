package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Turns drawn rows into tables: values from codes, keys from the numbers of rows, foreign keys from the keys that they
 * name, and made columns. Needs to know how many rows of each table come before.
 */
final class Finish {
    private final PartModel[] models;
    private final Rng rng;
    private final double astray;
    private final Map<String, Column> keys = new HashMap<>();

    /**
     * @param rng of the whole sample: keys and made values depend on the row's number only
     * @param astray times the rows of a real table: numbers from there on are nobody's
     */
    Finish(PartModel[] models, Rng rng, double astray) {
        this.astray = astray;
        this.models = models;
        this.rng = rng;
    }

    Table table(Drawn rows) {
        Part part = rows.part();
        Kept kept = models[part.index()].kept();
        if (kept != null) {
            return kept.table();
        }
        int[] all = IntStream.range(0, rows.rows()).filter(i -> !rows.gone(i)).toArray();
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < part.schema().size(); c++) {
            if (part.roles().get(c) == Part.Role.MADE) {
                Rng made = rng.child("made")
                        .child(part.name())
                        .child(part.schema().field(c).name());
                columns.add(models[part.index()]
                        .made(c)
                        .draw(rows.offset(), rows.rows(), made)
                        .take(all));
            } else {
                columns.add(as(part.schema().field(c), values(rows, c, all)));
            }
        }
        return Table.of(part.schema(), columns);
    }

    /** The values of a column in some rows; missing where a row is negative. */
    private Column values(Drawn rows, int column, int[] some) {
        Part part = rows.part();
        Kept kept = models[part.index()].kept();
        if (kept != null) {
            Column real = take(kept.table().column(column), some);
            KeyMaker maker = models[part.index()].keys()[column];
            boolean all = maker == null || Arrays.stream(some).noneMatch(r -> r == RefModel.NOBODY);
            return all ? real : nobodies(real, rows, some, maker);
        }
        switch (part.roles().get(column)) {
            case FOREIGN -> {
                int[] giver = part.giver(column);
                Drawn target = rows.target(giver[0]);
                int[] named = rows.ref(giver[0]);
                int[] there = new int[some.length];
                for (int i = 0; i < there.length; i++) {
                    there[i] = some[i] < 0 ? some[i] : named[some[i]];
                }
                String key =
                        part.refs().get(giver[0]).relationship().parentKey().get(giver[1]);
                return values(target, target.part().schema().index(key), there);
            }
            case KEY -> {
                return keys(rows, column, some);
            }
            default -> {
                int own = part.find(Own.What.VALUES, column, 0);
                Column there = Reading.of(rows, models).column(rows.frame(), rows.at(0), own);
                return Nobodies.among(there, some, part.schema().field(column).kind());
            }
        }
    }

    private Column keys(Drawn rows, int column, int[] some) {
        Part part = rows.part();
        Rng own = rng.child("keys")
                .child(part.name())
                .child(part.schema().field(column).name());
        KeyMaker maker = models[part.index()].key(column);
        if (Arrays.stream(some).anyMatch(r -> r == RefModel.NOBODY)) {
            return astray(rows, some, maker, own);
        }
        if (rows.rows() <= 2 * some.length) {
            Column all = keys.computeIfAbsent(
                    part.index() + "." + column + "." + rows.offset(),
                    k -> maker.column(rows.offset(), rows.rows(), own));
            return take(all, some);
        }
        int[] wanted =
                Arrays.stream(some).filter(r -> r >= 0).sorted().distinct().toArray();
        long[] numbers = Arrays.stream(wanted).mapToLong(r -> rows.offset() + r).toArray();
        Column made = maker.column(numbers, own);
        int[] places = new int[some.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = some[i] < 0 ? -1 : Arrays.binarySearch(wanted, some[i]);
        }
        return take(made, places);
    }

    /** Keys of which some are nobody's: their numbers lie beyond all rows, block by block. */
    private Column astray(Drawn rows, int[] some, KeyMaker maker, Rng own) {
        long beyond = (long) Math.ceil(astray * models[rows.part().index()].rows()) + 1000 + rows.offset();
        int[] order = IntStream.range(0, some.length)
                .filter(i -> some[i] >= 0 || some[i] == RefModel.NOBODY)
                .toArray();
        long[] numbers = new long[some.length];
        int orphan = 0;
        for (int i : order) {
            numbers[i] = some[i] >= 0 ? rows.offset() + some[i] : beyond + orphan++;
        }
        long[] wanted = Arrays.stream(order)
                .mapToLong(i -> numbers[i])
                .sorted()
                .distinct()
                .toArray();
        Column made = maker.column(wanted, own);
        int[] places = new int[some.length];
        Arrays.fill(places, -1);
        for (int i : order) {
            places[i] = Arrays.binarySearch(wanted, numbers[i]);
        }
        return take(made, places);
    }

    /** Keys of a kept table, where some are nobody's: those are made. */
    private Column nobodies(Column real, Drawn rows, int[] some, KeyMaker maker) {
        int[] none = Arrays.stream(some).map(r -> r == RefModel.NOBODY ? r : -1).toArray();
        Column made =
                astray(rows, none, maker, rng.child("keys").child(rows.part().name()));
        if (real instanceof NumberColumn numbers) {
            double[] out = numbers.toArray();
            for (int i = 0; i < out.length; i++) {
                out[i] = none[i] == RefModel.NOBODY ? ((NumberColumn) made).get(i) : out[i];
            }
            return NumberColumn.of(out);
        }
        String[] out = new String[some.length];
        Arrays.setAll(out, i -> none[i] == RefModel.NOBODY ? ((CodeColumn) made).get(i) : ((CodeColumn) real).get(i));
        return CodeColumn.of(out);
    }

    /** Some rows of a column; missing where a row is negative. */
    static Column take(Column column, int[] rows) {
        if (column instanceof NumberColumn numbers) {
            double[] out = new double[rows.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = rows[i] < 0 ? Double.NaN : numbers.get(rows[i]);
            }
            return NumberColumn.of(out);
        }
        CodeColumn codes = (CodeColumn) column;
        int[] out = new int[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = rows[i] < 0 ? -1 : codes.code(rows[i]);
        }
        return CodeColumn.of(out, codes.labels());
    }

    /** The column as its field wants it: a key may be a number in one table and a text in another. */
    private static Column as(Field field, Column column) {
        if (column instanceof NumberColumn numbers && !field.kind().numeric()) {
            String[] texts = new String[numbers.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = numbers.isMissing(i) ? null : KeyMaker.text(numbers.get(i));
            }
            return CodeColumn.of(texts);
        }
        if (column instanceof CodeColumn codes && field.kind().numeric()) {
            double[] numbers = new double[codes.size()];
            double[] ofLabel =
                    codes.labels().stream().mapToDouble(Finish::number).toArray();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = codes.isMissing(i) ? Double.NaN : ofLabel[codes.code(i)];
            }
            return NumberColumn.of(numbers);
        }
        return column;
    }

    private static double number(String label) {
        try {
            return Double.parseDouble(label);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
