package org.semblance.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every {@code java} and {@code sh} block of README.md and docs/ does what it says: it is run, page by page from top to
 * bottom, in a copy of the project that holds only examples/. A page needs no test code. Blocks that must not be run
 * (output, other programs) carry another language word or none.
 */
class DocsTest {
    @TempDir
    static Path copy;

    @BeforeAll
    static void copyExamples() throws IOException {
        Path examples = Snippets.root().resolve("examples");
        try (Stream<Path> files = Files.walk(examples)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve("examples")
                        .resolve(examples.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> shellBlocks() throws IOException {
        return Snippets.of("sh").stream()
                .map(snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> ShellBlock.run(snippet, copy)));
    }

    @TestFactory
    Stream<DynamicTest> javaBlocks() throws IOException {
        return Snippets.of("java").stream()
                .map(snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> JavaBlock.run(snippet, copy)));
    }

    @TestFactory
    Stream<DynamicTest> linksToFilesOfTheProject() throws IOException {
        List<Link> links = Link.ofAllPages();
        assertThat(links).isNotNull();
        return links.stream()
                .map(link -> DynamicTest.dynamicTest(
                        link.toString(), () -> assertThat(link.target()).exists()));
    }
}
