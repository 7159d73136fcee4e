package org.semblance.project;

import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Kind;

/** Yes with some probability, else no. */
final class Flag implements Make {
    record Options(
            @Option(value = "Probability of yes", min = 0, max = 1)
            double probability,

            @Option("How yes is written") String yes,
            @Option("How no is written") String no) {}

    static final Plugin<Make> PLUGIN =
            Plugin.of("flag", "Yes with some probability, else no.", new Options(0.5, "true", "false"), Flag::new);

    private final Options options;

    private Flag(Options options) {
        if (options.yes.equals(options.no)) {
            throw ProblemException.usage(
                    Problem.of("yes and no are both written \"" + options.yes + "\", but must differ."));
        }
        this.options = options;
    }

    @Override
    public Kind kind() {
        return Kind.FLAG;
    }

    @Override
    public Column draw(long first, int count, Rng column) {
        Rng rng = column.child(first);
        int[] codes = new int[count];
        for (int i = 0; i < count; i++) {
            codes[i] = rng.nextDouble() < options.probability ? 1 : 0;
        }
        return CodeColumn.of(codes, List.of(options.no, options.yes));
    }
}
