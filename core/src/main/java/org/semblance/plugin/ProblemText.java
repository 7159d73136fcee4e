package org.semblance.plugin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Problems as people read them: those of one file under its name, by line. */
public final class ProblemText {
    private static final Pattern PLACE = Pattern.compile("(.*), line (\\d+)");

    private ProblemText() {}

    /**
     * One line for one problem; for more, how many there are and a line for each:
     * <pre>
     * people.yaml has 2 problems:
     *   line 7   age: distribution "gama" is unknown. Did you mean "gamma"?
     *   line 12  email: missing is 1.2, but must be between 0 and 1.
     * </pre>
     */
    public static String of(List<Problem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).line();
        }
        String file = commonFile(problems);
        StringBuilder out = new StringBuilder();
        out.append(file.isEmpty() ? "there are " : file + " has ")
                .append(problems.size())
                .append(" problems:");
        for (Problem problem : problems) {
            out.append("\n  ").append(file.isEmpty() ? problem.line() : inFile(problem));
        }
        return out.toString();
    }

    private static String inFile(Problem problem) {
        Matcher place = PLACE.matcher(problem.where());
        String line = place.matches() ? "line " + place.group(2) : "";
        return line
                + " ".repeat(Math.max(1, 9 - line.length()))
                + problem.at("").line();
    }

    /** The file that all problems are in, or empty. */
    private static String commonFile(List<Problem> problems) {
        String file = "";
        for (Problem problem : problems) {
            Matcher place = PLACE.matcher(problem.where());
            if (!place.matches() || (!file.isEmpty() && !file.equals(place.group(1)))) {
                return "";
            }
            file = place.group(1);
        }
        return file;
    }
}
