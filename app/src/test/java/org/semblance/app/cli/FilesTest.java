package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are missing, broken, in the way or not to be written: one message, the right code, nothing left behind. */
class FilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void someData() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), Tables.patients(120));
    }

    private Shell.Result golden(String name, String... arguments) throws IOException {
        List<String> before = listing();
        Shell shell = Shell.in(folder);
        Shell.Result result = shell.run(arguments);
        Golden.check(name, shell, result);
        assertThat(listing()).as("nothing is left behind").isEqualTo(before);
        assertThat(result.err()).doesNotContain("\tat ");
        return result;
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aMissingTable() throws IOException {
        golden("missing-table", "run", "patient.csv");
    }

    @Test
    void aFolderAsTable() throws IOException {
        Files.createDirectory(folder.resolve("tables"));
        golden("folder-as-table", "run", "tables");
    }

    @Test
    void anEmptyTable() throws IOException {
        Files.writeString(folder.resolve("empty.csv"), "");
        golden("empty-table", "run", "empty.csv");
    }

    @Test
    void aTableOfAHeader() throws IOException {
        Files.writeString(folder.resolve("header.csv"), "a,b,c\n");
        golden("header-only", "run", "header.csv");
    }

    @Test
    void aBinaryFile() throws IOException {
        byte[] bytes = new byte[2000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37);
        }
        Files.write(folder.resolve("photo.jpg"), bytes);
        golden("binary-file", "run", "photo.jpg");
    }

    @Test
    void aTruncatedGzip() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(whole)) {
            zip.write(Tables.patients(5000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = whole.toByteArray();
        Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        golden("truncated-gzip", "run", "cut.csv.gz");
    }

    @Test
    void aBrokenModel() throws IOException {
        Files.writeString(folder.resolve("m.semblance"), "PK\u0003\u0004 and then nothing of use");
        golden("broken-model", "sample", "m.semblance");
        golden("broken-model-inspect", "inspect", "m.semblance");
    }

    @Test
    void aMissingModel() throws IOException {
        golden("missing-model", "sample", "m.semblance");
    }

    @Test
    void aTableAsModel() throws IOException {
        golden("table-as-model", "sample", "patients.csv");
    }

    @Test
    void aFolderInTheWay() throws IOException {
        Files.createDirectory(folder.resolve("patients-semblance"));
        Files.writeString(folder.resolve("patients-semblance/project.yaml"), "mine");
        golden("folder-in-the-way", "run", "patients.csv");
    }

    @Test
    void aFileInTheWay() throws IOException {
        Files.writeString(folder.resolve("patients.semblance"), "mine");
        golden("file-in-the-way", "fit", "patients.csv", "--method", "independent");
        assertThat(folder.resolve("patients.semblance")).hasContent("mine");
    }

    /** A folder below a regular file cannot be made by anybody, not even by root. */
    @Test
    void aFolderThatCannotBeMade() throws IOException {
        golden(
                "unwritable-folder",
                "run",
                "patients.csv",
                "-o",
                "patients.csv/fake",
                "--method",
                "independent",
                "--seed",
                "1",
                "-q");
    }

    @Test
    void aWrongSchemaFile() throws IOException {
        Files.writeString(
                folder.resolve("schema.yaml"),
                "version: 1\ncolumns:\n  age: {kind: hole}\n  wieght: {kind: decimal}\n");
        golden("wrong-schema", "run", "patients.csv", "--schema", "schema.yaml");
    }

    @Test
    void aWrongProject() throws IOException {
        Files.writeString(
                folder.resolve("project.yaml"), "version: 1\ndata: patients.csv\nmetod: trees\nholdout: 3\nseed: x\n");
        golden("wrong-project", "run", "project.yaml");
    }

    @Test
    void aProjectThatIsNoYaml() throws IOException {
        Files.writeString(folder.resolve("project.yaml"), "version: 1\ndata: [patients.csv\n");
        golden("project-not-yaml", "run", "project.yaml");
    }

    @Test
    void aTargetThatIsNotThere() throws IOException {
        golden("missing-target", "run", "patients.csv", "--target", "smokes", "-q");
    }
}
