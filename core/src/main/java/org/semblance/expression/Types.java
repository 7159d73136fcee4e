package org.semblance.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.math.formula.Mistake;
import org.semblance.plugin.Problem;

/** Sees to it that parts are of the sorts that are wanted, and collects what is not. */
final class Types {
    private final String text;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Expression.Told> told = new ArrayList<>();

    Types(String text) {
        this.text = text;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Expression.Told> told() {
        return told;
    }

    /** Notes what is wrong; what stands for the part fits everywhere, so that nothing else is said of it. */
    Node refuse(Node part, String what, String fix) {
        return refuse(part.at(), what, fix);
    }

    Node refuse(int at, String what, String fix) {
        problems.add(Mistake.problem(Parser.KIND, text, at, what, fix));
        return nothing(at);
    }

    /** A missing value. */
    static Node nothing(int at) {
        return new Node(Sort.ANY, at, null, null, w -> filled(w, Double.NaN), w -> new @Nullable String[w.count()]);
    }

    static double[] filled(Window window, double value) {
        double[] out = new double[window.count()];
        Arrays.fill(out, value);
        return out;
    }

    static Node number(Sort sort, int at, double value) {
        return Node.values(sort, at, window -> filled(window, value));
    }

    static Node label(int at, String label) {
        return new Node(Sort.LABEL, at, label, null, null, window -> {
            @Nullable String[] out = new @Nullable String[window.count()];
            Arrays.fill(out, label);
            return out;
        });
    }

    /** The sort in which two parts can be compared or stand for each other. */
    Sort common(Node a, Node b) {
        Sort x = a.sort();
        Sort y = b.sort();
        if (x == y || y == Sort.ANY) {
            return x;
        }
        if (x == Sort.ANY) {
            return y;
        }
        if (x.moment() && y.moment()) {
            return Sort.DATETIME;
        }
        // A date is written as a label.
        if (b.literal() != null && (x.moment() || x == Sort.TIME)) {
            return x == Sort.DATE && b.literal().length() > 10 ? Sort.DATETIME : x;
        }
        if (a.literal() != null && (y.moment() || y == Sort.TIME)) {
            return common(b, a);
        }
        return x;
    }

    /** The part in the sort that is wanted, or a note that it is not. */
    Node want(Sort sort, Node part) {
        Sort is = part.sort();
        if (is == sort || is == Sort.ANY || sort == Sort.ANY) {
            return part;
        }
        if (is == Sort.DATE && sort == Sort.DATETIME) {
            return part.map(Sort.DATETIME, v -> v * Calendar.MICROS_PER_DAY);
        }
        String literal = part.literal();
        if (literal != null && (sort.moment() || sort == Sort.TIME)) {
            return date(sort, part, literal);
        }
        String name = part.column();
        String what = (name == null ? "this is " : "\"" + name + "\" is ") + is.words() + ", but " + sort.words()
                + " is wanted here";
        return refuse(part, what, fix(sort, part));
    }

    private static String fix(Sort wanted, Node part) {
        String literal = part.literal();
        if (literal != null && wanted == Sort.NUMBER) {
            return "Write numbers without quotes.";
        }
        if (wanted == Sort.TRUTH) {
            return "Compare it with something, such as  = " + (part.sort() == Sort.LABEL ? "'yes'." : "1.");
        }
        return wanted == Sort.LABEL ? "Write labels in quotes." : "";
    }

    private Node date(Sort sort, Node part, String literal) {
        try {
            String iso = literal.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
            double value = switch (sort) {
                case DATE -> LocalDate.parse(iso).toEpochDay();
                case TIME -> LocalTime.parse(iso).toNanoOfDay() / 1000;
                default -> {
                    LocalDateTime moment = iso.length() > 10
                            ? LocalDateTime.parse(iso)
                            : LocalDate.parse(iso).atStartOfDay();
                    yield ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), moment);
                }
            };
            return number(sort, part.at(), value);
        } catch (DateTimeException e) {
            return refuse(
                    part,
                    "'" + literal + "' is not " + sort.words(),
                    switch (sort) {
                        case DATE -> "Write dates as '2024-12-31'.";
                        case TIME -> "Write times as '13:45'.";
                        default -> "Write moments as '2024-12-31 13:45'.";
                    });
        }
    }

    /** Remembers which label a column is compared with. */
    void told(Node a, Node b) {
        String column = a.column() != null ? a.column() : b.column();
        String label = a.literal() != null ? a.literal() : b.literal();
        if (column != null && label != null) {
            told.add(new Expression.Told(column, label));
        }
    }
}
