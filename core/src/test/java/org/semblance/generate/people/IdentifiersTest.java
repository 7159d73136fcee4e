package org.semblance.generate.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;

/** National numbers against published examples, rules written down a second time, and each other. */
class IdentifiersTest {
    private static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    @Test
    void dayOfAnEpochDay() {
        for (int day = -60_000; day < 60_000; day += 17) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(Day.of(day))
                    .isEqualTo(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
        }
    }

    @Test
    void publishedExamplesOfNumbersMadeOfBirthday() {
        assertThat(NordicNumbers.sweden(493, day(1981, 12, 28), false)).isEqualTo("19811228-9874");
        assertThat(NordicNumbers.finland(153, day(1952, 10, 13), true)).isEqualTo("131052-308T");
        assertThat(EasternNumbers.poland(67, day(1944, 5, 14), false)).isEqualTo("44051401359");
        assertThat(EasternNumbers.bulgaria(463, day(1875, 3, 16), false)).isEqualTo("7523169263");
        assertThat(EasternNumbers.romania(21 * 999 + 113, day(1980, 1, 1), false))
                .isEqualTo("1800101221144");
        assertThat(WesternNumbers.belgium(16, day(1985, 7, 30), false)).isEqualTo("85.07.30-033.28");
        assertThat(OverseasNumbers.southAfrica(9, day(1980, 1, 1), false)).isEqualTo("8001015009087");
        assertThat(OverseasNumbers.china(0, day(1949, 12, 31), true)).isEqualTo("11010519491231002X");
        // Rome is H501, Milan F205: 999 places to a letter, every other for births before 2000.
        assertThat(MediterraneanNumbers.italy((7 * 999 + 499) / 2, day(1980, 1, 1), false, "rossi", "mario"))
                .isEqualTo("RSSMRA80A01H501U");
        assertThat(MediterraneanNumbers.italy((5 * 999 + 203) / 2, day(1925, 4, 9), false, "moretti", "matteo"))
                .isEqualTo("MRTMTT25D09F205Z");
        // Four consonants: the second is left out. Few letters: X. Women are born 40 days later.
        assertThat(MediterraneanNumbers.italy((7 * 999 + 499) / 2, day(1980, 1, 1), true, "fo", "gianfranca"))
                .startsWith("FOXGFR80A41H501");
        assertThat(MediterraneanNumbers.egypt(0, day(1980, 1, 1), true)).matches("2800101\\d{2}0002[1-9]");
        Set<String> governorates = new HashSet<>();
        for (int value = 0; value < 21; value++) {
            governorates.add(
                    MediterraneanNumbers.egypt(value, day(1980, 1, 1), true).substring(7, 9));
        }
        assertThat(governorates).hasSize(21);
        Set<String> czech = new HashSet<>();
        for (int value = 0; value < 900; value++) {
            String text = EasternNumbers.czechia(value, day(1971, 3, 19), false);
            assertThat(Long.parseLong(text.replace("/", "")) % 11).isZero();
            czech.add(text);
        }
        assertThat(czech).hasSize(900).contains("710319/2745");
    }

    @Test
    void publishedExamplesOfPlainNumbers() {
        assertThat(OverseasNumbers.turkey(1)).isEqualTo("10000000146");
        assertThat(OverseasNumbers.brazil(111_444_777)).isEqualTo("111.444.777-35");
        assertThat(OverseasNumbers.israel(12_345_678)).isEqualTo("123456782");
        assertThat(OverseasNumbers.japan(2_345_678_901L)).isEqualTo("123456789018");
        assertThat(WesternNumbers.spain(12_345_678)).isEqualTo("12345678Z");
        assertThat(WesternNumbers.portugal(2_345_678)).isEqualTo("123456789");
        assertThat(WesternNumbers.france(13 + 94L * (167 + 900 * 24), day(1955, 8, 1), true))
                .isEqualTo("255081416802538");
        assertThat(EasternNumbers.russia(112_233_445 - 1_002_000)).isEqualTo("112-233-445 95");
        Set<String> dutch = new HashSet<>();
        Set<String> british = new HashSet<>();
        for (int k = 0; k < 9; k++) {
            dutch.add(WesternNumbers.netherlands((1_112_223L - 1_000_000) * 9 + k));
            british.add(WesternNumbers.britain(4_347_659L * 9 + k));
        }
        assertThat(dutch).hasSize(9).contains("111222333");
        assertThat(british).hasSize(9).contains("943 476 5919");
    }

    /** The examples of the tax authority's leaflet pass the check; so do the numbers that are made. */
    @Test
    void germanTaxNumbers() {
        assertThat(german("86095742719")).isTrue();
        assertThat(german("47036892816")).isTrue();
        assertThat(german("86095742718")).isFalse();
        Set<String> seen = new HashSet<>();
        for (long value = 0; value < 40_000; value += 3) {
            String text = WesternNumbers.germany(value * 401);
            assertThat(german(text)).as(text).isTrue();
            assertThat(text.substring(0, 10).chars().distinct().count()).isEqualTo(9);
            assertThat(seen.add(text)).isTrue();
        }
    }

    private static boolean german(String text) {
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (text.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == text.charAt(10) - '0';
    }

    /** 070761-4285 is the civil register's own example of the sum that eleven divides. */
    @Test
    void danishAndNorwegianNumbersDivide() {
        assertThat(danish("070761-4285")).isZero();
        for (int value = 0; value < 150; value++) {
            for (int year : new int[] {1899, 1931, 1999, 2000, 2019}) {
                for (boolean female : new boolean[] {true, false}) {
                    String text = NordicNumbers.denmark(value, day(year, 7, 7), female);
                    assertThat(danish(text)).isZero();
                    assertThat(text.charAt(10) % 2).isEqualTo(female ? 0 : 1);
                    String norwegian = NordicNumbers.norway(value, day(year, 7, 7), female);
                    assertThat(sum(norwegian, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0) % 11)
                            .isZero();
                    assertThat(sum(norwegian, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11)
                            .isZero();
                    assertThat(norwegian.charAt(8) % 2).isEqualTo(female ? 0 : 1);
                }
            }
        }
    }

    private static int danish(String text) {
        return sum(text.replace("-", ""), 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11;
    }

    private static int sum(String text, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (text.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    /** The last serial number that a country has still has its width, for either sex and century. */
    @ParameterizedTest
    @CsvSource({
        "SE,13", "FI,11", "NO,11", "DK,11", "PL,11", "BG,10", "RO,13", "UA,10", "GR,11", "BE,15", "ZA,13", "CN,18",
        "KR,14", "IT,16", "EG,14"
    })
    void serialNumbersFit(String country, int width) {
        Identifier identifier = Identifiers.of(country);
        Set<String> seen = new HashSet<>();
        int count = 0;
        for (int value = 0; value < identifier.serials(); value += value < 900 ? 1 : 37) {
            for (int year : new int[] {1920, 1985, 2005, 2020}) {
                for (boolean female : new boolean[] {true, false}) {
                    String text = identifier.writer().write(value, day(year, 11, 30), female);
                    assertThat(text).hasSize(width);
                    seen.add(text);
                    count++;
                }
            }
        }
        assertThat(seen).hasSize(count);
    }

    /** Numbers that another implementation accepts, made anew: reference/national_numbers.py. */
    @Test
    void numbersThatPythonStdnumAccepts() throws IOException {
        Map<String, Integer> count = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/reference/national_numbers.csv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(",");
            int born = (int) LocalDate.parse(parts[2]).toEpochDay();
            Identifier identifier = Identifiers.of(parts[0]);
            assertThat(identifier.writer().write(Long.parseLong(parts[1]), born, parts[3].equals("F")))
                    .as(line)
                    .isEqualTo(parts[4]);
            count.merge(parts[0], 1, Integer::sum);
        }
        assertThat(count)
                .hasSize(26)
                .allSatisfy((country, lines) -> assertThat(lines).isEqualTo(24));
    }

    /** Korean numbers name a place from 00 to 95; numbers of noughts only belong to nobody. */
    @Test
    void noNumbersOutsideTheScheme() {
        Identifier korea = Identifiers.of("KR");
        String last = korea.writer().write(korea.serials() - 1, day(1990, 5, 5), true);
        assertThat(last.substring(8, 10)).isEqualTo("95");
        assertThat(Identifiers.of("BR").writer().write(0, 0, true)).isEqualTo("000.000.001-91");
        assertThat(Identifiers.of("IL").writer().write(0, 0, true)).isEqualTo("000000018");
    }

    /** Beyond the capacity there is a word instead of somebody else's number; what is not a number goes on. */
    @Test
    void nobodyBeyondTheCapacityHasANumber() {
        People people = PeopleTest.people(Map.of("locale", "da-DK"));
        Person person = people.cursor();
        long capacity = people.capacity();
        assertThat(person.at(capacity - 1, people.lastDay()).nationalId()).hasSize(11);
        person.at(capacity, people.lastDay());
        assertThat(person.given()).isNotEmpty();
        assertThatThrownBy(person::nationalId)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(capacity + " different national numbers")
                .hasMessageContaining("da-DK");
        people.requireCapacity(capacity);
        assertThatThrownBy(() -> people.requireCapacity(capacity + 1)).isInstanceOf(ProblemException.class);
    }

    /** Within the capacity nobody shares a number, tried where people of all layers meet; a birthday shows in it. */
    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "nb-NO", "da-DK", "pl-PL", "nl-BE", "zh-CN", "de-DE", "fr-FR", "cs-CZ"})
    void nobodySharesANumber(String locale) {
        People people = PeopleTest.people(Map.of("locale", locale, "twins", 0.3));
        Person person = people.cursor();
        Set<String> seen = new HashSet<>();
        long step = Math.max(1, people.capacity() / Pyramid.STRATA / Households.GROUP * Households.GROUP);
        int count = 0;
        for (int layer = 0; layer < Pyramid.STRATA; layer++) {
            for (long n = layer * step; n < layer * step + 5000; n++) {
                seen.add(person.at(n, people.lastDay()).nationalId());
                count++;
            }
        }
        assertThat(seen).hasSize(count);
    }

    @Test
    void theNumberTellsBirthdayAndSex() {
        People people = PeopleTest.people(Map.of("locale", "sv"));
        Person person = people.cursor();
        for (long n = 0; n < 2000; n++) {
            String text = person.at(n, people.lastDay()).nationalId();
            assertThat(text)
                    .startsWith(
                            LocalDate.ofEpochDay(person.birthDay()).toString().replace("-", ""));
            assertThat(text.charAt(11) % 2).isEqualTo(person.female() ? 0 : 1);
        }
    }
}
