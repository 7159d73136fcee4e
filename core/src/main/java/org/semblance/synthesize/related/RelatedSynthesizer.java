package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Listed;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.evaluate.related.Link;
import org.semblance.expression.Expression;
import org.semblance.model.DatabaseLoader;
import org.semblance.model.DatabaseModel;
import org.semblance.model.Size;
import org.semblance.model.Stored;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;

/**
 * Related tables by trees: parents first, then how many children each has, then the children, each column from a tree on
 * the columns of its owner, of the owner's owners, of the other rows it points at, and on its own columns before it.
 *
 * <p>Fit: (1) {@link Planner} orders the tables and chooses for each the foreign key that owns it: its rows are drawn
 * under that one. (2) {@link RefFit} finds by which ways the other foreign keys find their rows: along two paths that lead
 * to the same row (the patient of a result is that of its visit), the row that the sibling before named, or any, of a kind
 * ({@link KindsFit}) that hangs on the owner. (3) Every table is curated and put into codes ({@link RealParts}), with the
 * numbers of children as columns of the parents. (4) Each table is learnt given those above it ({@link PartFit}); what of
 * them tells more than chance is judged by families ({@link Screening}); sequences are learnt as {@link Course}s.
 *
 * <p>Sample: {@link Passes} over root tables in blocks of roots with all that hangs below them ({@link BlockDraw}), blocks
 * in parallel, each from randomness of its own, handed over in order. Foreign keys take the places that rows drew
 * ({@link Pool}), so that every parent has as many children as it should; a table that points at itself is drawn by depth
 * ({@link Tree}); circles are closed last. Keys are made from the numbers of rows ({@link KeyMaker}); rows that must differ
 * do ({@link Differing}), or are dropped where there are no more ways to differ.
 *
 * <p>Shapes: tables of n rows x p columns. Cost: fit O(n p^2 depth) a table, sample O(rows p depth); memory of a sample: a
 * few blocks, and the tables that are pointed at from below another root, with what they hang on ({@link Holding}); a
 * table whose key is several learnt columns without an owner takes about 50 bytes a row more. Keeps: what trees keep of a
 * table, what children owe to all rows above them, numbers of children with zeros and tails, orders between numbers of
 * parent and child. Loses: what rows of two child tables owe to each other beyond their parents, effects of a single
 * parent that none of its columns tells (but in sequences), and rows that name each other across blocks in the same table.
 * Source: trees as in
 * {@link org.semblance.synthesize.Trees}; parents first, then counts, then children: Getoor, Friedman, Koller and Taskar
 * (2002), Learning probabilistic models of link structure, JMLR 3, 679-707.
 */
public final class RelatedSynthesizer implements DatabaseLoader {
    private static final int SMALL = 4000;
    private static final int[] LEAVES = {50, 100};

    /** What can be set. */
    public record Options(
            @Option(
                    value = "Fewest real rows of a leaf, 10 or more, since small leaves copy; 0 chooses by size",
                    min = 0,
                    max = 1e6)
            int minLeaf,

            @Option(value = "Standard deviations above chance that a split must gain", min = 0, max = 100)
            double pruning,

            @Option("Whether leaves may hold a line through other numbers")
            boolean lines,

            @Option(
                    value = "Most columns that a tree is grown on; the most informative are taken",
                    min = 1,
                    max = 10_000)
            int predictors,

            @Option(value = "How often a number must occur to be kept as it is", min = 1, max = 1e6)
            int common,

            @Option(
                    value =
                            "What becomes of foreign keys that name no row: others name some row, or are missing; or they"
                                    + " name no row again",
                    choices = {"repair", "reproduce"})
            String orphans,

            @Option("Whether tables that are sequences are drawn step by step, each given the steps before")
            boolean steps,

            @Option("Tables that are handed over as they are, every row of them: lists of countries, wards, codes")
            List<String> keep) {
        public Options {
            keep = List.copyOf(keep);
            if (minLeaf > 0 && minLeaf < 10) {
                throw ProblemException.usage(
                        Problem.of("min-leaf is " + minLeaf + ", but leaves of fewer than 10 rows copy real rows.")
                                .fix("Set 10 or more, or 0 to have it chosen."));
            }
        }

        /** The fewest rows of a leaf of a table. */
        int leaf(int rows) {
            return minLeaf > 0 ? minLeaf : LEAVES[rows < SMALL ? 0 : 1];
        }
    }

    public static final Plugin<RelatedSynthesizer> PLUGIN = Plugin.of(
            "related",
            "Whole databases by trees: parents first, then how many children each has, then the children given them.",
            new Options(0, 0, true, 40, 5, "repair", true, List.of()),
            RelatedSynthesizer::new);

    private final Options options;

    public RelatedSynthesizer(Options options) {
        this.options = options;
    }

    /**
     * Learns a model of the whole database.
     *
     * @throws ProblemException where a table has no columns
     */
    public RelatedModel fit(Database real, Privacy privacy, Run run) {
        return fit(real, Map.of(), privacy, run);
    }

    /**
     * Learns a model whose rows keep constraints.
     *
     * @param constraints by table; about its learnt columns, those of rows above it, called {@code table.column}, and
     *     figures of rows that name its own, as {@link RelatedRules#read} has them
     * @throws ProblemException where a constraint is about something else (usage), or a table has no columns (data)
     */
    public RelatedModel fit(Database real, Map<String, List<Constraint>> constraints, Privacy privacy, Run run) {
        check(real, options.keep());
        Map<Relationship, Link> links = Planner.links(real);
        Metadata metadata = real.metadata();
        Map<String, List<List<String>>> apart = new TreeMap<>();
        Map<String, List<Constraint>> others = new HashMap<>();
        constraints.forEach((table, rules) -> {
            others.put(
                    table,
                    rules.stream()
                            .filter(rule -> !RelatedRules.ofKeys(metadata, table, rule))
                            .toList());
            if (others.get(table).size() < rules.size()) {
                apart.put(
                        table,
                        rules.stream()
                                .filter(rule -> RelatedRules.ofKeys(metadata, table, rule))
                                .map(Constraint::columns)
                                .toList());
            }
        });
        Blueprint plan = new Planner(real, links, options.keep()).plan().apart(apart);
        RealParts parts = new RealParts(
                plan,
                real,
                links,
                new RealParts.Asked(
                        privacy, options.orphans().equals("reproduce"), new Echoed.Fixed(options.keep(), constraints)));
        parts.code(options.common(), run.child("code"));
        List<PartModel> models = new ArrayList<>();
        try (Progress.Stage stage = run.progress().begin("fit", plan.parts().size(), "tables")) {
            for (Part part : plan.parts()) {
                models.add(new PartFit(plan, parts, options, run.child("fit").child(part.name()))
                        .fit(part, others.getOrDefault(part.name(), List.of())));
                stage.add(1);
            }
        }
        return new RelatedModel(plan, models.toArray(PartModel[]::new), privacy, parts.changes(), Map.of());
    }

    /**
     * The columns that constraints of a table may be about: its own that are learnt, and those of all tables above it,
     * called {@code table.column}.
     */
    public static Schema columns(Metadata metadata, String table) {
        return RelatedRules.columns(metadata, table, new Listed("", List.of()));
    }

    /**
     * Refuses, before the work, tables to keep that cannot be kept and conditions that cannot be read.
     *
     * @param where as in {@link RelatedModel#sample(Size, List, Run)}
     * @param constraints by table, what new rows will keep: what follows from rows below by these cannot be asked for
     */
    public static void check(
            Metadata metadata, List<String> keep, List<String> where, Map<String, List<Constraint>> constraints) {
        checkKept(metadata, keep);
        Said.byTable(where, metadata.schemas().keySet()).forEach((table, text) -> {
            if (keep.contains(table)) {
                throw ProblemException.usage(Problem.of("table \"" + table + "\" is kept as it is.")
                        .fix("Leave out its condition, or do not keep it."));
            }
            Schema own = columns(metadata, table);
            Expression condition = Expression.parse(
                    text,
                    new Schema(own.fields().stream()
                            .filter(field -> metadata.schema(table).find(field.name()) >= 0)
                            .toList()));
            Following.refuse(metadata, table, condition, constraints.getOrDefault(table, List.of()));
        });
    }

    /**
     * Refuses, before the work, numbers of rows of tables whose rows follow from others or are kept.
     *
     * @param asked the tables
     */
    public static void check(Database real, List<String> keep, Collection<String> asked) {
        if (!asked.isEmpty()) {
            Blueprint plan = new Planner(real, Planner.links(real), keep).plan();
            Sizing.check(plan, keep::contains, asked);
        }
    }

    private static void check(Database real, List<String> keep) {
        List<Problem> problems = new ArrayList<>();
        real.tables().forEach((name, table) -> {
            if (table.width() == 0) {
                problems.add(
                        Problem.of("table \"" + name + "\" has no columns.").fix("Leave it out."));
            }
        });
        if (real.tables().isEmpty()) {
            problems.add(Problem.of("the database has no tables.").fix("Give at least one."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, problems);
        }
        checkKept(real.metadata(), keep);
    }

    private static void checkKept(Metadata metadata, List<String> keep) {
        List<Problem> problems = new ArrayList<>();
        Set<String> tables = metadata.schemas().keySet();
        for (String name : keep) {
            if (!tables.contains(name)) {
                problems.add(Problem.of("there is no table \"" + name + "\" to keep.")
                        .fix(Nearest.hint(name, tables)));
                continue;
            }
            for (Relationship r : metadata.above(name)) {
                if (!keep.contains(r.parent())) {
                    problems.add(Problem.of("table \"" + name + "\" is to be kept, but its rows name rows of \""
                                    + r.parent() + "\", which is drawn anew.")
                            .fix("Keep \"" + r.parent() + "\" too, or draw both."));
                }
            }
        }
        if (!problems.isEmpty()) {
            // A table that is not there is no wrong usage: with other data it would be right.
            throw new ProblemException(
                    tables.containsAll(keep) ? ProblemException.Kind.USAGE : ProblemException.Kind.DATA, problems);
        }
    }

    @Override
    public DatabaseModel load(Stored stored, Metadata metadata) {
        return BesideModel.load(stored, metadata);
    }
}
