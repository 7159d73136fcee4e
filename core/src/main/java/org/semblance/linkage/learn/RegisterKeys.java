package org.semblance.linkage.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;

/**
 * Keys with which {@code semblance linkage} makes registers of the columns that were learnt about, so that what was learnt
 * from its own sets goes for new ones. None where a column is none of a register's: then only
 * {@code semblance linkage from} takes the file.
 */
final class RegisterKeys {
    private static final List<Role> PARTS =
            List.of(Role.STREET, Role.HOUSE_NUMBER, Role.POSTCODE, Role.CITY, Role.REGION);
    private static final List<Role> OTHERS = List.of(Role.TEXT, Role.NUMBER, Role.DATE, Role.CATEGORY);
    private static final Map<Role, String> FLAGS = Map.of(
            Role.NATIONAL_ID, "national_id",
            Role.TITLE, "title",
            Role.MIDDLE_NAME, "middle_name",
            Role.ENTRY_DATE, "entry_date",
            Role.CLINICAL_VARIABLE, "clinical_variable",
            Role.PHONE, "phone",
            Role.EMAIL, "email");

    private RegisterKeys() {}

    static Map<String, String> of(List<Variable> variables) {
        Set<Role> roles = variables.stream().map(Variable::role).collect(Collectors.toSet());
        boolean named = variables.stream()
                .allMatch(variable ->
                        variable.name().equals(variable.role().word()) && !OTHERS.contains(variable.role()));
        boolean parts = PARTS.stream().anyMatch(roles::contains);
        boolean split = roles.contains(Role.FIRST_NAME) || roles.contains(Role.LAST_NAME);
        int births = (roles.contains(Role.BIRTH_DATE) ? 1 : 0)
                + (roles.contains(Role.BIRTH_YEAR) ? 1 : 0)
                + (roles.contains(Role.AGE) ? 1 : 0);
        boolean twice = split && roles.contains(Role.FULL_NAME) || parts && roles.contains(Role.ADDRESS) || births > 1;
        Map<String, String> out = new LinkedHashMap<>();
        if (!named || twice) {
            return out;
        }
        put(out, split, "split_full_name", "first+last");
        put(out, roles.contains(Role.AGE), "age_format", "age");
        put(out, roles.contains(Role.BIRTH_YEAR), "age_format", "birth_year");
        put(out, parts, "address", "parts");
        put(out, roles.contains(Role.ADDRESS), "address", "one");
        for (Role role : Role.values()) {
            put(out, roles.contains(role), FLAGS.getOrDefault(role, ""), "true");
        }
        return out;
    }

    private static void put(Map<String, String> out, boolean wanted, String key, String value) {
        if (wanted && !key.isEmpty()) {
            out.put(key, value);
        }
    }
}
