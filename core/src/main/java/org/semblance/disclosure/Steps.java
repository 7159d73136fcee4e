package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Controls one after another: each works on what the one before has left. */
public record Steps(List<Step> list) {
    public Steps {
        list = List.copyOf(list);
    }

    /** The table after all of them, and what each changed. */
    public record Outcome(Table table, List<Change> changes) {
        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /** The first one that needs the real table, or null. */
    public @Nullable Step needsReal() {
        return list.stream()
                .filter(step -> step.control().needsReal())
                .findFirst()
                .orElse(null);
    }

    /**
     * Applies them. Step n draws from child n of the run, so what one draws does not hang on the others.
     *
     * @param real the rows the synthesizer has seen; null where no step needs them
     */
    public Outcome apply(Table synthetic, @Nullable Table real, Run run) {
        if (list.isEmpty()) {
            throw ProblemException.usage(
                    Problem.of("there is no control to apply.").fix("All of them: semblance list controls"));
        }
        Table table = synthetic;
        List<Change> changes = new ArrayList<>();
        try (Progress.Stage stage = run.progress().begin("control", list.size(), "steps")) {
            for (int i = 0; i < list.size(); i++) {
                Run.checkCancelled();
                Controlled done = list.get(i)
                        .control()
                        .apply(table, real, run.child("control").child(i));
                table = done.table();
                changes.add(done.change());
                stage.add(1);
            }
        }
        return new Outcome(table, changes);
    }
}
