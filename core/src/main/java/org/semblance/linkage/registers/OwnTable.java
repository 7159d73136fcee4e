package org.semblance.linkage.registers;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.semblance.generate.people.People;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Log;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
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
 * Two files with errors made of one table of the user's own, each row of which is a person: some rows go to both, some to
 * one, and the others to none. The columns stay as they are; the table is in memory.
 */
public final class OwnTable {
    private final Parameters parameters;
    private final Records table;
    private final Plan plan;
    private final RowSource.Table source;
    private final RowSource.Table target;
    private final Kin kin;

    private OwnTable(Parameters parameters, Records table, Plan plan, Rng rng) {
        this.parameters = parameters;
        this.table = table;
        this.plan = plan;
        kin = new Kin(table);
        source = side(true, rng.child("source"));
        target = side(false, rng.child("target"));
    }

    /**
     * Parameters where nothing else is asked for: every row in one row of each file at most, every cell kept but for the
     * errors, and as many rows as the table has people for.
     */
    public static Parameters standard(Records table, double rate, String locale) {
        long rows = table.rows();
        long each = Math.max(1, (long) Math.floor(rows / (2 - rate)));
        Parameters standard = Parameters.standard();
        People.Options people = Parameters.changed(standard.people(), "locale", locale);
        List<Rate> errors = StandardErrors.of(people.locale(), table.variables());
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
                people,
                errors,
                errors,
                standard.together());
    }

    /**
     * @param parameters with a seed
     * @throws ProblemException where the table has too few rows for what is asked
     */
    public static OwnTable of(Parameters parameters, Records table) {
        Long seed = parameters.seed();
        if (seed == null) {
            throw new IllegalArgumentException("the seed must be drawn first");
        }
        Rng rng = Rng.of(seed).child("linkage");
        Plan plan = Plan.of(
                parameters.source().side(),
                parameters.target().side(),
                parameters.truth().expectedRate(),
                table.rows(),
                rng.child("plan"));
        if (plan.people() > table.rows()) {
            throw ProblemException.usage(Problem.of("the two files need " + plan.people()
                            + " different people, but the table has " + table.rows() + " rows.")
                    .fix("Ask for fewer rows, a higher rate, or more visits."));
        }
        return new OwnTable(parameters, table, plan, rng);
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
                isSource ? this::missingInSource : this::missingInTarget);
    }

    private void missingInSource(RowSource.Rows told) throws IOException {
        missing(plan.source(), plan::ofSource, told);
    }

    private void missingInTarget(RowSource.Rows told) throws IOException {
        missing(plan.target(), plan::ofTarget, told);
    }

    /** The rows of the table that no row of the file is about. */
    private void missing(Register register, LongUnaryOperator whole, RowSource.Rows told) throws IOException {
        BitSet there = new BitSet(table.rows());
        for (long own = 0; own < register.people(); own++) {
            there.set((int) plan.inPopulation(whole.applyAsLong(own)));
        }
        for (int row = there.nextClearBit(0); row < table.rows(); row = there.nextClearBit(row + 1)) {
            told.row(row);
        }
    }

    public Plan plan() {
        return plan;
    }

    public Parameters parameters() {
        return parameters;
    }

    public List<Variable> columns() {
        return table.variables();
    }

    /** Whether nobody knows what any column says of a person. */
    public boolean unknown() {
        return table.variables().stream().allMatch(variable -> variable.role() == Role.TEXT);
    }

    /** Writes all files. */
    public Registers.Outcome write(Registers.Files files, boolean log, Run run) throws IOException {
        SetWriter writer = new SetWriter(files, log, kin.header(), run);
        return writer.write(plan, source, target, ParametersText.write(parameters, table.variables()));
    }

    /** Copies rows of the table and makes errors in them. */
    private final class Copies implements RowSource {
        private final boolean isSource;
        private final Row row;
        private final Scribe scribe;
        private long person;

        Copies(boolean isSource, Errors errors, Rng rng, Log log) {
            this.isSource = isSource;
            row = new Row(table.variables());
            scribe = errors.scribe(row, rng, log);
        }

        @Override
        public Row row() {
            return row;
        }

        @Override
        public void fill(long number) {
            Register register = isSource ? plan.source() : plan.target();
            long own = register.person(number);
            person = plan.inPopulation(isSource ? plan.ofSource(own) : plan.ofTarget(own));
            for (int c = 0; c < row.width(); c++) {
                String cell = table.columns().get(c)[(int) person];
                row.set(c, cell == null || cell.isEmpty() ? null : cell);
            }
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
            text.cell(isSource ? "source" : "target").cell(number).cell(person);
            kin.write((int) person, row, text);
            text.row();
        }
    }
}
