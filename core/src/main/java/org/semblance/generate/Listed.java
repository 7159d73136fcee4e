package org.semblance.generate;

import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Names of people, places and companies from word lists of many languages ({@link Lexicon}); values repeat as names do.
 * Lists are read when the first value is made.
 */
final class Listed implements Maker {
    record Options(
            @Option("Language as BCP 47 writes it: sv, pt-BR, en-GB; one that is not known gives English")
            String locale) {}

    static final Plugin<Maker> PERSON = of("person-name", "name.name", "A person's full name in the language's order.");
    static final Plugin<Maker> FIRST = of("first-name", "name.first_name", "A given name.");
    static final Plugin<Maker> LAST = of("last-name", "name.last_name", "A family name.");
    static final Plugin<Maker> COMPANY = of("company", "company.name", "A company's name.");
    static final Plugin<Maker> STREET = of("street", "address.street_address", "A street with a house number.");
    static final Plugin<Maker> CITY =
            of("city", "address.city", "A town, real or made up after the language's manner.");

    private final String key;
    private final String locale;
    private volatile @Nullable Phrase phrase;

    Listed(String key, String locale) {
        this.key = key;
        this.locale = locale;
    }

    private static Plugin<Maker> of(String name, String key, String summary) {
        return Plugin.of(name, summary, new Options("en"), options -> new Listed(key, options.locale()));
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        return phrase().draw(count, column.child(first));
    }

    Phrase phrase() {
        Phrase read = phrase;
        if (read == null) {
            read = Lexicon.phrase(locale, key);
            phrase = read;
        }
        return read;
    }
}
