package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9-]+)\"");

    @Test
    void valuesStandInTheirPlacesAndAreNotReadAgain() {
        assertThat(Words.of("cut.between", "{1}", "b")).isEqualTo("{1} to b");
        assertThatThrownBy(() -> Words.of("no.such")).hasMessageContaining("no.such");
        assertThat(Words.find("no.such")).isEmpty();
    }

    @Test
    void everyTextOfTheCodeIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/semblance/report"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher found = KEY.matcher(Files.readString(file));
                while (found.find()) {
                    boolean name = found.group(1).matches("report\\.(css|js|properties)");
                    if (!name
                            && Words.find(found.group(1), "", "", "", "", "", "")
                                    .isEmpty()) {
                        missing.add(file.getFileName() + " " + found.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyChoiceHasItsText() {
        for (FitFor.Use use : FitFor.Use.values()) {
            assertThat(use.words()).isNotEmpty();
        }
        for (FitFor.Answer answer : FitFor.Answer.values()) {
            assertThat(answer.word()).isNotEmpty();
        }
        for (Level level : Level.values()) {
            assertThat(level.words()).isNotEmpty();
        }
    }
}
