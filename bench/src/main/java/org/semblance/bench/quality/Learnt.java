package org.semblance.bench.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.model.Model;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizer;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/** One of our synthesizers, with the privacy that users get. */
record Learnt(String name, Plugin<Synthesizer> plugin, Map<String, String> options) implements Contender {
    /** {@code trees}, or with options {@code trees:leaf=50:order=fewest}. */
    static Learnt of(String words) {
        List<String> parts = List.of(words.split(":"));
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int sign = part.indexOf('=');
            if (sign < 0) {
                throw ProblemException.usage(Problem.of("\"" + part + "\" in \"" + words + "\" is no option.")
                        .fix("Write name=value."));
            }
            options.put(part.substring(0, sign), part.substring(sign + 1));
        }
        Plugin<Synthesizer> plugin = Synthesizers.ALL.find(parts.get(0));
        plugin.make(options);
        return new Learnt(words, plugin, options);
    }

    @Override
    public Trial make(Case table, int seed, Run run) {
        Table train = table.train();
        long begun = System.nanoTime();
        Model model = fit(train, run.child("full"));
        long fitted = System.nanoTime();
        Table synthetic = sample(model, train.rows(), run.child("full"));
        long sampled = System.nanoTime();
        Model half = fit(table.halfA(), run.child("half"));
        return new Trial(
                train,
                synthetic,
                table.halfA(),
                table.halfB(),
                sample(half, table.halfA().rows(), run.child("half")),
                (fitted - begun) / 1e9,
                (sampled - fitted) / 1e9);
    }

    private Model fit(Table table, Run run) {
        return Synthesis.fit(table, plugin, options, Privacy.DEFAULT, run.child("fit"));
    }

    private static Table sample(Model model, int rows, Run run) {
        Run own = run.child("sample");
        return model.sample(rows, own).toTable(own);
    }
}
