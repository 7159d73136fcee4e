package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Keeper;
import org.semblance.constraint.Listed;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * What related tables keep: each for itself, with the rows above it (a visit comes after the birth of its patient; the age
 * is the years between), and with the rows that name it (an order's total is the sum of its lines).
 *
 * <p>With rows above, orders of dates and times and formulas are looked for, one row for each row above: siblings are no
 * evidence of their own. Cost: that of {@link Constraints#find} for each table and each table above it, and of {@link
 * TotalRules}.
 */
public final class RelatedRules {
    /** Fewer parents keep too much by chance. */
    private static final int LEAST_ROWS = 100;

    private RelatedRules() {}

    /** What each table keeps in all its rows, or in nearly all; tables without anything are left out. */
    public static Map<String, List<Constraints.Found>> find(Database real, Run run) {
        Joined joined = new Joined(real);
        Map<String, List<Constraints.Found>> out = new LinkedHashMap<>();
        for (String name : real.tables().keySet()) {
            Run.checkCancelled();
            List<Constraints.Found> found = new ArrayList<>(TotalRules.find(real, name, joined));
            Table own = joined.of(name, List.of());
            Constraints.find(own, run.child(name)).stream()
                    .filter(one -> !one.constraint().form().equals("unique"))
                    .map(one -> TotalRules.turned(one, found, own))
                    .forEach(found::add);
            found.addAll(Siblings.find(real, name, joined));
            found.addAll(withAbove(real, name, joined, run.child(name).silent()));
            if (!found.isEmpty()) {
                out.put(name, found);
            }
        }
        return out;
    }

    private static List<Constraints.Found> withAbove(Database real, String name, Joined joined, Run run) {
        List<Constraints.Found> out = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Schema own = own(real.metadata(), name);
        for (Above above : Above.of(real.metadata(), name)) {
            List<String> names = own(real.metadata(), above.table()).fields().stream()
                    .filter(field -> field.kind().numeric())
                    .map(field -> above.name(field.name()))
                    .toList();
            int[] rows = firsts(joined.rows(name, above));
            if (names.isEmpty()
                    || rows.length < LEAST_ROWS
                    || own.fields().stream().noneMatch(RelatedRules::numeric)) {
                continue;
            }
            Table whole = joined.of(name, names);
            int[] numeric = IntStream.range(0, whole.width())
                    .filter(c -> numeric(whole.schema().field(c)))
                    .toArray();
            Table some = whole.select(numeric).take(rows);
            for (Constraints.Found one : Copied.find(some, whole, own)) {
                if (told.add(one.constraint().words())) {
                    out.add(one);
                }
            }
            for (Constraints.Found one : Constraints.find(some, run.child(above.name("")))) {
                if (between(one.constraint(), own, whole.schema())
                        && told.add(one.constraint().words())) {
                    Constraints.Found held = Constraints.held(one.constraint(), whole);
                    if (held.broken() <= 0.001 * whole.rows()) {
                        out.add(held);
                    }
                }
            }
        }
        return out;
    }

    private static boolean numeric(Field field) {
        return field.kind().numeric();
    }

    /** The first row of each parent. */
    private static int[] firsts(int[] parents) {
        Set<Integer> seen = new HashSet<>();
        return IntStream.range(0, parents.length)
                .filter(i -> parents[i] >= 0 && seen.add(parents[i]))
                .toArray();
    }

    /** Whether it is about columns of both, and of a form that rows above may have a say in. */
    private static boolean between(Constraint constraint, Schema own, Schema whole) {
        List<String> columns = constraint.columns();
        long mine = columns.stream().filter(column -> own.find(column) >= 0).count();
        if (mine == 0 || mine == columns.size()) {
            return false;
        }
        return switch (constraint.form()) {
            case "order" ->
                columns.stream().map(c -> whole.field(whole.index(c)).kind()).allMatch(RelatedRules::time);
            case "formula", "sum" -> own.find(columns.get(0)) >= 0;
            default -> false;
        };
    }

    private static boolean time(Kind kind) {
        return kind == Kind.DATE || kind == Kind.DATETIME || kind == Kind.TIME;
    }

    /** The learnt columns of a table: what is modelled and no foreign key. */
    public static Schema own(Metadata metadata, String table) {
        Set<String> foreign = new HashSet<>();
        metadata.above(table).forEach(r -> foreign.addAll(r.foreignKey()));
        return new Schema(metadata.schema(table).fields().stream()
                .filter(field -> field.kind().modelled() && !foreign.contains(field.name()))
                .toList());
    }

    /**
     * The columns that rules of a table may be about: its own that are learnt, those of the tables {@link Above} it, called
     * {@code table.column}, what of the rows below is gathered in the lines, and foreign keys in which, with others, rows
     * differ.
     */
    public static Schema columns(Metadata metadata, String table, Listed listed) {
        List<Field> fields = new ArrayList<>(own(metadata, table).fields());
        for (Above above : Above.of(metadata, table)) {
            for (Field field : metadata.schema(above.table()).fields()) {
                if (field.kind().modelled()) {
                    fields.add(new Field(above.name(field.name()), field.kind(), field.format(), ""));
                }
            }
        }
        Set<String> there = new HashSet<>();
        for (Listed.Line line : listed.lines()) {
            if (line.form().equals("unique") && line.value() instanceof List<?> named) {
                metadata.schema(table).fields().stream()
                        .filter(field -> named.contains(field.name()) && foreign(metadata, table, field.name()))
                        .filter(field -> there.add(field.name()))
                        .forEach(fields::add);
            }
            for (Gathered one : GatheredText.in(line.value(), table, metadata)) {
                if (there.add(one.name())) {
                    fields.add(one.field());
                }
            }
        }
        return new Schema(fields);
    }

    private static boolean foreign(Metadata metadata, String table, String column) {
        return metadata.above(table).stream().anyMatch(r -> r.foreignKey().contains(column));
    }

    /** Whether a rule says in which columns, foreign keys among them, rows differ: what is no learnt column alone. */
    public static boolean ofKeys(Metadata metadata, String table, Constraint rule) {
        return rule.form().equals("unique")
                && rule.columns().stream().anyMatch(column -> foreign(metadata, table, column));
    }

    /**
     * Rules of a table as a file lists them.
     *
     * @throws ProblemException with everything that is wrong
     */
    public static List<Constraint> read(Listed listed, String table, Metadata metadata) {
        List<Listed.Line> lines = listed.lines().stream()
                .map(line ->
                        new Listed.Line(line.form(), GatheredText.quoted(line.value(), table, metadata), line.line()))
                .toList();
        Schema columns = columns(metadata, table, listed);
        try {
            return Constraints.read(new Listed(listed.file(), lines), columns);
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.kind(),
                    e.problems().stream()
                            .map(problem -> unlearnt(problem, table, metadata, columns))
                            .toList());
        }
    }

    /** A problem of a column that is there, and that no rule can be about, says so. */
    private static Problem unlearnt(Problem problem, String table, Metadata metadata, Schema columns) {
        for (Field field : metadata.schema(table).fields()) {
            String missing = "there is no column \"" + field.name() + "\"";
            if (columns.find(field.name()) < 0 && problem.what().contains(missing)) {
                boolean foreign = metadata.above(table).stream()
                        .anyMatch(r -> r.foreignKey().contains(field.name()));
                String what = foreign ? "foreign key" : field.kind().word();
                String is = (what.matches("[aeiou].*") ? "an " : "a ") + what + ", made anew";
                return Problem.of(problem.what()
                                .replace(
                                        missing,
                                        "rules are about columns that are learnt, and \"" + field.name() + "\" is "
                                                + is))
                        .at(problem.where())
                        .fix(
                                foreign
                                        ? "Leave the rule out."
                                        : "Leave the rule out, or give the column a kind that is learnt, such as category.");
            }
        }
        return problem;
    }

    /** A rule that was learnt from a real database, with what must be known to tell who breaks it. */
    public record Learnt(String table, Keeper keeper) {
        /** The columns of other rows that it is about. */
        private List<String> columns() {
            return keeper.constraint().columns();
        }
    }

    /** What fewer real rows say of a label, such as with which other it goes, is no rule that new rows could break. */
    private static final Constraint.Terms SHARED = new Constraint.Terms(5, Set.of());

    /** The rules that a database keeps in all rows. */
    public static List<Learnt> learn(Database real, Run run) {
        Map<String, List<Constraint>> kept = new LinkedHashMap<>();
        find(real, run).forEach((table, found) -> kept.put(table, Constraints.kept(found)));
        return learn(real, kept);
    }

    /** Rules by table, as a database has them. */
    public static List<Learnt> learn(Database real, Map<String, List<Constraint>> rules) {
        Joined joined = new Joined(real);
        List<Learnt> out = new ArrayList<>();
        rules.forEach((table, some) ->
                some.forEach(rule -> out.add(new Learnt(table, rule.learn(joined.of(table, rule.columns()), SHARED)))));
        return out;
    }

    /** By table, the rows that break any of its rules; each rule's are counted. */
    public static Map<String, boolean[]> broken(List<Learnt> rules, Database other, int[] counts) {
        Joined joined = new Joined(other);
        Map<String, boolean[]> out = new LinkedHashMap<>();
        for (int k = 0; k < counts.length; k++) {
            Learnt rule = rules.get(k);
            Table rows = joined.of(rule.table(), rule.columns());
            boolean @Nullable [] there = out.get(rule.table());
            boolean[] any = there == null ? new boolean[rows.rows()] : there;
            boolean[] one = rule.keeper().broken(rows, Keeper.Place.ALONE);
            for (int i = 0; i < one.length; i++) {
                counts[k] += one[i] ? 1 : 0;
                any[i] |= one[i];
            }
            out.put(rule.table(), any);
        }
        return out;
    }
}
