package org.semblance.linkage.registers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.Person;
import org.semblance.linkage.Role;
import org.semblance.random.Rng;

/** What the columns of one register say, each by its role, in the formats of the file. */
final class Cells {
    /**
     * Share of people with a positive result: HIV among adults of Zambia, 11.0 %, Zambia Population-based HIV Impact
     * Assessment (ZAMPHIA) 2021.
     */
    private static final double POSITIVE = 0.11;

    /** Mean number of days from a visit to its entry, and the most. */
    private static final double ENTRY_MEAN = 21;

    private static final int ENTRY_MOST = 365;
    private static final int OLDEST = 125;

    private final Asked asked;
    private final Common people;
    private final long entries;
    private final Days births;
    private final Days visits;

    Cells(Asked asked, Common people, Rng own) {
        this.asked = asked;
        this.people = people;
        entries = own.child("entries").nextLong();
        String pattern = Strftime.pattern(asked.formats().dateFormat());
        int first = Layout.epochDay(asked.size().dateLb());
        int last = Layout.epochDay(asked.size().dateUb());
        births = new Days(pattern, first - OLDEST * 366, last);
        visits = new Days(pattern, first, last + ENTRY_MOST);
    }

    /** What a column of that role may say, where it is one of a few words. */
    List<String> options(Role role) {
        return switch (role) {
            case SEX -> List.of(sex(true), sex(false));
            case CLINICAL_VARIABLE -> List.of(clinical(false), clinical(true));
            case TITLE -> people.people().titles(roman());
            default -> List.of();
        };
    }

    private String sex(boolean female) {
        return switch (asked.formats().sexFormat()) {
            case "upper_abbrv" -> female ? "F" : "M";
            case "lower" -> female ? "female" : "male";
            case "title" -> female ? "Female" : "Male";
            case "binary" -> female ? "1" : "0";
            default -> female ? "f" : "m";
        };
    }

    private String clinical(boolean positive) {
        boolean binary = asked.formats().clinicalFormat().equals("binary");
        return binary ? (positive ? "1" : "0") : positive ? "Positive" : "Negative";
    }

    private boolean roman() {
        return asked.formats().script().equals("roman");
    }

    Cell of(Role role) {
        boolean roman = roman();
        return switch (role) {
            case IDENTIFIER -> (person, subject) -> people.identifiers().of(person.number());
            case NATIONAL_ID -> (person, subject) -> person.nationalId();
            case TITLE -> (person, subject) -> orNull(person.title(roman));
            case FULL_NAME -> fullName(roman);
            case FIRST_NAME -> (person, subject) -> subject.cased(given(person, roman));
            case MIDDLE_NAME ->
                (person, subject) -> middle(roman ? person.middleRomanised() : person.middle(), subject);
            case LAST_NAME -> (person, subject) -> subject.cased(surname(person, roman));
            case SEX -> {
                String female = sex(true);
                String male = sex(false);
                yield (person, subject) -> person.female() ? female : male;
            }
            case BIRTH_DATE -> (person, subject) -> births.text(person.birthDay());
            case BIRTH_YEAR -> (person, subject) -> year(person.birthDay());
            case AGE -> (person, subject) -> String.valueOf(person.age());
            case VISIT_DATE -> (person, subject) -> visits.text(subject.day());
            case ENTRY_DATE -> (person, subject) -> visits.text(subject.day() + entry(subject.slot()));
            case CLINICAL_VARIABLE -> {
                String no = clinical(false);
                String yes = clinical(true);
                yield (person, subject) -> Marks.share(people.clinical(), person.number()) < POSITIVE ? yes : no;
            }
            case ADDRESS ->
                (person, subject) -> {
                    StringBuilder text = subject.text();
                    person.address(roman, text);
                    return text.toString();
                };
            case STREET -> (person, subject) -> person.street(roman);
            case HOUSE_NUMBER -> (person, subject) -> person.houseNumber();
            case POSTCODE -> (person, subject) -> person.postcode();
            case CITY -> (person, subject) -> person.city(roman);
            case REGION -> (person, subject) -> orNull(person.region(roman));
            case PHONE -> (person, subject) -> person.phone();
            case EMAIL -> (person, subject) -> person.email();
            default -> throw new IllegalArgumentException("no register has " + role.word());
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String middle(String name, Subject subject) {
        return name.isEmpty() ? null : subject.cased(name);
    }

    private static String given(Person person, boolean roman) {
        return roman ? person.givenRomanised() : person.given();
    }

    private static String surname(Person person, boolean roman) {
        return roman ? person.surnameRomanised() : person.surname();
    }

    /** Without a title: those are no part of a name. */
    private Cell fullName(boolean roman) {
        String order = asked.formats().nameOrder();
        boolean usual = order.equals("usual");
        boolean lastFirst = usual ? people.people().surnameFirst() : !order.equals("first-last");
        String apart = usual && people.people().oneWord() && !roman ? "" : " ";
        String between = order.equals("last, first") ? ", " : apart;
        return (person, subject) -> {
            String given = subject.cased(given(person, roman));
            String surname = subject.cased(surname(person, roman));
            return subject.text()
                    .append(lastFirst ? surname : given)
                    .append(between)
                    .append(lastFirst ? given : surname)
                    .toString();
        };
    }

    private static String year(int day) {
        return String.valueOf(LocalDate.ofEpochDay(day).getYear());
    }

    /** Days from visit to entry: most within weeks, some after months. */
    private int entry(long slot) {
        double share = Marks.share(entries, slot);
        return (int) Math.min(ENTRY_MOST, -ENTRY_MEAN * StrictMath.log1p(-share));
    }
}
