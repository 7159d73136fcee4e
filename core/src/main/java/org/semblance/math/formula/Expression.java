package org.semblance.math.formula;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hipparchus.util.FastMath;

/** A part of a formula as it was written, with the place of its first character in the text. */
public sealed interface Expression {
    int at();

    /** As R would print it; two parts that print alike are the same variable. */
    String text();

    /** A number. */
    record Number(double value, int at) implements Expression {
        @Override
        public String text() {
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            return whole ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /** A label in quotes. */
    record Text(String value, int at) implements Expression {
        @Override
        public String text() {
            return '"' + value + '"';
        }
    }

    /** A column. */
    record Name(String name, int at) implements Expression {
        @Override
        public String text() {
            return name;
        }
    }

    /** A function or operator with what it is applied to; a sign has one argument. */
    record Apply(String function, List<Expression> arguments, int at) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        boolean operator() {
            return !Character.isLetter(function.charAt(0));
        }

        @Override
        public String text() {
            if (!operator()) {
                return function + arguments.stream().map(Expression::text).collect(Collectors.joining(", ", "(", ")"));
            }
            if (function.equals("(")) {
                return "(" + arguments.get(0).text() + ")";
            }
            if (arguments.size() == 1) {
                return function + arguments.get(0).text();
            }
            String gap = function.equals("^") || function.equals(":") ? "" : " ";
            return arguments.get(0).text()
                    + gap
                    + function
                    + gap
                    + arguments.get(1).text();
        }
    }

    /** Calls back for every column in the expression, from left to right. */
    default void names(Consumer<Name> found) {
        if (this instanceof Name name) {
            found.accept(name);
        } else if (this instanceof Apply apply) {
            apply.arguments().forEach(argument -> argument.names(found));
        }
    }

    /** What an arithmetic operator or function makes of its arguments; a comparison is 1 or 0; NaN stays NaN. */
    static double apply(String function, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        double value = switch (function) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "^" -> FastMath.pow(a, b);
            case "<" -> a < b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case "<=" -> a <= b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "==" -> a == b ? 1 : 0;
            case "!=" -> a != b ? 1 : 0;
            case "log" -> FastMath.log(a);
            case "log2" -> FastMath.log(a) / FastMath.log(2);
            case "log10" -> FastMath.log10(a);
            case "log1p" -> FastMath.log1p(a);
            case "exp" -> FastMath.exp(a);
            case "sqrt" -> Math.sqrt(a);
            case "abs" -> Math.abs(a);
            case "(", "I" -> a;
            default -> throw new IllegalArgumentException("no function " + function);
        };
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
