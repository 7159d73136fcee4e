package org.semblance.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Evaluation;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.Question;
import org.semblance.evaluate.RowHashes;
import org.semblance.math.formula.Formula;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Tables that are there already, judged: the synthetic ones may be from anybody.
 *
 * @param real as it was read
 * @param syntheses with their columns as the real table has them (see {@link SameKinds})
 * @param holdout likewise, or null
 * @param notes what was done to compare them, a sentence each
 */
public record Judgement(
        Table real, List<Table> syntheses, @Nullable Table holdout, Findings findings, List<String> notes) {
    public Judgement {
        syntheses = List.copyOf(syntheses);
        notes = List.copyOf(notes);
    }

    /**
     * Judges.
     *
     * @param asked where it names no target, one is looked for
     * @throws ProblemException of kind DATA, naming every asked-for column that the real table lacks, and every one of the model; of kind USAGE where the model is no formula
     */
    public static Judgement of(Table real, List<Table> syntheses, @Nullable Table holdout, Question asked, Run run) {
        Question question = question(real, asked);
        List<String> notes = new ArrayList<>();
        List<Table> alike = new ArrayList<>();
        for (int i = 0; i < syntheses.size(); i++) {
            String what = syntheses.size() == 1 ? "the synthetic table" : "synthetic table " + (i + 1);
            SameKinds same = SameKinds.of(real, syntheses.get(i), what);
            alike.add(same.table());
            notes.addAll(same.notes());
        }
        Table held = null;
        if (holdout != null) {
            SameKinds same = SameKinds.of(real, holdout, "the holdout");
            held = same.table();
            notes.addAll(same.notes());
        }
        Comparison.checkHoldout(real, alike, held);
        checkHoldout(real, alike.get(0), held);
        Findings findings = Evaluation.of(real, alike.toArray(Table[]::new))
                .holdout(held)
                .question(question)
                .measure(run);
        return new Judgement(real, alike, held, findings, notes);
    }

    /** Rows that were learnt from, or that are to be judged, are not held back: everything would look like chance. */
    private static void checkHoldout(Table real, Table synthetic, @Nullable Table held) {
        if (held == null || held.rows() == 0) {
            return;
        }
        Comparison all = Comparison.ofShared(real, List.of(synthetic), held);
        long[] fresh = RowHashes.of(all.holdout("the holdout"), all.real());
        boolean learnt = RowHashes.same(fresh, RowHashes.of(all.real(), all.real()));
        if (learnt || RowHashes.same(fresh, RowHashes.of(all.synthetic(), all.real()))) {
            throw ProblemException.data(Problem.of("the holdout holds the same rows as the "
                            + (learnt ? "real" : "synthetic") + " table: nothing can be told by it.")
                    .fix("Give real rows that were not learnt from, or leave the holdout out."));
        }
    }

    /** The columns that can be compared. */
    public Comparison comparison() {
        return Comparison.ofShared(real, syntheses, holdout);
    }

    /** With a target where there is one, after a look at every column that it names. */
    static Question question(Table real, Question asked) {
        List<Problem> problems = new ArrayList<>();
        List<String> names = real.schema().names();
        List<String> columns = new ArrayList<>(asked.sensitive());
        columns.addAll(asked.keys());
        if (!asked.target().isEmpty()) {
            columns.add(asked.target());
        }
        for (String column : columns) {
            if (!names.contains(column)) {
                problems.add(Problem.of("there is no column \"" + column + "\" in the real table.")
                        .fix(Nearest.hint(column, names)));
            }
        }
        problems.addAll(formula(asked.model(), names));
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return asked.target(Target.of(real, asked.target()));
    }

    /** What is wrong with the user's model, before hours are spent. */
    private static List<Problem> formula(String model, List<String> names) {
        try {
            if (!model.isBlank()) {
                Formula.parse(model, names);
            }
            return List.of();
        } catch (ProblemException e) {
            // What is no formula is wrong whatever the table.
            if (e.kind() == ProblemException.Kind.USAGE) {
                throw e;
            }
            return e.problems();
        }
    }
}
