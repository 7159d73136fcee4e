package org.semblance.project.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Findings;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.RelatedEvaluation;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.SameKinds;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Table;

/**
 * Databases that are there already, judged: the synthetic one may be from anybody. Keys and relationships are those of the
 * real one; columns are read as it has them ({@link SameKinds}).
 *
 * @param synthetic the tables that the real database has
 * @param comparison the databases with the columns that can be compared
 * @param notes what was done to compare them, a sentence each
 */
public record DatabaseJudgement(
        Database synthetic, RelatedComparison comparison, Findings findings, List<String> notes) {
    public DatabaseJudgement {
        notes = List.copyOf(notes);
    }

    /**
     * Judges.
     *
     * @param holdout real tables of entities that were not learnt from, or null
     * @throws ProblemException of kind DATA, naming every table and key column that the others lack
     */
    public static DatabaseJudgement of(
            Database real, LoadedDatabase synthetic, @Nullable LoadedDatabase holdout, Run run) {
        List<Problem> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, Table> made = alike(real, synthetic, "the synthetic database", problems, notes);
        Map<String, Table> held =
                holdout == null ? null : alike(real, holdout, "the holdout", problems, new ArrayList<>());
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        Database others = bare(made);
        Database fresh = held == null ? null : bare(held);
        RelatedComparison compared = new RelatedComparison(real, others, fresh);
        Findings findings = RelatedEvaluation.of(real, others).holdout(fresh).measure(run);
        return new DatabaseJudgement(others, compared, findings, notes);
    }

    private static Database bare(Map<String, Table> tables) {
        return Database.of(tables, List.of());
    }

    private static Map<String, Table> alike(
            Database real, LoadedDatabase other, String what, List<Problem> problems, List<String> notes) {
        Map<String, Table> tables = other.rows();
        Map<String, Table> out = new LinkedHashMap<>();
        real.tables().forEach((name, table) -> {
            Table found = tables.get(name);
            if (found == null) {
                problems.add(Problem.of(what + " has no table \"" + name + "\".")
                        .at(other.name())
                        .fix(Nearest.hint(name, tables.keySet())));
                return;
            }
            SameKinds same = SameKinds.of(table, found, name + " of " + what);
            out.put(name, same.table());
            notes.addAll(same.notes());
        });
        tables.keySet().stream()
                .filter(name -> !real.tables().containsKey(name))
                .forEach(name ->
                        notes.add(what + " has a table " + name + ", which the real one has not: it was left out."));
        return out;
    }
}
