package org.semblance.project;

import org.semblance.disclosure.Steps;
import org.semblance.model.Model;
import org.semblance.model.Rows;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The syntheses of a run: the first, which is scored, and the further ones, each from randomness of its own. They come from
 * the same model, except where what is learnt is drawn too ({@code proper}): then each is learnt anew. One at a time is in
 * memory.
 */
public final class Syntheses {
    private final Project project;
    private final Table training;
    private final Model model;
    private final Rows first;
    private final long rows;
    private final Run run;

    /**
     * Of a run.
     *
     * @param first as it is given out, after controls
     * @param rows how many each has before controls
     */
    Syntheses(Project project, Table training, Model model, Rows first, long rows, Run run) {
        this.project = project;
        this.training = training;
        this.model = model;
        this.first = first;
        this.rows = rows;
        this.run = run;
    }

    /**
     * Refuses several syntheses that would each spend the privacy budget again, which is the budget of all of them, and one
     * that would be stacked.
     */
    static void check(Project project) {
        int count = project.settings().syntheses();
        if (count == 1 && project.settings().stacked()) {
            throw ProblemException.usage(
                    Problem.of("several syntheses can be stacked below each other, but one is made.")
                            .at("stacked")
                            .fix("Say how many (-m 5, syntheses: 5), or leave it out."));
        }
        if (count > 1
                && anew(project)
                && Pipeline.synthesizer(project).make(project.options()).spendsBudget()) {
            throw ProblemException.usage(Problem.of(count + " syntheses that are learnt anew spend epsilon " + count
                            + " times: together they would not keep what epsilon says.")
                    .at("syntheses")
                    .fix("Leave out " + (project.settings().recipe() ? "compatible" : "proper")
                            + ", so that all come from one model, or ask for one synthesis."));
        }
    }

    public int count() {
        return project.settings().syntheses();
    }

    /**
     * One of them, made when it is asked for.
     *
     * @param number from 1
     */
    public Rows rows(int number) {
        if (number < 1 || number > count()) {
            throw new IllegalArgumentException("synthesis " + number + " of " + count());
        }
        if (number == 1) {
            return first;
        }
        Run own = own(number, run);
        Rows drawn = Pipeline.sample(anew(project) ? Pipeline.fit(training, project, own) : model, rows, own);
        Steps steps = Safeguards.of(project.settings());
        return steps.list().isEmpty()
                ? drawn
                : FirstRows.of(Safeguards.apply(steps, drawn.toTable(own), training, own.child("controls"))
                        .table());
    }

    /** The randomness of a further one. */
    private static Run own(int number, Run run) {
        return run.child("synthesis").child(number);
    }

    /**
     * One of several from a kept model: with the seed that it was fitted with, the rows of the run that wrote it, before
     * controls.
     *
     * @param number from 1
     */
    public static Rows rows(Model model, long rows, int number, Run run) {
        return Pipeline.sample(model, rows, number == 1 ? run : own(number, run));
    }

    /** Whether what is learnt is random too. */
    private static boolean anew(Project project) {
        Object proper = Options.values(Pipeline.synthesizer(project).options(project.options()))
                .get("proper");
        return project.settings().recipe() || Boolean.TRUE.equals(proper);
    }
}
