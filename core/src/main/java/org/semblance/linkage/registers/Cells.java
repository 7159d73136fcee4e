package org.semblance.linkage.registers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.semblance.generate.people.Day;
import org.semblance.generate.people.Wording;
import org.semblance.generate.people.Wording.Letters;
import org.semblance.linkage.DateText;
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

    private final Asked asked;
    private final Common people;
    private final long entries;
    private final DateText dates;

    Cells(Asked asked, Common people, Rng own) {
        this.asked = asked;
        this.people = people;
        entries = own.child("entries").nextLong();
        dates = new DateText(Strftime.pattern(asked.formats().dateFormat()));
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
        Wording wording =
                new Wording(roman, Letters.valueOf(asked.formats().nameFormat().toUpperCase(Locale.ROOT)));
        return switch (role) {
            case IDENTIFIER -> (person, subject, out) -> people.identifiers().write(person.number(), out);
            case NATIONAL_ID -> (person, subject, out) -> out.put(person.nationalId());
            case TITLE -> (person, subject, out) -> out.put(person.title(roman));
            case FULL_NAME -> fullName(wording);
            case FIRST_NAME -> (person, subject, out) -> person.writeGiven(wording, out);
            case MIDDLE_NAME -> (person, subject, out) -> person.writeMiddle(wording, out);
            case LAST_NAME -> (person, subject, out) -> person.writeSurname(wording, out);
            case SEX -> {
                String female = sex(true);
                String male = sex(false);
                yield (person, subject, out) -> out.put(person.female() ? female : male);
            }
            case BIRTH_DATE -> (person, subject, out) -> dates.write(Day.of(person.birthDay()), out);
            case BIRTH_YEAR -> (person, subject, out) -> out.digits(Day.of(person.birthDay()) / 10_000, 1);
            case AGE -> (person, subject, out) -> out.digits(person.age(), 1);
            case VISIT_DATE -> (person, subject, out) -> dates.write(Day.of(subject.day()), out);
            case ENTRY_DATE ->
                (person, subject, out) -> dates.write(Day.of(subject.day() + entry(subject.slot())), out);
            case CLINICAL_VARIABLE -> {
                String no = clinical(false);
                String yes = clinical(true);
                yield (person, subject, out) ->
                        out.put(Marks.share(people.clinical(), person.number()) < POSITIVE ? yes : no);
            }
            case ADDRESS -> (person, subject, out) -> out.put(person.address(roman));
            case STREET -> (person, subject, out) -> person.writeStreet(roman, out);
            case HOUSE_NUMBER -> (person, subject, out) -> person.writeHouseNumber(out);
            case POSTCODE -> (person, subject, out) -> person.writePostcode(out);
            case CITY -> (person, subject, out) -> person.writeCity(roman, out);
            case REGION -> (person, subject, out) -> person.writeRegion(roman, out);
            case PHONE -> (person, subject, out) -> person.writePhone(out);
            case EMAIL -> (person, subject, out) -> person.writeEmail(out);
            default -> throw new IllegalArgumentException("no register has " + role.word());
        };
    }

    /** Without a title: those are no part of a name. */
    private Cell fullName(Wording wording) {
        String order = asked.formats().nameOrder();
        boolean usual = order.equals("usual");
        boolean lastFirst = usual ? people.people().surnameFirst() : !order.equals("first-last");
        String apart = usual && people.people().oneWord() && !wording.romanised() ? "" : " ";
        byte[] between = (order.equals("last, first") ? ", " : apart).getBytes(StandardCharsets.UTF_8);
        return (person, subject, out) -> {
            if (lastFirst) {
                person.writeSurname(wording, out);
                out.put(between);
                person.writeGiven(wording, out);
            } else {
                person.writeGiven(wording, out);
                out.put(between);
                person.writeSurname(wording, out);
            }
        };
    }

    /** Days from visit to entry: most within weeks, some after months. */
    private int entry(long slot) {
        double share = Marks.share(entries, slot);
        return (int) Math.min(ENTRY_MOST, -ENTRY_MEAN * StrictMath.log1p(-share));
    }
}
