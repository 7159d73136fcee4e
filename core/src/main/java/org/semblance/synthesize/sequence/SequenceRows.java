package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.model.DatabaseRows;
import org.semblance.model.Model;
import org.semblance.model.Size;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.BrokenRules;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Metadata;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * The rows of a table of sequences as they are drawn: blocks of entities of about {@value #ROWS} rows, some at a time in
 * parallel, handed over in order; keys are made when all rows before are counted.
 */
final class SequenceRows implements DatabaseRows {
    private static final int ROWS = 65_536;

    private final SequenceModel model;
    private final Size size;
    private final Rng rng;

    SequenceRows(SequenceModel model, Size size, Rng rng) {
        this.model = model;
        this.size = size;
        this.rng = rng;
    }

    @Override
    public Metadata metadata() {
        return model.metadata();
    }

    /** Some entities with their steps, without what is made anew. */
    private record Block(Table known, int[] start, Table steps, double @Nullable [] dates) {}

    @Override
    public void forEach(Sink sink, Run run) {
        long entities = model.entities(size);
        double mean = model.counts().rows() / (double) model.counts().entities() + model.horizon();
        int each = (int) Math.max(1, Math.min(ROWS, ROWS / Math.max(1, mean)));
        long blocks = (entities + each - 1) / each;
        int wave = Math.max(1, 2 * run.threads());
        Table series = series(entities);
        long row = 0;
        List<Constraint> rules = model.rules().constraints();
        long[] broken = new long[rules.size()];
        try (Progress.Stage stage = run.progress().begin("sample", entities, "sequences")) {
            for (long from = 0; from < blocks; from += wave) {
                int count = (int) Math.min(wave, blocks - from);
                long begin = from;
                Block[] drawn = new Block[count];
                run.parallel(count, i -> {
                    long index = begin + i;
                    drawn[i] = draw(index, index * each, (int) Math.min(each, entities - index * each), series);
                });
                Table[] tables = new Table[count];
                long[] first = new long[count];
                for (int i = 0; i < count; i++) {
                    first[i] = row;
                    row += drawn[i].steps.rows();
                }
                run.parallel(count, i -> tables[i] = finished(drawn[i], (begin + i) * each, first[i]));
                for (Table table : tables) {
                    int[] some = model.rules().broken(table);
                    Arrays.setAll(broken, k -> broken[k] + some[k]);
                    sink.accept(model.sequence().table(), table);
                }
                stage.add(Math.min(entities, (from + count) * each) - from * each);
            }
        }
        long rows = row;
        BrokenRules.tell(
                IntStream.range(0, broken.length)
                        .filter(k -> broken[k] > 0)
                        .mapToObj(k -> BrokenRules.words(model.sequence().table(), broken[k], rows, rules.get(k)))
                        .toList(),
                sink,
                run);
    }

    /** All entities where they are a series; without rows where they are not. */
    private Table series(long entities) {
        Steps series = model.entities().series();
        Table nothing = Table.of(Schema.of(), List.of());
        return series == null
                ? nothing
                : series.draw(nothing, new int[] {0, Math.toIntExact(entities)}, rng.child("series"));
    }

    private Block draw(long index, long first, int count, Table series) {
        Rng own = rng.child("block").child(index);
        Table known;
        double[] dates = null;
        Model table = model.entities().table();
        if (table == null) {
            int[] rows = IntStream.range((int) first, (int) first + count).toArray();
            Table part = series.take(rows);
            known = part.select(IntStream.range(0, part.width() - 1).toArray());
            dates = part.numbers(part.width() - 1).toArray();
        } else {
            Run run = Run.of(0);
            known = table.sample(count, new Run(own.child("known"), 1, Progress.NONE))
                    .toTable(run);
        }
        known = right(known, dates, own.child("right"));
        int[] start = new int[count + 1];
        for (int e = 0; e < count; e++) {
            double length = known.numbers(known.width() - 1).get(e);
            int steps = model.sequence().entity().isEmpty()
                    ? model.alone(size)
                    : (int) Math.max(1, Double.isNaN(length) ? 1 : length);
            start[e + 1] = start[e] + steps + model.horizon();
        }
        Table context = known.select(IntStream.range(0, known.width() - 1).toArray());
        return new Block(known, start, model.steps().draw(context, start, model.horizon(), own.child("steps")), dates);
    }

    /** What is the same in all steps, put right by the rules; the number of steps as it is. */
    private Table right(Table known, double @Nullable [] dates, Rng rng) {
        RowRules rules = model.rules();
        if (rules.entities().isEmpty()) {
            return known;
        }
        List<Column> columns = new ArrayList<>();
        Schema schema = rules.entities().schema();
        for (Field field : schema.fields()) {
            boolean date = dates != null
                    && field.name().equals(model.schema().field(model.key()).name());
            columns.add(date && dates != null ? NumberColumn.of(dates) : known.column(field.name()));
        }
        Table right = rules.entities(Table.of(schema, columns), rng);
        List<Column> out = new ArrayList<>();
        for (int c = 0; c < known.width(); c++) {
            boolean kept = c < known.width() - 1;
            out.add(kept ? right.column(known.schema().field(c).name()) : known.column(c));
        }
        return Table.of(known.schema(), out);
    }

    /** The block with all columns, in the order of the table, put right by the rules. */
    private Table finished(Block block, long entity, long row) {
        Rng own = rng.child("right").child(entity);
        return model.rules().steps(columns(block, entity, row), model.roles(), own);
    }

    private Table columns(Block block, long entity, long row) {
        Schema schema = model.schema();
        Role[] roles = model.roles();
        int[] owner = new int[block.steps.rows()];
        for (int e = 0; e + 1 < block.start.length; e++) {
            Arrays.fill(owner, block.start[e], block.start[e + 1], e);
        }
        int entities = block.start.length - 1;
        List<Column> columns = new ArrayList<>();
        int context = 0;
        int step = 0;
        for (int c = 0; c < roles.length; c++) {
            SequenceModel.Making making = model.making(c);
            Rng own = rng.child("made").child(schema.field(c).name());
            columns.add(
                    switch (roles[c]) {
                        case ENTITY -> key(block, c, entity, entities, own).take(owner);
                        case CONTEXT -> block.known.column(context++).take(owner);
                        case STEP -> block.steps.column(step++);
                        case KEY -> Objects.requireNonNull(making.key()).column(row, owner.length, own);
                        case MADE_ONCE ->
                            Objects.requireNonNull(making.made())
                                    .draw(entity, entities, own)
                                    .take(owner);
                        case MADE -> Objects.requireNonNull(making.made()).draw(row, owner.length, own);
                    });
        }
        return Table.of(schema, columns);
    }

    private Column key(Block block, int column, long entity, int entities, Rng own) {
        double[] dates = block.dates;
        if (dates != null && column == model.key()) {
            return NumberColumn.of(dates);
        }
        return Objects.requireNonNull(model.making(column).key()).column(entity, entities, own);
    }
}
