package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.related.Link;
import org.semblance.prepare.Curation;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.synthesize.TreeCoding;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Database;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/**
 * The real database in code space: of every part its own columns, curated, the rows that its foreign keys name, and how
 * they are found.
 *
 * <p>Cost: a few passes over the cells; holds one code a cell, and numbers once more.
 */
final class RealParts {
    private final Blueprint plan;
    private final Database real;
    private final RealRefs refs;
    private final Privacy privacy;
    private final Echoed.Fixed fixed;
    private final List<TreeCoding> codings = new ArrayList<>();
    private final List<Echoed> echoed = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private final RefFit.@Nullable Learnt[][] learnt;
    private final List<String> changes = new ArrayList<>();

    /**
     * The parts of a plan.
     *
     * @param asked what shall become of them
     */
    RealParts(Blueprint plan, Database real, Map<Relationship, Link> links, Asked asked) {
        this.plan = plan;
        this.real = real;
        this.refs = new RealRefs(plan, real, links, asked.orphans());
        this.privacy = asked.privacy();
        this.fixed = asked.fixed();
        learnt = new RefFit.@Nullable Learnt[plan.parts().size()][];
    }

    /**
     * What shall become of real rows.
     *
     * @param orphans whether orphans stay orphans
     * @param fixed which columns are learnt as they are
     */
    record Asked(Privacy privacy, boolean orphans, Echoed.Fixed fixed) {}

    /** @param common how often a number must occur to be kept as it is */
    void code(int common, Run run) {
        drawn.addAll(refs.drawn(run.rng().child("orphans")));
        changes.addAll(refs.changes());
        for (Part part : plan.parts()) {
            RefFit.@Nullable Learnt[] ways =
                    new RefFit.@Nullable Learnt[part.refs().size()];
            for (int r = 0; r < ways.length; r++) {
                if (r != part.owner()) {
                    ways[r] = new RefFit(plan, drawn(part), r).learn(refs.required(part, r));
                }
            }
            learnt[part.index()] = ways;
        }
        for (Part part : plan.parts()) {
            Run own = run.child(part.name());
            kinds(part, own);
            echoed.add(Echoed.find(plan, real, drawn(part), echoed, fixed));
            Table table = own(part, own);
            TreeCoding coding = TreeCoding.of(table, common, own);
            for (int k = 0; k < part.own().size(); k++) {
                switch (part.own().get(k).what()) {
                    case POSITION, DEPTH, COUNT -> {
                        int least = part.own().get(k).what() == Own.What.COUNT && list(part) ? 1 : privacy.extremes();
                        coding.books()[k] = CountBook.of(((NumberColumn) table.column(k)).toArray(), least);
                    }
                    default -> {}
                }
            }
            drawn(part).frame(coding.frame(table), 0);
            codings.add(coding);
        }
    }

    private void kinds(Part part, Run run) {
        for (int r = 0; r < part.refs().size(); r++) {
            if (part.refs().get(r).way() == Ref.Way.CHOSEN && !part.once(r)) {
                RefFit.Learnt ways = ways(part, r);
                RefModel.Kinds kinds = new KindsFit(plan, codings, drawn(part), r)
                        .learn(ways.ways(), run.child("kinds").child(r));
                RefModel model = ways.model();
                learnt[part.index()][r] =
                        new RefFit.Learnt(new RefModel(model.agreements(), kinds, model.required()), ways.ways());
            }
        }
    }

    /** What fewer rows than this share is not released. */
    int rare() {
        return privacy.rare();
    }

    List<TreeCoding> codings() {
        return codings;
    }

    /** Which columns of a part repeat others. */
    Echoed echoed(Part part) {
        return echoed.get(part.index());
    }

    Drawn drawn(Part part) {
        return drawn.get(part.index());
    }

    /** What was taken out of the data, one sentence for each changed column. */
    List<String> changes() {
        return changes;
    }

    Table table(Part part) {
        return real.table(part.name());
    }

    /** How a foreign key other than the owner's finds its rows. */
    RefFit.Learnt ways(Part part, int ref) {
        RefFit.Learnt ways = learnt[part.index()][ref];
        if (ways == null) {
            throw new IllegalStateException("foreign key " + ref + " of " + part.name() + " is not learnt");
        }
        return ways;
    }

    /** How many rows have no owner, though they may have one. */
    long strays(Part part) {
        return !part.owned() || refs.required(part, part.owner())
                ? 0
                : Arrays.stream(drawn(part).ref(part.owner()))
                        .filter(r -> r == -1)
                        .count();
    }

    /** How many rows have an owner that is not there. */
    long astray(Part part) {
        return !part.owned()
                ? 0
                : Arrays.stream(drawn(part).ref(part.owner()))
                        .filter(r -> r == RefModel.NOBODY)
                        .count();
    }

    private Table own(Part part, Run run) {
        Table table = real.table(part.name());
        Curation curation = Curation.of(values(part, table), privacy, run);
        curation.changes().forEach(change -> changes.add(part.name() + "." + change));
        List<Column> columns = new ArrayList<>();
        int values = 0;
        for (Own own : part.own()) {
            columns.add(
                    switch (own.what()) {
                        case POSITION -> NumberColumn.of(positions(drawn(part).ref(part.owner())));
                        case DEPTH -> NumberColumn.of(depths(drawn(part).ref(own.at())));
                        case WAY, LAST_WAY -> {
                            RefFit.Learnt ways = ways(part, own.at());
                            yield CodeColumn.of(
                                    ways.ways().clone(), ways.model().ways());
                        }
                        case CLASS -> kinds(part, own.at());
                        case VALUES -> curation.table().column(values++);
                        case COUNT -> counts(part, own);
                    });
        }
        return Table.of(part.ownSchema(), columns);
    }

    private Table values(Part part, Table table) {
        Echoed repeats = echoed(part);
        List<Column> columns = new ArrayList<>();
        for (int own : Course.values(part)) {
            columns.add(
                    repeats.of().containsKey(own)
                            ? repeats.marked(real, drawn(part), own)
                            : table.column(part.own().get(own).at()));
        }
        return Table.of(Course.rowSchema(part), columns);
    }

    /** The how-manieth child of its owner each row is, from 0; missing where it has none. */
    private static double[] positions(int[] owner) {
        double[] out = new double[owner.length];
        int[] seen = new int[Math.max(-1, Arrays.stream(owner).max().orElse(-1)) + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = owner[i] < 0 ? Double.NaN : seen[owner[i]]++;
        }
        return out;
    }

    /** How many rows are above each row: 0 where it names none, or itself, or where they go in a circle. */
    private static double[] depths(int[] named) {
        double[] out = new double[named.length];
        Arrays.fill(out, -1);
        int[] trail = new int[named.length];
        for (int i = 0; i < out.length; i++) {
            int length = 0;
            int at = i;
            // -2 marks a row that is on the trail.
            while (out[at] == -1) {
                out[at] = -2;
                trail[length++] = at;
                if (named[at] < 0 || named[at] == at || out[named[at]] == -2) {
                    out[at] = 0;
                    length--;
                } else {
                    at = named[at];
                }
            }
            double depth = out[at];
            while (length > 0) {
                out[trail[--length]] = ++depth;
            }
        }
        return out;
    }

    private CodeColumn kinds(Part part, int ref) {
        RefFit.Learnt ways = ways(part, ref);
        RefModel.Kinds kinds = ways.model().kinds();
        int[] codes = new int[ways.ways().length];
        int[] leaf = kinds == null
                ? new int[drawn(part).target(ref).rows()]
                : kinds.tree().leaf(drawn(part).target(ref).frame());
        int[] named = drawn(part).ref(ref);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = ways.ways()[i] == RefModel.CHOSEN ? leaf[named[i]] : -1;
        }
        return CodeColumn.of(codes, ways.model().classes());
    }

    private NumberColumn counts(Part part, Own own) {
        Part child = plan.parts().get(own.at());
        double[] counts = new double[real.table(part.name()).rows()];
        RefFit.Learnt ways = learnt[child.index()][own.ref()];
        int[] named = drawn(child).ref(own.ref());
        for (int i = 0; i < named.length; i++) {
            if (named[i] >= 0 && RefFit.counts(ways, ways == null ? 0 : ways.ways()[i])) {
                counts[named[i]]++;
            }
        }
        if (child.once(own.ref())) {
            // Keys that are there twice against the rule.
            Arrays.setAll(counts, i -> Math.min(1, counts[i]));
        }
        return list(part) ? Counts.ofList(counts, privacy) : Counts.curated(counts, own.field(), privacy);
    }

    /** Whether the rows of a part are what labels are: how often each is named may be told. */
    private boolean list(Part part) {
        return fixed.keep().contains(part.name())
                || Counts.list(real.table(part.name()).rows(), privacy);
    }
}
