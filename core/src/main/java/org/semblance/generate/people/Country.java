package org.semblance.generate.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** What a population takes from its country: names, places, numbers and the rules of naming; immutable. */
final class Country {
    static final List<String> LOCALES = List.of(
            "en-US", "en-GB", "en-ZA", "ar-EG", "bg-BG", "cs-CZ", "da-DK", "de-DE", "el-GR", "es-ES", "fi-FI", "fr-FR",
            "he-IL", "hy-AM", "it-IT", "ja-JP", "ka-GE", "ko-KR", "nb-NO", "nl-NL", "nl-BE", "pl-PL", "pt-BR", "pt-PT",
            "ro-RO", "ru-RU", "sv-SE", "tr-TR", "uk-UA", "zh-CN");

    private final String locale;
    private final Book book;
    private final Names women;
    private final Names men;
    private final Surnames surnames;
    private final Places places;
    private final Identifier identifier;
    private final Nicknames nicknames;
    private final AddressForm address;
    private final AddressForm addressRomanised;
    private final List<String> titles;
    private final List<String> titlesRomanised;
    private final Casing casing;
    private final Texts[] patronymics;

    private Country(String locale, Book book) {
        this.locale = locale;
        this.book = book;
        UnaryOperator<String> romanise = Romanisation.of(book.about("romanisation", "none"));
        casing = new Casing(Locale.forLanguageTag(locale));
        women = Names.of(book, "female", Tail.of(book.about("female-tail", "")), romanise);
        men = Names.of(book, "male", Tail.of(book.about("male-tail", "")), romanise);
        surnames = new Surnames(
                Names.of(book, "surname", Tail.of(book.about("surname-tail", "")), romanise),
                Feminine.of(book.about("feminine", "none")),
                romanise,
                casing);
        places = new Places(book, romanise);
        patronymics = new Texts[4];
        String kind = book.about("middle-kind", "given");
        for (int i = 0; i < 4 && !kind.equals("given"); i++) {
            String[] names = new String[men.size()];
            for (int k = 0; k < names.length; k++) {
                String name = Patronymics.of(kind, men.written(k), i % 2 == 1);
                names[k] = i < 2 ? name : romanise.apply(name);
            }
            patronymics[i] = Texts.of(names);
        }
        address = new AddressForm(book.about("address", AddressForm.USUAL));
        addressRomanised =
                new AddressForm(book.about("address-roman", romanise.apply(book.about("address", AddressForm.USUAL))));
        String[] forms = book.about("titles", "||||").split("\\|", -1);
        titles = Arrays.stream(forms).map(Names::shown).toList();
        titlesRomanised =
                Arrays.stream(forms).map(form -> Names.latin(form, romanise)).toList();
        identifier = Identifiers.of(code());
        nicknames = new Nicknames(language(), women, men, romanise);
    }

    /** @throws ProblemException where no resource of the language and country, or of the language, is known */
    static Country of(String locale) {
        String asked = Locale.forLanguageTag(locale.replace('_', '-')).toLanguageTag();
        String language = Locale.forLanguageTag(asked).getLanguage();
        String found = LOCALES.contains(asked) ? asked : "";
        for (String known : LOCALES) {
            if (found.isEmpty() && asked.equals(language) && known.startsWith(language + "-")) {
                found = known;
            }
        }
        Book book = found.isEmpty() ? null : Book.of(found);
        if (book == null) {
            String hint = Nearest.hint(locale, LOCALES);
            throw ProblemException.usage(Problem.of("there are no people of the locale \"" + locale + "\".")
                    .fix(hint.isEmpty() ? "Known are: " + String.join(", ", LOCALES) + "." : hint));
        }
        return new Country(found, book);
    }

    String locale() {
        return locale;
    }

    String language() {
        return Locale.forLanguageTag(locale).getLanguage();
    }

    String code() {
        return Locale.forLanguageTag(locale).getCountry();
    }

    /** Given names as they are written. */
    Texts given(boolean female, Wording wording) {
        return given(female).texts(wording.romanised()).in(wording.letters(), casing);
    }

    Names given(boolean female) {
        return female ? women : men;
    }

    Surnames surnames() {
        return surnames;
    }

    Places places() {
        return places;
    }

    Identifier identifier() {
        return identifier;
    }

    Nicknames nicknames() {
        return nicknames;
    }

    String phoneShape() {
        return book.about("phone", "@ ### ## ##");
    }

    /** How many digits a telephone number has with its area code, where the code's length varies; else 0. */
    int phoneDigits() {
        return Integer.parseInt(book.about("phone-digits", "0"));
    }

    /** Whether the surname stands in front of the given name. */
    boolean surnameFirst() {
        return book.about("order", "given").equals("surname");
    }

    /** Share of people with a second given name. */
    double middleNames() {
        return Double.parseDouble(book.about("middle", "0"));
    }

    /** What stands between the given name and the surname: given, patronymic, none. */
    String middleKind() {
        return book.about("middle-kind", "given");
    }

    /** The names after fathers, by the fathers' given names. */
    Texts patronymics(boolean female, Wording wording) {
        return patronymics[(female ? 1 : 0) + (wording.romanised() ? 2 : 0)].in(wording.letters(), casing);
    }

    /** Share of wives who take the husband's surname. */
    double nameChange() {
        return Double.parseDouble(book.about("name-change", "0.8"));
    }

    /** Share of wives who put it behind or before their own. */
    double doubleNames() {
        return Double.parseDouble(book.about("double-names", "0"));
    }

    /** Which surnames a child has: one, father-mother, mother-father. */
    String inherits() {
        return book.about("inherits", "one");
    }

    /** Whether a wife of two surnames has the husband's in front. */
    boolean husbandFirst() {
        return book.about("double-order", "own-husband").equals("husband-own");
    }

    /** Whether the surname and the given name are written in one. */
    boolean oneWord() {
        return book.about("name-space", "some").equals("none");
    }

    /** Titles of a man, a married woman, an unmarried woman, a doctor and a woman who is one. */
    List<String> titles(boolean romanised) {
        return romanised ? titlesRomanised : titles;
    }

    AddressForm address(boolean romanised) {
        return romanised ? addressRomanised : address;
    }
}
