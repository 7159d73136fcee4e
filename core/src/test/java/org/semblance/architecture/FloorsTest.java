package org.semblance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The floors of core: a package may import strictly lower floors, nothing beside it and nothing above. */
class FloorsTest {

    /** From the ground up. A package that does not exist yet may stand here; one that exists must. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("random", "plugin"),
            Set.of("run"),
            Set.of("table", "math", "trees", "distribution", "privacy"),
            Set.of("expression"),
            // Finds and checks what rows keep for the metrics as for the synthesizers, and calculates with expressions.
            Set.of("constraint"),
            Set.of("io", "prepare", "model", "evaluate"),
            Set.of("conditional", "generate", "report", "disclosure"),
            // Above both: a synthesizer draws columns from conditionals, and keys and names from generators;
            // linkage takes people from the generators and writes pages like the report's.
            Set.of("synthesize", "linkage", "impute"),
            Set.of("project"));

    /** Imports allowed against the floors, each written {@code "from -> to"}. Every entry needs a reason beside it. */
    private static final Set<String> EXCEPTIONS = Set.of();

    private static final String ROOT = "org.semblance.";

    @Test
    void everyPackageImportsOnlyLowerFloors() {
        Set<String> problems = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            String from = packageOf(type);
            if (from.isEmpty()) {
                continue;
            }
            if (floorOf(from) < 0) {
                problems.add("package " + ROOT + from + " stands on no floor: add it to FLOORS");
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = packageOf(dependency.getTargetClass().getBaseComponentType());
                if (!allowed(from, to)) {
                    problems.add(from + " -> " + to + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() {
        Set<String> unused = new TreeSet<>(EXCEPTIONS);
        for (JavaClass type : Core.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                unused.remove(packageOf(type) + " -> " + packageOf(target));
            }
        }
        assertThat(unused).isEmpty();
    }

    private static boolean allowed(String from, String to) {
        return to.isEmpty()
                || to.equals(from)
                || (floorOf(to) >= 0 && floorOf(to) < floorOf(from))
                || EXCEPTIONS.contains(from + " -> " + to);
    }

    private static int floorOf(String name) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(name)) {
                return floor;
            }
        }
        return -1;
    }

    /** The first package name below the root; sub-packages count as their parent; "" for everything foreign. */
    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String below = name.substring(ROOT.length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
