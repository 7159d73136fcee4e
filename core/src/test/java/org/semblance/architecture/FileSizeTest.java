package org.semblance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file that nobody can hold in the head is split: no Java file of any module, tests included, above the limit. */
class FileSizeTest {
    private static final int MAX_LINES = 500;
    private static final Set<String> NOT_SOURCE = Set.of("target", "node_modules");

    @Test
    void noJavaFileIsLongerThanTheLimit() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Path> files = javaFiles(Core.sourceTree());
        for (Path file : files) {
            int lines = Files.readAllLines(file, StandardCharsets.UTF_8).size();
            if (lines > MAX_LINES) {
                tooLong.add(file + ": " + lines + " lines, at most " + MAX_LINES);
            }
        }
        assertThat(files).as("Java files found").isNotEmpty();
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean skip = !folder.equals(root) && (name.startsWith(".") || NOT_SOURCE.contains(name));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
