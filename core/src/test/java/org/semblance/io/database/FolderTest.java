package org.semblance.io.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.io.Dialect;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Kind;
import org.semblance.table.Table;

class FolderTest {
    private static final Run RUN = Run.of(1).threads(2);

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("b.csv"), "id;x\n1;2,5\n2;3,5\n3;4,25\n");
        Files.writeString(folder.resolve("A.tsv"), "id\tname\n1\tUmea\n2\tLund\n");
        Files.writeString(folder.resolve("README.md"), "id,name\n");
        Files.writeString(folder.resolve(".hidden.csv"), "id,name\n");
    }

    private FolderSource source() {
        return new FolderSource(folder, "given", List.of(new DelimitedFormat()));
    }

    @Test
    void readsEveryTableByTheNameOfItsFile() {
        LoadedDatabase loaded = source().read(DatabaseOptions.DEFAULT, RUN);

        assertThat(loaded.tables().keySet()).containsExactly("A", "b");
        assertThat(loaded.rows().get("b").cell(2, 1)).isEqualTo(4.25);
        assertThat(loaded.sha256()).hasSize(64);
    }

    @Test
    void readsOnlyTheTablesAskedForAndAsSaid() {
        Map<String, SchemaOverrides> said =
                Map.of("b", new SchemaOverrides("schema.yaml", Map.of("x", SchemaOverrides.Column.of(Kind.CATEGORY))));

        LoadedDatabase loaded = source().read(new DatabaseOptions(List.of("b"), said, ReadOptions.DEFAULT), RUN);

        assertThat(loaded.tables().keySet()).containsExactly("b");
        assertThat(loaded.rows().get("b").cell(0, 1)).isEqualTo("2,5");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws IOException {
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("other.csv"), "");
        assertThatThrownBy(() -> source().read(DatabaseOptions.DEFAULT, RUN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("empty.csv")
                .hasMessageContaining("other.csv");

        Files.writeString(folder.resolve("b.tsv"), "x\n1\n");
        assertThatThrownBy(() -> source().read(new DatabaseOptions(List.of("B"), Map.of(), ReadOptions.DEFAULT), RUN))
                .hasMessageContaining("two files hold a table \"b\"")
                .hasMessageContaining("Did you mean \"b\"?");
    }

    @Test
    void saysInWhichFolderBelowTheTablesAre() throws IOException {
        Path above = Files.createDirectories(folder.resolve("x/y"));
        Files.writeString(above.resolve("t.csv"), "a\n1\n");
        assertThatThrownBy(() -> new FolderSource(folder.resolve("x"), "x", List.of(new DelimitedFormat()))
                        .read(DatabaseOptions.DEFAULT, RUN))
                .hasMessageContaining("but in x/y");
    }

    @Test
    void writesInTheDialectOfTheSourcePartByPartAllOrNothing() throws IOException {
        LoadedDatabase loaded = source().read(DatabaseOptions.DEFAULT, RUN);
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        loaded.tables().forEach((name, table) -> dialects.put(name, table.dialect()));
        Database database = Database.of(loaded.rows(), List.of());
        Path target = folder.resolve("out");
        FolderSink sink = new FolderSink(target, "out", dialects);

        try (DatabaseSink.Writing to = sink.begin(database.metadata(), RUN)) {
            to.write("b", database.table("b").take(new int[] {0, 1}));
            assertThat(target.resolve("b.csv")).doesNotExist();
        }
        assertThat(target).doesNotExist();

        sink.check(database.metadata(), false);
        try (DatabaseSink.Writing to = sink.begin(database.metadata(), RUN)) {
            Table b = database.table("b");
            to.write("b", b.take(new int[] {0, 1}));
            to.write("b", b.take(new int[] {2}));
            to.commit();
        }
        assertThat(target.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(target.resolve("A.csv")).hasContent("id\tname\n");
        assertThatThrownBy(() -> sink.check(database.metadata(), false))
                .hasMessageContaining("A.csv exists")
                .hasMessageContaining("b.csv exists");
    }
}
