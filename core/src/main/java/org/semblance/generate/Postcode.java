package org.semblance.generate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/** A postcode of the form of a country; its digits are random, so that it need not exist. */
final class Postcode implements Maker {
    static final Plugin<Maker> PLUGIN = Plugin.of(
            "postcode", "A postcode of the language's main country.", new Listed.Options("en"), Postcode::new);

    /** By country where the tag names one, else by language; sources: Universal Postal Union, addressing sheets. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("GB", "[A-PR-UWYZ][A-HK-Y][1-9] [0-9][ABD-HJLNP-UW-Z]{2}"),
            Map.entry("CA", "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]"),
            Map.entry("nl", "[1-9][0-9]{3} [A-Z]{2}"),
            Map.entry("sv", "[1-9][0-9]{2} [0-9]{2}"),
            Map.entry("cs", "[1-7][0-9]{2} [0-9]{2}"),
            Map.entry("pl", "[0-9]{2}-[0-9]{3}"),
            Map.entry("pt", "[1-9][0-9]{3}-[0-9]{3}"),
            Map.entry("BR", "[0-9]{5}-[0-9]{3}"),
            Map.entry("ja", "[0-9]{3}-[0-9]{4}"),
            Map.entry("zh", "[1-8][0-9]{5}"),
            Map.entry("ru", "[1-6][0-9]{5}"),
            Map.entry("IN", "[1-8][0-9]{5}"),
            Map.entry("da", "[1-9][0-9]{3}"),
            Map.entry("nb", "[0-9]{4}"),
            Map.entry("no", "[0-9]{4}"),
            Map.entry("hu", "[1-9][0-9]{3}"),
            Map.entry("AT", "[1-9][0-9]{3}"),
            Map.entry("CH", "[1-9][0-9]{3}"),
            Map.entry("BE", "[1-9][0-9]{3}"),
            Map.entry("AU", "[2-7][0-9]{3}"),
            Map.entry("NZ", "[0-9]{4}"));

    private final Phrase phrase;

    Postcode(Listed.Options options) {
        phrase = ofShape(byPlace(FORMS, options.locale(), "[0-9]{5}"));
    }

    /** The entry of the tag's country, else of its language, else the one given. */
    static String byPlace(Map<String, String> entries, String tag, String otherwise) {
        Locale locale = Locale.forLanguageTag(tag);
        String byLanguage = entries.getOrDefault(locale.getLanguage(), otherwise);
        return entries.getOrDefault(locale.getCountry(), byLanguage);
    }

    static Phrase ofShape(String shape) {
        return new Phrase(List.of(Shape.places(shape).stream()
                .map(signs -> (Part) new Part.Sign(signs))
                .toList()));
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        return phrase.draw(count, column.child(first));
    }
}
