package org.semblance.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.disclosure.Step;
import org.semblance.disclosure.Steps;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Disclosure control as a stage of a run: the controls that a project names, applied to the rows before they are scored. */
final class Safeguards {
    /** Options of controls that name columns of the table. */
    private static final List<String> NAMING = List.of("columns", "keys");

    private Safeguards() {}

    /** @throws ProblemException naming everything that is no control */
    static Steps of(Project.Settings settings) {
        List<Problem> problems = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (String text : settings.controls()) {
            try {
                steps.add(Step.parse(text).keys(settings.keys()));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return new Steps(steps);
    }

    /** Refuses columns that the table does not have before hours are spent on learning it. */
    static void check(Table table, Steps steps) {
        List<String> names = table.schema().names();
        Set<String> missing = new LinkedHashSet<>();
        for (Step step : steps.list()) {
            for (String option : NAMING) {
                if (step.options().get(option) instanceof List<?> columns) {
                    columns.stream()
                            .map(String::valueOf)
                            .filter(name -> !names.contains(name))
                            .forEach(missing::add);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Kind.DATA,
                    missing.stream()
                            .map(name -> Problem.of("controls: there is no column \"" + name + "\".")
                                    .fix(Nearest.hint(name, names)))
                            .toList());
        }
    }

    /** Without what controls have added: a column that says "synthetic" is there on purpose. */
    static Table shared(Table made, Table real) {
        int[] columns = IntStream.range(0, made.width())
                .filter(c -> real.schema().find(made.schema().field(c).name()) >= 0)
                .toArray();
        return columns.length == made.width() ? made : made.select(columns);
    }

    static Steps.Outcome apply(Steps steps, Table synthetic, Table real, Run run) {
        return steps.list().isEmpty() ? new Steps.Outcome(synthetic, List.of()) : steps.apply(synthetic, real, run);
    }
}
