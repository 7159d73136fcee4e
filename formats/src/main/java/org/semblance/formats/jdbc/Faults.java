package org.semblance.formats.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * What a fault of a database means to its user. The database's own words are not passed on where they may hold values of
 * somebody's data.
 */
final class Faults {
    private Faults() {}

    /** What went wrong, in words, and what to do. */
    record Meaning(String what, String fix) {}

    /**
     * The problem that a fault stands for.
     *
     * @param where what messages call the database
     * @param table the table that was worked on, or empty
     */
    static ProblemException of(SQLException fault, Engine engine, String where, String table) {
        Meaning own = engine.meaning(fault);
        Meaning meaning = own == null ? meaning(fault, engine) : own;
        String place = table.isEmpty() || where.equals(table) ? where : where + ", table " + table;
        ProblemException problem =
                ProblemException.data(Problem.of(meaning.what()).at(place).fix(meaning.fix()));
        problem.addSuppressed(fault);
        return problem;
    }

    private static Meaning meaning(SQLException fault, Engine engine) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        String group = state.length() < 2 ? "" : state.substring(0, 2);
        if (lost(fault)) {
            return new Meaning(
                    "the connection to " + engine.name() + " was refused or lost.",
                    "Check that the server runs and can be reached from here.");
        }
        if (state.equals("53100") || state.equals("53200") || state.equals("54000")) {
            return new Meaning(
                    engine.name() + " has no room left.", "Free some space on its disk, or ask who runs it.");
        }
        if (group.equals("28")) {
            return new Meaning(
                    engine.name() + " does not know this user, or the password is wrong.",
                    "Give the user in the address (?user=NAME), and the password in --password-file FILE.");
        }
        if (state.equals("3D000")) {
            return new Meaning("there is no such database.", "Check the name in the address.");
        }
        if (state.equals("3F000")) {
            return new Meaning("there is no such schema.", "Check --schema-name.");
        }
        if (state.equals("42501")) {
            return new Meaning(
                    "this user may not do that.",
                    "Ask for the right to read the tables (SELECT), or where to write (CREATE on the schema).");
        }
        if (state.equals("2BP01")) {
            return new Meaning(
                    "other tables or views depend on those that would be replaced.",
                    "Write to another schema or database, or drop what depends on them.");
        }
        if (group.equals("22") || group.equals("23")) {
            return new Meaning(
                    engine.name() + " refused a value that does not fit its column (" + state + ").",
                    "Write to a folder instead to see the rows.");
        }
        if (state.equals("40001") || state.equals("40P01") || state.equals("55P03")) {
            return new Meaning("somebody else works on the same tables.", "Try again.");
        }
        if (state.equals("57014")) {
            return new Meaning(engine.name() + " stopped the work: it took longer than is allowed there.", "");
        }
        // The class of other states tells no values: syntax, features, names, insufficient resources, the system.
        boolean safe = group.equals("42") || group.equals("0A") || group.equals("53") || group.equals("58");
        String words = safe ? ": " + firstLine(fault.getMessage()) : "";
        return new Meaning(engine.name() + " refused" + (state.isEmpty() ? "" : " (" + state + ")") + words + ".", "");
    }

    /** Whether the connection could not be made, or is no longer there. */
    static boolean lost(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return state.startsWith("08") || state.equals("57P01") || state.equals("57P02") || state.equals("57P03");
    }

    private static String firstLine(@Nullable String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("");
        return line.replaceFirst("^(ERROR|FATAL):\\s*", "")
                .replaceFirst("\\.$", "")
                .strip();
    }
}
