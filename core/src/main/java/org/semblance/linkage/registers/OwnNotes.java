package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Headers;
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
            List<@Nullable Role> all = Headers.roles(table.names());
            List<@Nullable Role> said = new ArrayList<>();
            without.forEach(name -> said.add(all.get(table.find(name))));
            int told = IntStream.range(0, said.size())
                    .filter(c -> said.get(c) != null)
                    .findFirst()
                    .orElse(-1);
            Role role = told < 0 ? null : said.get(told);
            String hint = role == null
                    ? Shown.word(without.get(0)) + "=last_name would say that it holds surnames"
                    : Shown.word(without.get(told)) + "=" + role.word()
                            + " would say that it is what its header says, though few of its cells look like it";
            out.add(list(without) + (one ? " has" : " have") + " no role, so nothing goes wrong in "
                    + (one ? "it" : "them") + ": --role " + hint);
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
            } else if (other && rows > ROWS_OF_A_TEXT && rows <= ROWS_OF_A_PERSON && sameNames(c)) {
                out.add(number(variable.name(), values.size(), filled));
                named = true;
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

    /** Whether rows with one text in a column mostly have the same names and birth date: then it tells who is who. */
    private boolean sameNames(int column) {
        List<Integer> names = names();
        Map<String, String> first = new HashMap<>();
        int again = 0;
        int same = 0;
        for (int i = 0; i < table.rows() && !names.isEmpty(); i++) {
            String cell = table.cell(i, column);
            String person = key(i, names);
            if (cell != null && !cell.isEmpty() && !person.isBlank()) {
                String other = first.putIfAbsent(cell, person);
                again += other == null ? 0 : 1;
                same += person.equals(other) ? 1 : 0;
            }
        }
        return again >= TOO_FEW_TO_TELL && 2 * same > again;
    }

    /** The columns of names and birth dates; none where there is not both. */
    private List<Integer> names() {
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
        return name && birth ? columns : List.of();
    }

    /** The cells of a row, one a line; blank where none has anything. */
    private String key(int row, List<Integer> columns) {
        StringBuilder key = new StringBuilder();
        for (int c : columns) {
            String cell = table.cell(row, c);
            key.append(cell == null ? "" : cell).append('\n');
        }
        return key.toString();
    }

    /** Rows of different people that are equal in names and birth, or in everything where there is neither. */
    private void alike() {
        List<Integer> columns = names();
        boolean whole = columns.isEmpty();
        if (whole) {
            columns = IntStream.range(0, table.variables().size()).boxed().toList();
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
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            String key = key(i, columns);
            Integer other = key.isBlank() ? null : first.putIfAbsent(key, person[i]);
            count += other != null && other != person[i] ? 1 : 0;
        }
        return count;
    }
}
