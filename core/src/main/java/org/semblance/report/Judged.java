package org.semblance.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the synthetic table is from. */
public sealed interface Judged {
    /** Whether a method with a formal guarantee made it (differential privacy). */
    default boolean guaranteed() {
        return false;
    }

    /**
     * We made it.
     *
     * @param options of the synthesizer, with the values they had
     * @param chosen what the synthesizer decided for where it tried several ways, in words; or empty
     * @param guarded whether rare labels and extremes were kept back ({@code false} with {@code --fidelity max})
     */
    record Made(String synthesizer, Map<String, Object> options, String chosen, boolean guarded, long seed)
            implements Judged {
        public Made {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }

    /**
     * Somebody gave it: a file of which nothing else is known.
     *
     * @param others of the same synthesis, which only the user's model looks at
     */
    record Given(Subject.Source file, List<Subject.Source> others) implements Judged {
        public Given {
            others = List.copyOf(others);
        }

        /** One file alone. */
        public Given(Subject.Source file) {
            this(file, List.of());
        }
    }
}
