package org.semblance.synthesize;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.conditional.Codings;
import org.semblance.conditional.Predictors;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** One block of rows of a {@link SequentialModel} while its columns are drawn. */
final class SequentialDraw {
    private final Schema schema;
    private final List<SequentialModel.Step> steps;
    private final List<SequentialUnit> units;
    private final int start;
    private final int count;

    /** What predicts later columns, by unit. */
    private final Column[] predict;

    /** The same with numbers as normal scores; where no step asks for them, as they are. */
    private final Column[] scores;

    /** What is given out, by column. */
    private final @Nullable Column[] out;

    /** The rows in which a number is there and no code, by column; null where all are. */
    private final int[] @Nullable [] there;

    /** The rule that gives each row its value, by column and row. */
    private final @Nullable SequentialRule[] @Nullable [] ruled;

    /** How many rows ask each step for what it has not learnt; null where nobody counts. */
    private int @Nullable [] strange;

    /** @param start which row of the real table the first stands for, where columns are kept */
    SequentialDraw(SequentialModel model, int start, int count) {
        schema = model.schema();
        steps = model.steps();
        units = steps.stream().map(SequentialModel.Step::unit).toList();
        this.start = start;
        this.count = count;
        predict = new Column[units.size()];
        scores = new Column[units.size()];
        out = new Column[schema.size()];
        there = new int[schema.size()][];
        ruled = new SequentialRule[schema.size()][];
    }

    /** How many rows ask each step for what it has not learnt: they get any value. */
    int[] strange(Rng rng) {
        int[] counts = new int[units.size()];
        strange = counts;
        rows(rng);
        return counts;
    }

    Table rows(Rng rng) {
        Deque<Column> ahead = new ArrayDeque<>();
        boolean[] scored = new boolean[predict.length];
        steps.forEach(step -> Arrays.stream(step.scored()).forEach(k -> scored[k] = true));
        for (int k = 0; k < predict.length; k++) {
            SequentialModel.Step step = steps.get(k);
            SequentialUnit unit = step.unit();
            Rng own = rng.child(unit.name());
            boolean calculated = SequentialMethods.calculated(step.method());
            if (ahead.isEmpty()) {
                Predictors x = step.kept()
                        ? standing()
                        : calculated
                                ? plain(step.used())
                                : SequentialModel.predictors(
                                        units,
                                        SequentialModel.chosen(predict, scores, step.scored()),
                                        step.used(),
                                        count,
                                        new Codings());
                int[] rows = there[unit.column()];
                Predictors asked = rows == null ? x : x.take(rows);
                if (strange != null) {
                    strange[k] = step.drawer().strange(asked);
                }
                ahead.addAll(step.drawer().drawAll(asked, own.child("draw")));
            }
            Column drawn = ahead.remove();
            ruled[unit.column()] = ruled(step);
            switch (unit.part()) {
                case LABELS -> labels(k, (CodeColumn) drawn);
                case THERE -> states(k, (CodeColumn) drawn);
                case NUMBER -> numbers(k, (NumberColumn) drawn, step.kept() || calculated ? null : own.child("place"));
            }
            scores[k] = scored[k] ? unit.scored(predict[k]) : predict[k];
        }
        Column[] all = new Column[out.length];
        for (int c = 0; c < all.length; c++) {
            Column column = out[c];
            all[c] = column == null ? nothing(schema.field(c), count) : column;
        }
        return Table.of(schema, List.of(all));
    }

    /** The columns of some units as they are given out. */
    private Predictors plain(int[] used) {
        int[] columns =
                Arrays.stream(used).map(j -> units.get(j).column()).distinct().toArray();
        return columns.length == 0
                ? Predictors.none(count)
                : Predictors.of(Table.of(
                        schema.select(columns),
                        Arrays.stream(columns).mapToObj(this::drawn).toList()));
    }

    /** Rows that stand for those of the real table. */
    private Predictors standing() {
        Predictors none = Predictors.none(count);
        return new Predictors(
                none.table(),
                none.roles(),
                IntStream.range(start, start + count).toArray());
    }

    /** Which rule gives each row its value, the first that holds; null where the column has none. */
    private @Nullable SequentialRule @Nullable [] ruled(SequentialModel.Step step) {
        @Nullable SequentialRule[] known = ruled[step.unit().column()];
        if (known != null || step.rules().isEmpty()) {
            return known;
        }
        @Nullable SequentialRule[] found = new SequentialRule[count];
        for (SequentialRule rule : step.rules()) {
            int[] columns =
                    rule.when().columns().stream().mapToInt(schema::index).toArray();
            Table given = columns.length == 0
                    ? Table.empty(count)
                    : Table.of(
                            schema.select(columns),
                            Arrays.stream(columns).mapToObj(this::drawn).toList());
            boolean[] held = rule.when().holds(given);
            for (int i = 0; i < count; i++) {
                found[i] = found[i] == null && held[i] ? rule : found[i];
            }
        }
        return found;
    }

    private Column drawn(int column) {
        Column values = out[column];
        return values == null ? nothing(schema.field(column), count) : values;
    }

    private @Nullable SequentialRule rule(SequentialUnit unit, int row) {
        @Nullable SequentialRule[] rules = ruled[unit.column()];
        return rules == null ? null : rules[row];
    }

    private void labels(int k, CodeColumn drawn) {
        SequentialUnit unit = units.get(k);
        List<String> labels = unit.predicting(steps.get(k).rules());
        int last = unit.labels().size() - 1;
        boolean holes = last >= 0 && unit.labels().get(last).equals(SequentialUnit.MISSING);
        int[] known = known(drawn, unit);
        int[] given = new int[count];
        for (int i = 0; i < count; i++) {
            SequentialRule rule = rule(unit, i);
            if (rule != null) {
                String label = rule.label();
                known[i] = label == null ? labels.size() - 1 : unit.labels().indexOf(label);
            }
            boolean missing = holes && known[i] == last
                    || drawn.code(i) < 0 && rule == null
                    || rule != null && rule.label() == null;
            given[i] = missing ? -1 : known[i];
        }
        predict[k] = CodeColumn.of(known, labels);
        out[unit.column()] = CodeColumn.of(given, holes ? unit.labels().subList(0, last) : unit.labels());
    }

    private void states(int k, CodeColumn drawn) {
        SequentialUnit unit = units.get(k);
        double[] codes = unit.codes();
        int[] known = known(drawn, unit);
        double[] given = new double[count];
        for (int i = 0; i < count; i++) {
            SequentialRule rule = rule(unit, i);
            known[i] = rule == null ? known[i] : unit.state(rule.number(), codes);
            given[i] = rule == null ? codes[known[i]] : rule.number();
        }
        predict[k] = CodeColumn.of(known, unit.labels());
        out[unit.column()] = NumberColumn.of(given);
        there[unit.column()] =
                IntStream.range(0, count).filter(i -> unit.there(known[i])).toArray();
    }

    /** @param places draws the place within a bin; null where values are given out as they are */
    private void numbers(int k, NumberColumn drawn, @Nullable Rng places) {
        SequentialUnit unit = units.get(k);
        double[] middles = new double[count];
        Arrays.fill(middles, unit.fill());
        double[] given = ((NumberColumn) drawn(unit.column())).toArray();
        int[] rows = there[unit.column()];
        for (int i = 0; i < drawn.size(); i++) {
            int row = rows == null ? i : rows[i];
            SequentialRule rule = rule(unit, row);
            double value = rule == null ? drawn.get(i) : rule.number();
            given[row] = rule != null || places == null ? value : unit.within(value, places);
            middles[row] = Double.isNaN(value) ? unit.fill() : unit.middle(value);
        }
        predict[k] = NumberColumn.of(middles);
        out[unit.column()] = NumberColumn.of(given);
    }

    private static Column nothing(Field field, int count) {
        double[] none = new double[count];
        Arrays.fill(none, Double.NaN);
        int[] codes = new int[count];
        Arrays.fill(codes, -1);
        return field.kind().numeric() ? NumberColumn.of(none) : CodeColumn.of(codes, List.of());
    }

    /** Labels without holes, for what predicts: what a method could not draw counts as the last, the missing one if any. */
    private static int[] known(CodeColumn drawn, SequentialUnit unit) {
        int[] codes = drawn.toArray();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? unit.labels().size() - 1 : codes[i];
        }
        return codes;
    }
}
