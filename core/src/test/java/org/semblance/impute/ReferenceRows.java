package org.semblance.impute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a small file of reference values, cells by the names in its header. */
final class ReferenceRows {
    private ReferenceRows() {}

    /** Of the folder {@code /reference}. */
    static List<Map<String, String>> of(String file) {
        try (var in = ReferenceRows.class.getResourceAsStream("/reference/" + file)) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            String[] names = lines[0].split(",");
            List<Map<String, String>> out = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                String[] cells = lines[i].split(",");
                Map<String, String> row = new LinkedHashMap<>();
                for (int c = 0; c < names.length; c++) {
                    row.put(names[c], cells[c]);
                }
                out.add(row);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
