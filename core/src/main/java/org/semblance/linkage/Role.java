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
    IDENTIFIER,
    NATIONAL_ID,
    FULL_NAME,
    FIRST_NAME,
    MIDDLE_NAME,
    LAST_NAME,
    TITLE,
    SEX,
    BIRTH_DATE,
    BIRTH_YEAR,
    AGE,
    VISIT_DATE,
    ENTRY_DATE,
    CLINICAL_VARIABLE,
    STREET,
    HOUSE_NUMBER,
    ADDRESS,
    POSTCODE,
    CITY,
    REGION,
    PHONE,
    EMAIL,
    TEXT,
    NUMBER,
    DATE,
    CATEGORY;

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

    /** The role that a column's name says, or null: case, accents, underscores, hyphens and camel case do not matter. */
    public static @Nullable Role guess(String header) {
        return Headers.roles(List.of(header)).get(0);
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
