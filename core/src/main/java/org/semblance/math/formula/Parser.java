package org.semblance.math.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.math.formula.Expression.Apply;
import org.semblance.math.formula.Expression.Name;
import org.semblance.math.formula.Expression.Text;
import org.semblance.math.formula.Lexer.Token;
import org.semblance.math.formula.Lexer.Type;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads a formula, with R's precedence: ^, sign, :, * and /, + and -, comparisons, |, ~. */
final class Parser {
    /** The least and the most arguments of each function. */
    static final Map<String, int[]> FUNCTIONS = Map.ofEntries(
            Map.entry("I", new int[] {1, 1}),
            Map.entry("log", new int[] {1, 1}),
            Map.entry("log2", new int[] {1, 1}),
            Map.entry("log10", new int[] {1, 1}),
            Map.entry("log1p", new int[] {1, 1}),
            Map.entry("exp", new int[] {1, 1}),
            Map.entry("sqrt", new int[] {1, 1}),
            Map.entry("abs", new int[] {1, 1}),
            Map.entry("factor", new int[] {1, 1}),
            Map.entry("ordered", new int[] {1, 50}),
            Map.entry("poly", new int[] {2, 2}),
            Map.entry("offset", new int[] {1, 1}));

    static final String MODEL = "model";

    /** Between the effects and the column that says the group: {@code (1 + x | school)}. */
    static final String GIVEN = "|";

    private static final Lexer.Grammar GRAMMAR = new Lexer.Grammar(
            MODEL,
            List.of("==", "!=", "<=", ">=", "<", ">", "~", "+", "-", "*", "/", "^", ":", "(", ")", ",", ".", "|"),
            FUNCTIONS.keySet(),
            Set.of(),
            "Formulas are made of columns, + - * : ^ ( ), numbers and functions.");

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private final String formula;
    private final Collection<String> columns;
    private final Collection<String> others;
    private final List<Token> tokens;
    private final Map<String, Problem> unknown = new LinkedHashMap<>();
    private int at;

    private Parser(String formula, Collection<String> columns, Collection<String> others) {
        this.formula = formula;
        this.columns = columns;
        this.others = others;
        List<String> all = new ArrayList<>(columns);
        all.addAll(others);
        tokens = Lexer.tokens(GRAMMAR, formula, all);
    }

    /** The two sides of {@code response ~ terms}. */
    record Sides(Expression response, Expression terms) {}

    /** @throws ProblemException of kind DATA that names every unknown column, or of kind USAGE the first place that cannot be read */
    static Sides parse(String formula, Collection<String> columns, Collection<String> others) {
        Parser parser = new Parser(formula, columns, others);
        Expression response = parser.comparison();
        if (!parser.take("~")) {
            throw parser.refuse("there should be a \"~\"", "Write it as: outcome ~ predictor + predictor.");
        }
        Expression terms = parser.comparison();
        if (parser.token().type() != Type.END) {
            throw parser.refuse("the formula should end", "Join predictors with +, : or *.");
        }
        if (!parser.unknown.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, List.copyOf(parser.unknown.values()));
        }
        return new Sides(response, terms);
    }

    private Token token() {
        return tokens.get(at);
    }

    private boolean take(String operator) {
        boolean there = token().is(operator);
        at += there ? 1 : 0;
        return there;
    }

    private ProblemException refuse(String expected, String fix) {
        Token found = token();
        String what = found.type() == Type.END ? "" : ", but \"" + found.text() + "\" stands";
        return Mistake.at(MODEL, formula, found.at(), expected + what + " here", fix);
    }

    private Expression comparison() {
        Expression left = sum();
        if (token().type() == Type.OPERATOR && COMPARISONS.contains(token().text())) {
            Token operator = tokens.get(at++);
            return new Apply(operator.text(), List.of(left, sum()), operator.at());
        }
        return left;
    }

    private Expression sum() {
        Expression left;
        if (token().is("-") || token().is("+")) {
            Token sign = tokens.get(at++);
            left = new Apply(sign.text(), List.of(product()), sign.at());
        } else {
            left = product();
        }
        while (token().is("+") || token().is("-")) {
            Token operator = tokens.get(at++);
            left = new Apply(operator.text(), List.of(left, product()), operator.at());
        }
        return left;
    }

    private Expression product() {
        Expression left = interaction();
        while (token().is("*") || token().is("/")) {
            Token operator = tokens.get(at++);
            left = new Apply(operator.text(), List.of(left, interaction()), operator.at());
        }
        return left;
    }

    private Expression interaction() {
        Expression left = signed();
        while (token().is(":")) {
            Token operator = tokens.get(at++);
            left = new Apply(":", List.of(left, signed()), operator.at());
        }
        return left;
    }

    private Expression signed() {
        if (token().is("-")) {
            Token sign = tokens.get(at++);
            return new Apply("-", List.of(signed()), sign.at());
        }
        Expression base = atom();
        if (token().is("^")) {
            Token operator = tokens.get(at++);
            return new Apply("^", List.of(base, signed()), operator.at());
        }
        return base;
    }

    private Expression atom() {
        Token token = token();
        switch (token.type()) {
            case NUMBER -> {
                at++;
                return new Expression.Number(Double.parseDouble(token.text()), token.at());
            }
            case TEXT -> {
                at++;
                return new Text(token.text(), token.at());
            }
            case COLUMN -> {
                at++;
                return column(token);
            }
            case WORD -> {
                at++;
                return token().is("(") ? call(token) : column(token);
            }
            default -> {
                if (take("(")) {
                    Expression inside = comparison();
                    Token bar = token();
                    if (take(GIVEN)) {
                        inside = new Apply(GIVEN, List.of(inside, comparison()), bar.at());
                    }
                    if (!take(")")) {
                        throw refuse("a bracket should be closed", "");
                    }
                    return inside instanceof Apply given && given.function().equals(GIVEN)
                            ? given
                            : new Apply("(", List.of(inside), token.at());
                }
                if (take(".")) {
                    return new Name(".", token.at());
                }
                throw refuse("a column, a number or a function should stand", "");
            }
        }
    }

    private Expression call(Token function) {
        int[] room = FUNCTIONS.get(function.text());
        if (room == null) {
            String hint = Nearest.hint(function.text(), FUNCTIONS.keySet());
            throw Mistake.at(
                    MODEL,
                    formula,
                    function.at(),
                    "there is no function \"" + function.text() + "\"",
                    hint.isEmpty()
                            ? "There are "
                                    + String.join(
                                            ", ",
                                            FUNCTIONS.keySet().stream().sorted().toList()) + "."
                            : hint);
        }
        take("(");
        List<Expression> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (take(","));
        if (!take(")")) {
            throw refuse("the bracket of " + function.text() + " should be closed", "");
        }
        if (arguments.size() < room[0] || arguments.size() > room[1]) {
            throw Mistake.at(
                    MODEL,
                    formula,
                    function.at(),
                    function.text() + " takes " + (room[1] == 1 ? "one argument" : room[0] + " arguments") + ", not "
                            + arguments.size(),
                    "");
        }
        return new Apply(function.text(), arguments, function.at());
    }

    private Expression column(Token token) {
        if (others.contains(token.text()) && !columns.contains(token.text())) {
            unknown.putIfAbsent(
                    token.text(),
                    Mistake.problem(
                            MODEL,
                            formula,
                            token.at(),
                            "the column \"" + token.text() + "\" cannot be modelled",
                            "Keys, identifiers and free text are made anew, and a model needs columns that all tables have."));
        } else if (!columns.contains(token.text())) {
            String chunk = chunk(token.at());
            String whole = chunk.equals(token.text()) ? "" : near(chunk);
            String named = whole.isEmpty() ? token.text() : chunk;
            String hint = whole.isEmpty() ? Nearest.hint(named, columns) : whole;
            unknown.putIfAbsent(
                    named,
                    Mistake.problem(
                            MODEL,
                            formula,
                            Math.max(0, formula.lastIndexOf(named, token.at())),
                            "there is no column \"" + named + "\"",
                            hint));
        }
        return new Name(token.text(), token.at());
    }

    /** A hint for a mistyped name that holds a minus, such as hours-per-wek. */
    private String near(String chunk) {
        return chunk.contains("-")
                ? Nearest.hint(
                        chunk,
                        columns.stream().filter(name -> name.contains("-")).toList())
                : "";
    }

    /** What a reader would take for one word at a place of the formula. */
    private String chunk(int place) {
        int from = place;
        int to = place;
        while (from > 0 && !ends(formula.charAt(from - 1))) {
            from--;
        }
        while (to < formula.length() && !ends(formula.charAt(to))) {
            to++;
        }
        return formula.substring(from, to);
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || "+*:^()~,/".indexOf(c) >= 0;
    }
}
