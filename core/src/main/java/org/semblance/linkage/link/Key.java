package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What records are brought together by: some numbers for every record, equal where they should meet.
 *
 * @param name in words
 * @param of the field it is made of, so that two keys of one field are not joined
 * @param per how many numbers a record has at most; -1 where it has fewer
 * @param source of row r at {@code r * per}
 * @param target likewise
 */
record Key(String name, String of, int per, int[] source, int[] target) {
    /** Words of a name that are looked at. */
    private static final int WORDS = 4;

    /** The field as it is. */
    static Key whole(Field field) {
        return new Key(field.name, field.name, 1, field.source, field.target);
    }

    /** A part of the field's text; empty for none. */
    static Key part(Field field, String what, Function<String, String> part) {
        return parts(field, what, 1, text -> {
            String one = part.apply(text);
            return one.isEmpty() ? List.of() : List.of(one);
        });
    }

    /** How each word of the field sounds. */
    static Key sounds(Field field) {
        return parts(field, "sound of a word of " + field.name, WORDS, text -> {
            List<String> out = new ArrayList<>();
            for (String word : text.split(" ")) {
                String sound = Similarity.soundex(word);
                String code = sound.isEmpty() ? word : sound;
                if (word.length() > 1 && out.size() < WORDS && !out.contains(code)) {
                    out.add(code);
                }
            }
            return out;
        });
    }

    private static Key parts(Field field, String what, int per, Function<String, List<String>> parts) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] ofText = new int[field.texts.length * per];
        Arrays.fill(ofText, -1);
        for (int i = 0; i < field.texts.length; i++) {
            int at = i * per;
            for (String part : parts.apply(field.texts[i])) {
                Integer number = numbers.putIfAbsent(part, numbers.size());
                ofText[at++] = number == null ? numbers.size() - 1 : number;
            }
        }
        return new Key(what, field.name, per, spread(field.source, ofText, per), spread(field.target, ofText, per));
    }

    private static int[] spread(int[] codes, int[] ofText, int per) {
        int[] out = new int[codes.length * per];
        for (int i = 0; i < codes.length; i++) {
            for (int k = 0; k < per; k++) {
                out[i * per + k] = codes[i] < 0 ? -1 : ofText[codes[i] * per + k];
            }
        }
        return out;
    }
}
