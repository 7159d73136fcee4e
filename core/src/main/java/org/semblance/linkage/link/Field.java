package org.semblance.linkage.link;

import java.util.Arrays;
import java.util.HashMap;
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

    private Field(String name, Role role, int[] source, int[] target, String[] texts) {
        this.name = name;
        this.role = role;
        this.kind = Kind.of(role);
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
        return new Field(name, role, first, second, texts);
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
        int a = source[s];
        int b = target[t];
        if (a < 0 || b < 0) {
            return -1;
        }
        return a == b ? kind.levels() - 1 : kind.level(texts[a], texts[b], sorted[a], sorted[b]);
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
