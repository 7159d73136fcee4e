package org.semblance.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from: enough to say which data it has seen and to fit it again.
 *
 * @param source name of the data's source, without its folder
 * @param sha256 of the data as it was read, in hexadecimal; empty where there was none
 * @param rows rows of the data
 * @param columns columns of the data
 * @param synthesizer as the user chose it
 * @param options of the synthesizer: texts, numbers, flags, and lists of them and groups by name; whole numbers are kept as {@code Long}
 * @param seed of the fit
 * @param versions of the program and of what its results depend on
 * @param fitted when it was fitted, in words given by the caller (the core knows no clock); may be empty
 */
public record Provenance(
        String source,
        String sha256,
        long rows,
        int columns,
        String synthesizer,
        Map<String, Object> options,
        long seed,
        Map<String, String> versions,
        String fitted) {
    /** Of a model written by hand: no data. */
    public static final Provenance NONE = new Provenance("", "", 0, 0, "", Map.of(), 0, Map.of(), "");

    public Provenance {
        Map<String, Object> plain = new LinkedHashMap<>();
        options.forEach((name, value) -> plain.put(name, plain(value)));
        options = Collections.unmodifiableMap(plain);
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /** The value as it will be read again from JSON, so that what is kept equals what was given. */
    private static Object plain(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> out = new ArrayList<>();
            list.forEach(element -> out.add(plain(element)));
            return Collections.unmodifiableList(out);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> out = new LinkedHashMap<>();
            map.forEach((name, of) -> out.put(String.valueOf(name), plain(of)));
            return Collections.unmodifiableMap(out);
        }
        return String.valueOf(value);
    }
}
