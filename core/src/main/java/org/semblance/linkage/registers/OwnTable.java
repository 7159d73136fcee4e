package org.semblance.linkage.registers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.semblance.generate.people.People;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Log;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Row;
import org.semblance.linkage.Scribe;
import org.semblance.linkage.Tally;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Two files with errors made of one table of the user's own: some of its people go to both, some to one, and the others to
 * none. Each row is a person, or all rows with one text in a column are; of such a person the two files have different
 * rows as long as there are any. Columns stay as they are; the table is in memory.
 */
public final class OwnTable {
    private final Parameters parameters;
    private final Records table;
    private final Clusters clusters;
    private final Plan plan;
    private final RowSource.Table source;
    private final RowSource.Table target;
    private final Kin kin;
    private final long turns;

    private OwnTable(Parameters parameters, OwnColumns columns, Plan plan, Rng rng) {
        this.parameters = parameters;
        this.plan = plan;
        table = columns.table();
        clusters = columns.clusters();
        kin = new Kin(table, columns.together() ? clusters : null);
        turns = rng.child("rows").nextLong();
        source = side(true, rng.child("source"));
        target = side(false, rng.child("target"));
    }

    /**
     * Parameters where nothing else is asked for: everybody in one row of each file at most, every cell kept but for the
     * errors, and as many rows as the table has people for.
     */
    public static Parameters standard(OwnColumns columns, double rate, String locale) {
        long people = columns.clusters().people();
        long each = Math.max(1, (long) Math.floor(people / (2 - rate)));
        Parameters standard = Parameters.standard();
        People.Options options = Parameters.changed(standard.people(), "locale", locale);
        List<Rate> errors = StandardErrors.of(options.locale(), columns.table().variables());
        Asked.Coverage full = new Asked.Coverage(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        Asked source = standard.source();
        Asked all = new Asked(source.size(), source.columns(), source.formats(), full, source.slips())
                .single()
                .unsorted()
                .size(each);
        return new Parameters(
                null,
                standard.general(),
                all,
                all,
                Parameters.changed(standard.truth(), "expected-rate", rate),
                columns.known(),
                options,
                errors,
                errors,
                standard.together());
    }

    /**
     * @param parameters with a seed
     * @throws ProblemException where the table has too few people for what is asked
     */
    public static OwnTable of(Parameters parameters, OwnColumns columns) {
        Long seed = parameters.seed();
        if (seed == null) {
            throw new IllegalArgumentException("the seed must be drawn first");
        }
        Rng rng = Rng.of(seed).child("linkage");
        long people = columns.clusters().people();
        Plan plan = Plan.of(
                parameters.source().side(),
                parameters.target().side(),
                parameters.truth().expectedRate(),
                people,
                rng.child("plan"));
        if (plan.people() > people) {
            throw ProblemException.usage(Problem.of("the two files need " + plan.people()
                            + " different people, but the table has " + people
                            + (columns.together() ? " people." : " rows."))
                    .fix("Ask for fewer rows, a higher rate, or more visits."));
        }
        return new OwnTable(parameters, columns, plan, rng);
    }

    private RowSource.Table side(boolean isSource, Rng rng) {
        Asked asked = isSource ? parameters.source() : parameters.target();
        List<Rate> rates = isSource ? parameters.sourceErrors() : parameters.targetErrors();
        List<Variable> variables = table.variables();
        Errors errors = Errors.of(variables, Mistakes.of(parameters, asked, variables, rates), parameters.together());
        Rng own = rng.child("errors");
        return new RowSource.Table(
                isSource ? "source" : "target",
                isSource ? plan.source() : plan.target(),
                variables,
                errors,
                log -> new Copies(isSource, errors, own, log),
                told -> missing(isSource, told));
    }

    /** The rows of the table that no row of the file is made of. */
    private void missing(boolean isSource, RowSource.Rows told) throws IOException {
        Register register = isSource ? plan.source() : plan.target();
        BitSet there = new BitSet(table.rows());
        for (long own = 0; own < register.people(); own++) {
            long whole = isSource ? plan.ofSource(own) : plan.ofTarget(own);
            for (int round = 0; round < register.roundsOf(own); round++) {
                there.set(row(isSource, whole, round));
            }
        }
        for (int row = there.nextClearBit(0); row < table.rows(); row = there.nextClearBit(row + 1)) {
            told.row(row);
        }
    }

    /** The row of the table that a person's visit is made of: those of the source come first, from a row on that is drawn. */
    private int row(boolean isSource, long whole, int round) {
        int person = (int) plan.inPopulation(whole);
        int count = clusters.count(person);
        int first = (int) (Marks.share(turns, person) * count);
        boolean both = !isSource && whole < plan.source().people();
        return clusters.row(person, (long) first + round + (both ? plan.source().roundsOf(whole) : 0));
    }

    public Plan plan() {
        return plan;
    }

    /** What could not be had as asked, in words. */
    public List<String> notes() {
        List<String> out = new ArrayList<>(plan.notes());
        source.mistakes().notes().forEach(note -> out.add("source: " + note));
        target.mistakes().notes().forEach(note -> out.add("target: " + note));
        return out;
    }

    public Parameters parameters() {
        return parameters;
    }

    public List<Variable> columns() {
        return table.variables();
    }

    /** Writes all files. */
    public Registers.Outcome write(Registers.Files files, boolean log, Run run) throws IOException {
        SetWriter writer = new SetWriter(files, log, kin.header(), run);
        return writer.write(plan, source, target, ParametersText.write(parameters, table.variables()));
    }

    /** Copies rows of the table and makes errors in them. */
    private final class Copies implements RowSource {
        private final boolean isSource;
        private final Register register;
        private final LongUnaryOperator whole;
        private final Row row;
        private final Scribe scribe;
        private int from;
        private long person;

        Copies(boolean isSource, Errors errors, Rng rng, Log log) {
            this.isSource = isSource;
            register = isSource ? plan.source() : plan.target();
            whole = isSource ? plan::ofSource : plan::ofTarget;
            row = new Row(table.variables());
            scribe = errors.scribe(row, rng, log);
        }

        @Override
        public Row row() {
            return row;
        }

        @Override
        public void fill(long number, CsvText line) {
            long slot = register.slot(number);
            long one = whole.applyAsLong(register.personOfSlot(slot));
            person = plan.inPopulation(one);
            from = OwnTable.this.row(isSource, one, register.round(slot));
            row.begin(line);
            for (int c = 0; c < row.width(); c++) {
                String cell = table.columns().get(c)[from];
                row.put(c, cell == null || cell.isEmpty() ? null : cell);
            }
            row.end();
        }

        @Override
        public void spoil(long number) {
            scribe.write(number);
        }

        @Override
        public Tally tally() {
            return scribe.tally();
        }

        @Override
        public void who(long number, CsvText text) {
            text.cell(isSource ? "source" : "target").cell(number).cell(clusters.row((int) person, 0));
            kin.write(from, row, text);
            text.row();
        }
    }
}
