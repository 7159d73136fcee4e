package org.semblance.generate;

import org.semblance.random.Rng;

/** Something that writes a piece of text: a text as it is, one of some signs, or a {@link Phrase}. */
sealed interface Part permits Phrase, Part.Literal, Part.Sign {
    void write(StringBuilder text, Rng rng);

    /** A text as it is. */
    record Literal(String words) implements Part {
        @Override
        public void write(StringBuilder text, Rng rng) {
            text.append(words);
        }
    }

    /** One of some signs. */
    record Sign(String signs) implements Part {
        @Override
        public void write(StringBuilder text, Rng rng) {
            text.append(signs.charAt(rng.nextInt(signs.length())));
        }
    }
}
