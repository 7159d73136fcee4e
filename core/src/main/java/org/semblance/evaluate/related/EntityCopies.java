package org.semblance.evaluate.related;

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
import org.semblance.table.Sequence;

/**
 * The share of synthetic entities that equal a real one in everything: a patient with all visits and their results, a
 * sequence with all its steps. The value is that of the kind of entity where it is largest: the rows of every table that
 * others hang on (with all that hangs on them, in any order, and what that points at), and every sequence (in order).
 *
 * <p>Where only some tables hold what is to be protected, {@code tables} names them: that a synthetic genre has the titles of
 * a real one gives nobody away. Entities of fewer than {@code rows} rows below them (or steps) are left out: they are alike by nature. Keys do not
 * count, numbers are rounded as the real table writes them. An entity in which one value was changed is none of these
 * copies: see entity-overlap. Cost: one hash per row and relationship; a wrong match among a million entities has a chance
 * of 1 in 10^7.
 */
public final class EntityCopies implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "Entities with fewer rows below them (or steps) are left out.", min = 1)
            int rows,

            @Option("The tables whose rows are entities, or that hold their sequences; empty for all that can be.")
            List<String> tables) {
        /** Whether a table was asked for. */
        boolean wants(String table) {
            return tables.isEmpty() || tables.contains(table);
        }
    }

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "entity-copies",
            "The share of synthetic entities equal to a real one with all its rows, where it is largest; 0 is none.",
            new Options(2, List.of()),
            EntityCopies::new);

    private final Options options;

    EntityCopies(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "The largest share, over kinds of entities, of synthetic entities of at least " + options.rows
                        + " rows that equal a real one in every scored column of all their rows.",
                "Own measure; rows alone: SDMetrics 0.29, NewRowSynthesis.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Contents real = Contents.real(c);
        Contents synthetic = Contents.synthetic(c);
        Map<String, long[]> ofReal = new LinkedHashMap<>();
        Map<String, long[]> ofSynthetic = new LinkedHashMap<>();
        options.tables.forEach(c.real()::table);
        for (String table : real.parents().stream().filter(options::wants).toList()) {
            ofReal.put(table, large(real.whole(table), real.below(table)));
            ofSynthetic.put(table, large(synthetic.whole(table), synthetic.below(table)));
        }
        for (Sequence sequence : c.sequences()) {
            if (!options.wants(sequence.table())) {
                continue;
            }
            String name = sequence.table() + " by " + String.join(" + ", sequence.entity());
            ofReal.put(name, large(real.sequences(sequence), lengths(c.real().steps(sequence))));
            ofSynthetic.put(
                    name,
                    large(synthetic.sequences(sequence), lengths(c.synthetic().steps(sequence))));
        }
        return score(ofReal, ofSynthetic);
    }

    private static Score score(Map<String, long[]> real, Map<String, long[]> synthetic) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("Entities", "real", "synthetic", "copies");
        double worst = Double.NaN;
        Interval interval = Interval.NONE;
        for (Map.Entry<String, long[]> kind : synthetic.entrySet()) {
            long[] known = real.getOrDefault(kind.getKey(), new long[0]).clone();
            Arrays.sort(known);
            long copies = Arrays.stream(kind.getValue())
                    .filter(entity -> Arrays.binarySearch(known, entity) >= 0)
                    .count();
            int entities = kind.getValue().length;
            double share = entities == 0 || known.length == 0 ? Double.NaN : (double) copies / entities;
            parts.put(kind.getKey(), share);
            figures.row(kind.getKey(), known.length, entities, copies);
            if (Double.isNaN(worst) || share > worst) {
                worst = share;
                interval = Interval.ofShare(share, entities);
            }
        }
        return new Score("entity-copies", worst, parts).interval(interval).figures(figures.build());
    }

    private long[] large(long[] hashes, long[] sizes) {
        long[] out = new long[hashes.length];
        int n = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (sizes[i] >= options.rows) {
                out[n++] = hashes[i];
            }
        }
        return Arrays.copyOf(out, n);
    }

    private static long[] lengths(Groups steps) {
        long[] lengths = new long[steps.count()];
        for (int g = 0; g < lengths.length; g++) {
            lengths[g] = steps.size(g);
        }
        return lengths;
    }
}
