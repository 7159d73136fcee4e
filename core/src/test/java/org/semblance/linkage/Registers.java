package org.semblance.linkage;

import java.util.ArrayList;
import java.util.List;
import org.semblance.random.Rng;

/** Rows for tests: one column of every role, easy and awkward cells. */
final class Registers {
    static final List<Variable> VARIABLES = variables();
    private static final String[][] CELLS = {
        {"5040-290-08763-4", "A12", "", "7", "00-00"},
        {"529-14-1122", "810101-1234", "", "x", "1"},
        {"Mary Ann Smith", "josé garcía lópez", "O'BRIEN PATRICK", "", "x", " ", "ли юлия", "李 小龙", "a  b"},
        {"William", "elizabeth", "KATHERINE", "Jo-Ann", "J", "", "Иван", "😀", "伟"},
        {"Ann", "m", "Jean-Luc", "", "Ülkü"},
        {"Smith", "müller", "VAN DER BERG", "O'Neil", "", "Straße", "Петров", "😀x😀", "ß"},
        {"Mr", "Dr", "", "MS"},
        {"m", "f", "Female", "1", "", "F", "unknown"},
        {"1987-06-05", "2001-12-31", "1900-01-01", "", "1950-13-45", "2000-02-29", "unknown"},
        {"1987", "2001", "", "abc", "99"},
        {"34", "0", "1", "101", "", "x"},
        {"31/12/20", "01/02/03", "", "xx"},
        {"31 Dec 2020", "01 Jan 1999", ""},
        {"Positive", "0", "1", "negative", "", "maybe"},
        {"Main Street", "Bahnhofstr.", "Rue de l'Église", "", "Nygatan"},
        {"12", "7B", "", "x"},
        {"12 Main Street, Flat 3", "P O Box 7", ""},
        {"90210", "SW1A 1AA", "411 19", "", "00000"},
        {"Springfield", "Saint-Denis", "New York", "", "Åre"},
        {"NSW", "Västra Götaland", ""},
        {"+46 70 123 45 67", "555-0100", ""},
        {"ann.smith@example.com", "x@y.z", ""},
        {"Some free text here", "a", "", "\"quoted\", text\nin two lines", "😀"},
        {"12.5", "0", "-3", "", "n/a"},
        {"2020-02-29", "1999-01-01", ""},
        {"red", "blue", "", "green"},
    };
    static final int ROWS = 9;

    private Registers() {}

    private static List<Variable> variables() {
        List<Variable> out = new ArrayList<>();
        for (Role role : Role.values()) {
            Variable variable = new Variable(role.word(), role);
            out.add(
                    role == Role.VISIT_DATE
                            ? variable.pattern("dd/MM/yy")
                            : role == Role.ENTRY_DATE
                                    ? variable.pattern("dd MMM yyyy")
                                    : role == Role.CATEGORY
                                            ? variable.options(List.of("red", "green", "blue"))
                                            : variable);
        }
        return List.copyOf(out);
    }

    /** The i-th awkward row, with a household of three. */
    static Row row(int i) {
        Row[] self = new Row[1];
        self[0] = new Row(VARIABLES, new Known() {
            @Override
            public int relatives() {
                return 3;
            }

            @Override
            public String relative(int relative, int variable) {
                return cell(variable, i + relative);
            }

            @Override
            public String nickname() {
                return i == 0 ? "Bill" : null;
            }

            @Override
            public String otherScript(int variable) {
                return i % 2 == 0 && VARIABLES.get(variable).role().isName() ? "Romanised" : null;
            }
        });
        for (int v = 0; v < VARIABLES.size(); v++) {
            self[0].set(v, cell(v, i));
        }
        return self[0];
    }

    /** Every tenth is missing; an empty text is a cell of its own. */
    private static String cell(int variable, int i) {
        String[] cells = CELLS[variable];
        return i == cells.length ? null : cells[i % cells.length];
    }

    static void fill(Row row, List<String> cells) {
        for (int v = 0; v < row.width(); v++) {
            row.set(v, cells.get(v));
        }
    }

    /** A text of letters, quotes, line breaks, signs beyond the basic plane and nothing at all. */
    static String text(Rng rng) {
        String[] pieces = {"a", "b", "\"", ",", "\n", "\r\n", "😀", "é", "李", " ", "👩‍👩‍👧", "-1", "0"};
        int kind = rng.nextInt(10);
        if (kind == 0) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int n = rng.nextInt(6); n > 0; n--) {
            out.append(pieces[rng.nextInt(pieces.length)]);
        }
        return out.toString();
    }
}
