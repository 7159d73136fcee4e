package org.semblance.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Gathers everything that is wrong with a file, so that it is told at once and by line. */
public final class Faults {
    private record Fault(int line, Problem problem) {}

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    public Faults(String file) {
        this.file = file;
    }

    public void add(int line, String what, String fix) {
        faults.add(new Fault(line, Problem.of(what).fix(fix)));
    }

    /** A name that is none of the valid ones. */
    public void unknown(int line, String what, String name, Collection<String> valid) {
        String hint = Nearest.hint(name, valid);
        add(line, what + " is unknown.", hint.isEmpty() ? "Known: " + String.join(", ", valid) + "." : hint);
    }

    public int count() {
        return faults.size();
    }

    /** @throws ProblemException if there was any fault */
    public void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        faults.sort(Comparator.comparingInt(Fault::line));
        throw new ProblemException(
                ProblemException.Kind.DATA,
                faults.stream()
                        .map(fault -> fault.problem.at(fault.line > 0 ? Yaml.place(file, fault.line) : file))
                        .toList());
    }
}
