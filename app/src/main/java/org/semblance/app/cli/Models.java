package org.semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.model.Kept;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.ModelLoader;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.HandModel;
import org.semblance.synthesize.Synthesis;

/** Opening a model, fitted or written by hand. */
final class Models {
    /**
     * An open model.
     *
     * @param kept what its file says of itself; null of a model written by hand
     * @param rows how many rows it makes where nobody says how many
     * @param seed the seed that a model written by hand names, or null
     */
    record Opened(
            Model model,
            @Nullable Kept kept,
            long rows,
            @Nullable Long seed) {}

    private Models() {}

    static Opened open(Console console, String argument) throws IOException {
        Inputs input = Inputs.of(console, argument);
        return switch (input.what()) {
            case YAML -> written(input);
            case MODEL -> {
                try (InputStream in = input.source().open()) {
                    Kept kept = ModelFile.read(in, argument, Models::loader);
                    yield new Opened(kept.model(), kept, kept.provenance().rows(), null);
                }
            }
            case DATA -> {
                input.source().open().close();
                throw ProblemException.usage(Problem.of(argument + " is not a model.")
                        .fix("If it is your data, learn a model first: semblance fit " + argument + " -o "
                                + input.stem() + ".semblance"));
            }
        };
    }

    private static ModelLoader loader(String synthesizer) {
        return synthesizer.equals(HandModel.NAME) ? HandModel::load : Synthesis.loader(synthesizer);
    }

    private static Opened written(Inputs input) {
        HandModel model = HandModel.read(input.source());
        return new Opened(model, null, model.rows(), model.seed());
    }
}
