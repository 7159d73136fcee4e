package org.semblance.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/**
 * Rules that replace a few letters by others, one place at a time. Written {@code ph>f}, or {@code ph=f} for both
 * directions; {@code ^} before a side and {@code $} behind it bind the rule to the beginning and end of a word, a tilde
 * there wants a letter of the same word beside it; several are parted by spaces, and an underscore stands for a space.
 */
final class Rules {
    private enum Edge {
        ANY,
        WORD,
        LETTER;

        boolean fits(boolean edge) {
            return this == ANY || (this == WORD) == edge;
        }
    }

    private record Rule(String from, String to, Edge start, Edge end) {}

    /** The rules that begin with a letter, in their order; of longer rules, those whose second letter is the next one. */
    private static final class Start {
        private final Rule[] single;
        private final Rule[][] near = new Rule[NEAR][];
        private final Map<Character, Rule[]> far = new HashMap<>();

        Start(List<Rule> rules) {
            single = rules.stream().filter(rule -> rule.from().length() == 1).toArray(Rule[]::new);
            Arrays.fill(near, single);
            for (Rule one : rules) {
                char next = one.from().length() == 1 ? 0 : one.from().charAt(1);
                if (before(next) == single && next > 0) {
                    Rule[] all = rules.stream()
                            .filter(rule ->
                                    rule.from().length() == 1 || rule.from().charAt(1) == next)
                            .toArray(Rule[]::new);
                    if (next < NEAR) {
                        near[next] = all;
                    } else {
                        far.put(next, all);
                    }
                }
            }
        }

        Rule[] before(char next) {
            return next < NEAR ? near[next] : far.getOrDefault(next, single);
        }
    }

    private static final int NEAR = 0x80;

    /** By first letter: those of ASCII directly, the rest looked up. */
    private final @Nullable Start[] near = new @Nullable Start[NEAR];

    private final Map<Character, Start> far = new HashMap<>();
    private final boolean anyCase;

    /** @param anyCase whether letters match whatever their case, and what replaces them is put in theirs */
    Rules(String text, boolean anyCase) {
        this.anyCase = anyCase;
        Map<Character, List<Rule>> rules = new HashMap<>();
        for (String word : text.trim().split("\\s+")) {
            boolean both = word.indexOf('=') > 0;
            int sign = word.indexOf(both ? '=' : '>');
            String from = bare(word.substring(0, sign));
            String to = bare(word.substring(sign + 1));
            char last = word.charAt(word.length() - 1);
            char inner = word.charAt(sign - 1);
            Edge start = edge(word.charAt(0) == '^', word.charAt(0) == '~');
            Edge end = edge(last == '$' || inner == '$', last == '~' || inner == '~');
            add(rules, new Rule(from, to, start, end));
            if (both) {
                add(rules, new Rule(to, from, start, end));
            }
        }
        rules.forEach((letter, list) -> {
            if (letter < NEAR) {
                near[letter] = new Start(list);
            } else {
                far.put(letter, new Start(list));
            }
        });
    }

    private static Edge edge(boolean word, boolean letter) {
        return word ? Edge.WORD : letter ? Edge.LETTER : Edge.ANY;
    }

    private static String bare(String side) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < side.length(); i++) {
            char c = side.charAt(i);
            if ("^$~".indexOf(c) < 0) {
                out.append(c == '_' ? ' ' : c);
            }
        }
        return out.toString();
    }

    private static void add(Map<Character, List<Rule>> rules, Rule rule) {
        if (rule.from().isEmpty() || rule.from().equals(rule.to())) {
            throw new IllegalArgumentException("a rule that changes nothing: " + rule);
        }
        rules.computeIfAbsent(rule.from().charAt(0), letter -> new ArrayList<>())
                .add(rule);
    }

    /** Uses one rule at one place, all that fit being as likely; false where none fits. */
    boolean apply(StringBuilder text, Rng rng) {
        int count = Integer.MAX_VALUE - visit(text, Integer.MAX_VALUE, null);
        if (count == 0) {
            return false;
        }
        visit(text, rng.nextInt(count) + 1, text);
        return true;
    }

    /** Counts fitting rules down from {@code goal}; at 0 the rule is used on {@code out}, where there is one. */
    private int visit(CharSequence text, int goal, @Nullable StringBuilder out) {
        int left = goal;
        for (int i = 0; i < text.length(); i++) {
            char c = lower(text.charAt(i));
            Start start = c < NEAR ? near[c] : far.get(c);
            if (start == null) {
                continue;
            }
            for (Rule rule : start.before(i + 1 < text.length() ? lower(text.charAt(i + 1)) : '\0')) {
                if (fits(rule, text, i) && --left == 0) {
                    if (out != null) {
                        String to = anyCase ? recased(rule, out, i) : rule.to();
                        boolean capital = Character.isUpperCase(out.charAt(i));
                        out.replace(i, i + rule.from().length(), to);
                        if (anyCase && to.isEmpty() && capital && i < out.length()) {
                            out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
                        }
                    }
                    return 0;
                }
            }
        }
        return left;
    }

    private char lower(char c) {
        return !anyCase || c >= 'a' && c <= 'z' ? c : Character.toLowerCase(c);
    }

    private boolean fits(Rule rule, CharSequence text, int at) {
        String from = rule.from();
        int end = at + from.length();
        if (end > text.length()) {
            return false;
        }
        for (int i = 1; i < from.length(); i++) {
            if (lower(text.charAt(at + i)) != from.charAt(i)) {
                return false;
            }
        }
        if (rule.start() == Edge.ANY && rule.end() == Edge.ANY && !rule.to().isEmpty()) {
            return true;
        }
        boolean starts = at == 0 || !Places.inWord(text.charAt(at - 1));
        boolean ends = end == text.length() || !Places.inWord(text.charAt(end));
        return rule.start().fits(starts) && rule.end().fits(ends) && !(rule.to().isEmpty() && starts && ends);
    }

    /** What replaces, in capitals, with a capital or in small letters as what it replaces. */
    private static String recased(Rule rule, CharSequence text, int at) {
        String to = rule.to();
        int end = at + rule.from().length();
        if (to.isEmpty() || !Character.isUpperCase(text.charAt(at))) {
            return to;
        }
        char last = text.charAt(end - 1);
        boolean single = rule.from().length() == 1;
        boolean capitals = single
                ? at > 0 && Character.isUpperCase(text.charAt(at - 1))
                        || end < text.length() && Character.isUpperCase(text.charAt(end))
                : Character.isUpperCase(last) || !Character.isLetter(last);
        return capitals ? to.toUpperCase(Locale.ROOT) : Character.toUpperCase(to.charAt(0)) + to.substring(1);
    }
}
