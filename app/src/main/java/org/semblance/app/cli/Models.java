package org.semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.model.Kept;
import org.semblance.model.KeptDatabase;
import org.semblance.model.Model;
import org.semblance.model.ModelFile;
import org.semblance.model.ModelLoader;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.HandModel;
import org.semblance.project.database.DatabasePipeline;
import org.semblance.synthesize.Synthesis;

/** Opening a model, fitted or written by hand. */
final class Models {
    /** What a model makes: one table, or several. */
    sealed interface Any permits Opened, Related {}

    /**
     * An open model of one table.
     *
     * @param kept what its file says of itself; null of a model written by hand
     * @param rows how many rows it makes where nobody says how many
     * @param seed the seed that a model written by hand names, or null
     */
    record Opened(
            Model model,
            @Nullable Kept kept,
            long rows,
            @Nullable Long seed) implements Any {}

    /** An open model of related tables, or of sequences. */
    record Related(KeptDatabase kept) implements Any {}

    private Models() {}

    static Any open(Console console, String argument) throws IOException {
        Inputs input = Inputs.of(console, argument);
        return switch (input.what()) {
            case YAML -> written(input);
            case MODEL -> {
                try (InputStream in = input.source().open()) {
                    yield of(ModelFile.open(
                            in, argument, new ModelFile.Loaders(Models::loader, DatabasePipeline::loader)));
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

    private static Any of(org.semblance.model.Opened opened) {
        return opened instanceof Kept one
                ? new Opened(one.model(), one, one.provenance().rows(), null)
                : new Related((KeptDatabase) opened);
    }

    private static ModelLoader loader(String synthesizer) {
        return synthesizer.equals(HandModel.NAME) ? HandModel::load : Synthesis.loader(synthesizer);
    }

    private static Opened written(Inputs input) {
        HandModel model = HandModel.read(input.source());
        return new Opened(model, null, model.rows(), model.seed());
    }
}
