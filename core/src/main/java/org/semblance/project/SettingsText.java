package org.semblance.project;

import java.util.Locale;
import java.util.Map;
import org.semblance.plugin.Options;
import tools.jackson.databind.json.JsonMapper;

/** Keys and values as YAML, with the meaning of every key beside it. */
public final class SettingsText {
    private final StringBuilder out;

    public SettingsText(StringBuilder out) {
        this.out = out;
    }

    /** JSON values are YAML values: quoting and escapes need no second thought. */
    public void line(String key, Object value, String comment) {
        String written = value instanceof String text && text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !reserved(text)
                ? text
                : JsonMapper.shared().writeValueAsString(value);
        String pair = key + ": " + written;
        out.append(comment.isEmpty() ? pair : String.format(Locale.ROOT, "%-28s # %s", pair, comment));
        out.append("\n");
    }

    /** All settings; behind that of the name {@code before} comes what {@code between} writes. */
    public void settings(Record settings, Record defaults, String before, Runnable between) {
        Map<String, Object> values = Options.values(settings);
        for (Options.Description option : Options.describe(defaults)) {
            Object value = values.get(option.name());
            line(option.name(), value == null ? "" : value, option.doc());
            if (option.name().equals(before)) {
                between.run();
            }
        }
    }

    /** The options of a method; {@code help} says where all of them are told. */
    public void options(Map<String, Object> options, String help) {
        if (options.isEmpty()) {
            line("options", Map.of(), help);
            return;
        }
        out.append("options:\n");
        options.forEach((name, value) -> {
            out.append("  ");
            line(name, value, "");
        });
    }

    /** Words that YAML reads as something else than text. */
    private static boolean reserved(String text) {
        return text.matches("(?i)true|false|yes|no|on|off|null|y|n|inf|nan");
    }
}
