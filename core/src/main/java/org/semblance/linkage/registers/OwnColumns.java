package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * A table of the user's own as its files are made of it: the columns that stay with their roles, and which rows are one
 * person.
 *
 * @param known what was said of the table, with the roles of all columns
 * @param together whether a column says which rows are one person
 */
public record OwnColumns(Records table, Clusters clusters, Parameters.Own known, boolean together) {
    /**
     * @param locale whose names the cells are looked up among
     * @throws ProblemException where a column is named that is not there, or a role that does not exist
     */
    public static OwnColumns of(Records all, Parameters.Own said, String locale) {
        List<String> names = all.variables().stream().map(Variable::name).toList();
        check(names, all.rows());
        List<Problem> problems = new ArrayList<>();
        Map<String, Role> roles = roles(said.roles(), problems);
        boolean together = !said.cluster().isEmpty();
        Stream.of(roles.keySet().stream(), said.drop().stream(), Stream.of(said.cluster()))
                .flatMap(columns -> columns)
                .filter(column -> !column.isEmpty() && !names.contains(column))
                .forEach(column -> problems.add(Problem.of("there is no column \"" + column + "\" in the table.")
                        .fix(Nearest.hint(column, names))));
        if (said.keepCluster() && !together) {
            problems.add(Problem.of("the column that tells who is who shall stay, but none is named.")
                    .fix("Name it: --cluster COLUMN, or cluster below table."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        List<String> away = new ArrayList<>(said.drop());
        if (together && said.keepCluster()) {
            roles.put(said.cluster(), Role.TEXT);
        } else if (together) {
            away.add(said.cluster());
        }
        Records table = RoleGuess.of(all.without(away), roles, locale);
        if (table.variables().isEmpty()) {
            throw ProblemException.usage(
                    Problem.of("no column is left for the files.").fix("Drop fewer, or use --keep-cluster."));
        }
        Clusters clusters = together ? Clusters.of(all, all.find(said.cluster())) : Clusters.none(all.rows());
        List<String> told = table.variables().stream()
                .map(variable -> variable.name() + "=" + variable.role().word())
                .toList();
        return new OwnColumns(
                table, clusters, new Parameters.Own(said.cluster(), said.keepCluster(), said.drop(), told), together);
    }

    /** Errors, roles and the log go by names of columns, so each has one, and one that no other has. */
    private static void check(List<String> names, int rows) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            if (name.isBlank()) {
                problems.add(Problem.of("column " + (c + 1) + " of the table has no name.")
                        .fix("Write one into the header."));
            } else if (!seen.add(name)) {
                problems.add(Problem.of("two columns of the table are called \"" + name + "\".")
                        .fix("Give each a name of its own."));
            }
        }
        if (rows == 0) {
            problems.add(Problem.of("there are no rows below the header: nobody could stand in the files.")
                    .fix("Give at least one row."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
    }

    private static Map<String, Role> roles(List<String> texts, List<Problem> problems) {
        Map<String, Role> out = new HashMap<>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 1) {
                problems.add(Problem.of("a role must be written COLUMN=ROLE, but \"" + text + "\" is not.")
                        .fix("Write dob=birth_date."));
                continue;
            }
            try {
                out.put(text.substring(0, equals), Role.of(text.substring(equals + 1)));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        return out;
    }

    /** How many people there are. */
    public int people() {
        return clusters.people();
    }
}
