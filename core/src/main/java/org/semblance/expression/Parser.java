package org.semblance.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.math.formula.Lexer;
import org.semblance.math.formula.Lexer.Token;
import org.semblance.math.formula.Lexer.Type;
import org.semblance.math.formula.Mistake;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;

/** Reads an expression; from loosest to tightest: or, and, not, comparisons, + and -, * and /, sign, ^. */
final class Parser {
    static final String KIND = "expression";

    /** Deeper brackets than people write, and far fewer than a stack holds. */
    private static final int DEEPEST = 100;

    private static final Lexer.Grammar GRAMMAR = new Lexer.Grammar(
            KIND,
            List.of("==", "!=", "<>", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ","),
            Set.copyOf(Functions.names()),
            Set.of("and", "or", "not", "in", "is"),
            "There are columns, numbers, 'labels', + - * / ^ ( ), = != < <= > >=, and, or, not, in, is missing.");

    private final String text;
    private final Schema schema;
    private final List<Token> tokens;
    private final Types types;
    private final Operations operations;
    private final List<String> columns = new ArrayList<>();
    private List<Expression.Part> joined = List.of();
    private int at;
    private int depth;

    Parser(String text, Schema schema) {
        this.text = text;
        this.schema = schema;
        tokens = Lexer.tokens(GRAMMAR, text, schema.names());
        types = new Types(text);
        operations = new Operations(types);
    }

    /** The conditions that the outermost "and" joins. */
    List<Expression.Part> parse() {
        or();
        if (token().type() != Type.END) {
            throw refuse("the expression should end", "");
        }
        if (!types.problems().isEmpty()) {
            throw new ProblemException(ProblemException.Kind.DATA, types.problems());
        }
        return joined;
    }

    List<String> columns() {
        return columns;
    }

    List<Expression.Told> told() {
        return types.told();
    }

    private Token token() {
        return tokens.get(at);
    }

    private boolean take(String operator) {
        boolean there = token().is(operator);
        at += there ? 1 : 0;
        return there;
    }

    private boolean isWord(String word) {
        return token().type() == Type.WORD && token().text().equalsIgnoreCase(word);
    }

    private boolean takeWord(String word) {
        boolean there = isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    private ProblemException refuse(String expected, String fix) {
        Token found = token();
        String what = found.type() == Type.END ? "" : ", but \"" + found.text() + "\" stands";
        return Mistake.at(KIND, text, found.at(), expected + what + " here", fix);
    }

    private Node or() {
        List<Expression.Part> conditions = and();
        Node left = all(conditions);
        while (takeWord("or")) {
            left = operations.or(left, all(and()));
            conditions = List.of(new Expression.Part(left, text));
        }
        // The outermost one is the last to say so.
        joined = conditions;
        return left;
    }

    private List<Expression.Part> and() {
        List<Expression.Part> conditions = new ArrayList<>();
        do {
            int from = token().at();
            Node node = not();
            conditions.add(
                    new Expression.Part(node, text.substring(from, token().at()).strip()));
        } while (takeWord("and"));
        return conditions;
    }

    private Node all(List<Expression.Part> conditions) {
        Node all = conditions.get(0).node();
        for (Expression.Part next : conditions.subList(1, conditions.size())) {
            all = operations.and(all, next.node());
        }
        return all;
    }

    private Node not() {
        return takeWord("not") ? operations.not(deeper(this::not)) : comparison();
    }

    private Node comparison() {
        Node left = sum();
        if (token().type() == Type.OPERATOR && Operations.COMPARISONS.contains(token().text())) {
            String operator = tokens.get(at++).text();
            return operations.compare(operator, left, sum());
        }
        if (takeWord("is")) {
            boolean not = takeWord("not");
            if (token().text().equalsIgnoreCase("missing")) {
                at++;
            } else {
                throw refuse("after \"is\" stands \"missing\" or \"not missing\"", "Values are compared with =.");
            }
            Node missing = operations.isMissing(left);
            return not ? operations.not(missing) : missing;
        }
        boolean not = isWord("not") && at + 1 < tokens.size() && isWordAt(at + 1, "in");
        at += not ? 1 : 0;
        if (takeWord("in")) {
            Node in = in(left);
            return not ? operations.not(in) : in;
        }
        return left;
    }

    private boolean isWordAt(int place, String word) {
        return tokens.get(place).type() == Type.WORD && tokens.get(place).text().equalsIgnoreCase(word);
    }

    private Node in(Node left) {
        if (!take("(")) {
            throw refuse("after \"in\" stands a bracket", "Such as  in ('a', 'b').");
        }
        Node any = operations.compare("=", left, sum());
        while (take(",")) {
            any = operations.or(any, operations.compare("=", left, sum()));
        }
        close("the list after \"in\"");
        return any;
    }

    private void close(String what) {
        if (!take(")")) {
            throw refuse(what + " should be closed", "");
        }
    }

    private Node sum() {
        Node left = product();
        while (token().is("+") || token().is("-")) {
            String operator = tokens.get(at++).text();
            left = operations.arithmetic(operator, left, product());
        }
        return left;
    }

    private Node product() {
        Node left = signed();
        while (token().is("*") || token().is("/")) {
            String operator = tokens.get(at++).text();
            left = operations.arithmetic(operator, left, signed());
        }
        return left;
    }

    private Node signed() {
        if (take("-")) {
            return operations.negative(deeper(this::signed));
        }
        Node base = atom();
        return take("^") ? operations.arithmetic("^", base, deeper(this::signed)) : base;
    }

    /** What may hold itself. */
    private interface Inner {
        Node read();
    }

    private Node deeper(Inner inner) {
        if (++depth > DEEPEST) {
            throw refuse("the expression has brackets in more than " + DEEPEST + " others", "Write it more simply.");
        }
        Node out = inner.read();
        depth--;
        return out;
    }

    private Node atom() {
        Token token = token();
        switch (token.type()) {
            case NUMBER -> {
                at++;
                return Types.number(Sort.NUMBER, token.at(), Double.parseDouble(token.text()));
            }
            case TEXT -> {
                at++;
                return Types.label(token.at(), token.text());
            }
            case COLUMN -> {
                at++;
                return column(token);
            }
            case WORD -> {
                return word(token);
            }
            default -> {
                if (take("(")) {
                    Node inside = deeper(this::or);
                    close("a bracket");
                    return inside;
                }
                throw refuse("a column, a number, a label or a function should stand", "");
            }
        }
    }

    private Node word(Token token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        if (GRAMMAR.reserved().contains(word)) {
            throw refuse("a column, a number, a label or a function should stand", "");
        }
        at++;
        if (take("(")) {
            return call(token, word);
        }
        return word.equals("missing") ? Types.nothing(token.at()) : column(token);
    }

    private Node call(Token token, String name) {
        List<Node> arguments = new ArrayList<>();
        deeper(() -> {
            do {
                arguments.add(or());
            } while (take(","));
            close("the bracket of " + name);
            return arguments.get(0);
        });
        Node made = Functions.call(types, name, token.at(), arguments);
        if (made == null) {
            String hint = Nearest.hint(name, Functions.names());
            throw Mistake.at(
                    KIND,
                    text,
                    token.at(),
                    "there is no function \"" + name + "\"",
                    hint.isEmpty() ? "There are " + String.join(", ", Functions.names()) + "." : hint);
        }
        return made;
    }

    private Node column(Token token) {
        String name = token.text();
        int place = schema.find(name);
        if (place < 0) {
            String hint = Nearest.hint(name, schema.names());
            return types.refuse(
                    token.at(),
                    "there is no column \"" + name + "\"",
                    hint.isEmpty() ? "Labels stand in quotes: '" + name + "'." : hint);
        }
        int known = columns.indexOf(name);
        int index = known < 0 ? columns.size() : known;
        if (known < 0) {
            columns.add(name);
        }
        Sort sort = Sort.of(schema.field(place).kind());
        return sort == Sort.LABEL
                ? new Node(sort, token.at(), null, name, null, window -> texts(window, index))
                : new Node(sort, token.at(), null, name, window -> values(window, index), null);
    }

    private static double[] values(Window window, int index) {
        NumberColumn column = (NumberColumn) window.columns().get(index);
        double[] out = new double[window.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.get(window.from() + i);
        }
        return out;
    }

    private static @Nullable String[] texts(Window window, int index) {
        CodeColumn column = (CodeColumn) window.columns().get(index);
        @Nullable String[] out = new @Nullable String[window.count()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.get(window.from() + i);
        }
        return out;
    }
}
