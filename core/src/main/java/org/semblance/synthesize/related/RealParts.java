package org.semblance.synthesize.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
 * The real database in code space: of every part its own columns, curated, and the rows that its foreign keys name.
 *
 * <p>Cost: a few passes over the cells; holds one code a cell, and numbers once more.
 */
final class RealParts {
    /** Labels of {@link Own.What#WAY}: the foreign key names nothing, or a chosen row. */
    static final List<String> WAYS = List.of("none", "chosen");

    private final Blueprint plan;
    private final Database real;
    private final Map<Relationship, Link> links;
    private final Privacy privacy;
    private final List<TreeCoding> codings = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    RealParts(Blueprint plan, Database real, Map<Relationship, Link> links, Privacy privacy) {
        this.plan = plan;
        this.real = real;
        this.links = links;
        this.privacy = privacy;
    }

    /** @param common how often a number must occur to be kept as it is */
    void code(int common, Run run) {
        for (Part part : plan.parts()) {
            Table own = own(part, run.child(part.name()));
            TreeCoding coding = TreeCoding.of(own, common, run);
            Drawn rows = new Drawn(part, own.rows());
            rows.frame(coding.frame(own), 0);
            codings.add(coding);
            drawn.add(rows);
        }
        for (Part part : plan.parts()) {
            for (int r = 0; r < part.refs().size(); r++) {
                drawn.get(part.index()).ref(r, drawn.get(part.refs().get(r).target()), named(part, r));
            }
        }
    }

    List<TreeCoding> codings() {
        return codings;
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

    private Link link(Relationship relationship) {
        Link link = links.get(relationship);
        if (link == null) {
            throw new IllegalArgumentException("no link for " + relationship.name());
        }
        return link;
    }

    /** For every row of a part, the row that a foreign key names, or -1. */
    int[] named(Part part, int ref) {
        Link link = link(part.refs().get(ref).relationship());
        int[] named = new int[link.size()];
        Arrays.setAll(named, link::parent);
        return named;
    }

    private Table own(Part part, Run run) {
        Table table = real.table(part.name());
        Curation curation = Curation.of(table.select(values(part)), privacy, run);
        curation.changes().forEach(change -> changes.add(part.name() + "." + change));
        List<Column> columns = new ArrayList<>();
        int values = 0;
        for (Own own : part.own()) {
            columns.add(
                    switch (own.what()) {
                        case POSITION -> NumberColumn.of(positions(named(part, part.owner())));
                        case WAY, LAST_WAY -> ways(named(part, own.at()));
                        case VALUES -> curation.table().column(values++);
                        case COUNT -> counts(part, own);
                    });
        }
        return Table.of(part.ownSchema(), columns);
    }

    private static int[] values(Part part) {
        return part.own().stream()
                .filter(own -> own.what() == Own.What.VALUES)
                .mapToInt(Own::at)
                .toArray();
    }

    /** The how-manieth child of its owner each row is, from 0; missing where it has none. */
    private static double[] positions(int[] owner) {
        double[] out = new double[owner.length];
        int[] seen = new int[Arrays.stream(owner).max().orElse(-1) + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = owner[i] < 0 ? Double.NaN : seen[owner[i]]++;
        }
        return out;
    }

    private static CodeColumn ways(int[] named) {
        int[] codes = new int[named.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = named[i] < 0 ? 0 : 1;
        }
        return CodeColumn.of(codes, WAYS);
    }

    private NumberColumn counts(Part part, Own own) {
        Part child = plan.parts().get(own.at());
        double[] counts = new double[real.table(part.name()).rows()];
        for (int row : named(child, own.ref())) {
            if (row >= 0) {
                counts[row]++;
            }
        }
        return Counts.curated(counts, own.field(), privacy);
    }
}
