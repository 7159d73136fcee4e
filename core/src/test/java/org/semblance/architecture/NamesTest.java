package org.semblance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names say what a thing is: no drawer for leftovers, neither as a class nor as a package. */
class NamesTest {
    private static final List<String> CLASS_ENDINGS = List.of("Util", "Utils", "Helper", "Helpers", "Manager", "Impl");
    private static final Set<String> PACKAGES = Set.of("util", "utils", "common", "helper", "helpers", "impl");

    @Test
    void noClassIsNamedAfterNothing() {
        Set<String> problems = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            if (CLASS_ENDINGS.stream().anyMatch(type.getSimpleName()::endsWith)) {
                problems.add(type.getName());
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void noPackageIsADrawer() {
        Set<String> problems = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            if (Arrays.stream(type.getPackageName().split("\\.", -1)).anyMatch(PACKAGES::contains)) {
                problems.add(type.getPackageName());
            }
        }
        assertThat(problems).isEmpty();
    }
}
