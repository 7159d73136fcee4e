package org.semblance.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** What a column of a register says about a person; errors and formats go by it. */
public enum Role {
    IDENTIFIER(
            "identifier", "client id", "unique id", "number", "patient id", "person id", "record id", "id", "rec id"),
    NATIONAL_ID(
            "national id", "ssn", "soc sec id", "social security number", "personal number", "tax id", "nhs number"),
    FULL_NAME("full name", "name", "client name", "client", "patient name"),
    FIRST_NAME("first name", "given name", "forename", "first", "given"),
    MIDDLE_NAME("middle name", "second name", "middle initial"),
    LAST_NAME("last name", "surname", "family name", "last", "family"),
    TITLE("title", "salutation", "honorific"),
    SEX("sex", "gender"),
    BIRTH_DATE("birth date", "date of birth", "birthdate", "dob", "birthday"),
    BIRTH_YEAR("birth year", "year of birth", "birthyear", "yob"),
    AGE("age", "age in years"),
    VISIT_DATE("visit date", "date of visit", "visit"),
    ENTRY_DATE("entry date", "date of entry", "entered"),
    CLINICAL_VARIABLE("clinical variable", "hiv", "via", "hiv status", "via status"),
    STREET("street", "street name", "address 1", "address line 1"),
    HOUSE_NUMBER("house number", "street number", "building number"),
    ADDRESS("address", "full address", "address 2", "address line 2"),
    POSTCODE("postcode", "zip", "zipcode", "zip code", "postal code", "plz", "postnummer"),
    CITY("city", "town", "suburb", "municipality", "place"),
    REGION("region", "state", "province", "county", "district"),
    PHONE("phone", "phone number", "telephone", "mobile", "cell"),
    EMAIL("email", "e mail", "email address", "mail"),
    TEXT("text"),
    NUMBER("numeric"),
    DATE("date"),
    CATEGORY("category");

    private final List<String> headers;

    Role(String... headers) {
        this.headers = List.of(headers);
    }

    /** The word users write: {@code first_name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws ProblemException where there is no role of that word */
    public static Role of(String word) {
        List<String> words = Arrays.stream(values()).map(Role::word).toList();
        int at = words.indexOf(word.replace('-', '_').replace(' ', '_').toLowerCase(Locale.ROOT));
        if (at < 0) {
            String hint = Nearest.hint(word, words);
            throw ProblemException.usage(Problem.of("there is no role \"" + word + "\" of a column.")
                    .fix(hint.isEmpty() ? "The roles are: " + String.join(", ", words) + "." : hint));
        }
        return values()[at];
    }

    /** The role that a column's name says, or null: case, underscores, hyphens and camel case do not matter. */
    public static @Nullable Role guess(String header) {
        String plain = plain(header);
        for (Role role : values()) {
            for (String known : role.headers) {
                if (known.equals(plain) || known.replace(" ", "").equals(plain)) {
                    return role;
                }
            }
        }
        return null;
    }

    private static String plain(String header) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            boolean starts = i > 0
                    && (Character.isUpperCase(c) && Character.isLowerCase(header.charAt(i - 1))
                            || Character.isDigit(c) && Character.isLetter(header.charAt(i - 1)));
            if (starts || !Character.isLetterOrDigit(c)) {
                out.append(' ');
            }
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return String.join(" ", out.toString().trim().split("\\s+"));
    }

    /** Whether it holds names of people, which are letters with spaces and hyphens. */
    public boolean isName() {
        return this == FULL_NAME || this == FIRST_NAME || this == MIDDLE_NAME || this == LAST_NAME;
    }

    public boolean isDate() {
        return this == BIRTH_DATE || this == VISIT_DATE || this == ENTRY_DATE || this == DATE;
    }

    /** Whether it holds words that people type: names, places and free text. */
    public boolean isWords() {
        return isName() || this == STREET || this == ADDRESS || this == CITY || this == REGION || this == TEXT;
    }

    /** Whether it is one of a few options, picked rather than typed. */
    public boolean isOption() {
        return this == SEX || this == CLINICAL_VARIABLE || this == TITLE || this == CATEGORY;
    }

    /** Whether it is a number or a code in which digits go wrong. */
    public boolean isDigits() {
        return this == IDENTIFIER
                || this == NATIONAL_ID
                || this == BIRTH_YEAR
                || this == AGE
                || this == HOUSE_NUMBER
                || this == POSTCODE
                || this == PHONE
                || this == NUMBER;
    }
}
