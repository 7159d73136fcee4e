package org.semblance.evaluate.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Relationship;
import org.semblance.table.Sequence;

/**
 * The share of synthetic entities that have a large part of their rows in common with one single real entity: a patient
 * whose visits are half those of one real patient, whatever was changed in the others. The value is that of the
 * relationship or sequence where it is largest.
 *
 * <p>Rows are equal in every scored column and in what they point at (the entity itself aside), numbers rounded as the
 * real table writes them; the same row counts once per entity. Rows that more than {@value #COMMON} real entities have
 * tell nobody apart and are no match. Where only some tables hold what is to be protected, {@code tables} names them: large
 * families, as the titles of a genre, overlap by nature. Entities of fewer than {@code rows} different rows are left out. It does not see
 * rows that were changed a little. Cost: one hash per row and one look-up per row and real entity that has it.
 */
public final class EntityOverlap implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "Entities with fewer different rows are left out.", min = 1)
            int rows,

            @Option(value = "Which part of its rows an entity must share with one real entity.", min = 0.01, max = 1)
            double part,

            @Option("The tables whose rows are entities, or that hold their sequences; empty for all that can be.")
            List<String> tables) {
        /** Whether a table was asked for. */
        boolean wants(String table) {
            return tables.isEmpty() || tables.contains(table);
        }
    }

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "entity-overlap",
            "The share of synthetic entities that share half their rows with one real entity; 0 is none.",
            new Options(3, 0.5, List.of()),
            EntityOverlap::new);

    /** More real entities than this with the same row: the row is common. The same number as a small cell has. */
    static final int COMMON = 10;

    private final Options options;

    EntityOverlap(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The largest share, over relationships and sequences, of synthetic entities of at least " + options.rows
                        + " different rows of which " + options.part
                        + " or more are rows of one real entity; rows of more"
                        + " than " + COMMON + " real entities are no match.",
                "Own measure.");
    }

    /** Rows of entities: how they are called, and for both databases the groups and the hashes of the rows. */
    private record Family(String name, Groups real, long[] realRows, Groups synthetic, long[] syntheticRows) {}

    @Override
    public Score measure(RelatedComparison c, Run run) {
        List<Family> families = families(c);
        double[] copied = new double[families.size()];
        double[] entities = new double[families.size()];
        run.parallel(families.size(), f -> {
            long[] found = count(families.get(f));
            copied[f] = found[0];
            entities[f] = found[1];
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("Entities that overlap with a real one", "synthetic", "overlapping");
        double worst = Double.NaN;
        Interval interval = Interval.NONE;
        for (int f = 0; f < copied.length; f++) {
            double share = entities[f] == 0 ? Double.NaN : copied[f] / entities[f];
            parts.put(families.get(f).name, share);
            figures.row(families.get(f).name, entities[f], copied[f]);
            if (Double.isNaN(worst) || share > worst) {
                worst = share;
                interval = Interval.ofShare(share, entities[f]);
            }
        }
        return new Score("entity-overlap", worst, parts).interval(interval).figures(figures.build());
    }

    private List<Family> families(RelatedComparison c) {
        Contents real = Contents.real(c);
        Contents synthetic = Contents.synthetic(c);
        List<Family> families = new ArrayList<>();
        options.tables.forEach(c.real()::table);
        for (Relationship relationship : c.relationships()) {
            if (!options.wants(relationship.parent())) {
                continue;
            }
            String child = relationship.child();
            families.add(new Family(
                    relationship.name(),
                    byParent(c.real().link(relationship)),
                    real.rows(child, relationship.foreignKey()),
                    byParent(c.synthetic().link(relationship)),
                    synthetic.rows(child, relationship.foreignKey())));
        }
        for (Sequence sequence : c.sequences()) {
            if (!options.wants(sequence.table())) {
                continue;
            }
            families.add(new Family(
                    sequence.table() + " by " + String.join(" + ", sequence.entity()),
                    c.real().steps(sequence),
                    real.rows(sequence.table(), sequence.entity()),
                    c.synthetic().steps(sequence),
                    synthetic.rows(sequence.table(), sequence.entity())));
        }
        return families;
    }

    private static Groups byParent(Link link) {
        int[] order = new int[link.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return link.groups(order);
    }

    /** How many synthetic entities overlap, of how many. */
    private long[] count(Family family) {
        int n = 0;
        long[] rows = new long[family.real.rows().length];
        int[] owners = new int[rows.length];
        for (int g = 0; g < family.real.count(); g++) {
            for (long row : different(family.real, family.realRows, g)) {
                rows[n] = row;
                owners[n++] = g;
            }
        }
        KeyIndex index = new KeyIndex(new KeyHashes(Arrays.copyOf(rows, n), new boolean[n]));
        long overlapping = 0;
        long entities = 0;
        for (int g = 0; g < family.synthetic.count(); g++) {
            long[] own = different(family.synthetic, family.syntheticRows, g);
            if (own.length >= options.rows) {
                entities++;
                overlapping += shared(own, index, owners) >= options.part * own.length ? 1 : 0;
            }
        }
        return new long[] {overlapping, entities};
    }

    /** The different rows of an entity. */
    private static long[] different(Groups groups, long[] hashes, int group) {
        long[] out = new long[groups.size(group)];
        for (int i = 0; i < out.length; i++) {
            out[i] = hashes[groups.rows()[groups.starts()[group] + i]];
        }
        Arrays.sort(out);
        int n = 0;
        for (int i = 0; i < out.length; i++) {
            if (i == 0 || out[i] != out[i - 1]) {
                out[n++] = out[i];
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** The most of the rows that one real entity has. */
    private static int shared(long[] rows, KeyIndex index, int[] owners) {
        int[] met = new int[rows.length * COMMON];
        int n = 0;
        for (long row : rows) {
            int before = n;
            for (int at = index.first(row); at >= 0; at = index.next(at)) {
                if (n == before + COMMON) {
                    n = before;
                    break;
                }
                met[n++] = owners[at];
            }
        }
        Arrays.sort(met, 0, n);
        int most = 0;
        int run = 0;
        for (int k = 0; k < n; k++) {
            run = k > 0 && met[k] == met[k - 1] ? run + 1 : 1;
            most = Math.max(most, run);
        }
        return most;
    }
}
