package org.semblance.linkage.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.People;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Log;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Role;
import org.semblance.linkage.Tally;
import org.semblance.linkage.Variable;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Two registers of the same people and the truth between them. Any row can be made alone, so memory does not grow with
 * the files and the bytes depend on the parameters only, not on the number of threads.
 */
public final class Registers {
    /** Opens the files that are written, by their names. */
    public interface Files {
        OutputStream open(String name) throws IOException;
    }

    /**
     * What was made.
     *
     * @param pairs how many true pairs there are
     * @param source which errors the source has got, and the target
     */
    public record Outcome(long pairs, Tally source, Tally target) {}

    /** A register in memory: its columns, and of each its cells. */
    public record Rows(List<Variable> variables, List<@Nullable String[]> columns, int rows) {}

    /** Both registers in memory, and of every source row the target rows that are about the same person. */
    public record InMemory(Rows source, Rows target, long[][] truth) {}

    public static final String SOURCE = "source.csv";
    public static final String TARGET = "target.csv";
    public static final String TRUTH = "truth.csv";
    public static final String PARAMETERS = "params.yml";
    public static final String CHANGES = "changes.csv";
    public static final String PEOPLE = "people.csv";
    public static final String CLEAN = "clean/";

    private final Parameters parameters;
    private final Pair pair;

    private Registers(Parameters parameters, Pair pair) {
        this.parameters = parameters;
        this.pair = pair;
    }

    /**
     * @param parameters with a seed
     * @throws org.semblance.plugin.ProblemException where they do not fit together
     */
    public static Registers of(Parameters parameters) {
        return of(parameters, null);
    }

    /** Registers of other parameters; what is known of the country is not read again where it is the same. */
    Registers with(Parameters other) {
        return of(other, pair.common().people());
    }

    private static Registers of(Parameters parameters, @Nullable People like) {
        Long seed = parameters.seed();
        if (seed == null) {
            throw new IllegalArgumentException("the seed must be drawn first");
        }
        Rng rng = Rng.of(seed).child("linkage");
        Plan plan = Plan.of(
                parameters.source().side(),
                parameters.target().side(),
                parameters.truth().expectedRate(),
                parameters.general().population(),
                rng.child("plan"));
        Common common = Common.of(parameters, like, rng);
        Side.Making making = new Side.Making(parameters, plan, common, rng);
        Pair pair = new Pair(plan, common, Side.of(making, true), Side.of(making, false));
        if (pair.source().layout().nationalId() >= 0 || pair.target().layout().nationalId() >= 0) {
            common.people().requireCapacity(plan.population());
        }
        return new Registers(parameters, pair);
    }

    /** What could not be had as asked, and what was asked for and is about nothing. */
    public List<String> notes() {
        List<String> out = new ArrayList<>(pair.plan().notes());
        idle(pair.source(), parameters.sourceErrors(), out);
        idle(pair.target(), parameters.targetErrors(), out);
        pair.source().mistakes().notes().forEach(note -> out.add("source: " + note));
        pair.target().mistakes().notes().forEach(note -> out.add("target: " + note));
        return out;
    }

    /** Errors, others than the usual ones, of columns that the file does not have; of names in parts or whole one goes. */
    private void idle(Side side, List<Rate> rates, List<String> out) {
        Set<Rate> usual = new HashSet<>(StandardErrors.of(parameters.people().locale()));
        Set<String> idle = new LinkedHashSet<>();
        for (Rate rate : rates) {
            Role role = Role.of(rate.variable());
            boolean name = role == Role.FULL_NAME || role == Role.FIRST_NAME || role == Role.LAST_NAME;
            if (side.layout().find(role) < 0 && !name && !usual.contains(rate)) {
                idle.add(rate.variable());
            }
        }
        if (!idle.isEmpty()) {
            out.add("the " + side.name() + " has no " + String.join(", ", idle)
                    + ": errors of such columns are not used");
        }
    }

    public Plan plan() {
        return pair.plan();
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The columns of the source. */
    public List<Variable> sourceColumns() {
        return pair.source().layout().variables();
    }

    /** The columns of the target. */
    public List<Variable> targetColumns() {
        return pair.target().layout().variables();
    }

    /** The names of the files that {@link #write} opens. */
    public static List<String> files(boolean log) {
        List<String> names = new ArrayList<>(List.of(SOURCE, TARGET, TRUTH, PARAMETERS));
        if (log) {
            names.addAll(List.of(CHANGES, PEOPLE, CLEAN + SOURCE, CLEAN + TARGET));
        }
        return names;
    }

    /**
     * Writes all files.
     *
     * @param log whether every change is written too, the rows as they were before, and who stands in them
     */
    public Outcome write(Files files, boolean log, Run run) throws IOException {
        SetWriter writer = new SetWriter(files, log, RowMaker.WHO, run);
        return writer.write(pair.plan(), table(pair.source()), table(pair.target()), ParametersText.write(parameters));
    }

    private RowSource.Table table(Side side) {
        return new RowSource.Table(
                side.name(),
                side.register(),
                side.layout().variables(),
                side.mistakes(),
                changes -> new RowMaker(side, pair, changes),
                RowSource.Omitted.NONE);
    }

    /** Both registers in memory, for small sizes. */
    public InMemory inMemory() {
        Plan plan = pair.plan();
        long[][] truth = new long[Math.toIntExact(plan.source().rows())][];
        long[] found = new long[plan.mostTargets()];
        for (int row = 0; row < truth.length; row++) {
            int n = plan.targets(row, found);
            truth[row] = java.util.Arrays.copyOf(found, n);
        }
        return new InMemory(inMemory(pair.source()), inMemory(pair.target()), truth);
    }

    private Rows inMemory(Side side) {
        int rows = Math.toIntExact(side.register().rows());
        RowMaker maker = new RowMaker(side, pair, Log.NONE);
        int width = side.layout().size();
        List<@Nullable String[]> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            columns.add(new @Nullable String[rows]);
        }
        CsvText line = new CsvText(256);
        for (int row = 0; row < rows; row++) {
            line.clear();
            maker.fill(row, line);
            maker.spoil(row);
            for (int c = 0; c < width; c++) {
                columns.get(c)[row] = maker.row().get(c);
            }
        }
        return new Rows(side.layout().variables(), columns, rows);
    }
}
