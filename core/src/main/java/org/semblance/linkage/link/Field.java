package org.semblance.linkage.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Role;

/** One field that both files have, its tidy texts numbered: equal texts have equal numbers, -1 is missing. */
final class Field {
    final String name;
    final Role role;
    final Kind kind;
    final int[] source;
    final int[] target;
    final String[] texts;

    /** The words of each text in the order of the alphabet, where their order does not matter; else the texts. */
    private final String[] sorted;

    /** How often each text occurs, in both files together. */
    final int[] counts;

    /** The fields that it is made of; none for one that stands for itself. */
    private final List<Field> parts;

    private Field(String name, Role role, Kind kind, int[][] sides, String[] texts, List<Field> parts) {
        this.name = name;
        this.role = role;
        this.kind = kind;
        this.parts = parts;
        int[] source = sides[0];
        int[] target = sides[1];
        this.source = source;
        this.target = target;
        this.texts = texts;
        sorted = kind == Kind.NAME ? Arrays.stream(texts).map(Tidy::sorted).toArray(String[]::new) : texts;
        counts = new int[texts.length];
        for (int[] side : new int[][] {source, target}) {
            for (int code : side) {
                if (code >= 0) {
                    counts[code]++;
                }
            }
        }
    }

    static Field of(String name, Role role, @Nullable String[] source, @Nullable String[] target) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] first = number(source, numbers);
        int[] second = number(target, numbers);
        String[] texts = new String[numbers.size()];
        numbers.forEach((text, number) -> texts[number] = text);
        return new Field(name, role, Kind.of(role), new int[][] {first, second}, texts, List.of());
    }

    /**
     * One field made of several that are no independent evidence: who shares a street shares the town too. Its texts are
     * those of the parts in a row.
     */
    static Field together(String name, Role role, List<Field> parts) {
        @Nullable String[] first = joined(parts, true);
        @Nullable String[] second = joined(parts, false);
        Field plain = of(name, role, first, second);
        return new Field(name, role, Kind.PARTS, new int[][] {plain.source, plain.target}, plain.texts, parts);
    }

    private static @Nullable String[] joined(List<Field> parts, boolean isSource) {
        int rows = isSource ? parts.get(0).source.length : parts.get(0).target.length;
        @Nullable String[] out = new @Nullable String[rows];
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.setLength(0);
            boolean some = false;
            for (Field part : parts) {
                int code = (isSource ? part.source : part.target)[row];
                text.append(code < 0 ? "" : part.texts[code]).append('\n');
                some |= code >= 0;
            }
            out[row] = some ? text.toString() : null;
        }
        return out;
    }

    private static int[] number(@Nullable String[] cells, Map<String, Integer> numbers) {
        int[] out = new int[cells.length];
        for (int i = 0; i < out.length; i++) {
            String cell = cells[i];
            if (cell == null) {
                out[i] = -1;
                continue;
            }
            Integer number = numbers.putIfAbsent(cell, numbers.size());
            out[i] = number == null ? numbers.size() - 1 : number;
        }
        return out;
    }

    /** The level of agreement, or -1 where either is missing. */
    int level(int s, int t) {
        if (!parts.isEmpty()) {
            return ofParts(s, t);
        }
        int a = source[s];
        int b = target[t];
        if (a < 0 || b < 0) {
            return -1;
        }
        return a == b ? kind.levels() - 1 : kind.level(texts[a], texts[b], sorted[a], sorted[b]);
    }

    private int ofParts(int s, int t) {
        int filled = 0;
        int equal = 0;
        for (Field part : parts) {
            int level = part.level(s, t);
            filled += level >= 0 ? 1 : 0;
            equal += level == part.kind.levels() - 1 ? 1 : 0;
        }
        if (filled == 0) {
            return -1;
        }
        return equal == filled && filled > 1 ? 3 : 2 * equal > filled ? 2 : equal > 0 ? 1 : 0;
    }

    /** Whether the field tells people apart well enough to be looked for by itself. */
    boolean telling() {
        return kind != Kind.OPTION && kind != Kind.YEAR;
    }

    /** How many texts there are, missing ones not counted. */
    long filled() {
        return Arrays.stream(counts).asLongStream().sum();
    }
}
