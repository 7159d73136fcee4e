package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.Role;
import org.semblance.linkage.Row;
import org.semblance.linkage.link.Records;

/**
 * Who of a table of the user's own belong together, as far as the table tells: people of one surname at one address are
 * a household; in it those born on one day are twins, those of one given name namesakes. Moves and changes of names are
 * not in such a table. Memory: one number and two flags a row.
 */
final class Kin {
    private static final List<Role> PLACE =
            List.of(Role.STREET, Role.HOUSE_NUMBER, Role.ADDRESS, Role.POSTCODE, Role.CITY);

    /** More rows of one surname at one address are a home or a cell for want of an address: nobody there is compared. */
    private static final int HOME = 1000;

    private final int @Nullable [] household;
    private final boolean @Nullable [] twin;
    private final boolean @Nullable [] namesake;
    private final int identifier;
    private final boolean together;

    /** @param persons which rows are one person; null where each is */
    Kin(Records table, @Nullable Clusters persons) {
        together = persons != null;
        int number = table.find(Role.IDENTIFIER);
        identifier = number >= 0 ? number : table.find(Role.NATIONAL_ID);
        household = households(table);
        int given = table.find(Role.FIRST_NAME);
        int birth = table.find(Role.BIRTH_DATE);
        boolean known = household != null && given >= 0 && birth >= 0;
        twin = known ? new boolean[table.rows()] : null;
        namesake = known ? new boolean[table.rows()] : null;
        if (household != null && twin != null && namesake != null) {
            compare(table, household, twin, namesake, persons == null ? null : persons.persons());
        }
    }

    /** The first row of each row's household; null where the table has no surnames or no addresses. */
    private static int @Nullable [] households(Records table) {
        int surname = table.find(Role.LAST_NAME);
        boolean street = table.find(Role.STREET) >= 0 || table.find(Role.ADDRESS) >= 0;
        if (surname < 0 || !street) {
            return null;
        }
        int[] places = PLACE.stream()
                .mapToInt(table::find)
                .filter(column -> column >= 0)
                .toArray();
        Map<String, Integer> first = new HashMap<>();
        int[] out = new int[table.rows()];
        StringBuilder key = new StringBuilder();
        for (int row = 0; row < out.length; row++) {
            boolean whole = table.cell(row, surname) != null && place(table, row, places, key);
            key.append(table.cell(row, surname));
            Integer other = whole ? first.putIfAbsent(key.toString().toLowerCase(Locale.ROOT), row) : null;
            out[row] = other == null ? row : other;
        }
        return out;
    }

    /** Whether the row says where somebody lives: a street or address at least. */
    private static boolean place(Records table, int row, int[] places, StringBuilder key) {
        key.setLength(0);
        boolean street = false;
        for (int column : places) {
            Role role = table.variables().get(column).role();
            String cell = table.cell(row, column);
            street |= cell != null && (role == Role.STREET || role == Role.ADDRESS);
            key.append(cell == null ? "" : cell).append('\n');
        }
        return street;
    }

    private static void compare(
            Records table, int[] household, boolean[] twin, boolean[] namesake, int @Nullable [] person) {
        int given = table.find(Role.FIRST_NAME);
        int birth = table.find(Role.BIRTH_DATE);
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int row = 0; row < household.length; row++) {
            if (household[row] != row) {
                members.computeIfAbsent(household[row], first -> new ArrayList<>(List.of(first)))
                        .add(row);
            }
        }
        members.values().removeIf(rows -> rows.size() > HOME);
        members.values().forEach(rows -> {
            for (int a : rows) {
                for (int b : rows) {
                    String one = table.cell(a, birth);
                    String other = table.cell(b, birth);
                    boolean others = person == null ? a != b : person[a] != person[b];
                    if (others && one != null && other != null) {
                        boolean sameName = Objects.equals(table.cell(a, given), table.cell(b, given));
                        twin[a] |= one.equals(other) && !sameName;
                        namesake[a] |= !one.equals(other) && sameName && table.cell(a, given) != null;
                    }
                }
            }
        });
    }

    /** The columns of people.csv: who stands in each row, and what the table tells of them. */
    List<String> header() {
        List<String> out = new ArrayList<>(Arrays.asList("table", "row", "person"));
        if (together) {
            out.add("table_row");
        }
        if (household != null) {
            out.add("household");
        }
        if (twin != null) {
            out.addAll(List.of("twin", "namesake"));
        }
        if (identifier >= 0) {
            out.add("no_identifier");
        }
        return out;
    }

    /** The cells behind the person, for a row that was made of a row of the table. */
    void write(int from, Row row, CsvText text) {
        if (together) {
            text.cell(from);
        }
        if (household != null) {
            text.cell(household[from]);
        }
        if (twin != null && namesake != null) {
            text.cell(twin[from] ? 1 : 0).cell(namesake[from] ? 1 : 0);
        }
        if (identifier >= 0) {
            text.cell(row.missing(identifier) ? 1 : 0);
        }
    }
}
