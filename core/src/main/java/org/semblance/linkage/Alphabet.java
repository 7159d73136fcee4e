package org.semblance.linkage;

import org.semblance.random.Rng;

/**
 * The letters of a script, so that a wrong letter is one of the same script and case. Han characters and Hangul
 * syllables have no alphabet here: a wrong one of those comes by other ways than a finger.
 */
final class Alphabet {
    private static final String DIGITS = "0123456789";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыьэюя";
    private static final String ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ";
    private static final String HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";
    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private static final String DEVANAGARI = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह";
    private static final String THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหอ";
    private static final String GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";
    private static final String HIRAGANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";
    private static final String KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    private Alphabet() {}

    /** Letters or digits of the same kind as this one, in lower case; empty where there are none. */
    static String of(char c) {
        if (c < 0x370) {
            return c >= '0' && c <= '9' ? DIGITS : Character.isLetter(c) ? LATIN : "";
        }
        if (!Character.isLetter(c)) {
            return "";
        }
        return switch (c >> 8) {
            case 0x03 -> GREEK;
            case 0x04 -> CYRILLIC;
            case 0x05 -> c < 0x590 ? ARMENIAN : HEBREW;
            case 0x06 -> ARABIC;
            case 0x09 -> c < 0x980 ? DEVANAGARI : "";
            case 0x0E -> c < 0xE80 ? THAI : "";
            case 0x10 -> c >= 0x10D0 ? GEORGIAN : "";
            case 0x1E -> LATIN;
            case 0x30 -> c < 0x3040 ? "" : c < 0x30A0 ? HIRAGANA : KATAKANA;
            default -> "";
        };
    }

    /** Another letter of the same alphabet and case. */
    static char other(char c, Rng rng) {
        String letters = of(c);
        int own = letters.indexOf(Character.toLowerCase(c));
        int drawn = rng.nextInt(own < 0 ? letters.length() : letters.length() - 1);
        return like(letters.charAt(own >= 0 && drawn >= own ? drawn + 1 : drawn), c);
    }

    /** Any letter of the same alphabet and case. */
    static char any(char c, Rng rng) {
        String letters = of(c);
        return like(letters.charAt(rng.nextInt(letters.length())), c);
    }

    /** The letter in the case of the other one. */
    static char like(char letter, char model) {
        return Character.isUpperCase(model) ? Character.toUpperCase(letter) : letter;
    }
}
