package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;

/** Files appear whole or not at all. */
class OutputsTest {
    @TempDir
    Path folder;

    private static void put(Outputs out, String name, String text) throws IOException {
        try (OutputStream stream = out.open(name)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAreMovedWhenAllAreDone() throws IOException {
        Path target = folder.resolve("a/b");
        try (Outputs out = Outputs.in(target, false)) {
            put(out, "one.csv", "1");
            put(out, "two.csv", "2");
            assertThat(names(target)).containsExactly(".one.csv.partial", ".two.csv.partial");
            out.commit();
        }
        assertThat(names(target)).containsExactly("one.csv", "two.csv");
        assertThat(target.resolve("one.csv")).hasContent("1");
    }

    @Test
    void withoutCommitNothingStaysNotEvenTheFolder() throws IOException {
        try (Outputs out = Outputs.in(folder.resolve("a/b"), false)) {
            put(out, "one.csv", "1");
        }
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void whatExistsIsNotReplacedUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("fake.csv"), "old");
        assertThatThrownBy(() -> Outputs.file(file, false).open("fake.csv"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(ProblemException.Kind.USAGE))
                .hasMessage("refused: " + file + " exists. Add --force to replace it.");
        try (Outputs out = Outputs.file(file, true)) {
            put(out, "fake.csv", "new");
            assertThat(file).hasContent("old");
            out.commit();
        }
        assertThat(file).hasContent("new");
    }

    @Test
    void aFolderThatCannotBeMadeIsOneClearProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Outputs.in(file.resolve("sub"), false).open("a.csv"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void gzByNameAndBack() throws IOException {
        try (Outputs out = Outputs.in(folder, false)) {
            try (OutputStream stream = out.open("t.csv.gz")) {
                TableWriter.write(Texts.read("a,b\n1,x\n2,y\n").table(), Dialect.STANDARD, stream, Run.of(1));
            }
            out.commit();
        }
        Path file = folder.resolve("t.csv.gz");
        assertThat(TableReader.read(Source.of(file), ReadOptions.DEFAULT, Run.of(1))
                        .table()
                        .rows())
                .isEqualTo(2);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 9));
        assertThatThrownBy(() -> TableReader.read(Source.of(file), ReadOptions.DEFAULT, Run.of(1)))
                .hasMessageContaining("the gzipped data is damaged or ends too early.");
    }

    @Test
    void aFolderInTheWayOfTheSecondFileStopsAll() throws IOException {
        for (boolean force : new boolean[] {false, true}) {
            Path target = Files.createDirectories(folder.resolve("in-the-way-" + force));
            if (force) {
                Files.writeString(target.resolve("one.csv"), "old");
            }
            try (Outputs out = Outputs.in(target, force)) {
                put(out, "one.csv", "1");
                put(out, "two.csv", "2");
                Files.createDirectory(target.resolve("two.csv"));
                assertThatThrownBy(out::commit)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("two.csv is a folder");
            }
            assertThat(names(target)).isEqualTo(force ? List.of("one.csv", "two.csv") : List.of("two.csv"));
            if (force) {
                assertThat(target.resolve("one.csv")).hasContent("old");
            }
        }
    }

    @Test
    void whatWasMovedIsMovedBackWhenALaterMoveFails() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "old one");
        Files.writeString(folder.resolve("two.csv"), "old two");
        try (Outputs out = Outputs.in(folder, true)) {
            put(out, "zero.csv", "0");
            put(out, "one.csv", "1");
            put(out, "two.csv", "2");
            Files.delete(folder.resolve(".two.csv.partial"));
            assertThatThrownBy(out::commit)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("two.csv")
                    .hasMessageContaining("Nothing was written.");
        }
        assertThat(names(folder)).containsExactly("one.csv", "two.csv");
        assertThat(folder.resolve("one.csv")).hasContent("old one");
        assertThat(folder.resolve("two.csv")).hasContent("old two");
    }

    @Test
    void oldFilesAreGoneWhenNewOnesAreThere() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "old");
        try (Outputs out = Outputs.in(folder, true)) {
            put(out, "one.csv", "1");
            put(out, "two.csv", "2");
            out.commit();
        }
        assertThat(names(folder)).containsExactly("one.csv", "two.csv");
        assertThat(folder.resolve("one.csv")).hasContent("1");
    }
}
