package org.semblance.generate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The language that names and addresses are probably in, from letters that few languages use. A rough guess: it decides
 * only from which list new names are taken.
 */
final class Language {
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("sv", "åäöÅÄÖ"),
            Map.entry("da", "æøåÆØÅ"),
            Map.entry("de", "äöüßÄÖÜ"),
            Map.entry("fr", "éèêçëîïôÉÈÇ"),
            Map.entry("es", "ñáíóúÑÁÍÓÚ"),
            Map.entry("pt-BR", "ãõçâêÃÕ"),
            Map.entry("pl", "łśżźćńąęŁŚŻ"),
            Map.entry("cs", "řěůčšžřŘĚČŠŽ"),
            Map.entry("hu", "őűáéöŐŰ"),
            Map.entry("tr", "ğışçİŞĞ"));

    private static final double ENOUGH = 0.01;

    private Language() {}

    /** A BCP 47 tag; "en" where nothing speaks for another language. */
    static String of(List<String> texts) {
        Map<String, Integer> votes = new TreeMap<>();
        int voting = 0;
        for (String text : texts) {
            String script = script(text);
            if (!script.isEmpty()) {
                votes.merge(script, 10, Integer::sum);
                voting++;
                continue;
            }
            boolean foreign = false;
            for (Map.Entry<String, String> language : LETTERS.entrySet()) {
                int found = 0;
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    found += c > 127 && language.getValue().indexOf(c) >= 0 ? 1 : 0;
                }
                if (found > 0) {
                    votes.merge(language.getKey(), found, Integer::sum);
                    foreign = true;
                }
            }
            voting += foreign ? 1 : 0;
        }
        if (voting < Math.max(2, ENOUGH * texts.size())) {
            return "en";
        }
        String best = "en";
        int most = 0;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best.equals("sv") && endings(texts, "nen") > 0.1 * texts.size() ? "fi-FI" : best;
    }

    private static long endings(List<String> texts, String ending) {
        return texts.stream().filter(text -> text.endsWith(ending)).count();
    }

    /** The language of a text in a script of its own, or an empty text. */
    private static String script(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x370) {
                continue;
            }
            switch (Character.UnicodeScript.of(text.charAt(i))) {
                case CYRILLIC -> {
                    return "ru";
                }
                case HIRAGANA, KATAKANA -> {
                    return "ja";
                }
                case HAN -> {
                    return "zh-CN";
                }
                case HANGUL -> {
                    return "ko";
                }
                case GREEK -> {
                    return "el";
                }
                case ARABIC -> {
                    return "ar";
                }
                case ARMENIAN -> {
                    return "hy";
                }
                case GEORGIAN -> {
                    return "ka";
                }
                case HEBREW -> {
                    return "he";
                }
                default -> {}
            }
        }
        return "";
    }
}
