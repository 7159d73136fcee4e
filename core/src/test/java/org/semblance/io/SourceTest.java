package org.semblance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** What is no table is refused with what it is and what to do. */
class SourceTest {
    @TempDir
    Path folder;

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> Texts.read(bytes, ReadOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(ProblemException.Kind.DATA))
                .hasMessageContaining(message);
    }

    @Test
    void filesOfOtherKinds() {
        Map<String, String> starts = Map.of(
                "\u0089PNG\r\n\u001a\n\0\0\0", "a PNG picture",
                "PK\u0003\u0004\u0014\0", "Excel",
                "PAR1\u0015\u0004", "a Parquet file",
                "%PDF-1.7", "a PDF document",
                "{ \"a\": 1 }", "JSON",
                "[{\"a\": 1}]", "JSON",
                "<!DOCTYPE html>", "a web page",
                "SQLite format 3\0", "an SQLite database");
        starts.forEach((start, words) -> refused(start.getBytes(StandardCharsets.ISO_8859_1), words));
    }

    @Test
    void nothingAndNoise() {
        refused(new byte[0], "the file is empty.");
        refused("\n \n\n".getBytes(StandardCharsets.UTF_8), "there is nothing in this file.");
        byte[] noise = new byte[5000];
        Rng rng = Rng.of(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) rng.nextInt(256);
        }
        refused(noise, "data.csv");
        refused("name     age\nAnna      12\nBo        15\n".getBytes(StandardCharsets.UTF_8), "aligned with spaces");
    }

    @Test
    void missingFilesAndFolders() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), "a\n1\n");
        Source source = Source.of(folder.resolve("patient.csv"));
        assertThatThrownBy(() -> TableReader.read(source, ReadOptions.DEFAULT, Run.of(1)))
                .hasMessageEndingWith("patient.csv: there is no such file. Did you mean \"patients.csv\"?");
        assertThatThrownBy(() -> TableReader.read(Source.of(folder), ReadOptions.DEFAULT, Run.of(1)))
                .hasMessageContaining("this is a folder.");
    }
}
