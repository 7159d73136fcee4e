package org.semblance.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * A table without what {@link Privacy} does not release, and what was done to it in words.
 *
 * <p>Labels: rows of a rare label get a common label of their column, drawn by frequency, where they are at most 5 % of
 * its values or fewer than {@link Privacy#rare} rows; otherwise they are grouped as "other". Where every label is rare,
 * all become "other" (a flag becomes missing). Dictionaries keep only released labels, commonest first, so that their
 * order tells nothing about rows.
 *
 * <p>Numbers: values below the k-th smallest observation or above the k-th largest, k = {@link Privacy#extremes}, are
 * spread evenly between it and the 2k-th (the other end where that is nearer), so that it does not become common itself; a
 * value that k rows share stays. Where the two ends cross (fewer than 2k - 1 observations), or are one value that fewer than
 * k rows share (2k - 1), all values are spread evenly, in their order, between the mean of the k smallest and that of the k
 * largest; with fewer than k nothing is told of them: the column is left empty, or, where no cell of it is, all become 0 (a date
 * 1970-01-01), since programs may rely on it.
 *
 * <p>Keys, identifiers and texts pass unchanged: they are never modelled. Cost: one pass over numbers, two over codes;
 * columns in parallel; no allocation per cell.
 *
 * @param changes one sentence for each changed column, with its name and counts, never a value of it
 */
public record Curation(Table table, List<String> changes) {
    static final String OTHER = "other";
    private static final double SCATTER_AT_MOST = 0.05;

    /** What became of one column. */
    private record Curated(Column column, String change) {}

    public Curation {
        changes = List.copyOf(changes);
    }

    public static Curation of(Table real, Privacy privacy, Run run) {
        return of(real, Units.rows(), privacy, run);
    }

    /** The same where several rows are about one person: what fewer persons than {@link Privacy} says share is taken out. */
    public static Curation of(Table real, Units units, Privacy privacy, Run run) {
        Schema schema = real.schema();
        Curated[] done = new Curated[schema.size()];
        run.parallel(done.length, i -> {
            Field field = schema.field(i);
            if (field.kind().numeric()) {
                done[i] = numbers(field, real.numbers(i), units, privacy.extremes());
            } else if (field.kind().modelled()) {
                done[i] = labels(
                        field,
                        real.codes(i),
                        units,
                        privacy.rare(),
                        run.child("curation").child(field.name()));
            } else {
                done[i] = new Curated(real.column(i), "");
            }
        });
        List<Column> columns = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (Curated curated : done) {
            columns.add(curated.column);
            if (!curated.change.isEmpty()) {
                changes.add(curated.change);
            }
        }
        return new Curation(Table.of(schema, columns), changes);
    }

    /** Numbers, without holes, whose ends are treated as those of any column: for a part of one that is learnt apart. */
    public static NumberColumn extremes(Field field, NumberColumn numbers, int extremes) {
        return (NumberColumn) numbers(field, numbers, Units.rows(), extremes).column;
    }

    private static Curated numbers(Field field, NumberColumn column, Units units, int extremes) {
        if (extremes <= 1) {
            return new Curated(column, "");
        }
        NumberColumn least = units.least(column);
        NumberColumn most = units.most(column);
        Tails tails = tails(least, most, extremes);
        if (tails.count() == 0) {
            return new Curated(column, "");
        }
        if (tails.count() < extremes) {
            return untold(field, column, tails.count(), extremes);
        }
        double low = tails.low();
        double high = tails.high();
        if (low > high || low == high && sharing(least, most, low) < extremes) {
            return between(field, column, least, most, extremes);
        }
        Tails inner = tails.count() < 2 * extremes ? tails : tails(least, most, 2 * extremes);
        Grid grid = Grid.of(field, column);
        double[] out = column.toArray();
        double belowAll = extremes;
        double aboveAll = extremes;
        if (!units.single()) {
            belowAll = Arrays.stream(out).filter(v -> v < low).count() + 1;
            aboveAll = Arrays.stream(out).filter(v -> v > high).count() + 1;
        }
        int below = 0;
        int above = 0;
        for (int i = 0; i < out.length; i++) {
            if (out[i] < low) {
                out[i] = grid.round(low + Math.max(0, Math.min(high, inner.low()) - low) * ++below / (belowAll + 1));
            } else if (out[i] > high) {
                out[i] = grid.round(high - Math.max(0, high - Math.max(low, inner.high())) * ++above / (aboveAll + 1));
            }
        }
        if (below + above == 0) {
            return new Curated(column, "");
        }
        return new Curated(
                NumberColumn.of(out),
                field.name() + ": " + values(below + above) + " beyond the " + ordinal(extremes)
                        + " smallest or largest were pulled inside");
    }

    /** How many have a value: of persons, those who have it as their least, or those as their most. */
    private static long sharing(NumberColumn least, NumberColumn most, double value) {
        return Math.max(
                Arrays.stream(least.toArray()).filter(v -> v == value).count(),
                Arrays.stream(most.toArray()).filter(v -> v == value).count());
    }

    private static Tails tails(NumberColumn least, NumberColumn most, int k) {
        Tails low = Tails.of(least, k);
        return least == most
                ? low
                : new Tails(low.count(), low.low(), Tails.of(most, k).high());
    }

    /** Too few values to say anything of: a cell that is never empty stays so, since programs may rely on it. */
    private static Curated untold(Field field, NumberColumn column, int count, int extremes) {
        boolean full = column.missingCount() == 0;
        double[] out = new double[column.size()];
        Arrays.fill(out, full ? 0 : Double.NaN);
        String instead = !full
                ? "were left out"
                : field.kind() == Kind.DATE || field.kind() == Kind.DATETIME ? "became 1970-01-01" : "became 0";
        return new Curated(
                NumberColumn.of(out),
                field.name() + ": it has only " + values(count) + ", fewer than " + extremes + "; all " + instead);
    }

    /** The order of the values, evenly between the mean of the k smallest observations and that of the k largest. */
    private static Curated between(Field field, NumberColumn column, NumberColumn least, NumberColumn most, int k) {
        double low = meanOfLeast(least.toArray(), 1, k);
        double high = -meanOfLeast(most.toArray(), -1, k);
        Grid grid = Grid.of(field, column);
        double[] out = column.toArray();
        double[] sorted = column.toArray();
        Arrays.sort(sorted);
        int n = sorted.length - column.missingCount();
        for (int i = 0; i < out.length; i++) {
            if (!Double.isNaN(out[i])) {
                double place = (first(sorted, n, out[i]) + first(sorted, n, Math.nextUp(out[i]))) / (2.0 * n);
                out[i] = grid.round(low + (high - low) * place);
            }
        }
        return new Curated(
                NumberColumn.of(out),
                field.name() + ": it has only " + values(n) + "; they were spread evenly between the mean of the " + k
                        + " smallest and that of the " + k + " largest");
    }

    private static double meanOfLeast(double[] values, int sign, int k) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= sign;
        }
        Arrays.sort(values);
        double sum = 0;
        for (int i = 0; i < k; i++) {
            sum += values[i];
        }
        return sum / k;
    }

    /** How many of the first n sorted values are below a value. */
    private static int first(double[] sorted, int n, double value) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Curated labels(Field field, CodeColumn column, Units units, int rare, Run run) {
        int[] codes = column.toArray();
        int[] counts = new int[column.labels().size()];
        int present = 0;
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
                present++;
            }
        }
        Commons commons = Commons.of(column.labels(), counts, units.counts(column, counts), rare);
        int rareRows = present - commons.rows();
        boolean scatter = commons.size() > 0 && (rareRows < rare || rareRows <= SCATTER_AT_MOST * present);
        boolean drop = !scatter && field.kind() == Kind.FLAG;
        List<String> kept = new ArrayList<>(commons.labels());
        int other = kept.indexOf(OTHER);
        if (rareRows > 0 && !scatter && !drop && other < 0) {
            other = kept.size();
            kept.add(OTHER);
        }
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                int code = commons.position(codes[i]);
                codes[i] = code >= 0 ? code : scatter ? commons.draw(run.rng()) : drop ? -1 : other;
            }
        }
        String change = "";
        if (rareRows > 0) {
            change = field.name() + ": " + commons.rare() + (commons.rare() == 1 ? " label" : " labels")
                    + " seen fewer than " + rare + " times (" + rareRows + (rareRows == 1 ? " row" : " rows") + ") "
                    + (scatter ? "became common labels" : drop ? "became missing" : "became \"" + OTHER + "\"");
        }
        return new Curated(CodeColumn.of(codes, kept), change);
    }

    private static String values(int count) {
        return count + (count == 1 ? " value" : " values");
    }

    /** 5 as "5th". */
    static String ordinal(int n) {
        int tens = n % 100;
        String ending =
                tens >= 11 && tens <= 13 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
        return n + ending;
    }

    /** Which labels of a column are common, commonest first (ties by label), and a draw among them by frequency. */
    private record Commons(List<String> labels, int[] positions, long[] upTo, int rare) {
        static Commons of(List<String> labels, int[] counts, int[] units, int rare) {
            List<Integer> order = new ArrayList<>();
            int rareLabels = 0;
            for (int code = 0; code < counts.length; code++) {
                if (units[code] >= Math.max(1, rare)) {
                    order.add(code);
                } else if (counts[code] > 0) {
                    rareLabels++;
                }
            }
            order.sort((a, b) -> counts[a] != counts[b]
                    ? Integer.compare(counts[b], counts[a])
                    : labels.get(a).compareTo(labels.get(b)));
            int[] positions = new int[counts.length];
            Arrays.fill(positions, -1);
            long[] upTo = new long[order.size()];
            List<String> kept = new ArrayList<>();
            long rows = 0;
            for (int k = 0; k < upTo.length; k++) {
                int code = Objects.requireNonNull(order.get(k));
                positions[code] = k;
                rows += counts[code];
                upTo[k] = rows;
                kept.add(labels.get(code));
            }
            return new Commons(kept, positions, upTo, rareLabels);
        }

        int size() {
            return upTo.length;
        }

        int rows() {
            return upTo.length == 0 ? 0 : (int) upTo[upTo.length - 1];
        }

        int position(int code) {
            return positions[code];
        }

        int draw(org.semblance.random.Rng rng) {
            int found = Arrays.binarySearch(upTo, rng.nextInt(rows()) + 1L);
            return found >= 0 ? found : -found - 1;
        }
    }
}
