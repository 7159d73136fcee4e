package org.semblance.project.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Sequence;

/** What the new rows of a database are to keep: what its schema lists, and what is found where it lists nothing. */
final class DatabaseRules {
    private DatabaseRules() {}

    /** What the schema lists, by table; problems name every line that is no rule of its table. */
    static Map<String, List<Constraint>> listed(Database database, DatabaseProject project) {
        Map<String, List<Constraint>> out = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        project.schema().constraints().forEach((table, listed) -> {
            try {
                out.put(table, RelatedRules.read(steps(listed, table, database), table, database.metadata()));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        return out;
    }

    /** Without what sequences keep by themselves: steps have different places, and the entity determines what is its own. */
    private static Listed steps(Listed listed, String table, Database database) {
        Set<String> place = new HashSet<>();
        if (DatabasePipeline.sequences(database.metadata())) {
            Sequence sequence = database.sequences().get(0);
            place.addAll(sequence.entity());
            place.add(sequence.order());
        }
        boolean alone = !place.isEmpty() && database.tables().containsKey(table);
        return new Listed(
                listed.file(),
                listed.lines().stream()
                        .filter(line -> !alone
                                || !itself(
                                        line, place, database.sequences().get(0).entity()))
                        .toList());
    }

    private static boolean itself(Listed.Line line, Set<String> place, List<String> entity) {
        return switch (line.form()) {
            case "unique" -> line.value() instanceof List<?> columns && columns.containsAll(place);
            case "determines" ->
                line.value() instanceof Map<?, ?> map
                        && entity.size() == 1
                        && map.keySet().equals(Set.copyOf(entity));
            default -> false;
        };
    }

    /** What new rows are to keep, by table: what the schema lists of a table, else what all its rows keep. */
    static Map<String, List<Constraint>> of(Database database, DatabaseProject project, Run run) {
        if (!project.settings().keepConstraints()) {
            return Map.of();
        }
        Map<String, List<Constraint>> out = listed(database, project);
        if (!out.keySet().containsAll(database.tables().keySet())) {
            RelatedRules.find(database, run.child("constraints"))
                    .forEach((table, found) -> out.putIfAbsent(table, Constraints.kept(found)));
        }
        return out;
    }
}
