package org.semblance.model;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model taken apart: readable JSON and named primitive arrays ({@code byte[]}, {@code short[]}, {@code int[]},
 * {@code long[]}, {@code float[]} or {@code double[]}). Nothing executable.
 *
 * @param json readable parameters
 * @param arrays the rest; names of letters, digits, '-', '_' and '.', with '/' between parts
 */
public record Stored(ObjectNode json, Map<String, Object> arrays) {
    public static Stored empty() {
        return new Stored(JsonNodeFactory.instance.objectNode(), new LinkedHashMap<>());
    }

    public Stored put(String name, Object array) {
        arrays.put(name, array);
        return this;
    }

    /** Puts another stored thing below a name: its JSON as a member, its arrays under {@code name/}. */
    public Stored put(String name, Stored part) {
        json.set(name, part.json);
        part.arrays.forEach((key, array) -> arrays.put(name + "/" + key, array));
        return this;
    }

    /** The part put below a name. */
    public Stored part(String name) {
        Map<String, Object> below = new LinkedHashMap<>();
        arrays.forEach((key, array) -> {
            if (key.startsWith(name + "/")) {
                below.put(key.substring(name.length() + 1), array);
            }
        });
        if (!(json.get(name) instanceof ObjectNode object)) {
            throw Corrupt.because("it has no part \"" + name + "\"");
        }
        return new Stored(object, below);
    }

    public boolean has(String name) {
        return json.has(name);
    }

    /** An array of the given type, or a problem that the model file is corrupt. */
    public <A> A array(String name, Class<A> type) {
        Object array = arrays.get(name);
        if (!type.isInstance(array)) {
            throw Corrupt.because("array \"" + name + "\" is missing or of another type");
        }
        return type.cast(array);
    }
}
