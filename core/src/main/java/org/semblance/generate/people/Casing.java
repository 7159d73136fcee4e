package org.semblance.generate.people;

import java.text.Normalizer;
import java.util.Locale;

/** Capitals and small letters of a language. */
record Casing(Locale locale) {
    /** Turkish has an i with a dot and one without; no other language of people differs in the letters of ASCII. */
    boolean ofAscii() {
        return !locale.getLanguage().equals("tr");
    }

    String lower(String text) {
        return text.toLowerCase(locale);
    }

    /** Greek capitals bear no stress. */
    String upper(String text) {
        String upper = text.toUpperCase(locale);
        if (!locale.getLanguage().equals("el")) {
            return upper;
        }
        String apart = Normalizer.normalize(upper, Normalizer.Form.NFD).replace("\u0301", "");
        return Normalizer.normalize(apart, Normalizer.Form.NFC);
    }
}
