package org.semblance.linkage;

import java.util.List;
import java.util.Map;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Two cells of a row change places: given name and surname, postcode and city. The other cell may be missing: then the
 * value has only got into the wrong column. Where both are the same, or the row has no such column, the cell is not
 * eligible. Two changes in the log, one for each cell.
 */
final class FieldSwap implements Corruption {
    record Options(
            @Option("The name or role of the other column; empty for the usual one of such a column.")
            String with) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "field-swap",
            "Two cells of a row change places: given name and surname, postcode and city.",
            new Options(""),
            FieldSwap::new);

    private static final Map<Role, List<Role>> USUAL = Map.ofEntries(
            Map.entry(Role.FIRST_NAME, List.of(Role.LAST_NAME, Role.MIDDLE_NAME)),
            Map.entry(Role.MIDDLE_NAME, List.of(Role.FIRST_NAME, Role.LAST_NAME)),
            Map.entry(Role.LAST_NAME, List.of(Role.FIRST_NAME)),
            Map.entry(Role.STREET, List.of(Role.ADDRESS, Role.HOUSE_NUMBER)),
            Map.entry(Role.ADDRESS, List.of(Role.STREET, Role.CITY)),
            Map.entry(Role.HOUSE_NUMBER, List.of(Role.STREET)),
            Map.entry(Role.POSTCODE, List.of(Role.CITY)),
            Map.entry(Role.CITY, List.of(Role.POSTCODE, Role.REGION)),
            Map.entry(Role.REGION, List.of(Role.CITY)),
            Map.entry(Role.BIRTH_DATE, List.of(Role.VISIT_DATE, Role.ENTRY_DATE)),
            Map.entry(Role.VISIT_DATE, List.of(Role.ENTRY_DATE, Role.BIRTH_DATE)),
            Map.entry(Role.ENTRY_DATE, List.of(Role.VISIT_DATE)),
            Map.entry(Role.PHONE, List.of(Role.EMAIL)),
            Map.entry(Role.EMAIL, List.of(Role.PHONE)),
            Map.entry(Role.IDENTIFIER, List.of(Role.NATIONAL_ID)),
            Map.entry(Role.NATIONAL_ID, List.of(Role.IDENTIFIER)));

    private final String with;

    FieldSwap(Options options) {
        with = options.with();
    }

    @Override
    public boolean fits(Variable variable) {
        return !with.isEmpty() || USUAL.containsKey(variable.role());
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        int other = cell == null ? -1 : other(row, variable);
        if (cell == null || other < 0 || cell.equals(row.get(other))) {
            return false;
        }
        row.set(variable, row.get(other));
        row.set(other, cell);
        return true;
    }

    private int other(Row row, int variable) {
        if (with.isEmpty()) {
            for (Role role : USUAL.getOrDefault(row.variables().get(variable).role(), List.of())) {
                int found = row.find(role);
                if (found >= 0) {
                    return found;
                }
            }
            return -1;
        }
        for (int i = 0; i < row.width(); i++) {
            Variable one = row.variables().get(i);
            if (i != variable && (one.name().equals(with) || one.role().word().equals(with.replace('-', '_')))) {
                return i;
            }
        }
        return -1;
    }
}
