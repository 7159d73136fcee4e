package org.semblance.generate;

import java.util.ArrayList;
import java.util.List;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/** Reads the shapes of {@link Pattern}: for each place of the text the signs that may stand there. */
final class Shape {
    private static final String DIGITS = "0123456789";
    private static final int LONGEST = 256;

    private final String text;
    private int at;

    private Shape(String text) {
        this.text = text;
    }

    static List<String> places(String text) {
        return new Shape(text).read();
    }

    private List<String> read() {
        List<String> places = new ArrayList<>();
        while (at < text.length()) {
            String signs = signs();
            int times = times();
            for (int i = 0; i < times; i++) {
                places.add(signs);
            }
            if (places.size() > LONGEST) {
                throw wrong("it makes texts longer than " + LONGEST + " signs");
            }
        }
        if (places.isEmpty()) {
            throw wrong("it is empty");
        }
        return places;
    }

    private String signs() {
        char c = text.charAt(at++);
        if (c == '\\') {
            char escaped = next("after \\");
            return escaped == 'd' ? DIGITS : String.valueOf(escaped);
        }
        if (c == '[') {
            return bracket();
        }
        if ("(){}|*+?^$.]".indexOf(c) >= 0) {
            throw wrong("'" + c + "' has no meaning here; write \\" + c + " for the sign itself");
        }
        return String.valueOf(c);
    }

    private String bracket() {
        StringBuilder signs = new StringBuilder();
        char c = next("for ]");
        while (c != ']') {
            if (c == '\\') {
                c = next("after \\");
                if (c == 'd') {
                    signs.append(DIGITS);
                    c = next("for ]");
                    continue;
                }
            }
            char to = c;
            if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']') {
                to = text.charAt(at + 1);
                at += 2;
            }
            if (to < c) {
                throw wrong("the range " + c + "-" + to + " runs backwards");
            }
            for (int sign = c; sign <= to; sign++) {
                if (signs.indexOf(String.valueOf((char) sign)) < 0) {
                    signs.append((char) sign);
                }
            }
            c = next("for ]");
        }
        if (signs.isEmpty()) {
            throw wrong("[] is empty");
        }
        return signs.toString();
    }

    private int times() {
        if (at >= text.length() || text.charAt(at) != '{') {
            return 1;
        }
        int end = text.indexOf('}', at);
        String number = end < 0 ? "" : text.substring(at + 1, end);
        if (!number.matches("[0-9]{1,3}")) {
            throw wrong("{" + number + "} is not a count such as {4}");
        }
        at = end + 1;
        return Integer.parseInt(number);
    }

    private char next(String purpose) {
        if (at >= text.length()) {
            throw wrong("it ends while looking " + purpose);
        }
        return text.charAt(at++);
    }

    private ProblemException wrong(String reason) {
        return ProblemException.usage(Problem.of("the pattern \"" + text + "\" cannot be used: " + reason + ".")
                .fix("It may hold literals, [A-Z], [0-9], \\d and {n}, as in [A-Z]{2}-\\d{6}."));
    }
}
