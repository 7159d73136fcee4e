package org.semblance.linkage.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.io.Source;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Files in plain bytes, read in blocks, give what the same files give zipped, read row by row; problems alike. */
class PlainLinksTest {
    private static final String[] HEADERS = {
        "row,cluster",
        "rec_id,cluster",
        "cluster",
        "src_idx,trg_idx",
        "id_l,id_r",
        "src_idx,trg_idx,score",
        "id,x,cluster"
    };

    @TempDir
    Path folder;

    /** 24 pairs of files for each of seven headers; a third without anything odd, a third with quotes, a third faulty. */
    @Test
    void bothWaysAgree() throws IOException {
        int faulty = 0;
        Files.createDirectories(folder.resolve("plain"));
        Files.createDirectories(folder.resolve("zipped"));
        for (int k = 0; k < 24 * HEADERS.length; k++) {
            Rng rng = Rng.of(k);
            String header = HEADERS[k % HEADERS.length];
            int sort = rng.nextInt(3);
            int rows = rng.nextInt(200);
            write("truth.csv", text(header, rows, sort, rng.child("truth")));
            write("links.csv", text(header, rows, sort, rng.child("links")));
            write("source.csv", table(rng.child("source"), sort));
            boolean known = rng.nextInt(3) == 0;
            String plain = answer("plain", known, header.contains("id"));
            assertThat(plain).as("files %d", k).isEqualTo(answer("zipped", known, header.contains("id")));
            faulty += plain.contains("line ") ? 1 : 0;
        }
        assertThat(faulty).isBetween(24, 144);
    }

    private void write(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("plain").resolve(name), bytes);
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(folder.resolve("zipped").resolve(name)))) {
            out.write(bytes);
        }
    }

    private String answer(String from, boolean known, boolean byId) {
        Path where = folder.resolve(from);
        @Nullable Source source = known ? Source.of(where.resolve("source.csv")) : null;
        Source truth = Source.of(where.resolve("truth.csv"));
        Source links = Source.of(where.resolve("links.csv"));
        Run run = Run.of(1).threads(2);
        String id = known && byId ? "rec" : null;
        try {
            LinkFiles files = new LinkFiles(truth, links, source, null, id, null, null, null, null);
            return ScoreJson.text(files.read(run).score(run), List.of());
        } catch (ProblemException e) {
            return String.valueOf(e.getMessage()).replace(where.toString(), "");
        }
    }

    private static String table(Rng rng, int sort) {
        StringBuilder out = new StringBuilder("name,rec\n");
        for (int i = 0; i < 150; i++) {
            String id = rng.nextInt(2000) == 0 ? "k1" : i % 3 == 0 ? "k" + i : String.valueOf(i);
            out.append(sort == 1 && rng.nextInt(50) == 0 ? "\"a\nb\"," : "ann,")
                    .append(id)
                    .append('\n');
        }
        return out.toString();
    }

    private static String text(String header, int rows, int sort, Rng rng) {
        StringBuilder out = new StringBuilder(header).append('\n');
        String end = rng.nextInt(3) == 0 ? "\r\n" : "\n";
        String[] columns = header.split(",");
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns.length; c++) {
                String cell = cell(columns[c], i, rng);
                cell = sort == 1 && rng.nextInt(100) == 0 ? "\"" + cell + "\"" : cell;
                cell = sort == 2 && rng.nextInt(300) == 0
                        ? new String[] {"", "x9", "-3", "99999999999"}[rng.nextInt(4)]
                        : cell;
                out.append(c == 0 ? "" : ",").append(cell);
            }
            out.append(i == rows - 1 && rng.nextBoolean() ? "" : end);
            out.append(rng.nextInt(40) == 0 ? end : "");
        }
        return out.toString();
    }

    private static String cell(String column, int i, Rng rng) {
        return switch (column) {
            case "row" -> String.valueOf(i);
            case "rec_id", "id" -> i % 3 == 0 ? "k" + i : String.valueOf(i);
            case "cluster" ->
                rng.nextInt(30) == 0 ? "" : rng.nextInt(9) == 0 ? "c" + rng.nextInt(5) : "" + rng.nextInt(60);
            case "src_idx", "id_l" -> String.valueOf(rng.nextInt(75));
            case "trg_idx", "id_r" -> String.valueOf(75 + rng.nextInt(75) / 2 * 2);
            case "score" -> String.valueOf(rng.nextInt(1000) / 1000.0);
            default -> "x";
        };
    }
}
