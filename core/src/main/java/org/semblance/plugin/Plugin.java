package org.semblance.plugin;

import java.util.Map;
import java.util.function.Function;

/**
 * One way of doing something, by name: a synthesizer, a metric, a format.
 *
 * @param name the word users type, in kebab case
 * @param summary one sentence: what it is, what it keeps and loses
 * @param maturity experimental until checked against its paper or original
 * @param defaults an instance of its options record
 */
public record Plugin<T>(String name, String summary, Maturity maturity, Record defaults, Function<Record, T> maker) {
    /** Whether it has been checked against something outside. */
    public enum Maturity {
        STABLE,
        EXPERIMENTAL
    }

    /** The options of a plugin that has none. */
    public record NoOptions() {}

    @SuppressWarnings("unchecked")
    public static <T, O extends Record> Plugin<T> of(
            String name, String summary, O defaults, Function<? super O, ? extends T> maker) {
        return new Plugin<>(name, summary, Maturity.STABLE, defaults, options -> maker.apply((O) options));
    }

    /** Made with its default options. */
    public T make() {
        return maker.apply(defaults);
    }

    /** Made with some options set; wrong ones are a {@link ProblemException}. */
    public T make(Map<String, ?> options) {
        return maker.apply(options(options));
    }

    /** The options record that {@link #make(Map)} would use. */
    public Record options(Map<String, ?> options) {
        return Options.bind(defaults, options, name);
    }
}
