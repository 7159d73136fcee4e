package org.semblance.generate.people;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which words are names in a country: given names, surnames, towns and forms of postcodes of its lists, in native letters
 * and romanised, whatever their capitals and accents. They hold common names only, so a word may be a name and not be
 * here. Immutable.
 */
public final class NameLists {
    private final Set<String> given = new HashSet<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> towns = new HashSet<>();
    private final Set<String> postcodes = new HashSet<>();

    private NameLists(Country country) {
        for (boolean female : new boolean[] {true, false}) {
            Names names = country.given(female);
            for (int i = 0; i < names.size(); i++) {
                given.add(plain(names.written(i)));
                given.add(plain(names.romanised(i)));
            }
            for (int i = 0; i < country.surnames().size(); i++) {
                surnames.add(plain(country.surnames().text(i + 1, female, false)));
                surnames.add(plain(country.surnames().text(i + 1, female, true)));
            }
        }
        for (int town = 0; town < country.places().size(); town++) {
            towns.add(plain(country.places().city(town, false)));
            towns.add(plain(country.places().city(town, true)));
            country.places().postcodes(town).forEach(code -> postcodes.add(shape(code)));
        }
    }

    /** @throws org.semblance.plugin.ProblemException where the locale is not known */
    public static NameLists of(String locale) {
        return new NameLists(Country.of(locale));
    }

    public boolean given(String word) {
        return given.contains(plain(word));
    }

    public boolean surname(String text) {
        return surnames.contains(plain(text));
    }

    public boolean town(String text) {
        return towns.contains(plain(text));
    }

    /** Whether a text has the form of a postcode of the country, where that has more than digits: {@code 1012 AB}. */
    public boolean postcode(String text) {
        String shape = shape(text);
        return postcodes.contains(shape) && !shape.matches("9*");
    }

    /** 9 for a digit or what stands for one, A for a letter. */
    private static String shape(String code) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean digit = Character.isDigit(c) || c == '#' || c == '%';
            out.append(digit ? '9' : Character.isLetter(c) || c == '@' ? 'A' : c);
        }
        return out.toString();
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
                out.append(apart.charAt(i));
            }
        }
        return out.toString();
    }
}
