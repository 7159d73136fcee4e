package org.semblance.plugin;

import java.util.List;
import java.util.stream.Collectors;

/** One or more {@link Problem}s that stop the work; the one exception type for bad input. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is; the faces turn it into an exit code. */
    public enum Kind {
        /** A wrong flag, option or argument. */
        USAGE,
        /** Data, model or project files that cannot be used. */
        DATA,
        /** A required score was missed. */
        GATE,
        /** Refused for privacy. */
        PRIVACY
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    public ProblemException(Kind kind, List<Problem> problems) {
        super(problems.stream().map(Problem::line).collect(Collectors.joining("\n")));
        this.kind = kind;
        this.problems = List.copyOf(problems);
    }

    public static ProblemException usage(Problem problem) {
        return new ProblemException(Kind.USAGE, List.of(problem));
    }

    public static ProblemException data(Problem problem) {
        return new ProblemException(Kind.DATA, List.of(problem));
    }

    public Kind kind() {
        return kind;
    }

    public List<Problem> problems() {
        return problems;
    }
}
