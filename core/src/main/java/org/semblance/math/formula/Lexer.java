package org.semblance.math.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.semblance.plugin.ProblemException;

/**
 * Cuts a text that names columns into tokens. A known column's name is one token wherever it stands, the longest one
 * that fits, so that {@code hours-per-week} needs no quotes; {@code `any name`} is a column as well.
 */
public final class Lexer {
    /** What a token is. */
    public enum Type {
        NUMBER,
        TEXT,
        COLUMN,
        /** A function, or a name nobody knows. */
        WORD,
        OPERATOR,
        END
    }

    /**
     * One of them.
     *
     * @param at the place of its first character
     */
    public record Token(Type type, String text, int at) {
        public boolean is(String operator) {
            return type == Type.OPERATOR && text.equals(operator);
        }
    }

    /**
     * What a language is made of.
     *
     * @param what it is called in messages: "model"
     * @param operators longer ones before those they begin with
     * @param functions a column of such a name is the function where a bracket follows
     * @param reserved words, in small letters, that are never columns unless in backticks
     * @param parts said of what is none of it
     */
    public record Grammar(
            String what, List<String> operators, Set<String> functions, Set<String> reserved, String parts) {
        public Grammar {
            operators = List.copyOf(operators);
            functions = Set.copyOf(functions);
            reserved = Set.copyOf(reserved);
        }
    }

    private final Grammar grammar;
    private final String formula;
    private final List<String> longestFirst;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Grammar grammar, String formula, Collection<String> columns) {
        this.grammar = grammar;
        this.formula = formula;
        longestFirst = columns.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** @throws org.semblance.plugin.ProblemException of kind USAGE, with the place of what is no token */
    public static List<Token> tokens(Grammar grammar, String formula, Collection<String> columns) {
        Lexer lexer = new Lexer(grammar, formula, columns);
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
                throw mistake("a quoted name or label has no closing " + c, "");
            }
            tokens.add(new Token(c == '`' ? Type.COLUMN : Type.TEXT, formula.substring(at + 1, end), at));
            at = end + 1;
            return true;
        }
        if (column() || number() || word() || operator()) {
            return true;
        }
        throw mistake("\"" + c + "\" is no part of a formula", grammar.parts);
    }

    private ProblemException mistake(String what, String fix) {
        return Mistake.at(grammar.what, formula, at, what, fix);
    }

    private boolean column() {
        for (String name : longestFirst) {
            int end = at + name.length();
            boolean whole =
                    end >= formula.length() || !part(formula.charAt(end)) || !part(name.charAt(name.length() - 1));
            boolean free = !name.chars().allMatch(Character::isDigit)
                    && !grammar.reserved.contains(name.toLowerCase(Locale.ROOT));
            if (formula.startsWith(name, at) && whole && free) {
                boolean called = grammar.functions.contains(name) && opens(end);
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
            throw mistake("\"" + text + "\" is no number", "");
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
        for (String operator : grammar.operators) {
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
