package org.semblance.conditional;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.semblance.model.Corrupt;
import org.semblance.model.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drawers as readable JSON and arrays, and back. A drawer is a record of numbers, flags, texts, arrays, lists and other
 * records; what may be read is a list of such records, so that a file can name nothing else.
 *
 * <p>Arrays of up to {@value #SHORT} numbers stand in the JSON, longer ones beside it. A check number over the arrays
 * tells where they were bent on the way.
 */
public final class DrawerFile {
    private static final int SHORT = 24;

    private static final Map<String, Class<?>> KNOWN = List.of(
                    RealValues.class,
                    SampleObserved.Numbers.class,
                    SampleObserved.Labels.class,
                    NormalDrawer.class,
                    DonorDrawer.class,
                    Midastouch.DistanceDrawer.class,
                    Quadratic.Parabola.class,
                    RandomIndicator.IndicatorDrawer.class,
                    LeafDrawer.class,
                    Smoothed.class,
                    Beside.class,
                    Cells.class,
                    CrossTable.class,
                    ClassDrawer.class,
                    LevelEffects.Numbers.class,
                    LevelEffects.Labels.class,
                    Levels.Unclustered.class,
                    LevelTwo.ByCluster.class,
                    LevelTwo.Known.class,
                    Ranked.RankDrawer.class,
                    Transformed.Back.class,
                    Nested.GroupDrawer.class,
                    Collinear.Line.class,
                    Collinear.ByLabel.class,
                    Passive.Calculated.class)
            .stream()
            .collect(Collectors.toMap(DrawerFile::word, Function.identity()));

    private DrawerFile() {}

    private static String word(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
    }

    public static Stored store(Conditional.Drawer drawer) {
        Stored stored = Stored.empty();
        put(stored, stored.json(), "", Conditional.Drawer.class, drawer);
        stored.json().put("check", check(stored));
        return stored;
    }

    /** @throws org.semblance.plugin.ProblemException where it is none that {@link #store} wrote */
    public static Conditional.Drawer load(Stored stored) {
        if (stored.json().path("check").asLong(-1) != check(stored)) {
            throw Corrupt.because("arrays of a column were changed");
        }
        try {
            return (Conditional.Drawer) record(stored, stored.json(), "", Conditional.Drawer.class);
        } catch (ReflectiveOperationException | ClassCastException | IllegalArgumentException e) {
            throw Corrupt.because("a column's parts do not fit together");
        }
    }

    private static long check(Stored stored) {
        long sum = 17;
        for (Map.Entry<String, Object> entry : new TreeMap<>(stored.arrays()).entrySet()) {
            Object array = entry.getValue();
            int own = array instanceof double[] numbers
                    ? Arrays.hashCode(numbers)
                    : array instanceof int[] whole ? Arrays.hashCode(whole) : 0;
            sum = sum * 1_000_003 + entry.getKey().hashCode() * 31L + own;
        }
        return sum & 0xFFFF_FFFF_FFFFL;
    }

    private static void put(Stored stored, ObjectNode json, String path, Class<?> declared, Object value) {
        if (declared.isInterface()) {
            json.put("type", word(value.getClass()));
            if (!KNOWN.containsKey(word(value.getClass()))) {
                throw new IllegalStateException("nothing is known of " + value.getClass());
            }
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                field(stored, json, path, component, component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void field(Stored stored, ObjectNode json, String path, RecordComponent component, Object value) {
        String name = component.getName();
        String at = path + name;
        if (value instanceof double[] numbers) {
            if (numbers.length <= SHORT) {
                ArrayNode list = json.putArray(name);
                for (double number : numbers) {
                    list.add(text(number));
                }
            } else {
                stored.put(at, numbers);
            }
        } else if (value instanceof int[] numbers) {
            if (numbers.length <= SHORT) {
                ArrayNode list = json.putArray(name);
                for (int number : numbers) {
                    list.add(number);
                }
            } else {
                stored.put(at, numbers);
            }
        } else if (value instanceof double[][] rows) {
            stored.put(
                    at + "/lengths",
                    Arrays.stream(rows).mapToInt(row -> row.length).toArray());
            stored.put(at, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
        } else if (value instanceof List<?> list) {
            ArrayNode items = json.putArray(name);
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof String text) {
                    items.add(text);
                } else {
                    put(stored, items.addObject(), at + "/" + i + "/", item(component), list.get(i));
                }
            }
        } else if (value instanceof Record || value instanceof Conditional.Drawer) {
            put(stored, json.putObject(name), at + "/", component.getType(), value);
        } else {
            json.put(name, value instanceof Double number ? text(number) : String.valueOf(value));
        }
    }

    private static String text(double number) {
        return Double.toString(number);
    }

    private static Class<?> item(RecordComponent component) {
        Type type = component.getGenericType();
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Object record(Stored stored, JsonNode json, String path, Class<?> declared)
            throws ReflectiveOperationException {
        Class<?> type = declared;
        if (declared.isInterface()) {
            type = KNOWN.get(json.path("type").asString());
            if (type == null) {
                throw Corrupt.because(
                        "there is no drawer \"" + json.path("type").asString() + "\"");
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(stored, json.path(components[i].getName()), path, components[i]);
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw Corrupt.because("a column's parts do not fit together");
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object value(Stored stored, JsonNode json, String path, RecordComponent component)
            throws ReflectiveOperationException {
        Class<?> type = component.getType();
        String at = path + component.getName();
        if (type == double[].class) {
            return json.isArray() ? numbers(json) : stored.array(at, double[].class);
        }
        if (type == int[].class) {
            return json.isArray()
                    ? Arrays.stream(numbers(json)).mapToInt(v -> (int) v).toArray()
                    : stored.array(at, int[].class);
        }
        if (type == double[][].class) {
            return rows(stored.array(at + "/lengths", int[].class), stored.array(at, double[].class));
        }
        if (type == List.class) {
            List<Object> list = new ArrayList<>();
            Class<?> item = item(component);
            for (int i = 0; i < json.size(); i++) {
                list.add(
                        item == String.class
                                ? json.path(i).asString()
                                : record(stored, json.path(i), at + "/" + i + "/", item));
            }
            return list;
        }
        if (type.isRecord() || type.isInterface()) {
            return record(stored, json, at + "/", type);
        }
        String text = json.asString();
        if (type == double.class) {
            return Double.valueOf(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return type.isEnum() ? Enum.valueOf((Class) type, text) : text;
    }

    private static double[] numbers(JsonNode json) {
        double[] out = new double[json.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.parseDouble(json.path(i).asString());
        }
        return out;
    }

    private static double[][] rows(int[] lengths, double[] values) {
        double[][] out = new double[lengths.length][];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            out[i] = Arrays.copyOfRange(values, at, at + lengths[i]);
            at += lengths[i];
        }
        return out;
    }
}
