package org.semblance.generate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.Registry;

/** Every {@link Maker}, and how a column's format names one. */
public final class Makers {
    public static final Registry<Maker> ALL = Registry.of(
            "maker",
            Serial.PLUGIN,
            Pattern.PLUGIN,
            Uuid.PLUGIN,
            Listed.PERSON,
            Listed.FIRST,
            Listed.LAST,
            Listed.COMPANY,
            Listed.STREET,
            Listed.CITY,
            Address.PLUGIN,
            Postcode.PLUGIN,
            Phone.PLUGIN,
            Handle.EMAIL,
            Handle.USER,
            Handle.URL,
            Checked.CARD,
            Checked.IBAN,
            Ip.PLUGIN,
            NationalId.PLUGIN,
            Words.PLUGIN);

    private Makers() {}

    /**
     * The maker that a text names: {@code email}, {@code serial:1000} (a value for the first option) or
     * {@code person-name?locale=sv&order=family-first} (options by name). What follows ':' is taken as it is.
     *
     * @throws ProblemException where the name or an option is wrong
     */
    public static Maker of(String text) {
        int colon = text.indexOf(':');
        int mark = text.indexOf('?');
        boolean named = mark >= 0 && (colon < 0 || mark < colon);
        int end = named ? mark : colon;
        Plugin<Maker> plugin = ALL.find(end < 0 ? text : text.substring(0, end));
        Map<String, Object> options = new LinkedHashMap<>();
        if (named) {
            for (String pair : text.substring(mark + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw ProblemException.usage(
                            Problem.of("\"" + text + "\": \"" + pair + "\" is not an option and its value.")
                                    .fix("Write it as " + plugin.name() + "?option=value."));
                }
                options.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        } else if (end >= 0) {
            List<Options.Description> described = Options.describe(plugin.defaults());
            if (described.isEmpty()) {
                throw ProblemException.usage(Problem.of("\"" + text + "\": " + plugin.name() + " has no options."));
            }
            options.put(described.get(0).name(), text.substring(end + 1));
        }
        return plugin.make(options);
    }

    /** As {@link #of}, but never with the same value twice: a number is put behind values that might repeat. */
    public static Maker unique(String text) {
        Maker maker = of(text);
        return maker.unique() ? maker : new Different(maker);
    }
}
