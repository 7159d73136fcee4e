package org.semblance.generate;

import java.util.Map;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A telephone number as a country writes it. Where a country has set numbers aside for films (the United States, the
 * United Kingdom, France, Australia), it is one of them; elsewhere it is random and may be somebody's.
 */
final class Phone implements Maker {
    static final Plugin<Maker> PLUGIN = Plugin.of(
            "phone",
            "A telephone number as the language's main country writes it.",
            new Listed.Options("en"),
            Phone::new);

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("en", "\\([2-9][0-8][0-9]\\) 555-01[0-9]{2}"),
            Map.entry("GB", "07700 900[0-9]{3}"),
            Map.entry("AU", "0491 570 [0-9]{3}"),
            Map.entry("fr", "06 39 98 [0-9]{2} [0-9]{2}"),
            Map.entry("sv", "07[0236]-[0-9]{3} [0-9]{2} [0-9]{2}"),
            Map.entry("da", "[2-9][0-9] [0-9]{2} [0-9]{2} [0-9]{2}"),
            Map.entry("nb", "[49][0-9]{2} [0-9]{2} [0-9]{3}"),
            Map.entry("no", "[49][0-9]{2} [0-9]{2} [0-9]{3}"),
            Map.entry("fi", "04[0-9] [0-9]{7}"),
            Map.entry("de", "01[567][0-9] [0-9]{7}"),
            Map.entry("nl", "06-[0-9]{8}"),
            Map.entry("es", "6[0-9]{2} [0-9]{3} [0-9]{3}"),
            Map.entry("it", "3[0-9]{2} [0-9]{7}"),
            Map.entry("pl", "[5-8][0-9]{2} [0-9]{3} [0-9]{3}"),
            Map.entry("pt", "9[1236][0-9] [0-9]{3} [0-9]{3}"),
            Map.entry("BR", "\\([1-9]{2}\\) 9[0-9]{4}-[0-9]{4}"),
            Map.entry("ja", "0[789]0-[0-9]{4}-[0-9]{4}"),
            Map.entry("zh", "1[3-9][0-9]{9}"),
            Map.entry("IN", "[6-9][0-9]{9}"));

    private final Phrase phrase;

    Phone(Listed.Options options) {
        phrase = Postcode.ofShape(Postcode.byPlace(FORMS, options.locale(), "0[0-9]{2} [0-9]{3} [0-9]{4}"));
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        return phrase.draw(count, column.child(first));
    }
}
