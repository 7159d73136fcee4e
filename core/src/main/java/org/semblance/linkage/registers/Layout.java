package org.semblance.linkage.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.random.Rng;

/** The columns of one register in their order: how each is called, and what it says of a person. Thread-safe. */
final class Layout {
    /** A column. */
    record Column(Variable variable, Cell cell) {}

    private final List<Column> columns;
    private final int identifier;
    private final int nationalId;

    private Layout(List<Column> columns) {
        this.columns = List.copyOf(columns);
        identifier = find(Role.IDENTIFIER);
        nationalId = find(Role.NATIONAL_ID);
    }

    /**
     * @param people what all files know of the people: the same for each of them
     * @param own randomness of this file
     */
    static Layout of(Asked asked, Common people, Rng own) {
        List<Role> roles = roles(asked);
        if (asked.formats().shuffleColumns()) {
            shuffle(roles, own.child("columns"));
        }
        List<String> names = Header.names(roles, asked.formats(), own.child("header"));
        Cells cells = new Cells(asked, people, own);
        String pattern = Strftime.pattern(asked.formats().dateFormat());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            Variable variable = new Variable(names.get(i), role)
                    .pattern(role.isDate() ? pattern : "")
                    .options(cells.options(role));
            columns.add(new Column(variable, cells.of(role)));
        }
        return new Layout(columns);
    }

    private static List<Role> roles(Asked asked) {
        Asked.Columns columns = asked.columns();
        List<Role> out = new ArrayList<>();
        add(out, !columns.hideIdentifier(), Role.IDENTIFIER);
        add(out, columns.nationalId(), Role.NATIONAL_ID);
        add(out, columns.title(), Role.TITLE);
        boolean split = !asked.formats().splitFullName().equals("full");
        add(out, !split, Role.FULL_NAME);
        add(out, split, Role.FIRST_NAME);
        add(out, columns.middleName(), Role.MIDDLE_NAME);
        add(out, split, Role.LAST_NAME);
        out.add(Role.SEX);
        out.add(
                switch (asked.formats().ageFormat()) {
                    case "age" -> Role.AGE;
                    case "birth_year" -> Role.BIRTH_YEAR;
                    default -> Role.BIRTH_DATE;
                });
        boolean parts = columns.address().equals("parts");
        add(out, parts, Role.STREET);
        add(out, parts, Role.HOUSE_NUMBER);
        add(out, columns.address().equals("one"), Role.ADDRESS);
        add(out, parts, Role.POSTCODE);
        add(out, parts, Role.CITY);
        add(out, parts, Role.REGION);
        add(out, columns.phone(), Role.PHONE);
        add(out, columns.email(), Role.EMAIL);
        out.add(Role.VISIT_DATE);
        add(out, columns.entryDate(), Role.ENTRY_DATE);
        add(out, columns.clinicalVariable(), Role.CLINICAL_VARIABLE);
        return out;
    }

    private static void add(List<Role> roles, boolean wanted, Role role) {
        if (wanted) {
            roles.add(role);
        }
    }

    private static void shuffle(List<Role> roles, Rng rng) {
        for (int i = roles.size() - 1; i > 0; i--) {
            int j = rng.nextInt(i + 1);
            Role held = roles.get(i);
            roles.set(i, roles.get(j));
            roles.set(j, held);
        }
    }

    List<Variable> variables() {
        return columns.stream().map(Column::variable).toList();
    }

    List<String> names() {
        return columns.stream().map(column -> column.variable().name()).toList();
    }

    int size() {
        return columns.size();
    }

    Cell cell(int column) {
        return columns.get(column).cell();
    }

    /** The column of that role, or -1. */
    int find(Role role) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).variable().role() == role) {
                return i;
            }
        }
        return -1;
    }

    /** The column of identifiers, or -1. */
    int identifier() {
        return identifier;
    }

    /** The column of national identifiers, or -1. */
    int nationalId() {
        return nationalId;
    }

    static int epochDay(String iso) {
        return (int) LocalDate.parse(iso).toEpochDay();
    }
}
