package org.semblance.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Kind;

/**
 * What a column of labels is: a flag, a category, text, an identifier or a key, from its name and its values.
 *
 * @param maker what makes new values; empty where their shape says it
 * @param why in words
 */
record LabelKind(Kind kind, String maker, String why) {
    /** Labels looked at for patterns. */
    private static final int LOOKED_AT = 2000;

    /** Below so many values, being nearly all different means nothing. */
    private static final int ENOUGH = 20;

    /** From so many values on, being all different is enough: no label of them could be released ({@code Privacy}). */
    private static final int FEW = 5;

    private static final List<Set<String>> FLAGS = List.of(
            Set.of("true", "false"),
            Set.of("yes", "no"),
            Set.of("y", "n"),
            Set.of("t", "f"),
            Set.of("on", "off"),
            Set.of("ja", "nein"),
            Set.of("ja", "nej"),
            Set.of("ja", "nei"),
            Set.of("ja", "nee"),
            Set.of("j", "n"),
            Set.of("oui", "non"),
            Set.of("si", "no"),
            Set.of("sí", "no"),
            Set.of("sim", "não"),
            Set.of("tak", "nie"),
            Set.of("wahr", "falsch"),
            Set.of("vrai", "faux"),
            Set.of("kyllä", "ei"));
    private static final Set<String> SURE_FLAGS = Set.of("true", "false", "yes", "no");

    /**
     * What is known of the column.
     *
     * @param labels all different labels
     * @param values how many cells are not missing
     * @param complete whether no cell is missing
     * @param first whether it is the first column
     */
    record Facts(String name, List<String> labels, long values, boolean complete, boolean first) {
        boolean unique() {
            return labels.size() == values;
        }

        /** Whether there are enough values to take it from them that they are different. */
        boolean enough() {
            return values >= ENOUGH || values >= FEW && unique();
        }

        double spread() {
            return values == 0 ? 0 : (double) labels.size() / values;
        }

        String count() {
            return labels.size() == 1 ? "1 label" : String.format(Locale.ROOT, "%,d different labels", labels.size());
        }
    }

    static LabelKind of(Facts facts) {
        if (facts.labels().isEmpty()) {
            return new LabelKind(Kind.CATEGORY, "", "no value in any row");
        }
        if (flag(facts.labels())) {
            return new LabelKind(Kind.FLAG, "", "a spelling of yes and no");
        }
        List<String> looked = looked(facts.labels());
        NameWords words = NameWords.of(facts.name());
        LabelKind found = identifier(facts, looked, words);
        if (found != null) {
            return found;
        }
        double length = looked.stream().mapToInt(String::length).average().orElse(0);
        double spaces = looked.stream()
                .mapToLong(l -> l.chars().filter(c -> c == ' ').count())
                .average()
                .orElse(0);
        boolean compact =
                looked.stream().allMatch(l -> l.indexOf(' ') < 0 && l.chars().anyMatch(c -> c >= '0' && c <= '9'));
        boolean key = facts.unique() && facts.complete() && facts.values() > 1 && length <= 64;
        if (key
                && (words.identifier()
                        || (words.numbering() && facts.values() >= ENOUGH && compact)
                        || (facts.first() && compact && facts.values() >= ENOUGH))) {
            return new LabelKind(
                    Kind.KEY,
                    "",
                    "different in every row"
                            + (words.numbering() ? " and named like a key" : ", in the first column and built alike"));
        }
        if (words.identifier()
                && !(facts.labels().size() <= 100
                        && facts.values() >= 10L * facts.labels().size())) {
            return new LabelKind(Kind.IDENTIFIER, "", "named like an identifier, " + facts.count());
        }
        boolean many = facts.enough();
        if (many && facts.spread() > 0.5 && (length >= 50 || spaces >= 4)) {
            return new LabelKind(Kind.TEXT, "", "long texts, " + facts.count());
        }
        if (many && facts.spread() > 0.9) {
            return spaces >= 2
                    ? new LabelKind(Kind.TEXT, "", "texts of several words, nearly all different")
                    : new LabelKind(Kind.IDENTIFIER, "", "nearly all values are different");
        }
        boolean zeros = looked.stream().anyMatch(l -> l.matches("0[0-9]+"));
        return new LabelKind(Kind.CATEGORY, "", facts.count() + (zeros ? "; leading zeros are kept" : ""));
    }

    private static @Nullable LabelKind identifier(Facts facts, List<String> looked, NameWords words) {
        for (ValueShape shape : ValueShape.ALL) {
            if (shape.fits(looked, words)) {
                boolean key = facts.unique()
                        && facts.complete()
                        && facts.values() > 1
                        && shape.mayBeKey()
                        && (facts.first() || words.identifier());
                return new LabelKind(
                        key ? Kind.KEY : Kind.IDENTIFIER, shape.maker(), "the values are " + shape.words());
            }
        }
        PersonalName personal = PersonalName.of(words, looked, facts);
        if (personal != null) {
            return new LabelKind(Kind.IDENTIFIER, personal.maker(), "named like " + personal.words());
        }
        return null;
    }

    private static boolean flag(List<String> labels) {
        if (labels.size() > 6) {
            return false;
        }
        Set<String> spellings =
                labels.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (spellings.size() == 1) {
            return SURE_FLAGS.containsAll(spellings);
        }
        return FLAGS.stream().anyMatch(pair -> pair.containsAll(spellings));
    }

    private static List<String> looked(List<String> labels) {
        if (labels.size() <= LOOKED_AT) {
            return labels;
        }
        List<String> some = new ArrayList<>(LOOKED_AT);
        for (int i = 0; i < LOOKED_AT; i++) {
            some.add(labels.get((int) ((long) i * labels.size() / LOOKED_AT)));
        }
        return some;
    }
}
