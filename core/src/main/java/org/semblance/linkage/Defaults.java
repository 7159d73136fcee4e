package org.semblance.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The usual errors of a register, by the roles of its columns.
 *
 * <p>Sources: pseudopeople 1.2.4, which has .01 for each kind of error of each column (its order is kept here): blank,
 * wrong option, copied from the household (age, date of birth, social security number), day and month exchanged, wrong
 * digits, age misreported, nickname, fake name, sounds, scans, typos. Full names as e2elink's application has them: .10
 * misspelled, .05 in another order, .05 abbreviated; the misspelled ones by the kinds of GeCo's example, .7 by sound and
 * .1 each by edit, scan and typing. Given name and surname exchanged: .05, FEBRL's. Where no one has measured
 * (abbreviated streets, lost marks, dates on the first of January), the .01 of pseudopeople's kinds stands.
 */
final class Defaults {
    private static final double USUAL = 0.01;
    private static final double MISSPELLED = 0.10;
    private static final double REORDERED = 0.05;
    private static final double ABBREVIATED = 0.05;
    private static final double EXCHANGED = 0.05;

    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("en", "english"),
            Map.entry("de", "german"),
            Map.entry("nl", "dutch"),
            Map.entry("fr", "french"),
            Map.entry("es", "spanish"),
            Map.entry("sv", "swedish"),
            Map.entry("pl", "polish"),
            Map.entry("it", "italian"),
            Map.entry("ru", "russian"),
            Map.entry("pt", "portuguese"),
            Map.entry("nb", "norwegian"),
            Map.entry("no", "norwegian"),
            Map.entry("da", "danish"),
            Map.entry("fi", "finnish"),
            Map.entry("cs", "czech"),
            Map.entry("ro", "romanian"),
            Map.entry("tr", "turkish"),
            Map.entry("bg", "bulgarian"),
            Map.entry("uk", "ukrainian"),
            Map.entry("el", "greek"),
            Map.entry("he", "hebrew"),
            Map.entry("ar", "arabic"),
            Map.entry("hy", "armenian"),
            Map.entry("ka", "georgian"),
            Map.entry("ja", "japanese"),
            Map.entry("ko", "korean"),
            Map.entry("zh", "chinese"));
    private static final List<String> NAMES =
            List.of("english", "german", "spanish", "russian", "polish", "swedish", "italian", "french", "dutch");
    private static final List<String> SOUNDS =
            List.of("english", "german", "dutch", "french", "spanish", "swedish", "polish");
    private static final Map<String, String> LAYOUTS = Map.ofEntries(
            Map.entry("de", "qwertz"),
            Map.entry("at", "qwertz"),
            Map.entry("ch", "swiss"),
            Map.entry("fr", "azerty"),
            Map.entry("be", "azerty"),
            Map.entry("sv", "swedish"),
            Map.entry("fi", "swedish"),
            Map.entry("da", "danish"),
            Map.entry("nb", "norwegian"),
            Map.entry("no", "norwegian"),
            Map.entry("es", "spanish"),
            Map.entry("it", "italian"),
            Map.entry("pt", "portuguese"),
            Map.entry("hu", "hungarian"),
            Map.entry("cs", "czech"),
            Map.entry("sk", "czech"),
            Map.entry("hr", "qwertz"),
            Map.entry("sl", "qwertz"),
            Map.entry("tr", "turkish"),
            Map.entry("ru", "russian"),
            Map.entry("bg", "russian"),
            Map.entry("uk", "ukrainian"));

    private final String language;
    private final String layout;
    private final String sounds;
    private final String names;
    private final List<Rate> rates = new ArrayList<>();

    private Defaults(String locale) {
        String[] parts = locale.toLowerCase(Locale.ROOT).split("[-_]");
        String country = parts[parts.length - 1];
        // Two countries type otherwise than their languages do.
        boolean own = country.equals("ch") || country.equals("be");
        layout = LAYOUTS.getOrDefault(own ? country : parts[0], "qwerty");
        language = LANGUAGES.getOrDefault(parts[0], "english");
        names = NAMES.contains(language) ? language : "english";
        sounds = SOUNDS.contains(language) ? language : "english";
    }

    static List<Rate> of(List<Variable> variables, String locale) {
        Defaults defaults = new Defaults(locale);
        for (Variable variable : variables) {
            defaults.column(variable, variables);
        }
        return List.copyOf(defaults.rates);
    }

    private void add(Variable variable, String corruption, double rate) {
        rates.add(new Rate(variable.name(), corruption, rate));
    }

    private void add(Variable variable, String corruption, String option, String value, double rate) {
        rates.add(new Rate(variable.name(), corruption, Map.of(option, value), rate, null));
    }

    private void column(Variable variable, List<Variable> all) {
        Role role = variable.role();
        add(variable, "missing", USUAL);
        if (role.isOption()) {
            add(variable, "wrong-option", USUAL);
            return;
        }
        if (role == Role.BIRTH_DATE || role == Role.AGE || role == Role.BIRTH_YEAR || role == Role.NATIONAL_ID) {
            add(variable, "household-copy", USUAL);
        }
        if (role.isDate()) {
            add(variable, "day-month-swap", USUAL);
            add(variable, "first-of-january", USUAL);
        }
        if (role == Role.POSTCODE) {
            add(variable, "postcode-digits", USUAL);
        }
        if (role == Role.AGE || role == Role.BIRTH_YEAR) {
            add(variable, "age-misreport", USUAL);
        }
        if (role.isDate() || role.isDigits() && role != Role.POSTCODE) {
            add(variable, "digits", USUAL);
        }
        words(variable, all);
        boolean full = role == Role.FULL_NAME;
        add(variable, "ocr", full ? MISSPELLED * 0.1 : USUAL);
        add(variable, "typo", "layout", layout, full ? MISSPELLED * 0.1 : USUAL);
    }

    private void words(Variable variable, List<Variable> all) {
        Role role = variable.role();
        if (!role.isWords()) {
            return;
        }
        if (role == Role.FIRST_NAME || role == Role.MIDDLE_NAME || role == Role.FULL_NAME) {
            add(variable, "nickname", "language", names, USUAL);
        }
        if (role == Role.FIRST_NAME || role == Role.LAST_NAME || role == Role.FULL_NAME) {
            add(variable, "default-value", "language", language, USUAL);
        }
        if (role == Role.FULL_NAME) {
            add(variable, "token-swap", REORDERED);
            add(variable, "initial", ABBREVIATED);
            add(variable, "edit", MISSPELLED * 0.1);
        }
        if (role == Role.FIRST_NAME && all.stream().anyMatch(other -> other.role() == Role.LAST_NAME)) {
            add(variable, "field-swap", EXCHANGED);
        }
        if (role == Role.STREET || role == Role.ADDRESS) {
            add(variable, "abbreviation", USUAL);
        }
        if (role.isName() || role == Role.CITY) {
            add(variable, "diacritics", USUAL);
        }
        add(variable, "phonetic", "language", sounds, role == Role.FULL_NAME ? MISSPELLED * 0.7 : USUAL);
    }
}
