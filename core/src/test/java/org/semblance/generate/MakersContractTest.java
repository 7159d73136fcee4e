package org.semblance.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;

/** What every maker promises, for every maker of the list. */
class MakersContractTest {
    private static final Rng COLUMN = Rng.of(17).child("column");

    private static Stream<DynamicTest> forEach(Consumer<Plugin<Maker>> check) {
        return Makers.ALL.plugins().stream().map(p -> dynamicTest(p.name(), () -> check.accept(p)));
    }

    @TestFactory
    Stream<DynamicTest> isDescribedAndMadeByItsName() {
        return forEach(plugin -> {
            assertThat(plugin.summary()).endsWith(".");
            for (Options.Description option : Options.describe(plugin.defaults())) {
                assertThat(option.doc()).as(option.name()).isNotBlank();
            }
            assertThat(Makers.of(plugin.name()).make(0, 3, COLUMN)).hasSize(3);
            assertThat(Makers.of(plugin.name()).make(0, 0, COLUMN)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> valuesAreTextsAndTheSameAgain() {
        return forEach(plugin -> {
            String[] once = plugin.make().make(65_536, 2000, COLUMN);
            assertThat(once).doesNotContainNull().allSatisfy(text -> {
                assertThat(text).isNotBlank();
                assertThat(text).doesNotContain("#{", "null", "\n");
            });
            assertThat(plugin.make().make(65_536, 2000, COLUMN)).isEqualTo(once);
        });
    }

    @TestFactory
    Stream<DynamicTest> threadsDoNotDisturbEachOther() {
        return forEach(plugin -> {
            Maker maker = plugin.make();
            String[][] parts = new String[8][];
            Run.of(1).threads(4).parallel(8, i -> parts[i] = maker.make(i * 500L, 500, COLUMN));
            for (int i = 0; i < 8; i++) {
                assertThat(parts[i]).isEqualTo(plugin.make().make(i * 500L, 500, COLUMN));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> keysNeverRepeatOverBlocks() {
        return forEach(plugin -> {
            Maker maker = Makers.unique(plugin.name());
            assertThat(maker.unique()).isTrue();
            HashSet<String> seen = new HashSet<>();
            for (int block = 0; block < 20; block++) {
                seen.addAll(Arrays.asList(maker.make(block * 1000L, 1000, COLUMN)));
            }
            assertThat(seen).hasSize(20_000);
        });
    }

    @Test
    void languagesChangeNamesAndForms() {
        assertThat(draw("last-name?locale=sv", 4000)).contains("Lindström", "Åkerlund");
        assertThat(draw("person-name?locale=ja", 50))
                .allMatch(name -> name.codePoints().allMatch(c -> c == ' ' || c > 0x3000));
        assertThat(draw("person-name?locale=xx", 50)).allMatch(name -> name.matches("[\\p{L}'. -]+"));
        assertThat(draw("postcode?locale=en-GB", 50)).allMatch(code -> code.matches("[A-Z]{2}[1-9] [0-9][A-Z]{2}"));
        assertThat(draw("email?locale=sv", 500))
                .allMatch(mail -> mail.matches("[a-z.]+[0-9]+@example\\.(com|org|net)"));
        assertThat(draw("address?locale=de", 50)).allMatch(address -> address.matches(".+, [0-9]{5} .+"));
        for (String locale : List.of(
                "de", "fr", "es", "it", "nl", "pl", "pt-BR", "fi-FI", "da-DK", "nb-NO", "ru", "zh-CN", "ko", "hu", "tr",
                "ar")) {
            for (String maker : List.of(
                    "person-name", "first-name", "last-name", "company", "street", "city", "address", "phone")) {
                assertThat(draw(maker + "?locale=" + locale, 200))
                        .as(maker + " " + locale)
                        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("#", "{", "null"));
            }
        }
    }

    @Test
    void checkDigitsAreRight() {
        assertThat(draw("credit-card", 500))
                .allMatch(card -> card.length() == 16
                        && Luhn.digit(Long.parseLong(card.substring(0, 15))) == card.charAt(15) - '0');
        // the example of ISO 7812: 7992739871 has the check digit 3
        assertThat(Luhn.digit(7_992_739_871L)).isEqualTo(3);
        for (String locale : List.of("de", "en-GB", "sv", "fr", "it", "nl")) {
            assertThat(draw("iban?locale=" + locale, 200)).allMatch(MakersContractTest::isIban);
        }
        assertThat(draw("national-id?locale=sv", 500))
                .allMatch(number -> number.matches("\\d{6}-9[89]\\d{2}")
                        && Luhn.digit(Long.parseLong(number.substring(0, 6) + number.substring(7, 10)))
                                == number.charAt(10) - '0');
        assertThat(draw("national-id", 100)).allMatch(number -> number.matches("9\\d{2}-\\d{2}-\\d{4}"));
    }

    private static boolean isIban(String text) {
        StringBuilder digits = new StringBuilder();
        for (char c : (text.substring(4) + text.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(c, 36));
        }
        return new java.math.BigInteger(digits.toString())
                        .mod(java.math.BigInteger.valueOf(97))
                        .intValue()
                == 1;
    }

    @Test
    void makersAreFittedToTheColumn() {
        assertThat(Guess.fit(
                        "phone",
                        CodeColumn.of(
                                "070-123 45 67", "072-222 33 11", "073-111 99 88", "076-555 44 33", "070-000 11 22"),
                        "en"))
                .isEqualTo("pattern:07\\d-\\d{3} \\d{2} \\d{2}");
        assertThat(Guess.fit("person-name", CodeColumn.of("Åsa Öberg", "Nils Sjöström", "Eva Ek"), "en"))
                .isEqualTo("person-name?locale=sv");
        assertThat(Guess.fit("person-name", CodeColumn.of("Ann Smith", "Bo Jones"), "en"))
                .isEqualTo("person-name");
        assertThat(Guess.fit("last-name", CodeColumn.of("Müller", "Weiß", "Schön"), "en"))
                .isEqualTo("last-name?locale=de");
        assertThat(Guess.fit("national-id?locale=sv", CodeColumn.of("19800101-1234"), "en"))
                .isEqualTo("national-id?locale=sv&century=true");
        assertThat(Guess.fit("email", CodeColumn.of("a@b.se"), "en")).isEqualTo("email");
        assertThat(Guess.fit("serial:0", CodeColumn.of("0", "1"), "en")).isEqualTo("serial:0");
        assertThat(Guess.fit("email", CodeColumn.of("a@b.se"), "sv")).isEqualTo("email?locale=sv");
        assertThat(Guess.language(List.of(CodeColumn.of("a@b.se"), CodeColumn.of("Åsa", "Öberg"))))
                .isEqualTo("sv");
        assertThat(Guess.of(Kind.IDENTIFIER, CodeColumn.of("a"))).isEqualTo("pattern");
        assertThat(Guess.of(Kind.IDENTIFIER, CodeColumn.of("Red", "Green", "Pale Blue", "Black", "White")))
                .isEqualTo("words?min=1&max=1");
    }

    private static List<String> draw(String maker, int count) {
        return Arrays.asList(Makers.of(maker).make(0, count, COLUMN));
    }
}
