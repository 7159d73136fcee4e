package org.semblance.conditional;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

/** A small file of reference values: a header and rows of plain cells, empty where missing. */
record Reference(List<String> header, List<String[]> rows) {
    /** Of the folder {@code /reference/conditional}. */
    static Reference read(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/conditional/" + file), file),
                StandardCharsets.UTF_8))) {
            List<String[]> lines = in.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
            return new Reference(List.of(lines.get(0)), lines.subList(1, lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] texts(String column) {
        int at = header.indexOf(column);
        return rows.stream().map(row -> row[at].isEmpty() ? null : row[at]).toArray(String[]::new);
    }

    double[] numbers(String column) {
        return Arrays.stream(texts(column))
                .mapToDouble(text -> text == null || text.equals("NA") ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    NumberColumn numberColumn(String column) {
        return NumberColumn.of(numbers(column));
    }

    /** Labels in the order of their names, as R has them. */
    CodeColumn labelColumn(String column) {
        String[] texts = texts(column);
        List<String> labels = Arrays.stream(texts)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return CodeColumn.of(
                Arrays.stream(texts)
                        .mapToInt(text -> text == null ? -1 : labels.indexOf(text))
                        .toArray(),
                labels);
    }
}
