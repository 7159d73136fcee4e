package org.semblance.expression;

import java.util.Set;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/** What operators make of typed parts: arithmetic, comparisons, and, or, not. */
final class Operations {
    static final Set<String> COMPARISONS = Set.of("=", "==", "!=", "<>", "<", "<=", ">", ">=");

    /** Numbers that differ by less of their size are equal: 0.1 + 0.2 = 0.3. */
    private static final double SAME = 1e-12;

    private final Types types;

    Operations(Types types) {
        this.types = types;
    }

    Node arithmetic(String operator, Node a, Node b) {
        boolean sums = operator.equals("+") || operator.equals("-");
        if (sums && (a.sort().moment() || b.sort().moment() || a.sort() == Sort.TIME)) {
            return dates(operator, a, b);
        }
        Node x = types.want(Sort.NUMBER, a);
        Node y = types.want(Sort.NUMBER, b);
        return x.map(
                Sort.NUMBER,
                y,
                switch (operator) {
                    case "+" -> (u, v) -> u + v;
                    case "-" -> (u, v) -> u - v;
                    case "*" -> (u, v) -> u * v;
                    case "/" -> (u, v) -> u / v;
                    case "^" -> FastMath::pow;
                    default -> throw new IllegalArgumentException(operator);
                });
    }

    /** A date and a number of days, or the days between two dates. */
    private Node dates(String operator, Node a, Node b) {
        boolean minus = operator.equals("-");
        if (minus && a.sort() != Sort.NUMBER && b.sort() != Sort.NUMBER) {
            Sort sort = types.common(a, b);
            Node x = types.want(sort, a);
            Node y = types.want(sort, b);
            double unit = sort == Sort.DATE ? 1 : Calendar.MICROS_PER_DAY;
            return x.map(Sort.NUMBER, y, (u, v) -> (u - v) / unit);
        }
        boolean first = a.sort() != Sort.NUMBER;
        Node date = first ? a : b;
        Node days = types.want(Sort.NUMBER, first ? b : a);
        if (minus && !first) {
            return types.refuse(b, "a date cannot be taken from a number", "");
        }
        double sign = minus ? -1 : 1;
        return date.sort() == Sort.DATE
                ? date.map(Sort.DATE, days, (u, v) -> u + sign * Math.rint(v))
                : date.map(date.sort(), days, (u, v) -> u + sign * Math.rint(v * Calendar.MICROS_PER_DAY));
    }

    Node negative(Node a) {
        return types.want(Sort.NUMBER, a).map(Sort.NUMBER, v -> -v);
    }

    Node compare(String operator, Node a, Node b) {
        Sort sort = types.common(a, b);
        Node x = types.want(sort, a);
        Node y = types.want(sort, b);
        boolean equal = operator.equals("=") || operator.equals("==");
        boolean differ = operator.equals("!=") || operator.equals("<>");
        if (sort == Sort.LABEL) {
            types.told(x, y);
            return equal || differ
                    ? Node.values(Sort.TRUTH, a.at(), window -> sameTexts(x.textsOf(window), y.textsOf(window), equal))
                    : types.refuse(a, "labels have no order", "Compare them with = or !=, or with in ('a', 'b').");
        }
        return x.map(
                Sort.TRUTH,
                y,
                missing(
                        switch (operator) {
                            case "=", "==" -> (u, v) -> same(u, v) ? 1 : 0;
                            case "!=", "<>" -> (u, v) -> same(u, v) ? 0 : 1;
                            case "<" -> (u, v) -> u < v && !same(u, v) ? 1 : 0;
                            case "<=" -> (u, v) -> u <= v || same(u, v) ? 1 : 0;
                            case ">" -> (u, v) -> u > v && !same(u, v) ? 1 : 0;
                            case ">=" -> (u, v) -> u >= v || same(u, v) ? 1 : 0;
                            default -> throw new IllegalArgumentException(operator);
                        }));
    }

    private static Node.Map2 missing(Node.Map2 test) {
        return (u, v) -> Double.isNaN(u) || Double.isNaN(v) ? Double.NaN : test.of(u, v);
    }

    private static boolean same(double u, double v) {
        return u == v || Math.abs(u - v) <= SAME * Math.max(Math.abs(u), Math.abs(v));
    }

    private static double[] sameTexts(@Nullable String[] a, @Nullable String[] b, boolean equal) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            String u = a[i];
            String v = b[i];
            out[i] = u == null || v == null ? Double.NaN : u.equals(v) == equal ? 1 : 0;
        }
        return out;
    }

    /** Kleene's: false and missing is false. */
    Node and(Node a, Node b) {
        Node x = types.want(Sort.TRUTH, a);
        return x.map(
                Sort.TRUTH,
                types.want(Sort.TRUTH, b),
                (u, v) -> u == 0 || v == 0 ? 0 : Double.isNaN(u) || Double.isNaN(v) ? Double.NaN : 1);
    }

    Node or(Node a, Node b) {
        Node x = types.want(Sort.TRUTH, a);
        return x.map(
                Sort.TRUTH,
                types.want(Sort.TRUTH, b),
                (u, v) -> u == 1 || v == 1 ? 1 : Double.isNaN(u) || Double.isNaN(v) ? Double.NaN : 0);
    }

    Node not(Node a) {
        return types.want(Sort.TRUTH, a).map(Sort.TRUTH, v -> 1 - v);
    }

    Node isMissing(Node a) {
        return Node.values(Sort.TRUTH, a.at(), a::missing);
    }
}
