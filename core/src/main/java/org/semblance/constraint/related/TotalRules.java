package org.semblance.constraint.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Listed;
import org.semblance.table.Database;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.NumberColumn;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Finds columns that are totals of the rows that name theirs: sums of a column, of a product of two or of one with a
 * discount ({@code price * pieces * (1 - discount)}), numbers of rows, first and last days.
 *
 * <p>At least {@value #LEAST} rows must tell it, each with two different values below it (a sum that is not that of one
 * row) and with {@value #DIFFERENT} different totals among them; so much does not agree by chance. Cost: O(rows) for each
 * product, and a look at a few rows for each column.
 */
final class TotalRules {
    private static final int LEAST = 20;
    private static final int DIFFERENT = 3;

    /** Tables with more numbers have too many products. */
    private static final int MOST = 12;

    private static final double RARELY = 0.001;
    private static final double RELATIVE = 1e-9;

    private final Database real;
    private final String table;
    private final Joined joined;
    private final Set<String> taken = new HashSet<>();
    private final List<Constraints.Found> found = new ArrayList<>();

    private TotalRules(Database real, String table, Joined joined) {
        this.real = real;
        this.table = table;
        this.joined = joined;
    }

    static List<Constraints.Found> find(Database real, String table, Joined joined) {
        TotalRules rules = new TotalRules(real, table, joined);
        Schema own = RelatedRules.own(real.metadata(), table);
        if (own.fields().stream().anyMatch(field -> field.kind().numeric())) {
            real.below(table).stream().filter(r -> !r.toItself()).forEach(rules::look);
        }
        return rules.found;
    }

    private void look(Relationship relationship) {
        Metadata metadata = real.metadata();
        String child = relationship.child();
        tell(Gathered.text(Gathered.Figure.COUNT, relationship, "", metadata), relationship);
        List<Field> fields = RelatedRules.own(metadata, child).fields().stream()
                .filter(field -> field.kind().numeric() && plain(field.name()))
                .toList();
        List<String> amounts = fields.stream()
                .filter(field -> amount(field.kind()))
                .map(field -> child + "." + field.name())
                .toList();
        for (String made : made(amounts)) {
            tell(Gathered.text(Gathered.Figure.SUM, relationship, made, metadata), relationship);
        }
        for (Field field : fields) {
            String made = child + "." + field.name();
            tell(Gathered.text(Gathered.Figure.MIN, relationship, made, metadata), relationship);
            tell(Gathered.text(Gathered.Figure.MAX, relationship, made, metadata), relationship);
        }
    }

    private static boolean plain(String name) {
        return name.matches("[\\p{L}_][\\p{L}\\p{N}_]*");
    }

    private static boolean amount(Kind kind) {
        return kind == Kind.WHOLE || kind == Kind.DECIMAL;
    }

    /** What may be summed up. */
    private static List<String> made(List<String> amounts) {
        List<String> out = new ArrayList<>(amounts);
        for (int a = 0; a < amounts.size() && amounts.size() <= MOST; a++) {
            for (int b = a + 1; b < amounts.size(); b++) {
                String product = amounts.get(a) + " * " + amounts.get(b);
                out.add(product);
                for (int c = 0; c < amounts.size(); c++) {
                    if (c != a && c != b) {
                        out.add(product + " * (1 - " + amounts.get(c) + ")");
                    }
                }
            }
        }
        return out;
    }

    /** Adds a rule for each column that is this total. */
    private void tell(String text, Relationship relationship) {
        Gathered one = Gathered.of(text, table, real.metadata());
        if (one == null) {
            return;
        }
        double[] values = one.values(real.table(relationship.child()));
        NumberColumn total = joined.gathered(one, values);
        boolean[] telling = telling(one, values, joined.parents(relationship), total.size());
        for (Field field : RelatedRules.own(real.metadata(), table).fields()) {
            boolean comparable = field.kind() == one.field().kind()
                    || amount(field.kind()) && amount(one.field().kind());
            if (!comparable || taken.contains(field.name())) {
                continue;
            }
            NumberColumn there =
                    real.table(table).numbers(real.table(table).schema().index(field.name()));
            if (same(field, there, total, telling)) {
                add(field, one);
            }
        }
    }

    /** The rows below which there are two values that differ; of numbers, those that have any. */
    private static boolean[] telling(Gathered one, double[] values, int[] parents, int rows) {
        boolean[] out = new boolean[rows];
        double[] first = new double[rows];
        boolean[] any = new boolean[rows];
        for (int i = 0; i < parents.length; i++) {
            int p = parents[i];
            if (p >= 0 && one.figure() == Gathered.Figure.COUNT) {
                out[p] = true;
            } else if (p >= 0 && !Double.isNaN(values[i])) {
                // The same price twice sums up to another number all the same.
                out[p] |= any[p] && (first[p] != values[i] || one.figure() == Gathered.Figure.SUM);
                first[p] = any[p] ? first[p] : values[i];
                any[p] = true;
            }
        }
        return out;
    }

    private static boolean same(Field field, NumberColumn there, NumberColumn total, boolean[] telling) {
        int decimals = field.kind() == Kind.DECIMAL ? field.format().rounding() : 0;
        double half = field.kind() == Kind.DECIMAL && decimals >= 0 ? 0.500001 * Math.pow(10, -decimals) : 0;
        double allowed = Math.floor(RARELY * there.size());
        int told = 0;
        Set<Double> different = new HashSet<>();
        for (int i = 0; i < telling.length; i++) {
            double off = Math.abs(there.get(i) - total.get(i));
            if (off > half + RELATIVE * Math.abs(total.get(i)) && allowed-- <= 0) {
                return false;
            }
            if (telling[i] && !Double.isNaN(off)) {
                told++;
                if (different.size() < DIFFERENT) {
                    different.add(there.get(i));
                }
            }
        }
        return told >= LEAST && different.size() >= DIFFERENT;
    }

    private void add(Field field, Gathered one) {
        boolean cents = field.kind() == Kind.DECIMAL && field.format().rounding() >= 0;
        String made = cents && one.figure() != Gathered.Figure.MIN && one.figure() != Gathered.Figure.MAX
                ? "round(" + one.text() + ", " + field.format().rounding() + ")"
                : one.text();
        String name = plain(field.name()) ? field.name() : "`" + field.name() + "`";
        Constraint rule = rule(name + " = " + made);
        if (rule != null) {
            taken.add(field.name());
            found.add(Constraints.held(rule, joined.of(table, rule.columns())));
        }
    }

    private @Nullable Constraint rule(String text) {
        Listed listed = new Listed("found", List.of(new Listed.Line("formula", text, 1)));
        return RelatedRules.read(listed, table, real.metadata()).get(0);
    }

    /** A rule by which a total is calculated from columns beside it, turned so that one of these follows from the total. */
    static Constraints.Found turned(Constraints.Found one, List<Constraints.Found> totals, Table own) {
        Constraint rule = one.constraint();
        String target = rule.columns().get(0);
        boolean sum = rule.form().equals("sum")
                && totals.stream()
                        .filter(total -> total.constraint().form().equals("formula"))
                        .anyMatch(total -> total.constraint().columns().get(0).equals(target));
        if (!sum || rule.columns().size() < 2) {
            return one;
        }
        List<String> parts = rule.columns().subList(1, rule.columns().size());
        StringBuilder text = new StringBuilder("`" + parts.get(parts.size() - 1) + "` = `" + target + "`");
        parts.subList(0, parts.size() - 1)
                .forEach(part -> text.append(" - `").append(part).append('`'));
        Listed listed = new Listed("found", List.of(new Listed.Line("formula", text.toString(), 1)));
        return Constraints.held(Constraints.read(listed, own.schema()).get(0), own);
    }
}
