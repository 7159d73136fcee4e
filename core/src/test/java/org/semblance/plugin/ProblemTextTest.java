package org.semblance.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final Problem SEVEN = Problem.of("age: law \"gama\" is unknown.")
            .at("people.yaml, line 7")
            .fix("Did you mean \"gamma\"?");
    private static final Problem TWELVE =
            Problem.of("email: missing is 1.2, but must be between 0 and 1.").at("people.yaml, line 12");

    @Test
    void gathersTheProblemsOfAFile() {
        assertThat(ProblemText.of(List.of(SEVEN, TWELVE))).isEqualTo("""
                        people.yaml has 2 problems:
                          line 7   age: law "gama" is unknown. Did you mean "gamma"?
                          line 12  email: missing is 1.2, but must be between 0 and 1.""");
    }

    @Test
    void saysPlacesWhereTheyDiffer() {
        assertThat(ProblemText.of(List.of(SEVEN)))
                .isEqualTo("people.yaml, line 7: age: law \"gama\" is unknown. Did you mean \"gamma\"?");
        assertThat(ProblemText.of(List.of(SEVEN, Problem.of("no rows.").at("other.yaml, line 1"))))
                .startsWith("there are 2 problems:\n  people.yaml, line 7: age");
    }
}
