package org.semblance.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.generate.people.People;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** What comes out of known cells. */
class CorruptionExamplesTest {
    private static final int DRAWS = 2000;

    private static Set<String> all(String corruption, Map<String, ?> options, Role role, String cell) {
        return all(Corruptions.ALL.find(corruption).make(options), role, cell, DRAWS);
    }

    private static Set<String> all(Corruption made, Role role, String cell, int draws) {
        Set<String> out = new TreeSet<>();
        Row row = new Row(List.of(new Variable("x", role), new Variable("sex", Role.SEX)));
        for (int i = 0; i < draws; i++) {
            row.set(0, cell);
            row.set(1, "m");
            if (made.apply(row, 0, Rng.of(i))) {
                out.add(String.valueOf(row.get(0)));
            }
        }
        return out;
    }

    private static Map<String, Object> options(String text) {
        Map<String, Object> out = new HashMap<>();
        for (String pair : text == null ? new String[0] : text.split(";")) {
            out.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return out;
    }

    /** Everything that can come out, parted by slashes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "typo|layout=qwerty;insert=0|FIRST_NAME|s|a/d/e/w/x/z",
                "typo|layout=azerty;insert=0|FIRST_NAME|A|Q/Z",
                "typo|layout=qwertz;insert=0|FIRST_NAME|Z|G/H/T/U",
                "typo|layout=swedish;insert=0|LAST_NAME|å|p/ä/ö",
                "typo|layout=azerty;insert=0|LAST_NAME|ж|д/з/х/э/ю",
                "typo|insert=0|POSTCODE|1|0/2/4",
                "typo|insert=1|LAST_NAME|Pa|Paq/Pqa/Pas/Psa/Paw/Pwa/Paz/Pza/Poa/Opa/Pla/Lpa",
                "edit|substitute=0;insert=0;transpose=0;several=0|LAST_NAME|Abc|Bc/Ac/Ab",
                "edit|substitute=0;insert=0;delete=0;several=0|LAST_NAME|Abb|Bab",
                "initial||FULL_NAME|Mary Smith|M Smith",
                "initial|word=all;stop=true|FULL_NAME|Mary Ann Smith|M. A. S.",
                "token-swap||FULL_NAME|Mary Ann Smith|Smith Mary Ann",
                "token-swap|comma=true|FULL_NAME|Mary  Smith|Smith, Mary",
                "token-swap|which=neighbours|FULL_NAME|a a b|a b a",
                "token-drop||FULL_NAME|Mary Ann Smith|Ann Smith/Mary Ann/Mary Smith",
                "token-repeat||FULL_NAME|Mary Ann|Mary Mary Ann/Mary Ann Ann",
                "diacritics|how=spelled|LAST_NAME|Müller-Übel|Mueller-Uebel",
                "diacritics|how=lost|LAST_NAME|ŁØÅß|LOASS",
                "transliteration|standard=passport|LAST_NAME|Щукин|Shchukin",
                "transliteration|standard=german|LAST_NAME|Хрущёв|Chruschtschjov",
                "day-month-swap||BIRTH_DATE|1987-06-05|1987-05-06",
                "day-month-swap||BIRTH_DATE|1987-06-25|",
                "day-month-swap||BIRTH_DATE|1987-06-06|",
                "first-of-january||BIRTH_DATE|1987-06-05|1987-01-01",
                "first-of-january|january=false|BIRTH_DATE|1987-06-05|1987-06-01",
                "first-of-january||BIRTH_DATE|1987-01-01|",
                "century||BIRTH_DATE|1925-03-04|2025-03-04",
                "century||BIRTH_DATE|2000-02-29|1900-02-28",
                "date-offset|most=1;unit=months|BIRTH_DATE|1988-03-31|1988-02-29/1988-04-30",
                "date-offset|most=1|BIRTH_DATE|2000-01-01|1999-12-31/2000-01-02",
                "date-format|patterns=dd.MM.yy,d MMM yyyy|BIRTH_DATE|1987-06-05|05.06.87/5 Jun 1987",
                "age-misreport||AGE|1|0/2/3",
                "age-misreport||AGE|34|32/33/35/36",
                "wrong-option||SEX|F|M",
                "wrong-option||SEX|Male|Female",
                "wrong-option|options=a,b,c|CATEGORY|b|a/c",
                "digits|exchange=1|IDENTIFIER|A12|A21",
                "postcode-digits|positions=0,1|POSTCODE|1a|1b",
                "nickname|language=spanish|FIRST_NAME|JOSÉ|PEPE",
                "casing|style=upper|LAST_NAME|straße|STRASSE",
                "casing||LAST_NAME|O'Brien|o'brien/O'BRIEN/o'bRIEN",
                "spacing|split=0|FIRST_NAME|Anne-Marie|Annemarie/Anne Marie",
                "spacing|split=0|FIRST_NAME|Anne|",
                "abbreviation||STREET|Main Street|Main St",
                "title-prefix|men=Mr|LAST_NAME|smith|mr smith",
                "phonetic||FIRST_NAME|Stefen|Stephen/Stefenn/Steffen",
                "phonetic|language=german|LAST_NAME|Schmidt|Schmitt/Schmit/Schmydt"
            })
    void comesOut(String corruption, String options, Role role, String cell, String expected) {
        Set<String> wanted = expected == null ? Set.of() : new TreeSet<>(List.of(expected.split("/")));
        if (corruption.equals("postcode-digits")) {
            assertThat(all(corruption, options(options), role, cell))
                    .contains("1b", "1z")
                    .doesNotContain("1a", "2a");
        } else {
            assertThat(all(corruption, options(options), role, cell)).isEqualTo(wanted);
        }
    }

    /** Shares of the first three letters of single errors: Pollock and Zamora; 99.9 % intervals. */
    @Test
    void errorsFallWhereTheyAreObserved() {
        Corruption edit =
                Corruptions.ALL.find("edit").make(Map.of("several", 0, "insert", 0, "delete", 0, "transpose", 0));
        Row row = new Row(List.of(new Variable("x", Role.LAST_NAME)));
        int n = 50_000;
        for (String word : List.of("abcdefghij", "abcdefghij abcdefghij")) {
            long[] at = new long[word.length()];
            for (int i = 0; i < n; i++) {
                row.set(0, word);
                edit.apply(row, 0, Rng.of(i));
                at[Change.between(0, 0, "edit", word, row.get(0)).position() % 11]++;
            }
            ErrorsTest.within999(at[0], n, 0.078);
            ErrorsTest.within999(at[1], n, 0.117);
            ErrorsTest.within999(at[2], n, 0.192);
        }
    }

    /** Damerau's shares, of the words with one error. */
    @Test
    void editsHaveTheObservedShares() {
        Corruption edit = Corruptions.ALL.find("edit").make(Map.of("several", 0));
        Row row = new Row(List.of(new Variable("x", Role.LAST_NAME)));
        int n = 50_000;
        long shorter = 0;
        long longer = 0;
        long swapped = 0;
        for (int i = 0; i < n; i++) {
            row.set(0, "abcdefghij");
            edit.apply(row, 0, Rng.of(i));
            String text = String.valueOf(row.get(0));
            shorter += text.length() == 9 ? 1 : 0;
            longer += text.length() == 11 ? 1 : 0;
            Change change = Change.between(0, 0, "edit", "abcdefghij", text);
            swapped += text.length() == 10 && String.valueOf(change.after()).length() == 2 ? 1 : 0;
        }
        ErrorsTest.within999(shorter, n, 16 / 87.0);
        ErrorsTest.within999(longer, n, 10 / 87.0);
        ErrorsTest.within999(swapped, n, 2 / 87.0);
    }

    @Test
    void ageAndPostcodeHaveTheirPublishedShares() {
        int n = 50_000;
        int[] off = new int[5];
        Corruption age = Corruptions.ALL.find("age-misreport").make();
        Row row = new Row(List.of(new Variable("x", Role.AGE)));
        for (int i = 0; i < n; i++) {
            row.set(0, "40");
            age.apply(row, 0, Rng.of(i));
            off[Integer.parseInt(String.valueOf(row.get(0))) - 38]++;
        }
        double[] shares = {0.1, 0.4, 0, 0.4, 0.1};
        for (int k = 0; k < 5; k++) {
            ErrorsTest.within999(off[k], n, shares[k]);
        }
        Corruption postcode = Corruptions.ALL.find("postcode-digits").make();
        row = new Row(List.of(new Variable("x", Role.POSTCODE)));
        int[] wrong = new int[5];
        for (int i = 0; i < n; i++) {
            row.set(0, "12345");
            postcode.apply(row, 0, Rng.of(i));
            for (int k = 0; k < 5; k++) {
                wrong[k] += String.valueOf(row.get(0)).charAt(k) != "12345".charAt(k) ? 1 : 0;
            }
        }
        double any = 1 - 0.96 * 0.96 * 0.8 * 0.64 * 0.64;
        double[] chances = {0.04, 0.04, 0.2, 0.36, 0.36};
        for (int k = 0; k < 5; k++) {
            ErrorsTest.within999(wrong[k], n, chances[k] / any);
        }
    }

    /** A word with many vowels once took minutes and came out with all of them changed; a letter came up to nine times. */
    @ParameterizedTest
    @ValueSource(strings = {"typo", "edit", "phonetic", "ocr", "digits"})
    @DisplayName("e2elink, defect 4: a misspelling stays near the name")
    void aMisspellingStaysNearTheName(String corruption) {
        for (String name :
                List.of("elizabeth", "aeiouaeiouaeiou", "oo".repeat(2000), "Wolfeschlegelsteinhausen", "a1")) {
            Corruption made = Corruptions.ALL.find(corruption).make();
            Row row = new Row(List.of(new Variable("x", Role.TEXT)));
            for (int i = 0; i < 200; i++) {
                row.set(0, name);
                if (!made.apply(row, 0, Rng.of(i))) {
                    continue;
                }
                String text = String.valueOf(row.get(0));
                assertThat(text.length()).isBetween(name.length() - 3, name.length() + 3);
                Change change = Change.between(0, 0, "x", name, text);
                boolean two = corruption.equals("edit") || corruption.equals("digits");
                if (!two) {
                    assertThat(String.valueOf(change.before()).length()).isLessThanOrEqualTo(4);
                    assertThat(String.valueOf(change.after()).length()).isLessThanOrEqualTo(5);
                }
                int vowels = 0;
                for (int k = 0;
                        k < Math.min(name.length(), text.length()) && two && text.length() == name.length();
                        k++) {
                    vowels += text.charAt(k) != name.charAt(k) ? 1 : 0;
                }
                assertThat(vowels).isLessThanOrEqualTo(4);
            }
        }
    }

    /** Abbreviating a name with an empty word in it once ended the program. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "a  b", " a", "b ", "\u00A0", "\t", "-", "'", "- -"})
    @DisplayName("e2elink, defect 7: empty words are no trouble")
    void emptyWordsAreNoTrouble(String cell) {
        for (var plugin : Corruptions.ALL.plugins()) {
            Corruption made = plugin.make();
            for (Role role : List.of(Role.FULL_NAME, Role.FIRST_NAME, Role.ADDRESS, Role.BIRTH_DATE, Role.AGE)) {
                if (made.fits(new Variable("x", role))) {
                    assertThat(all(made, role, cell, 50)).doesNotContain(cell);
                }
            }
        }
        assertThat(all("initial", Map.of(), Role.FULL_NAME, cell)).isEmpty();
    }

    @Test
    void aTitleGoesWithTheSexAndComesOnce() {
        assertThat(all("title-prefix", Map.of(), Role.FULL_NAME, "John Smith"))
                .containsExactlyInAnyOrder("Mr John Smith", "Mr. John Smith", "Dr John Smith", "Dr. John Smith");
        assertThat(all("title-prefix", Map.of(), Role.FULL_NAME, "dr. molly kelley"))
                .isEmpty();
    }

    @Test
    void wrongDatesAreDaysOfTheCalendar() {
        assertThat(all("digits", Map.of(), Role.BIRTH_DATE, "1987-02-28"))
                .allMatch(text -> java.time.LocalDate.parse(text) != null)
                .hasSizeGreaterThan(20);
    }

    @Test
    void datesAreReadAndWrittenInAnyPattern() {
        for (String pattern :
                List.of("yyyy-MM-dd", "d/M/yy", "dd MMM yyyy", "MMMM d, yyyy", "yyyyMMdd", "dd.MM.yyyy")) {
            DateText text = new DateText(pattern);
            for (long date : new long[] {19870605, 20001231, 19700101, 20680229}) {
                StringBuilder out = new StringBuilder();
                text.write(date, out);
                assertThat(text.day(out.toString())).as(out.toString()).isEqualTo(date);
            }
        }
        assertThat(new DateText("d/M/yy").day("31/2/99")).isEqualTo(DateText.NONE);
        assertThat(new DateText("").day("1987-06-05x")).isEqualTo(DateText.NONE);
        assertThatThrownBy(() -> new DateText("HH:mm")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> all("date-format", Map.of("patterns", List.of("yyyy-MM-ddTHH")), Role.DATE, ""))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aLetterIsReplacedByOneOfItsScript() {
        for (String letter : List.of("ж", "λ", "ש", "ع", "क", "ก", "ა", "あ", "カ", "Ñ", "7")) {
            for (String other : all("edit", Map.of("delete", 0, "insert", 0, "transpose", 0), Role.TEXT, letter)) {
                assertThat(Character.UnicodeScript.of(other.charAt(0)))
                        .isEqualTo(Character.UnicodeScript.of(letter.charAt(0)));
                assertThat(Character.isUpperCase(other.charAt(0))).isEqualTo(Character.isUpperCase(letter.charAt(0)));
            }
        }
        assertThat(Places.weight(0, 8) + Places.weight(1, 8) + Places.weight(2, 8) + 5 * Places.weight(5, 8))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void rolesAreGuessedFromHeaders() {
        assertThat(Role.guess("Given_Name")).isEqualTo(Role.FIRST_NAME);
        assertThat(Role.guess("dateOfBirth")).isEqualTo(Role.BIRTH_DATE);
        assertThat(Role.guess("HIV status")).isEqualTo(Role.CLINICAL_VARIABLE);
        assertThat(Role.guess("soc_sec_id")).isEqualTo(Role.NATIONAL_ID);
        assertThat(Role.guess("address_1")).isEqualTo(Role.STREET);
        assertThat(Role.guess("full_name")).isEqualTo(Role.FULL_NAME);
        assertThat(Role.guess("colour")).isNull();
        assertThat(Role.of("first-name")).isEqualTo(Role.FIRST_NAME);
        for (Role role : Role.values()) {
            assertThat(Role.of(role.word())).isEqualTo(role);
        }
        assertThatThrownBy(() -> Role.of("frist_name")).hasMessageContaining("Did you mean \"first_name\"?");
    }

    /** A German clerk types Unbekannt, and somebody who writes Russian names in Latin letters does not type Неизвестно. */
    @Test
    void defaultValuesAreInTheLanguageAndTheLettersOfTheCell() {
        assertThat(all("default-value", Map.of("language", "german"), Role.FIRST_NAME, "anna"))
                .contains("unbekannt", "säugling", "ohne namen")
                .doesNotContain("unknown", "baby boy");
        assertThat(all("default-value", Map.of("language", "german"), Role.FULL_NAME, "Anna Lang"))
                .contains("Max Mustermann")
                .doesNotContain("John Doe");
        assertThat(all("default-value", Map.of("language", "russian"), Role.LAST_NAME, "Иванов"))
                .contains("Неизвестно", "Нет Данных");
        assertThat(all("default-value", Map.of("language", "russian"), Role.LAST_NAME, "Ivanov"))
                .contains("Unknown")
                .noneMatch(word -> word.chars().anyMatch(c -> c > 127));
        assertThat(all("default-value", Map.of("language", "japanese"), Role.FULL_NAME, "佐藤 健太"))
                .contains("山田 太郎", "不明");
        assertThat(all("default-value", Map.of("language", "german"), Role.AGE, "40"))
                .contains("999");
    }

    /** Every locale has default values in its own language, for every kind of word. */
    @Test
    void everyLocaleHasDefaultValuesOfItsOwn() {
        for (String locale : People.locales()) {
            List<Variable> name = List.of(new Variable("name", Role.FULL_NAME));
            String language = Errors.defaults(name, locale).stream()
                    .filter(rate -> rate.corruption().equals("default-value"))
                    .map(rate -> String.valueOf(rate.options().get("language")))
                    .findFirst()
                    .orElse("");
            assertThat(language.equals("english")).as(locale).isEqualTo(locale.startsWith("en"));
            for (Role role : List.of(Role.FIRST_NAME, Role.FULL_NAME, Role.LAST_NAME, Role.STREET, Role.SEX)) {
                assertThat(DefaultWords.of(language).of(role)).as(locale).isNotEmpty();
            }
        }
    }
}
