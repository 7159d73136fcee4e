package org.semblance.model;

import java.util.List;

/**
 * What was in a model file of one table.
 *
 * @param synthesizer the name its loader was found by
 * @param contents what the model holds of the real data, one sentence each
 */
public record Kept(Model model, String synthesizer, Provenance provenance, List<String> contents) implements Opened {
    public Kept {
        contents = List.copyOf(contents);
    }
}
