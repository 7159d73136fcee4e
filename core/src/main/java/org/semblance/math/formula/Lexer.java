package org.semblance.math.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a formula into tokens. A known column's name is one token wherever it stands, the longest one that fits, so
 * that {@code hours-per-week} needs no quotes; {@code `any name`} is a column as well.
 */
final class Lexer {
    /** What a token is. */
    enum Type {
        NUMBER,
        TEXT,
        COLUMN,
        /** A function, or a name nobody knows. */
        WORD,
        OPERATOR,
        END
    }

    record Token(Type type, String text, int at) {
        boolean is(String operator) {
            return type == Type.OPERATOR && text.equals(operator);
        }
    }

    private static final List<String> OPERATORS =
            List.of("==", "!=", "<=", ">=", "<", ">", "~", "+", "-", "*", "/", "^", ":", "(", ")", ",", ".");

    private final String formula;
    private final List<String> longestFirst;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String formula, Collection<String> columns) {
        this.formula = formula;
        longestFirst = columns.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static List<Token> tokens(String formula, Collection<String> columns) {
        Lexer lexer = new Lexer(formula, columns);
        while (lexer.next()) {
            // Each call adds one token.
        }
        return lexer.tokens;
    }

    private boolean next() {
        while (at < formula.length() && Character.isWhitespace(formula.charAt(at))) {
            at++;
        }
        if (at == formula.length()) {
            tokens.add(new Token(Type.END, "", at));
            return false;
        }
        char c = formula.charAt(at);
        if (c == '`' || c == '"' || c == '\'') {
            int end = formula.indexOf(c, at + 1);
            if (end < 0) {
                throw Mistake.at(formula, at, "a quoted name or label has no closing " + c, "");
            }
            tokens.add(new Token(c == '`' ? Type.COLUMN : Type.TEXT, formula.substring(at + 1, end), at));
            at = end + 1;
            return true;
        }
        if (column() || number() || word() || operator()) {
            return true;
        }
        throw Mistake.at(
                formula,
                at,
                "\"" + c + "\" is no part of a formula",
                "Formulas are made of columns, + - * : ^ ( ), numbers and functions.");
    }

    private boolean column() {
        for (String name : longestFirst) {
            int end = at + name.length();
            boolean whole =
                    end >= formula.length() || !part(formula.charAt(end)) || !part(name.charAt(name.length() - 1));
            if (formula.startsWith(name, at) && whole && !name.chars().allMatch(Character::isDigit)) {
                boolean called = Parser.FUNCTIONS.containsKey(name) && opens(end);
                tokens.add(new Token(called ? Type.WORD : Type.COLUMN, name, at));
                at = end;
                return true;
            }
        }
        return false;
    }

    private boolean opens(int from) {
        return formula.substring(from).stripLeading().startsWith("(");
    }

    private boolean number() {
        int end = at;
        while (end < formula.length() && (Character.isDigit(formula.charAt(end)) || formula.charAt(end) == '.')) {
            end++;
        }
        if (end == at || formula.substring(at, end).equals(".")) {
            return false;
        }
        if (end + 1 < formula.length() && (formula.charAt(end) == 'e' || formula.charAt(end) == 'E')) {
            int digits = end + 1 + (formula.charAt(end + 1) == '-' || formula.charAt(end + 1) == '+' ? 1 : 0);
            int after = digits;
            while (after < formula.length() && Character.isDigit(formula.charAt(after))) {
                after++;
            }
            end = after > digits ? after : end;
        }
        String text = formula.substring(at, end);
        if (text.indexOf('.') != text.lastIndexOf('.')) {
            throw Mistake.at(formula, at, "\"" + text + "\" is no number", "");
        }
        tokens.add(new Token(Type.NUMBER, text, at));
        at = end;
        return true;
    }

    private boolean word() {
        int end = at;
        while (end < formula.length() && part(formula.charAt(end))) {
            end++;
        }
        if (end == at || formula.charAt(at) == '.' && end == at + 1) {
            return false;
        }
        tokens.add(new Token(Type.WORD, formula.substring(at, end), at));
        at = end;
        return true;
    }

    private boolean operator() {
        for (String operator : OPERATORS) {
            if (formula.startsWith(operator, at)) {
                tokens.add(new Token(Type.OPERATOR, operator, at));
                at += operator.length();
                return true;
            }
        }
        return false;
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
