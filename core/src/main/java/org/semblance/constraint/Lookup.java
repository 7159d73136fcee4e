package org.semblance.constraint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Column;
import org.semblance.table.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes with each key in one column.
 *
 * @param field the column
 * @param values by key, as texts; those of keys that fewer rows than may be told have are left out
 * @param empty the keys with which the column is always missing
 * @param rest what rows of other keys have: texts and how many rows have them
 * @param always whether every row follows from its key, also in being missing, and few rows have a key that is left out
 */
record Lookup(Field field, Map<String, String> values, List<String> empty, Map<String, Integer> rest, boolean always) {
    /** Rows without a key that may be told have a value of the others by chance; where they are many it is better learnt. */
    private static final double MOST_OTHERS = 0.1;

    private static final double AGREE = 0.95;

    /** What is counted for one key. */
    private static final class Count {
        int rows;
        int missing;
        /** Boyer and Moore: what more than half of them have is what is left when others cancel out. */
        @Nullable
        String common;

        int lead;
        int agreeing;
    }

    static Lookup learn(org.semblance.table.Table real, String name, @Nullable String[] keys, int rare) {
        Column column = real.column(name);
        Field field = real.schema().field(real.schema().index(name));
        @Nullable String[] texts = Keys.of(List.of(column));
        Map<String, Count> counts = count(keys, texts);
        Map<String, String> values = new TreeMap<>();
        List<String> empty = new ArrayList<>();
        boolean follows = true;
        for (Map.Entry<String, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            int there = count.rows - count.missing;
            follows &= count.missing == 0 || there == 0;
            follows &= count.agreeing == there;
            String common = count.common;
            if (count.rows >= rare && there == 0) {
                empty.add(entry.getKey());
            } else if (there >= rare && count.agreeing >= AGREE * there && common != null) {
                values.put(entry.getKey(), common);
            }
        }
        Map<String, Integer> common = new HashMap<>();
        for (String text : texts) {
            if (text != null) {
                common.merge(text, 1, Integer::sum);
            }
        }
        int others = 0;
        Map<String, Integer> rest = new TreeMap<>();
        for (int i = 0; i < texts.length; i++) {
            String key = keys[i];
            String text = texts[i];
            follows &= key != null || text == null;
            if (key != null && text != null && !values.containsKey(key)) {
                others++;
                rest.merge(text, 1, Integer::sum);
            }
        }
        rest.values().removeIf(rows -> rows < rare);
        if (rest.isEmpty() && others > 0) {
            common.values().removeIf(rows -> rows < rare);
            rest.putAll(common);
        }
        empty.sort(null);
        boolean few = others <= MOST_OTHERS * texts.length && (others == 0 || !rest.isEmpty());
        return new Lookup(field, values, empty, rest, follows && few);
    }

    private static Map<String, Count> count(@Nullable String[] keys, @Nullable String[] texts) {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            if (key == null) {
                continue;
            }
            Count count = counts.computeIfAbsent(key, k -> new Count());
            String text = texts[i];
            count.rows++;
            if (text == null) {
                count.missing++;
            } else if (count.lead == 0) {
                count.common = text;
                count.lead = 1;
            } else {
                count.lead += text.equals(count.common) ? 1 : -1;
            }
        }
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            String text = texts[i];
            Count count = key == null ? null : counts.get(key);
            if (count != null && text != null && text.equals(count.common)) {
                count.agreeing++;
            }
        }
        return counts;
    }

    /** Whether this goes with the key; true where nothing is known of the key. */
    boolean fits(String key, @Nullable String text) {
        String value = values.get(key);
        return value == null || text == null || value.equals(text);
    }

    void store(ObjectNode json) {
        json.put("always", always);
        ObjectNode all = json.putObject("values");
        values.forEach(all::put);
        ArrayNode none = json.putArray("empty");
        empty.forEach(none::add);
        ObjectNode others = json.putObject("rest");
        rest.forEach(others::put);
    }

    static Lookup load(Field field, JsonNode json) {
        Map<String, String> values = new TreeMap<>();
        json.path("values")
                .properties()
                .forEach(one -> values.put(one.getKey(), one.getValue().asString()));
        List<String> empty = new ArrayList<>();
        json.path("empty").forEach(one -> empty.add(one.asString()));
        Map<String, Integer> rest = new TreeMap<>();
        json.path("rest")
                .properties()
                .forEach(one -> rest.put(one.getKey(), one.getValue().asInt()));
        return new Lookup(field, values, empty, rest, json.path("always").asBoolean(false));
    }
}
