package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.linkage.Role;
import org.semblance.random.Rng;

/** The names of columns: the plain word of each role or another one for it, in one style of letters. */
final class Header {
    /** Other words for a role, most of them e2elink's (MIT licence). */
    private static final Map<Role, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry(Role.IDENTIFIER, List.of("client id", "number", "unique id", "patient id")),
            Map.entry(Role.NATIONAL_ID, List.of("personal number", "social security number")),
            Map.entry(Role.FULL_NAME, List.of("name", "client name", "client", "patient name")),
            Map.entry(Role.FIRST_NAME, List.of("given name", "forename")),
            Map.entry(Role.MIDDLE_NAME, List.of("second name")),
            Map.entry(Role.LAST_NAME, List.of("surname", "family name")),
            Map.entry(Role.SEX, List.of("gender")),
            Map.entry(Role.BIRTH_DATE, List.of("date of birth", "birthdate", "dob")),
            Map.entry(Role.BIRTH_YEAR, List.of("year of birth", "birthyear")),
            Map.entry(Role.AGE, List.of("age in years")),
            Map.entry(Role.VISIT_DATE, List.of("date of visit", "visit", "date")),
            Map.entry(Role.ENTRY_DATE, List.of("date of entry")),
            Map.entry(Role.CLINICAL_VARIABLE, List.of("hiv status", "hiv", "via status", "via")),
            Map.entry(Role.STREET, List.of("street name")),
            Map.entry(Role.HOUSE_NUMBER, List.of("street number")),
            Map.entry(Role.POSTCODE, List.of("zip code", "postal code")),
            Map.entry(Role.CITY, List.of("town")),
            Map.entry(Role.REGION, List.of("state", "province")),
            Map.entry(Role.PHONE, List.of("telephone", "mobile")),
            Map.entry(Role.EMAIL, List.of("email address")));

    private static final List<String> STYLES = List.of("snake", "lower", "title", "upper", "camel");

    private Header() {}

    /** A name for each role, all different. */
    static List<String> names(List<Role> roles, Asked.Formats formats, Rng rng) {
        String style = formats.headerStyle().equals("random")
                ? STYLES.get(rng.child("style").nextInt(STYLES.size()))
                : formats.headerStyle();
        List<String> out = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Role role : roles) {
            List<String> others = SYNONYMS.getOrDefault(role, List.of());
            int which = formats.headerSynonym() < 0
                    ? rng.child(role.word()).nextInt(others.size() + 1)
                    : Math.min(formats.headerSynonym(), others.size());
            String plain = role.word().replace('_', ' ');
            String name = styled(which == 0 ? plain : others.get(which - 1), style);
            if (!taken.add(name)) {
                name = styled(plain, style);
                taken.add(name);
            }
            out.add(name);
        }
        return out;
    }

    private static String styled(String words, String style) {
        return switch (style) {
            case "lower" -> words;
            case "upper" -> words.toUpperCase(Locale.ROOT);
            case "title" -> capitals(words, " ");
            case "camel" -> capitals(words, "");
            default -> words.replace(' ', '_');
        };
    }

    private static String capitals(String words, String between) {
        StringBuilder out = new StringBuilder();
        for (String word : words.split(" ")) {
            out.append(out.length() == 0 ? "" : between)
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return out.toString();
    }
}
