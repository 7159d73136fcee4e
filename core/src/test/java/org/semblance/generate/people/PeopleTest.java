package org.semblance.generate.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.Options;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** What holds for every population, shown on the American one. */
class PeopleTest {
    private static final People PEOPLE = people(Map.of());
    private static final int MANY = 40_000;

    static People people(Map<String, ?> options) {
        return People.of(Options.bind(People.Options.standard(), options, "people"), Rng.of(42));
    }

    static String line(Person person) {
        return String.join(
                "|",
                person.title(),
                person.given(),
                person.middle(),
                person.surname(),
                person.birthSurname(),
                person.suffix(),
                person.houseNumber(),
                person.street(),
                person.postcode(),
                person.city(),
                person.region(),
                person.phone(),
                person.email(),
                person.nationalId(),
                String.valueOf(person.birthDay()),
                String.valueOf(person.deathDay()),
                String.valueOf(person.female()));
    }

    @Test
    void aPersonIsTheSameInAnyOrderAndOnAnyCursor() {
        Person one = PEOPLE.cursor();
        Person other = people(Map.of()).cursor();
        Map<Long, String> seen = new HashMap<>();
        for (long n = 0; n < 2000; n++) {
            seen.put(n, line(one.at(n, PEOPLE.lastDay())));
        }
        for (long n = 1999; n >= 0; n -= 7) {
            assertThat(line(other.at(n, PEOPLE.lastDay()))).isEqualTo(seen.get(n));
        }
        assertThat(line(PEOPLE.cursor().at(99_999_999L, PEOPLE.lastDay()))).isNotBlank();
    }

    @Test
    void householdsAreContiguousAndShareAddressAndHouseNumber() {
        Person person = PEOPLE.cursor();
        for (long n = 0; n < 1500; n++) {
            person.at(n, PEOPLE.lastDay());
            assertThat(person.household() + person.position()).isEqualTo(n);
            assertThat(person.position()).isLessThan(person.members());
            for (int k = 0; k < person.members(); k++) {
                Person member = person.member(k);
                assertThat(member.household()).isEqualTo(person.household());
                assertThat(member.members()).isEqualTo(person.members());
                if (k != 1 && person.position() != 1) {
                    assertThat(member.postcode() + member.street()).isEqualTo(person.postcode() + person.street());
                }
            }
        }
    }

    /** 8,192 people per draw of templates: shares of sizes are exact up to chance; 99.9 % of 16,000 households is 1.3 %. */
    @Test
    void householdSizesFollowTheOption() {
        Map<Integer, Integer> sizes = new HashMap<>();
        Person person = PEOPLE.cursor();
        int households = 0;
        for (long n = 0; n < MANY; n++) {
            if (person.at(n, 0).position() == 0) {
                sizes.merge(person.members(), 1, Integer::sum);
                households++;
            }
        }
        double[] asked = {.282, .349, .151, .127, .058, .023, .010};
        for (int s = 1; s <= 7; s++) {
            assertThat(sizes.get(s) / (double) households)
                    .as("size " + s)
                    .isBetween(asked[s - 1] - .015, asked[s - 1] + .015);
        }
    }

    /** Families whose youngest is eleven are fewer than families: 40,000 people, a share of .15 has a spread of .003. */
    @Test
    void withoutSmallChildrenThereAreNoMoreYoungPeople() {
        People grown = people(Map.of("youngest", 11));
        double[] pyramid = Pyramid.everybody();
        double inside = Arrays.stream(pyramid).skip(11).sum();
        int[] young = new int[2];
        Person person = grown.cursor();
        for (long n = 0; n < MANY; n++) {
            int age = person.at(n, grown.lastDay()).age();
            young[0] += age >= 15 && age < 20 ? 1 : 0;
            young[1] += age >= 20 && age < 25 ? 1 : 0;
            assertThat(age).isGreaterThanOrEqualTo(11);
        }
        for (int k = 0; k < 2; k++) {
            int from = 15 + 5 * k;
            double expected = Arrays.stream(pyramid, from, from + 5).sum() / inside;
            assertThat(young[k] / (double) MANY).isBetween(0.8 * expected, 1.2 * expected);
        }
    }

    @Test
    void agesFollowThePyramidAndEverybodyLivesInsideTheDays() {
        double[] pyramid = Pyramid.everybody();
        double[] seen = new double[120];
        int outside = 0;
        Person person = PEOPLE.cursor();
        for (long n = 0; n < MANY; n++) {
            person.at(n, PEOPLE.lastDay());
            outside += person.birthDay() > PEOPLE.lastDay() || person.lastDay() < person.firstDay() ? 1 : 0;
            outside += person.deathDay() <= Math.max(PEOPLE.firstDay(), person.birthDay()) ? 1 : 0;
            seen[person.age()]++;
        }
        assertThat(outside).isZero();
        for (int from = 0; from < 90; from += 15) {
            double asked = 0;
            double got = 0;
            for (int age = from; age < from + 15; age++) {
                asked += pyramid[age];
                got += seen[age] / MANY;
            }
            assertThat(got).as("ages from " + from).isBetween(asked - .04, asked + .04);
        }
    }

    @Test
    void parentsAreGrownUpAndSiblingsApart() {
        Person person = PEOPLE.cursor();
        int twins = 0;
        int children = 0;
        for (long n = 0; n < MANY; n++) {
            person.at(n, PEOPLE.lastDay());
            if (person.position() != 0 || person.family().kind != Family.Kind.FAMILY) {
                continue;
            }
            Family family = person.family();
            int mother = (int) (family.birth(family.mother()) >> 32);
            for (int k = family.firstChild; k < family.endChild; k++) {
                int born = (int) (family.birth(k) >> 32);
                assertThat((born - mother) / 365.25).isBetween(16.0, 52.0);
                children++;
                twins += person.member(k).twin() ? 1 : 0;
                if (k > family.firstChild) {
                    int before = (int) (family.birth(k - 1) >> 32);
                    assertThat(born - before == 0 || born - before > 300).isTrue();
                }
            }
            Set<String> names = new HashSet<>();
            for (int k = family.firstChild; k < family.endChild; k++) {
                Person child = person.member(k);
                assertThat(names.add(child.given() + child.female())).isTrue();
            }
        }
        assertThat(twins / (double) children).isBetween(0.024, 0.045);
    }

    @Test
    void numbersAreNobodyElses() {
        Set<String> ids = new HashSet<>();
        Set<String> mails = new HashSet<>();
        Set<String> phones = new HashSet<>();
        Person person = PEOPLE.cursor();
        int adults = 0;
        for (long n = 0; n < 50_000; n++) {
            person.at(n, PEOPLE.lastDay());
            ids.add(person.nationalId());
            if (person.age() >= 18) {
                adults++;
                mails.add(person.email());
                phones.add(person.phone());
            }
        }
        assertThat(ids).hasSize(50_000);
        assertThat(mails).hasSize(adults);
        assertThat(phones).hasSize(adults);
    }

    @Test
    void socialSecurityNumbersWereNeverGivenOut() {
        Person person = PEOPLE.cursor();
        for (long n = 0; n < 5000; n++) {
            String number = person.at(n, 0).nationalId();
            assertThat(number).matches("\\d{3}-\\d{2}-\\d{4}");
            int area = Integer.parseInt(number.substring(0, 3));
            assertThat(area >= 900 || area == 0 || area == 666 || number.contains("-00-") || number.endsWith("0000"))
                    .isTrue();
        }
    }

    /** Moves per household and year .093; 6,000 households, 11 years: 99.9 % within .005. */
    @Test
    void householdsMoveAtTheAskedRate() {
        Person person = PEOPLE.cursor();
        int years = 0;
        int moved = 0;
        for (long n = 0; n < 20_000; n++) {
            person.at(n, PEOPLE.lastDay());
            if (person.position() != 0) {
                continue;
            }
            for (int y = 2010; y < 2020; y++) {
                years++;
                int day = (int) LocalDate.of(y, 1, 1).toEpochDay();
                moved += person.movedBetween(day, day + 365) ? 1 : 0;
            }
        }
        assertThat(moved / (double) years).isBetween(0.0845, 0.0935);
    }

    @Test
    void wivesTakeNamesOnADay() {
        Person person = PEOPLE.cursor();
        int renamed = 0;
        for (long n = 0; n < 20_000; n++) {
            person.at(n, PEOPLE.lastDay());
            if (person.renamedBetween(PEOPLE.firstDay(), PEOPLE.lastDay())) {
                renamed++;
                String after = person.surname();
                assertThat(person.female()).isTrue();
                assertThat(person.at(n, PEOPLE.firstDay()).surname()).isNotEqualTo(after);
            }
        }
        assertThat(renamed).isBetween(300, 1500);
    }

    @Test
    void namesAreThoseOfTheTime() {
        Map<String, Integer> old = new HashMap<>();
        Map<String, Integer> young = new HashMap<>();
        Person person = PEOPLE.cursor();
        for (long n = 0; n < 100_000; n++) {
            person.at(n, PEOPLE.lastDay());
            if (person.female()) {
                (person.age() > 70 ? old : person.age() < 10 ? young : new HashMap<String, Integer>())
                        .merge(person.given(), 1, Integer::sum);
            }
        }
        assertThat(top(old)).contains("Mary", "Barbara");
        assertThat(top(young)).contains("Emma", "Olivia");
        assertThat(person.at(5, 0).given()).doesNotContain(" ", ".");
    }

    private static List<String> top(Map<String, Integer> counts) {
        List<String> names = new ArrayList<>(counts.keySet());
        names.sort((a, b) -> counts.get(b) - counts.get(a));
        return names.subList(0, 5);
    }

    @Test
    void juniorsBearTheirFathersName() {
        People many = people(Map.of("namesakes", 1));
        Person person = many.cursor();
        int juniors = 0;
        for (long n = 0; n < 3000; n++) {
            if (person.at(n, many.lastDay()).suffix().equals("Jr.")) {
                juniors++;
                String name = person.given() + person.surname();
                assertThat(person.namesake()).isTrue();
                Person father = person.member(0);
                father = father.female() ? person.member(1) : father;
                assertThat(father.given() + father.surname()).isEqualTo(name);
                assertThat(father.suffix()).isEqualTo("Sr.");
            }
        }
        assertThat(juniors).isGreaterThan(150);
    }

    @Test
    void wrongOptionsAreNamedTogether() {
        assertThatThrownBy(() -> people(Map.of("first-day", "yesterday", "couples", 0.9, "loneParents", 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("loneParents");
        assertThatThrownBy(() -> people(Map.of("first-day", "yesterday", "couples", 0.9, "lone-parents", 0.3)))
                .hasMessageContaining("first-day")
                .hasMessageContaining("couples and lone-parents");
        assertThatThrownBy(() -> people(Map.of("locale", "en-UX"))).hasMessageContaining("en-US");
        assertThatThrownBy(() -> people(Map.of("household-sizes", "1,-2"))).hasMessageContaining("household-sizes");
    }

    @Test
    void agesAreFullYears() {
        Person person = PEOPLE.cursor();
        for (long n = 0; n < 2000; n++) {
            int day = PEOPLE.firstDay() + (int) (n * 2);
            LocalDate born = LocalDate.ofEpochDay(person.at(n, day).birthDay());
            if (person.birthDay() <= day) {
                assertThat(person.age())
                        .isEqualTo(born.until(LocalDate.ofEpochDay(day)).getYears());
            }
        }
    }

    @Test
    void agesKeepToTheOptions() {
        People few = people(Map.of("youngest", 10, "oldest", 60));
        Person person = few.cursor();
        int old = 0;
        for (long n = 0; n < 10_000; n++) {
            int age = person.at(n, few.lastDay()).age();
            assertThat(age).isGreaterThanOrEqualTo(10);
            old += age > 62 ? 1 : 0;
        }
        assertThat(old).isLessThan(600);
    }
}
