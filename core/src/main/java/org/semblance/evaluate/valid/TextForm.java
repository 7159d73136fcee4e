package org.semblance.evaluate.valid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.table.CodeColumn;

/**
 * How the texts of a column are written: the tightest of four forms that texts not looked at have as well.
 *
 * <p>A sign is a digit, a large letter, a small letter, another letter, or itself. The forms are: the same kinds of signs
 * place by place ({@code AB-12} and {@code CD-99}); the same runs of kinds ({@code Ann 7} and {@code Maria 12}); the same
 * words, a word being a run of letters and digits ({@code x9@mail.org} and {@code ann@web.net}); and no other signs.
 * But for the first, lengths must lie within those seen. A form is taken where at least 99 of 100 different texts of one
 * half have it when it is learnt from the other half (the halves by hash); else, and of fewer than 40 different texts,
 * only signs and lengths count. Of more than 20,000 different texts so many are learnt from. Cost O(signs).
 */
final class TextForm {
    /** From tight to loose. */
    private enum Level {
        PLACES("the same kinds of signs place by place"),
        RUNS("the same runs of kinds of signs"),
        WORDS("the same words and signs between them"),
        SIGNS("no other kinds of signs");

        private final String words;

        Level(String words) {
            this.words = words;
        }
    }

    private static final int LEAST = 40;
    private static final int MOST = 20_000;
    private static final double ENOUGH = 0.99;

    private final Level level;
    private final Set<String> forms = new HashSet<>();
    private int shortest = Integer.MAX_VALUE;
    private int longest = -1;

    private TextForm(Level level, List<String> texts) {
        this.level = level;
        for (String text : texts) {
            if (level == Level.SIGNS) {
                for (int i = 0; i < text.length(); i++) {
                    forms.add(String.valueOf(kind(text.charAt(i))));
                }
            } else {
                forms.add(form(text, level));
            }
            shortest = Math.min(shortest, text.length());
            longest = Math.max(longest, text.length());
        }
    }

    /** Of the values that occur; missing ones are left out. */
    static TextForm of(CodeColumn column) {
        List<String> texts = column.compact().labels();
        int many = 1;
        while (texts.size() / many > MOST) {
            many *= 2;
        }
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (String text : texts) {
            int hash = text.hashCode() * 0x9E3779B9;
            if ((hash >>> 8 & (many - 1)) == 0) {
                (hash < 0 ? one : other).add(text);
            }
        }
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        if (all.size() >= LEAST) {
            for (Level level : Level.values()) {
                TextForm learnt = new TextForm(level, one);
                if (other.stream().filter(learnt::fits).count() >= ENOUGH * other.size()) {
                    return new TextForm(level, all);
                }
            }
        }
        return new TextForm(Level.SIGNS, all);
    }

    String words() {
        return level.words;
    }

    boolean fits(String text) {
        if (level != Level.PLACES && (text.length() < shortest || text.length() > longest)) {
            return false;
        }
        if (level != Level.SIGNS) {
            return forms.contains(form(text, level));
        }
        for (int i = 0; i < text.length(); i++) {
            if (!forms.contains(String.valueOf(kind(text.charAt(i))))) {
                return false;
            }
        }
        return true;
    }

    private static String form(String text, Level level) {
        StringBuilder out = new StringBuilder(text.length());
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char kind = kind(text.charAt(i));
            if (level == Level.WORDS && Character.isLetterOrDigit(kind)) {
                kind = 'w';
            }
            if (level == Level.PLACES || kind != before) {
                out.append(kind);
            }
            before = kind;
        }
        return out.toString();
    }

    private static char kind(char sign) {
        if (Character.isDigit(sign)) {
            return '9';
        }
        if (Character.isUpperCase(sign)) {
            return 'A';
        }
        if (Character.isLowerCase(sign)) {
            return 'a';
        }
        return Character.isLetter(sign) ? 'x' : sign;
    }
}
