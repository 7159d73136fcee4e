package org.semblance.generate.people;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.semblance.io.ByteSink;

/**
 * Many short texts by their places: one run of UTF-8, so that writing one costs a look and a copy; strings are made when
 * they are first asked for and then shared. Thread-safe.
 */
final class Texts {
    private final byte[] bytes;
    private final int[] starts;
    private final @Nullable String[] strings;
    private volatile @Nullable Texts lower;
    private volatile @Nullable Texts upper;
    /** In plain letters, those that are not in ASCII. */
    private final @Nullable String[] plain;

    /** @param starts of the texts in the bytes, and behind the last one its end */
    Texts(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
        strings = new @Nullable String[starts.length - 1];
        plain = new @Nullable String[strings.length];
    }

    static Texts of(String... texts) {
        ByteSink all = new ByteSink(16 * texts.length + 16);
        int[] starts = new int[texts.length + 1];
        for (int i = 0; i < texts.length; i++) {
            all.put(texts[i]);
            starts[i + 1] = all.size();
        }
        Texts out = new Texts(all.toBytes(), starts);
        System.arraycopy(texts, 0, out.strings, 0, texts.length);
        return out;
    }

    int size() {
        return strings.length;
    }

    /** The same texts in other letters; made at the first call, for the one language that they are of. */
    Texts in(Wording.Letters letters, Casing casing) {
        if (letters == Wording.Letters.TITLE) {
            return this;
        }
        Texts known = letters == Wording.Letters.LOWER ? lower : upper;
        return known == null ? make(letters, casing) : known;
    }

    private synchronized Texts make(Wording.Letters letters, Casing casing) {
        boolean small = letters == Wording.Letters.LOWER;
        Texts made = small ? lower : upper;
        if (made == null) {
            made = recased(small, casing);
            lower = small ? made : lower;
            upper = small ? upper : made;
        }
        return made;
    }

    private Texts recased(boolean small, Casing casing) {
        ByteSink all = new ByteSink(bytes.length);
        int[] ends = new int[starts.length];
        for (int i = 0; i < size(); i++) {
            int begin = all.size();
            write(i, all);
            if (!casing.ofAscii() || !(small ? all.lower(begin) : all.upper(begin))) {
                all.cut(begin);
                all.put(small ? casing.lower(get(i)) : casing.upper(get(i)));
            }
            ends[i + 1] = all.size();
        }
        return new Texts(all.toBytes(), ends);
    }

    String get(int place) {
        // Two threads may both make it: the texts are equal.
        String text = strings[place];
        if (text == null) {
            int from = starts[place];
            text = new String(bytes, from, starts[place + 1] - from, StandardCharsets.UTF_8);
            strings[place] = text;
        }
        return text;
    }

    void write(int place, ByteSink out) {
        out.put(bytes, starts[place], starts[place + 1]);
    }

    /** Writes the text in the letters a to z alone, as an address of mail has them. */
    void writePlain(int place, ByteSink out) {
        int begin = out.size();
        for (int i = starts[place]; i < starts[place + 1]; i++) {
            byte b = bytes[i];
            int small = b | 0x20;
            if (b < 0) {
                out.cut(begin);
                out.put(plain(place));
                return;
            }
            if (b >= 'A' && small >= 'a' && small <= 'z') {
                out.put(small);
            }
        }
    }

    private String plain(int place) {
        String text = plain[place];
        if (text == null) {
            text = letters(get(place));
            plain[place] = text;
        }
        return text;
    }

    static String letters(String text) {
        StringBuilder out = new StringBuilder();
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char c = Character.toLowerCase(apart.charAt(i));
            String plain = switch (c) {
                case 'ß' -> "ss";
                case 'ø' -> "o";
                case 'æ' -> "ae";
                case 'ł' -> "l";
                case 'đ', 'ð' -> "d";
                case 'þ' -> "th";
                case 'ı' -> "i";
                case 'ə' -> "a";
                default -> c >= 'a' && c <= 'z' ? String.valueOf(c) : "";
            };
            out.append(plain);
        }
        return out.toString();
    }
}
