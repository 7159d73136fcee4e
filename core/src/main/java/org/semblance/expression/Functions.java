package org.semblance.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/** The functions by name. */
final class Functions {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    /** What makes a part of typed arguments. */
    private interface Maker {
        Node of(Types types, List<Node> arguments);
    }

    /**
     * One of them.
     *
     * @param least the fewest arguments
     * @param most the most
     */
    private record Function(int least, int most, Maker maker) {}

    private static final Map<String, Function> ALL = all();

    private Functions() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static @Nullable Node call(Types types, String name, int at, List<Node> arguments) {
        Function function = ALL.get(name);
        if (function == null) {
            return null;
        }
        int given = arguments.size();
        if (given < function.least || given > function.most) {
            String wanted = function.least == function.most
                    ? String.valueOf(function.least)
                    : function.least + (function.most > 100 ? " or more" : " or " + function.most);
            return types.refuse(at, name + " takes " + wanted + " values in its brackets, not " + given, "");
        }
        return function.maker.of(types, arguments);
    }

    private static Map<String, Function> all() {
        Map<String, Function> out = new LinkedHashMap<>();
        out.put("abs", number(Math::abs));
        out.put("round", new Function(1, 2, Functions::round));
        out.put("floor", number(Math::floor));
        out.put("ceil", number(Math::ceil));
        out.put("log", number(v -> v > 0 ? FastMath.log(v) : Double.NaN));
        out.put("log10", number(v -> v > 0 ? FastMath.log10(v) : Double.NaN));
        out.put("exp", number(FastMath::exp));
        out.put("sqrt", number(Math::sqrt));
        out.put("mod", numbers((u, v) -> v == 0 ? Double.NaN : u - v * Math.floor(u / v)));
        out.put("min", many((u, v) -> Math.min(u, v)));
        out.put("max", many((u, v) -> Math.max(u, v)));
        out.put("if", new Function(3, 3, Functions::choose));
        out.put("missing", new Function(1, 1, (types, a) -> new Operations(types).isMissing(a.get(0))));
        out.put("first", new Function(2, Integer.MAX_VALUE, Functions::first));
        out.put("year", ofDate(Calendar::year));
        out.put("month", ofDate(Calendar::month));
        out.put("day", ofDate(Calendar::day));
        out.put("weekday", ofDate(Calendar::weekday));
        out.put("hour", ofTime(3600, 24));
        out.put("minute", ofTime(60, 60));
        out.put("second", ofTime(1, 60));
        out.put("date", new Function(1, 3, Functions::date));
        out.put("years", between(Calendar::years));
        out.put("months", between(Calendar::months));
        out.put("days", between((from, to) -> to - from));
        out.put("hours", between((from, to) -> (to - from) * 24));
        out.put("minutes", between((from, to) -> (to - from) * 1440));
        out.put("seconds", between((from, to) -> (to - from) * 86_400));
        return out;
    }

    private static Function number(Node.Map1 map) {
        return new Function(
                1, 1, (types, a) -> types.want(Sort.NUMBER, a.get(0)).map(Sort.NUMBER, map));
    }

    private static Function numbers(Node.Map2 map) {
        return new Function(
                2,
                2,
                (types, a) ->
                        types.want(Sort.NUMBER, a.get(0)).map(Sort.NUMBER, types.want(Sort.NUMBER, a.get(1)), map));
    }

    /** Of numbers, or of dates. */
    private static Function many(Node.Map2 map) {
        return new Function(2, Integer.MAX_VALUE, (types, a) -> {
            Sort sort = common(types, a);
            if (sort == Sort.LABEL || sort == Sort.TRUTH) {
                return types.refuse(a.get(0), "min and max are of numbers or dates", "");
            }
            Node out = types.want(sort, a.get(0));
            for (Node next : a.subList(1, a.size())) {
                out = out.map(sort, types.want(sort, next), map);
            }
            return out;
        });
    }

    private static Sort common(Types types, List<Node> arguments) {
        Node all = arguments.get(0);
        for (Node next : arguments) {
            Sort sort = types.common(all, next);
            all = sort == all.sort() ? all : Types.number(sort, all.at(), 0);
        }
        return all.sort();
    }

    /** Half away from zero, as people and spreadsheets round; what the last bits of a product add does not count. */
    static double round(double value, double digits) {
        int places = (int) Math.abs(digits);
        double scale = places < POWERS.length ? POWERS[places] : FastMath.pow(10, places);
        double scaled = Math.abs(digits < 0 ? value / scale : value * scale);
        double rounded = Math.floor(scaled + 0.5 + 4e-16 * scaled);
        double whole = Math.copySign(rounded, value) + 0.0;
        return digits < 0 ? whole * scale : whole / scale;
    }

    private static Node round(Types types, List<Node> a) {
        Node value = types.want(Sort.NUMBER, a.get(0));
        return a.size() == 1
                ? value.map(Sort.NUMBER, v -> round(v, 0))
                : value.map(Sort.NUMBER, types.want(Sort.NUMBER, a.get(1)), Functions::round);
    }

    private static Node choose(Types types, List<Node> a) {
        Node test = types.want(Sort.TRUTH, a.get(0));
        Sort sort = types.common(a.get(1), a.get(2));
        Node yes = types.want(sort, a.get(1));
        Node no = types.want(sort, a.get(2));
        if (sort == Sort.LABEL) {
            return Node.texts(a.get(0).at(), window -> {
                double[] truth = test.of(window);
                @Nullable String[] out = yes.textsOf(window);
                @Nullable String[] other = no.textsOf(window);
                for (int i = 0; i < out.length; i++) {
                    out[i] = truth[i] == 1 ? out[i] : truth[i] == 0 ? other[i] : null;
                }
                return out;
            });
        }
        return Node.values(sort, a.get(0).at(), window -> {
            double[] truth = test.of(window);
            double[] out = yes.of(window);
            double[] other = no.of(window);
            for (int i = 0; i < out.length; i++) {
                out[i] = truth[i] == 1 ? out[i] : truth[i] == 0 ? other[i] : Double.NaN;
            }
            return out;
        });
    }

    /** The first that is not missing. */
    private static Node first(Types types, List<Node> a) {
        Sort sort = common(types, a);
        Node out = types.want(sort, a.get(0));
        for (Node next : a.subList(1, a.size())) {
            Node before = out;
            Node after = types.want(sort, next);
            out = sort == Sort.LABEL
                    ? Node.texts(before.at(), window -> {
                        @Nullable String[] texts = before.textsOf(window);
                        @Nullable String[] others = after.textsOf(window);
                        for (int i = 0; i < texts.length; i++) {
                            texts[i] = texts[i] == null ? others[i] : texts[i];
                        }
                        return texts;
                    })
                    : before.map(sort, after, (u, v) -> Double.isNaN(u) ? v : u);
        }
        return out;
    }

    /** The days of a date or of a moment; fractions are the time of day. */
    private static Node inDays(Types types, Node part) {
        Sort sort = part.sort() == Sort.DATETIME || part.sort() == Sort.TIME
                ? part.sort()
                : part.literal() != null && part.literal().length() > 10 ? Sort.DATETIME : Sort.DATE;
        Node date = types.want(sort, part);
        return sort == Sort.DATE ? date : date.map(Sort.NUMBER, v -> v / Calendar.MICROS_PER_DAY);
    }

    private static Function ofDate(Node.Map1 map) {
        return new Function(1, 1, (types, a) -> {
            if (a.get(0).sort() == Sort.TIME) {
                return types.refuse(a.get(0), "a time of day has no date", "");
            }
            return inDays(types, a.get(0)).map(Sort.NUMBER, map);
        });
    }

    private static Function ofTime(double unit, double most) {
        return new Function(1, 1, (types, a) -> {
            Node part = types.want(a.get(0).sort() == Sort.DATETIME ? Sort.DATETIME : Sort.TIME, a.get(0));
            return part.map(Sort.NUMBER, v -> {
                double units = Math.floor(v / 1e6 / unit);
                return units - most * Math.floor(units / most);
            });
        });
    }

    private static Function between(Node.Map2 map) {
        return new Function(2, 2, (types, a) -> {
            boolean clock = a.get(0).sort() == Sort.TIME;
            if (clock != (a.get(1).sort() == Sort.TIME)) {
                return types.refuse(a.get(1), "a time of day does not go with a date", "");
            }
            return inDays(types, a.get(0)).map(Sort.NUMBER, inDays(types, a.get(1)), map);
        });
    }

    /** From a moment, or from year, month and day. */
    private static Node date(Types types, List<Node> a) {
        if (a.size() == 1) {
            return inDays(types, a.get(0)).map(Sort.DATE, Math::floor);
        }
        if (a.size() == 2) {
            return types.refuse(a.get(0), "date takes a moment, or a year, a month and a day", "");
        }
        Node year = types.want(Sort.NUMBER, a.get(0));
        Node month = types.want(Sort.NUMBER, a.get(1));
        Node day = types.want(Sort.NUMBER, a.get(2));
        return Node.values(Sort.DATE, year.at(), window -> {
            double[] out = year.of(window);
            double[] months = month.of(window);
            double[] days = day.of(window);
            for (int i = 0; i < out.length; i++) {
                out[i] = Calendar.days(out[i], months[i], days[i]);
            }
            return out;
        });
    }
}
