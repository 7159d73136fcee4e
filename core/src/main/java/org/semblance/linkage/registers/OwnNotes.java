package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.report.Shown;

/**
 * What somebody should know who makes two files of a table: columns of which nobody knows what they are, columns that
 * give the truth away, rows that may be one person. Names of columns and counts only, no cells.
 */
public final class OwnNotes {
    /** Of so few columns that say something of a person, a linker can do little. */
    private static final int FEW_ROLES = 2;

    private static final int SHOWN = 8;

    /** A number for people stands in so many rows at most, on average. */
    private static final double ROWS_OF_A_PERSON = 20;

    /** A text of unknown meaning that hardly stands in two rows tells them apart. */
    private static final double ROWS_OF_A_TEXT = 1.5;

    private static final int TOO_FEW_TO_TELL = 20;

    private final OwnColumns own;
    private final Records table;
    private final List<String> out = new ArrayList<>();

    /** Whether a column was named that may tell who is who. */
    private boolean named;

    private OwnNotes(OwnColumns own) {
        this.own = own;
        table = own.table();
    }

    public static List<String> of(OwnColumns own) {
        OwnNotes notes = new OwnNotes(own);
        notes.roles();
        notes.dates();
        notes.giveaways();
        notes.alike();
        return notes.out;
    }

    private static boolean nothing(Role role) {
        return role == Role.TEXT;
    }

    private static boolean personal(Role role) {
        return !nothing(role)
                && role != Role.NUMBER
                && role != Role.DATE
                && role != Role.CATEGORY
                && role != Role.IDENTIFIER;
    }

    private void roles() {
        List<String> without = new ArrayList<>();
        int known = 0;
        for (Variable variable : table.variables()) {
            known += personal(variable.role()) ? 1 : 0;
            boolean open = nothing(variable.role())
                    && !variable.name().equals(own.known().cluster());
            if (open && filled(table.find(variable.name())) > 0) {
                without.add(variable.name());
            }
        }
        if (without.isEmpty() && known >= FEW_ROLES) {
            return;
        }
        if (known < FEW_ROLES) {
            String what = known == 0 ? "no column says" : known + (known == 1 ? " column says" : " columns say");
            String advice = without.isEmpty()
                    ? ""
                    : ". Say what a column is with --role COLUMN=ROLE, as " + Shown.word(without.get(0))
                            + "=first_name";
            out.add(what
                    + " something of a person that is known (names, birth, sex, address): a linker has little to go by"
                    + advice);
        }
        if (!without.isEmpty()) {
            boolean one = without.size() == 1;
            out.add(list(without) + (one ? " has" : " have") + " no role, so nothing goes wrong in "
                    + (one ? "it" : "them") + ": --role " + Shown.word(without.get(0))
                    + "=last_name would say that it holds surnames");
        }
    }

    private static String list(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() <= SHOWN ? some : some + " and " + (names.size() - SHOWN) + " more";
    }

    private void dates() {
        List<String> unread = new ArrayList<>();
        for (int c = 0; c < table.variables().size(); c++) {
            Variable variable = table.variables().get(c);
            if (variable.role().isDate() && variable.pattern().isEmpty() && filled(c) > 0) {
                unread.add(variable.name());
            }
        }
        if (!unread.isEmpty()) {
            out.add("the dates of " + list(unread) + " are written in no known way: days and months stay as they are");
        }
    }

    private int filled(int column) {
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            String cell = table.cell(i, column);
            count += cell == null || cell.isEmpty() ? 0 : 1;
        }
        return count;
    }

    /** Columns that go into both files nearly unchanged and tell people apart. */
    private void giveaways() {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c < table.variables().size(); c++) {
            Variable variable = table.variables().get(c);
            Role role = variable.role();
            boolean number = role == Role.IDENTIFIER;
            boolean other = nothing(role) || role == Role.NUMBER;
            if (!number && !other || variable.name().equals(own.known().cluster())) {
                continue;
            }
            Set<String> values = new HashSet<>();
            int filled = 0;
            for (int i = 0; i < table.rows(); i++) {
                String cell = table.cell(i, c);
                if (cell != null && !cell.isEmpty()) {
                    values.add(cell);
                    filled++;
                }
            }
            double rows = filled / (double) Math.max(1, values.size());
            if (number && values.size() > 1 && rows <= ROWS_OF_A_PERSON && 2 * filled > table.rows()) {
                out.add(number(variable.name(), values.size(), filled));
                named |= values.size() < filled;
            } else if (other && rows <= ROWS_OF_A_TEXT && 2 * filled > table.rows() && filled >= TOO_FEW_TO_TELL) {
                texts.add(variable.name());
            }
        }
        if (!texts.isEmpty()) {
            out.add(list(texts) + (texts.size() == 1 ? " is" : " are")
                    + " different in nearly every row and in both files"
                    + " the same: that gives the truth away. --drop " + Shown.word(texts.get(0)) + " leaves it out");
        }
    }

    private String number(String name, int values, int rows) {
        String both = name + " is in both files and gives the truth away.";
        String cluster = " --cluster " + Shown.word(name);
        if (own.together()) {
            return both + " --drop " + Shown.word(name) + " leaves it out";
        }
        return values == rows
                ? both + cluster + " leaves it out"
                : both + " It has " + values + " values in " + rows + " rows:" + cluster
                        + " takes rows of one value for one person, and leaves it out; now each row is a person";
    }

    /** Rows of different people that are equal in names and birth, or in everything where there is neither. */
    private void alike() {
        List<Integer> columns = new ArrayList<>();
        boolean name = false;
        boolean birth = false;
        for (int c = 0; c < table.variables().size(); c++) {
            Role role = table.variables().get(c).role();
            name |= role.isName();
            birth |= role == Role.BIRTH_DATE;
            if (role.isName() || role == Role.BIRTH_DATE) {
                columns.add(c);
            }
        }
        boolean whole = !name || !birth;
        if (whole) {
            columns.clear();
            for (int c = 0; c < table.variables().size(); c++) {
                columns.add(c);
            }
        }
        int count = named ? 0 : alike(columns);
        if (count > 0 && (whole ? 2 * count < table.rows() : true)) {
            out.add(count + (count == 1 ? " row has" : " rows have")
                    + (whole ? " the same cells" : " the same names and birth date")
                    + " as an earlier one, but " + (count == 1 ? "is" : "are")
                    + " taken for other people: --cluster COLUMN would name a column that tells who is who");
        }
    }

    private int alike(List<Integer> columns) {
        int[] person = own.clusters().persons();
        Map<String, Integer> first = new HashMap<>();
        StringBuilder key = new StringBuilder();
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            key.setLength(0);
            boolean some = false;
            for (int c : columns) {
                String cell = table.cell(i, c);
                some |= cell != null && !cell.isEmpty();
                key.append(cell == null ? "" : cell).append('\n');
            }
            Integer other = some ? first.putIfAbsent(key.toString(), person[i]) : null;
            count += other != null && other != person[i] ? 1 : 0;
        }
        return count;
    }
}
