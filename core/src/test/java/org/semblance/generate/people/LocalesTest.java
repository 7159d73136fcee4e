package org.semblance.generate.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.io.ByteSink;
import org.semblance.random.Rng;

/** What holds in every country. */
class LocalesTest {
    static Iterable<String> locales() {
        return People.locales();
    }

    @ParameterizedTest
    @MethodSource("locales")
    void peopleOfEveryCountryAreComplete(String locale) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        Map<String, String> areas = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (long n = 0; n < 300; n++) {
            person.at(n, people.lastDay());
            for (String text : new String[] {
                person.given(), person.surname(), person.birthSurname(), person.street(), person.houseNumber(),
                person.postcode(), person.city(), person.region(), person.phone(), person.nationalId()
            }) {
                assertThat(text).isNotBlank().doesNotContain("_", ":", "|", "{", "#", "=");
                assertThat(text).isEqualTo(text.strip());
            }
            assertThat(person.given() + " " + person.surname()).doesNotContain("Mr ", "Dr.", "(");
            assertThat(person.givenRomanised() + person.surnameRomanised()).matches("[\\p{IsLatin}\\p{M}' .-]+");
            assertThat(person.email()).matches("[a-z]+[._]?[a-z]+\\d+@example\\.(com|org|net)");
            assertThat(ids.add(person.nationalId())).isTrue();
            String region = areas.putIfAbsent(person.city() + person.region(), person.region());
            assertThat(region == null || region.equals(person.region())).isTrue();
        }
        assertThat(areas.size()).isGreaterThan(5);
    }

    /** Most people of the languages that have a list bear a name with a short form. */
    @ParameterizedTest
    @CsvSource({
        "en-US,.4",
        "de-DE,.2",
        "es-ES,.2",
        "fr-FR,.14",
        "it-IT,.2",
        "pl-PL,.4",
        "pt-BR,.15",
        "ru-RU,.6",
        "sv-SE,.2"
    })
    void nicknamesAreKnown(String locale, double least) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        int known = 0;
        for (long n = 0; n < 1000; n++) {
            String nickname = person.at(n, people.lastDay()).nickname();
            known += nickname == null ? 0 : 1;
            assertThat(person.given()).isNotEqualTo(nickname);
        }
        assertThat(known / 1000.0).isGreaterThan(least);
    }

    @ParameterizedTest
    @CsvSource({
        "russian,Щербаков,Shcherbakov",
        "russian,Юлия,Iuliia",
        "ukrainian,Згурський,Zghurskyi",
        "ukrainian,Юрій,Yurii",
        "ukrainian,Знам'янка,Znamianka",
        "bulgarian,Благовест,Blagovest",
        "bulgarian,София,Sofia",
        "bulgarian,Кръстев,Krastev",
        "greek,Παπαδόπουλος,Papadopoulos",
        "greek,Ευάγγελος,Evangelos",
        "greek,Γιάννης,Giannis",
        "greek,Ευτυχία,Eftychia",
        "greek,Σταύρος,Stavros",
        "greek,Παρασκευή,Paraskevi",
        "greek,25ης Μαρτίου,25is Martiou",
        "georgian,რუსთაველის გამზირი,Rustavelis Gamziri",
        "russian,улица Ленина,ulitsa Lenina",
        "georgian,მაისურაძე,Maisuradze",
        "georgian,კვარაცხელია,Kvaratskhelia",
        "armenian,Հովհաննիսյան,Hovhannisyan",
        "armenian,Հարությունյան,Harutyunyan",
        "korean,민준,Minjun",
        "korean,서연,Seoyeon"
    })
    void romanisedAsPublished(String system, String name, String latin) {
        assertThat(Romanisation.of(system).apply(name)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({
        "russian,Троицкий,Троицкая",
        "russian,Иванов,Иванова",
        "russian,Белый,Белая",
        "ukrainian,Левицький,Левицька",
        "ukrainian,Шевченко,Шевченко",
        "polish,Kowalski,Kowalska",
        "polish,Nowak,Nowak",
        "czech,Novák,Nováková",
        "czech,Černý,Černá",
        "czech,Svoboda,Svobodová",
        "czech,Marek,Marková",
        "greek,Παπαδόπουλος,Παπαδοπούλου",
        "greek,Μιχαηλίδης,Μιχαηλίδου",
        "greek,Νικολαΐδης,Νικολαΐδου",
        "greek,Γεωργιάδης,Γεωργιάδου",
        "greek,Ζερβός,Ζερβού",
        "greek,Παπαδάκης,Παπαδάκη",
        "greek,Γεωργίου,Γεωργίου",
        "czech,Kadlec,Kadlecová",
        "czech,Němec,Němcová",
        "greek,Μακρής,Μακρή"
    })
    void womensSurnames(String rule, String man, String woman) {
        assertThat(Feminine.of(rule).apply(man)).isEqualTo(woman);
    }

    @ParameterizedTest
    @CsvSource({
        "russian,Иван,Иванович,Ивановна",
        "russian,Сергей,Сергеевич,Сергеевна",
        "russian,Дмитрий,Дмитриевич,Дмитриевна",
        "russian,Юрий,Юрьевич,Юрьевна",
        "russian,Никита,Никитич,Никитична",
        "russian,Игорь,Игоревич,Игоревна",
        "ukrainian,Андрій,Андрійович,Андріївна",
        "ukrainian,Микола,Миколайович,Миколаївна",
        "bulgarian,Георги,Георгиев,Георгиева",
        "bulgarian,Димитър,Димитров,Димитрова",
        "bulgarian,Никола,Николов,Николова",
        "bulgarian,Николай,Николаев,Николаева"
    })
    void namesAfterTheFather(String language, String father, String son, String daughter) {
        assertThat(Patronymics.of(language, father, false)).isEqualTo(son);
        assertThat(Patronymics.of(language, father, true)).isEqualTo(daughter);
    }

    private static String address(Person person, boolean romanised) {
        return person.address(romanised);
    }

    /** The order of the parts as the post of each country wants it; where it is romanised, from small to large. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fr-FR;\\d+ [RPAIGCBR].*, \\d{5} [A-Z].*",
                "de-DE;[A-Z].* \\d+, \\d{5} [A-Z].*",
                "en-US;\\d+ .*, [A-Z].*, [A-Z]{2} \\d{5}",
                "en-GB;\\d+ .*, [A-Z].* [A-Z]{1,2}\\d+ \\d[A-Z]{2}",
                "nl-NL;.* \\d+, \\d{4} [A-Z]{2} [A-Z].*",
                "es-ES;(Calle|Plaza|Avenida).*, \\d+, \\d{5} .*",
                "pt-BR;(Rua|Avenida).*, \\d+, .* - [A-Z]{2}, \\d{5}-\\d{3}",
                "tr-TR;.* (Caddesi|Sokak) No: \\d+, \\d{5} .*",
                "ru-RU;\\d{6}, .*, д\\. \\d+",
                "ja-JP;\\d{3}-\\d{4} .*[都道府県].*[市区].*丁目\\d+",
                "ko-KR;.*(로|길|대로) \\d+ \\(\\d{5}\\)",
                "zh-CN;.*[市].*[路道]\\d+号 \\d{6}",
                "ar-EG;\\d+ شارع .*، .* \\d{5}",
                "he-IL;.* \\d+, .* \\d{7}"
            })
    void addressesAreWrittenAsInTheCountry(String locale, String form) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        for (long n = 0; n < 200; n++) {
            assertThat(address(person.at(n, people.lastDay()), false)).matches(form);
        }
    }

    /** A region that is its own city is not written twice. */
    @Test
    void aCityThatIsItsOwnRegionStandsOnceInAnAddress() {
        AddressForm.Parts beijing = new AddressForm.Parts("长江路", "5", "100086", "北京市", "北京市");
        StringBuilder out = new StringBuilder();
        new AddressForm("{region}{city}{street}{number}号 {postcode}").write(beijing, out);
        assertThat(out).hasToString("北京市长江路5号 100086");
        out.setLength(0);
        new AddressForm("No. {number} {street}, {city}, {region} {postcode}").write(beijing, out);
        assertThat(out).hasToString("No. 5 长江路, 北京市 100086");
        out.setLength(0);
        new AddressForm("{region} {city} {street}").write(beijing, out);
        assertThat(out).hasToString("北京市 长江路");
    }

    /** In Latin letters everything is: names, streets, towns, regions, titles. */
    @ParameterizedTest
    @MethodSource("locales")
    void nothingStaysInTheOtherScriptWhenRomanised(String locale) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        for (long n = 0; n < 200; n++) {
            person.at(n, people.lastDay());
            String all = String.join(
                    " ",
                    person.givenRomanised(),
                    person.middleRomanised(),
                    person.surnameRomanised(),
                    person.street(true),
                    person.city(true),
                    person.region(true),
                    person.title(true),
                    String.valueOf(person.nickname(true)),
                    address(person, true));
            assertThat(all.codePoints()
                            .filter(Character::isLetter)
                            .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN || c == 'º'))
                    .as(all)
                    .isTrue();
        }
    }

    /** Adults have a title in every country, and the sexes have different ones but for doctors and where one serves both. */
    @ParameterizedTest
    @MethodSource("locales")
    void everyAdultHasATitle(String locale) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        for (long n = 0; n < 200; n++) {
            person.at(n, people.lastDay());
            assertThat(person.title().isEmpty()).isEqualTo(person.age() < 18);
            assertThat(person.title().isEmpty() || people.titles(false).contains(person.title()))
                    .isTrue();
        }
    }

    /** Martin who marries Martin stays Martin; in Spain García García is right, as both parents bequeath a name. */
    @ParameterizedTest
    @MethodSource("locales")
    void nobodyBearsOneSurnameTwice(String locale) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        int twice = 0;
        for (long n = 0; n < 4000; n++) {
            String surname = person.at(n, people.lastDay()).surname();
            twice += surname.matches("(.+)[- ]\\1") ? 1 : 0;
        }
        // Two of the first surnames of Spain, which a fortieth of all bear: never none of 4,000.
        assertThat(twice).isBetween(locale.equals("es-ES") ? 1 : 0, locale.equals("es-ES") ? 200 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "pl-PL,Warszawa,0[0-4]-\\d{3}",
        "de-DE,Köln,5(0[6-9]|1[01])\\d\\d",
        "da-DK,København,(1[0-7]\\d\\d|2[1-4]00)",
        "nb-NO,Oslo,(0[1-9]|1[01])\\d\\d",
        "it-IT,Verona,371[23]\\d",
        "bg-BG,София,1[0-7]\\d\\d"
    })
    void postcodesLieInTheTown(String locale, String town, String form) {
        Places places = Country.of(locale).places();
        for (int i = 0; i < places.size(); i++) {
            for (long n = 0; n < 200 && places.city(i, false).equals(town); n++) {
                ByteSink out = new ByteSink(16);
                places.writePostcode(i, Key.next(n), out);
                assertThat(out.text(0, out.size())).matches(form);
            }
        }
    }

    /** Numbers behind an area code begin with 2 to 9 where the country parts the two. */
    @ParameterizedTest
    @CsvSource({"ru-RU,\\(\\d{3}\\) [2-9].*", "bg-BG,0\\d+ [2-9].*", "fr-FR,0[1-5] [2-9].*", "ko-KR,0\\d+-[2-9].*"})
    void telephoneNumbers(String locale, String form) {
        People people = PeopleTest.people(Map.of("locale", locale));
        Person person = people.cursor();
        for (long n = 0; n < 200; n++) {
            assertThat(person.at(n, people.lastDay()).phone()).matches(form);
        }
    }

    /** The lists of modern names behind the German ones are for births since 1980. */
    @Test
    void namesOfTheirTime() {
        Names women = Country.of("de-DE").given(true);
        Set<String> old = new HashSet<>();
        Set<String> young = new HashSet<>();
        Rng rng = Rng.of(3);
        for (int i = 0; i < 20_000; i++) {
            old.add(women.written(women.at(rng.nextLong(), 1935)));
            young.add(women.written(women.at(rng.nextLong(), 2005)));
        }
        assertThat(old).contains("Gertrud", "Hildegard").doesNotContain("Chayenne", "Aaliyah");
        assertThat(young.size()).isGreaterThan(3 * old.size());
    }
}
