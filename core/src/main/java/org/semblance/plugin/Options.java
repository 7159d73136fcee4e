package org.semblance.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of a plugin, read from the components of its record: names in kebab case, defaults from a default
 * instance, checks from {@link Option}.
 */
public final class Options {
    /** One option as a face shows it. {@code type} is one of whole, number, flag, text, list, names. */
    public record Description(
            String name,
            String type,
            String doc,
            Object standard,
            double min,
            double max,
            List<String> choices,
            Each each) {}

    private Options() {}

    /** What can be set, in the record's order. */
    public static List<Description> describe(Record defaults) {
        List<Description> out = new ArrayList<>();
        Map<String, Object> standard = values(defaults);
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            Option option = option(component);
            String name = kebab(component.getName());
            Object value = standard.get(name);
            out.add(new Description(
                    name,
                    type(component.getType()),
                    option.value(),
                    value == null ? "" : value,
                    option.min(),
                    option.max(),
                    List.of(option.choices()),
                    option.each()));
        }
        return out;
    }

    /** The options that name columns. */
    public static Set<String> columns(Record defaults) {
        Set<String> out = new TreeSet<>();
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            if (option(component).column()) {
                out.add(kebab(component.getName()));
            }
        }
        return out;
    }

    /** The record's values by option name. */
    public static Map<String, Object> values(Record options) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                out.put(kebab(component.getName()), component.getAccessor().invoke(options));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("unreadable option " + component.getName(), e);
            }
        }
        return out;
    }

    /**
     * A record like {@code defaults} with the given values set. Values may be texts (from a command line) or numbers,
     * flags and lists (from YAML).
     *
     * @throws ProblemException naming every unknown option, wrong type and value out of range at once
     */
    public static <R extends Record> R bind(R defaults, Map<String, ?> given, String owner) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Map<String, Object> values = values(defaults);
        List<Problem> problems = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(given.keySet());
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = kebab(components[i].getName());
            unknown.remove(name);
            Object value = given.containsKey(name) ? given.get(name) : values.get(name);
            arguments[i] = convert(components[i], name, value == null ? "" : value, problems);
        }
        for (String name : unknown) {
            String hint = Nearest.hint(name, values.keySet());
            problems.add(Problem.of("there is no option \"" + name + "\" for " + owner + ".")
                    .fix(hint.isEmpty() ? "It has: " + String.join(", ", values.keySet()) + "." : hint));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return construct(defaults, components, arguments);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R construct(R defaults, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = defaults.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (R) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object convert(
            RecordComponent component, String name, Object value, List<Problem> problems) {
        Option option = option(component);
        Class<?> type = component.getType();
        String text = String.valueOf(value).trim();
        try {
            if (type == int.class || type == long.class || type == double.class) {
                double number = Double.parseDouble(text);
                boolean whole = type != double.class;
                if (Double.isNaN(number) || (whole && number != Math.rint(number))) {
                    throw new NumberFormatException(text);
                }
                if (number < option.min() || number > option.max()) {
                    problems.add(Problem.of(name + " is " + text + ", but must be " + range(option) + "."));
                }
                if (type == int.class) {
                    return (int) number;
                }
                return type == long.class ? (Object) (long) number : (Object) number;
            }
            if (type == boolean.class) {
                if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                    throw new NumberFormatException(text);
                }
                return Boolean.valueOf(text.toLowerCase(Locale.ROOT));
            }
            if (type == List.class) {
                return list(value, text);
            }
            if (type == Map.class) {
                return named(value, text);
            }
        } catch (NumberFormatException e) {
            problems.add(Problem.of(name + " is \"" + text + "\", but must be " + expected(type(type)) + "."));
            return null;
        }
        List<String> choices = List.of(option.choices());
        if (!choices.isEmpty() && !choices.contains(text)) {
            problems.add(
                    Problem.of(name + " is \"" + text + "\", but must be one of " + String.join(", ", choices) + ".")
                            .fix(Nearest.hint(text, choices)));
        }
        return text;
    }

    private static List<String> list(Object value, String text) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::trim).toList();
    }

    /** Values by name: as they are, or of texts like {@code age=cart}, whose last sign of equality counts. */
    private static Map<String, Object> named(Object value, String text) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, of) -> out.put(String.valueOf(name), of));
        } else {
            for (String pair : list(value, text)) {
                int at = pair.lastIndexOf('=');
                if (at < 1) {
                    throw new NumberFormatException(pair);
                }
                out.put(pair.substring(0, at).strip(), pair.substring(at + 1).strip());
            }
        }
        return Collections.unmodifiableMap(out);
    }

    private static String range(Option option) {
        boolean low = option.min() != Double.NEGATIVE_INFINITY;
        boolean high = option.max() != Double.POSITIVE_INFINITY;
        if (low && high) {
            return "between " + number(option.min()) + " and " + number(option.max());
        }
        return low ? "at least " + number(option.min()) : "at most " + number(option.max());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static Option option(RecordComponent component) {
        Option option = component.getAnnotation(Option.class);
        if (option == null) {
            throw new IllegalStateException("the option " + component.getName() + " has no @Option");
        }
        return option;
    }

    private static String type(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "whole";
        }
        if (type == double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "flag";
        }
        return type == List.class ? "list" : type == Map.class ? "names" : "text";
    }

    /** A type as messages say it. */
    private static String expected(String type) {
        return switch (type) {
            case "whole" -> "a whole number";
            case "flag" -> "true or false";
            case "names" -> "names with values, like age=cart";
            default -> "a " + type;
        };
    }

    /** {@code minLeaf} becomes {@code min-leaf}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
