package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.table.CodeColumn;

/** A column of labels, cell by cell: what comes as bytes makes a {@code String} once for each different one. */
public final class LabelBuilder {
    private final ByteDictionary dictionary = new ByteDictionary();
    private int[] codes = new int[1024];
    private int size;

    /** The cell holds this text in UTF-8. */
    public void add(byte[] bytes) {
        put(dictionary.add(bytes, 0, bytes.length));
    }

    /** The cell holds this text. */
    public void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The cell is missing. */
    public void addMissing() {
        put(-1);
    }

    private void put(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
        }
        codes[size++] = code;
    }

    /** What was added. */
    public CodeColumn column() {
        List<String> labels = new ArrayList<>(dictionary.size());
        for (int code = 0; code < dictionary.size(); code++) {
            labels.add(dictionary.text(code));
        }
        return CodeColumn.of(Arrays.copyOf(codes, size), labels);
    }
}
