package org.semblance.project;

import org.semblance.model.ModelLoader;
import org.semblance.plugin.ProblemException;
import org.semblance.synthesize.Synthesis;

/** The loader of every model that a file may hold, fitted or written by hand. */
public final class Loaders {
    private Loaders() {}

    /** @throws ProblemException if no loader has that name */
    public static ModelLoader find(String synthesizer) {
        return synthesizer.equals(HandModel.NAME) ? HandModel::load : Synthesis.loader(synthesizer);
    }
}
