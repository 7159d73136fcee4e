package org.semblance.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * One control to apply, and how it is set.
 *
 * @param plugin from the list
 * @param options those that were given, by name
 */
public record Step(Plugin<Control> plugin, Map<String, Object> options) {
    private static final String KEYS = "keys";

    public Step {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** @throws ProblemException where there is no such control, or it cannot be set so */
    public static Step of(String control, Map<String, ?> options) {
        Step step = new Step(Controls.ALL.find(control), new LinkedHashMap<>(options));
        step.control();
        return step;
    }

    /**
     * A step as a word: {@code top-coding:columns=age+weight,quantile=0.99}. Commas part options, plus signs the values
     * of a list; what has such a sign in it goes into a file of controls.
     */
    public static Step parse(String text) {
        int colon = text.indexOf(':');
        Plugin<Control> plugin = Controls.ALL.find(colon < 0 ? text : text.substring(0, colon));
        Map<String, String> types = Options.describe(plugin.defaults()).stream()
                .collect(Collectors.toMap(Options.Description::name, Options.Description::type));
        Map<String, Object> options = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        if (colon >= 0) {
            for (String pair : text.substring(colon + 1).split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    problems.add(Problem.of("\"" + pair + "\" in \"" + text + "\" must be an option and its value.")
                            .fix("For example top-coding:columns=age,at=90"));
                    continue;
                }
                String name = pair.substring(0, equals).trim();
                String value = pair.substring(equals + 1).trim();
                Object given = "list".equals(types.get(name)) ? items(value) : value;
                if (options.putIfAbsent(name, given) != null) {
                    problems.add(Problem.of(name + " is given twice in \"" + text + "\"."));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return of(plugin.name(), options);
    }

    private static List<String> items(String value) {
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split("\\+")).map(String::trim).toList();
    }

    /** The same with these keys, if it looks at keys and is told none. */
    public Step keys(List<String> keys) {
        boolean takes = Options.values(plugin.defaults()).containsKey(KEYS);
        if (!takes || options.containsKey(KEYS) || keys.isEmpty()) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put(KEYS, List.copyOf(keys));
        return new Step(plugin, more);
    }

    /** Ready to work. */
    public Control control() {
        return plugin.make(options);
    }
}
