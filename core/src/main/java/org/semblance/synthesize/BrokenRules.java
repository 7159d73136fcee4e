package org.semblance.synthesize;

import java.util.List;
import java.util.Locale;
import org.semblance.constraint.Constraint;
import org.semblance.model.DatabaseRows;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/** Rules that new rows break after all, told to whoever takes the rows. */
public final class BrokenRules {
    private BrokenRules() {}

    public static String words(String table, long broken, long rows, Constraint rule) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d rows break \"%s\"; nothing that keeps it could be drawn",
                table,
                broken,
                rows,
                rule.words());
    }

    /** Sentences to the sink, or as notes of progress where it does not pass them on. */
    public static void tell(List<String> words, DatabaseRows.Sink sink, Run run) {
        List<String> left = words.stream().filter(one -> !sink.told(one)).toList();
        if (!left.isEmpty()) {
            try (Progress.Stage stage = run.progress().begin("rules", left.size(), "rules")) {
                left.forEach(stage::note);
                stage.add(left.size());
            }
        }
    }
}
