package org.semblance.generate.people;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How names in other scripts are written in Latin letters, letter groups first:
 * Russian as in passports (ICAO Doc 9303-3, section 6), Ukrainian by resolution 55 of 2010, Bulgarian by the
 * Transliteration Act of 2009, Greek by ELOT 743, Georgian by the national system of 2002, Armenian by BGN/PCGN 1981
 * without apostrophes, Korean by the Revised Romanization of 2000. Scripts that do not tell the reading (Chinese,
 * Japanese, Hebrew, Arabic) come with it in the lists.
 */
final class Romanisation {
    private static final String RUSSIAN =
            "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t "
                    + "у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ы=y ъ=ie ь= э=e ю=iu я=ia";
    private static final String UKRAINIAN =
            "зг=zgh ^є=ye ^ї=yi ^й=y ^ю=yu ^я=ya а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z "
                    + "и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia '=";
    private static final String BULGARIAN =
            "ия$=ia а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s "
                    + "т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya";
    private static final String GREEK =
            "ου=ou ού=ou ^μπ=b ^γκ=gk γγ=ng γξ=nx γχ=nch α=a ά=a β=v γ=g δ=d ε=e έ=e ζ=z η=i ή=i θ=th ι=i ί=i ϊ=i ΐ=i κ=k λ=l μ=m ν=n "
                    + "ξ=x ο=o ό=o π=p ρ=r σ=s ς=s τ=t υ=y ύ=y ϋ=y φ=f χ=ch ψ=ps ω=o ώ=o";
    private static final String GEORGIAN =
            "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u "
                    + "ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h";
    private static final String ARMENIAN =
            "ու=u ^ե=ye ^ո=vo և=ev ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts "
                    + "կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f";

    private static final String[] INITIAL = {
        "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"
    };
    private static final String[] VOWEL = {
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
        "ui", "i"
    };
    private static final String[] FINAL = {
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t"
    };

    /** Names that are written in Latin letters anyway. */
    static final UnaryOperator<String> NONE = UnaryOperator.identity();

    private Romanisation() {}

    static UnaryOperator<String> of(String system) {
        return switch (system) {
            case "none" -> NONE;
            case "russian" -> by(RUSSIAN);
            case "ukrainian" -> by(UKRAINIAN);
            case "bulgarian" -> by(BULGARIAN);
            case "greek" -> {
                UnaryOperator<String> letters = by(GREEK);
                yield text -> letters.apply(voiced(text));
            }
            case "georgian" -> by(GEORGIAN);
            case "armenian" -> by(ARMENIAN);
            case "korean" -> Romanisation::korean;
            default -> throw new IllegalArgumentException("no romanisation " + system);
        };
    }

    /** αυ, ευ and ηυ are av, ev and iv, and af, ef and if at the end and before a letter without voice. */
    private static String voiced(String text) {
        return text.replaceAll("([αεηΑΕΗ])[υύ](?=[θκξπσςτφχψ]|$|[^\\p{L}])", "$1φ")
                .replaceAll("([αεηΑΕΗ])[υύ]", "$1β");
    }

    /** Rules of one or two letters; {@code ^} in front holds at the start of a word, {@code $} behind at its end. */
    private static UnaryOperator<String> by(String rules) {
        Map<String, String> map = new HashMap<>();
        for (String rule : rules.split(" ")) {
            int equals = rule.indexOf('=');
            map.put(rule.substring(0, equals), rule.substring(equals + 1));
        }
        return text -> written(text, map);
    }

    private static String written(String text, Map<String, String> rules) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int at = 0; at < text.length(); ) {
            boolean capital = start && capital(text.charAt(at));
            int length = Math.min(2, text.length() - at);
            String found = null;
            for (; length > 0 && found == null; length--) {
                String part = lower(text.substring(at, at + length));
                boolean end = at + length == text.length();
                found = start ? rules.get("^" + part) : null;
                found = found == null && end ? rules.get(part + "$") : found;
                found = found == null ? rules.get(part) : found;
            }
            String latin = found == null ? text.substring(at, at + 1) : found;
            int used = found == null ? 1 : length + 1;
            out.append(
                    capital && !latin.isEmpty() ? Character.toUpperCase(latin.charAt(0)) + latin.substring(1) : latin);
            start = !Character.isLetter(text.charAt(at + used - 1)) && text.charAt(at + used - 1) != '\'';
            at += used;
        }
        return out.toString();
    }

    /** A capital, or a letter of Georgian, which has none and whose names are written with one in Latin letters. */
    private static boolean capital(char letter) {
        return Character.isUpperCase(letter) || letter >= 'ა' && letter <= 'ჿ';
    }

    private static String lower(String part) {
        StringBuilder out = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            out.append(Character.toLowerCase(part.charAt(i)));
        }
        return out.toString();
    }

    /** Syllable by syllable, as the rules of 2000 allow for given names (section 3.4). */
    private static String korean(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int syllable = text.charAt(i) - 0xAC00;
            if (syllable < 0 || syllable >= 11_172) {
                out.append(text.charAt(i));
                continue;
            }
            out.append(INITIAL[syllable / 588])
                    .append(VOWEL[syllable % 588 / 28])
                    .append(FINAL[syllable % 28]);
        }
        String latin = out.toString();
        return latin.isEmpty() ? latin : Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }
}
