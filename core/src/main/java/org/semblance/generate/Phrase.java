package org.semblance.generate;

import java.util.List;
import org.semblance.random.Rng;

/** A way of putting texts together: one of several alternatives, each a row of parts. Immutable. */
record Phrase(List<List<Part>> alternatives) implements Part {
    Phrase {
        alternatives = List.copyOf(alternatives);
    }

    @Override
    public void write(StringBuilder text, Rng rng) {
        for (Part part : alternatives.get(rng.nextInt(alternatives.size()))) {
            part.write(text, rng);
        }
    }

    /** Texts for rows, each drawn alone. */
    String[] draw(int count, Rng rng) {
        String[] out = new String[count];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.setLength(0);
            write(text, rng);
            out[i] = text.toString().strip();
        }
        return out;
    }
}
