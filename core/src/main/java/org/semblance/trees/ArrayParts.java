package org.semblance.trees;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many like-named sets of primitive arrays as one set and back, so that a model file has few entries. */
final class ArrayParts {
    private ArrayParts() {}

    /** Puts the parts' arrays one behind the other under {@code prefix-name}, and their lengths under {@code prefix-sizes}. */
    static void join(String prefix, List<Map<String, Object>> parts, Map<String, Object> out) {
        if (parts.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(parts.get(0).keySet());
        int[] sizes = new int[parts.size() * names.size()];
        for (int k = 0; k < names.size(); k++) {
            int total = 0;
            for (int i = 0; i < parts.size(); i++) {
                int length = Array.getLength(get(parts.get(i), names.get(k), Object.class));
                sizes[i * names.size() + k] = length;
                total += length;
            }
            Object first = get(parts.get(0), names.get(k), Object.class);
            Object all = Array.newInstance(first.getClass().getComponentType(), total);
            int at = 0;
            for (int i = 0; i < parts.size(); i++) {
                int length = sizes[i * names.size() + k];
                System.arraycopy(get(parts.get(i), names.get(k), Object.class), 0, all, at, length);
                at += length;
            }
            out.put(prefix + "-" + names.get(k), all);
        }
        out.put(prefix + "-sizes", sizes);
    }

    /** The parts again; {@code names} in the order in which they were joined. None where nothing was joined. */
    static List<Map<String, Object>> split(String prefix, List<String> names, Map<String, Object> arrays) {
        List<Map<String, Object>> parts = new ArrayList<>();
        if (!arrays.containsKey(prefix + "-sizes")) {
            return parts;
        }
        int[] sizes = get(arrays, prefix + "-sizes", int[].class);
        int[] at = new int[names.size()];
        for (int i = 0; i + names.size() <= sizes.length; i += names.size()) {
            Map<String, Object> part = new LinkedHashMap<>();
            for (int k = 0; k < at.length; k++) {
                Object all = get(arrays, prefix + "-" + names.get(k), Object.class);
                part.put(names.get(k), slice(all, at[k], sizes[i + k], prefix + "-sizes"));
                at[k] += sizes[i + k];
            }
            parts.add(part);
        }
        return parts;
    }

    /** A part of an array; one that reaches beyond it is refused before room is made for it. */
    private static Object slice(Object array, int from, int length, String name) {
        check(array.getClass().isArray() && length >= 0 && length <= Array.getLength(array) - from, name);
        Object part = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, from, part, 0, length);
        return part;
    }

    /** An array of the given type. */
    static <A> A get(Map<String, Object> arrays, String name, Class<A> type) {
        Object array = arrays.get(name);
        if (!type.isInstance(array)) {
            throw new IllegalArgumentException("array " + name + " is missing");
        }
        return type.cast(array);
    }

    static void check(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("array " + name + " does not fit the others");
        }
    }
}
