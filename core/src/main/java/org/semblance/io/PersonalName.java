package org.semblance.io;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of identifier that the column's name gives away.
 *
 * @param maker what makes new ones; empty where their shape says it
 * @param words what messages call them
 */
record PersonalName(String maker, String words) {
    private static final Set<String> FIRST = Set.of(
            "firstname",
            "givenname",
            "forename",
            "fornamn",
            "förnamn",
            "vorname",
            "prenom",
            "prénom",
            "first",
            "fname",
            "givennames",
            "middlename",
            "patientfirstname");
    private static final Set<String> LAST = Set.of(
            "lastname",
            "surname",
            "familyname",
            "efternamn",
            "nachname",
            "last",
            "lname",
            "maidenname",
            "maiden",
            "apellido",
            "etternavn",
            "patientlastname");
    private static final Set<String> WHOLE = Set.of(
            "fullname",
            "personname",
            "patientname",
            "customername",
            "employeename",
            "contactname",
            "membername",
            "clientname",
            "studentname",
            "passengername",
            "navn",
            "namn",
            "nameofpatient",
            "ownername",
            "authorname",
            "membersname");
    private static final Set<String> PERSONS = Set.of(
            "customer",
            "client",
            "patient",
            "employee",
            "person",
            "member",
            "contact",
            "passenger",
            "guest",
            "student",
            "teacher",
            "doctor",
            "physician",
            "owner",
            "kund",
            "kunde",
            "anställd",
            "läkare");
    private static final Set<String> STREETS = Set.of(
            "address",
            "addr",
            "street",
            "adress",
            "adresse",
            "strasse",
            "straße",
            "gata",
            "streetaddress",
            "address1",
            "address2",
            "direccion");
    private static final Set<String> PLACES =
            Set.of("state", "city", "country", "county", "type", "zip", "email", "ip", "web");
    private static final Set<String> NUMBERS = Set.of(
            "ssn",
            "passport",
            "personnummer",
            "personnr",
            "pnr",
            "cpr",
            "nhs",
            "nin",
            "drivers",
            "driverslicense",
            "licence",
            "license",
            "fodselsnummer",
            "taxid",
            "mrn",
            "iban",
            "socsec",
            "nationalid");
    private static final Pattern PERSON =
            Pattern.compile("[\\p{Lu}][\\p{L}'’.-]*\\d{0,4}(,? [\\p{L}(\"][\\p{L}'’.\")(-]*\\d{0,4}){1,6}");
    private static final Pattern THING = Pattern.compile(
            "(?i).*\\b(county|city|inc|ltd|llc|gmbh|ab|street|road|hospital|school|university|cent(er|re)|company|bank|church|"
                    + "club|district|area|tract|art|museum|office|village|town|township|park|gallery)\\b.*");

    /** What the name and values say, or null. {@code labels}: those of the facts that are looked at. */
    static @Nullable PersonalName of(NameWords name, List<String> labels, LabelKind.Facts facts) {
        double spread = facts.spread();
        String joined = name.joined();
        boolean letters = labels.stream()
                        .filter(l -> l.chars().anyMatch(Character::isLetter))
                        .count()
                > 0.9 * labels.size();
        boolean many = facts.enough() && spread > 0.5;
        if (letters && FIRST.contains(joined)) {
            return new PersonalName("first-name", "given names");
        }
        if (letters && LAST.contains(joined)) {
            return new PersonalName("last-name", "family names");
        }
        boolean whole = WHOLE.contains(joined) || (joined.equals("name") && (spread > 0.5 || facts.values() < 20));
        boolean somebody = labels.size() >= 5 && name.words().size() == 1 && PERSONS.contains(joined);
        if (letters && (whole || somebody) && people(labels)) {
            return new PersonalName("person-name", "people's names");
        }
        if (name.any(NUMBERS)
                && labels.stream()
                        .anyMatch(l -> l.chars().filter(Character::isDigit).count() >= 4)) {
            return new PersonalName("", "numbers of a person");
        }
        if (facts.enough() && spread > 0.1 && name.any(STREETS) && !name.any(PLACES)) {
            return new PersonalName("address", "addresses");
        }
        if (many && name.any("city", "town", "suburb", "ort", "stad", "ville", "locality")) {
            return new PersonalName("city", "places, mostly different");
        }
        if (name.any("username", "login", "nickname", "userid") && spread > 0.3) {
            return new PersonalName("user-name", "user names");
        }
        if (many && name.any("company", "employer", "organisation", "organization", "firm", "foretag", "firma")) {
            return new PersonalName("company", "companies, mostly different");
        }
        return null;
    }

    private static boolean people(List<String> labels) {
        long fitting = labels.stream()
                .filter(l -> PERSON.matcher(l).matches() && !THING.matcher(l).matches())
                .count();
        return fitting >= 0.7 * labels.size();
    }
}
