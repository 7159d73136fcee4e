package org.semblance.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;

/** Makes the field of a column that was read as labels: which of them mean missing, and what the rest is. */
final class LabelField {
    private LabelField() {}

    /** Which labels stay, in order, and where each code of the pass goes; the token is the most frequent missing one. */
    private record Kept(List<String> labels, int[] map, String token, long missing) {}

    static NumberField.Made of(String name, RawColumn raw, SchemaOverrides.@Nullable Column said, boolean first) {
        Kept kept = keep(raw, said == null ? null : said.missing());
        int[] codes = raw.codes;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] < 0 ? -1 : kept.map()[codes[i]];
        }
        Format format = Format.PLAIN.missing(kept.token());
        CodeColumn column = CodeColumn.of(codes, kept.labels());
        Kind forced = said == null ? null : said.kind();
        LabelKind guessed = LabelKind.of(new LabelKind.Facts(
                name, kept.labels(), codes.length - kept.missing(), kept.missing() == 0 && codes.length > 0, first));
        if (forced == null) {
            return new NumberField.Made(
                    new Field(name, guessed.kind(), format.maker(guessed.maker()), guessed.why()), column);
        }
        boolean made = forced == Kind.KEY || forced == Kind.IDENTIFIER;
        String maker = made ? guessed.maker() : "";
        return new NumberField.Made(new Field(name, forced, format.maker(maker), "as the schema says"), column);
    }

    private static Kept keep(RawColumn raw, @Nullable List<String> tokensSaid) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int size = raw.labels.size();
        int[] map = new int[size];
        long missing = raw.blanks;
        long most = raw.blanks;
        String token = "";
        Set<String> missingTokens = missingTokens(raw, tokensSaid);
        for (int code = 0; code < size; code++) {
            String text = raw.labels.text(code);
            boolean meant = !text.isEmpty() && text.charAt(0) == '\0';
            String plain = meant ? text.substring(1) : text;
            // A quoted "NA" is a label where the file quotes only what it must, else missing like a bare one.
            if (missingTokens.contains(plain) && !(meant && raw.bareText)) {
                map[code] = -1;
                missing += raw.labels.count(code);
                if (raw.labels.count(code) > most) {
                    most = raw.labels.count(code);
                    token = plain;
                }
                continue;
            }
            Integer known = numbers.putIfAbsent(plain, labels.size());
            map[code] = known == null ? labels.size() : known;
            if (known == null) {
                labels.add(plain);
            }
        }
        return new Kept(labels, map, token, missing);
    }

    private static Set<String> missingTokens(RawColumn raw, @Nullable List<String> said) {
        if (said != null) {
            return Set.copyOf(said);
        }
        Set<String> found = new java.util.HashSet<>();
        int codes = 0;
        int others = 0;
        boolean onlyWord = raw.labels.size() > 0;
        for (int i = 0; i < raw.labels.size(); i++) {
            String text = raw.labels.text(i);
            String plain = !text.isEmpty() && text.charAt(0) == '\0' ? text.substring(1) : text;
            if (MissingTokens.known(plain)) {
                found.add(plain);
            } else {
                others++;
                codes += plain.matches("[A-Z]{2}") ? 1 : 0;
                onlyWord &= plain.equalsIgnoreCase("none");
            }
        }
        // Among codes of countries, NA is Namibia or North America.
        if (found.contains("NA") && codes > 20 && codes > 0.9 * others) {
            found.remove("NA");
        }
        if (onlyWord) {
            found.addAll(Set.of("None", "none", "NONE"));
        }
        return found;
    }
}
