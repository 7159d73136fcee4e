package org.semblance.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels as positions in a dictionary of different texts; a missing value is code -1. */
public final class CodeColumn implements Column {
    private final int[] codes;
    private final List<String> labels;

    private CodeColumn(int[] codes, List<String> labels) {
        this.codes = codes;
        this.labels = labels;
    }

    /** Takes the array as it is: the caller gives it away. Codes lie in -1 .. labels.size()-1. */
    public static CodeColumn of(int[] codes, List<String> labels) {
        return new CodeColumn(codes, List.copyOf(labels));
    }

    /** Codes of the texts in order of first appearance; null is missing. */
    public static CodeColumn of(@Nullable String... texts) {
        Map<String, Integer> dictionary = new HashMap<>();
        List<String> labels = new java.util.ArrayList<>();
        int[] codes = new int[texts.length];
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text == null) {
                codes[i] = -1;
                continue;
            }
            Integer code = dictionary.putIfAbsent(text, labels.size());
            if (code == null) {
                code = labels.size();
                labels.add(text);
            }
            codes[i] = code;
        }
        return new CodeColumn(codes, List.copyOf(labels));
    }

    /** Parts of one dictionary share it; otherwise the labels are put together, in order of first appearance. */
    static CodeColumn join(List<CodeColumn> parts) {
        List<String> labels = parts.isEmpty() ? List.of() : parts.get(0).labels;
        boolean shared = parts.stream().allMatch(part -> part.labels.equals(labels));
        Map<String, Integer> dictionary = new LinkedHashMap<>();
        int[] all = new int[parts.stream().mapToInt(CodeColumn::size).sum()];
        int at = 0;
        for (CodeColumn part : parts) {
            int[] renamed = new int[part.labels.size()];
            Arrays.fill(renamed, -1);
            for (int code : part.codes) {
                if (code >= 0 && renamed[code] < 0) {
                    renamed[code] = shared
                            ? code
                            : dictionary.computeIfAbsent(part.labels.get(code), label -> dictionary.size());
                }
                all[at++] = code < 0 ? -1 : renamed[code];
            }
        }
        return new CodeColumn(all, shared ? labels : List.copyOf(dictionary.keySet()));
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    /** The code, or -1 where the value is missing. */
    public int code(int row) {
        return codes[row];
    }

    /** The label, or null where the value is missing. */
    public @Nullable String get(int row) {
        return codes[row] < 0 ? null : labels.get(codes[row]);
    }

    /** The dictionary; not every label need occur. */
    public List<String> labels() {
        return labels;
    }

    /** A copy of all codes. */
    public int[] toArray() {
        return codes.clone();
    }

    @Override
    public CodeColumn take(int[] rows) {
        int[] out = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            out[i] = codes[rows[i]];
        }
        return new CodeColumn(out, labels);
    }

    /** The same column with only the labels that occur, in the order they had. */
    public CodeColumn compact() {
        int[] renamed = new int[labels.size()];
        for (int code : codes) {
            if (code >= 0) {
                renamed[code] = 1;
            }
        }
        List<String> left = new java.util.ArrayList<>();
        for (int code = 0; code < renamed.length; code++) {
            if (renamed[code] == 1) {
                renamed[code] = left.size();
                left.add(labels.get(code));
            }
        }
        if (left.size() == labels.size()) {
            return this;
        }
        int[] out = new int[codes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = codes[i] < 0 ? -1 : renamed[codes[i]];
        }
        return new CodeColumn(out, List.copyOf(left));
    }
}
