package org.semblance.plugin;

import java.util.ArrayList;
import java.util.List;

/**
 * A visible, ordered list of plugins of one kind. Plugins of outside jars are added by {@link #and(List)}, which the
 * list's owner feeds from a {@link java.util.ServiceLoader}.
 *
 * @param kind what they are, in the singular, as messages say it ("synthesizer")
 */
public record Registry<T>(String kind, List<Plugin<T>> plugins) {
    /** So many names are listed even where one of them is surely meant. */
    private static final int FEW = 12;

    public Registry {
        plugins = List.copyOf(plugins);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T> Registry<T> of(String kind, Plugin<T>... plugins) {
        return new Registry<>(kind, List.of(plugins));
    }

    public Registry<T> and(List<Plugin<T>> more) {
        List<Plugin<T>> all = new ArrayList<>(plugins);
        all.addAll(more);
        return new Registry<>(kind, all);
    }

    public List<String> names() {
        return plugins.stream().map(Plugin::name).toList();
    }

    /** The plugin of that name, or a problem that guesses what was meant. */
    public Plugin<T> find(String name) {
        for (Plugin<T> plugin : plugins) {
            if (plugin.name().equals(name)) {
                return plugin;
            }
        }
        String hint = Nearest.hint(name, names());
        throw ProblemException.usage(Problem.of("there is no " + kind + " \"" + name + "\".")
                .fix(
                        hint.isEmpty() || plugins.size() <= FEW
                                ? (hint + " (known: " + String.join(", ", names()) + ")").strip()
                                : hint));
    }
}
