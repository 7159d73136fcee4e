package org.semblance.generate.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
        "fr-FR,.15",
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
        "greek,Παπαδόπουλος,Παπαδόπουλου",
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
}
