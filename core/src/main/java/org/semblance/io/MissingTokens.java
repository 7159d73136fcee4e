package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The ways people write that a value is missing. Source: what pandas, R, Excel, SQL dumps and SAS write or take for it. */
final class MissingTokens {
    /** Missing in a column of any kind. */
    private static final Set<String> ALWAYS = Set.of(
            "",
            "NA",
            "N/A",
            "n/a",
            "#N/A",
            "#NA",
            "<NA>",
            "N.A.",
            "n.a.",
            "NaN",
            "nan",
            "NAN",
            "-nan",
            "-NaN",
            "NULL",
            "null",
            "Null",
            "\\N",
            "#N/A N/A",
            "?",
            ".",
            "-",
            "--",
            "1.#IND",
            "-1.#IND",
            "1.#QNAN",
            "-1.#QNAN",
            "NaT");

    /** Missing where the rest of the column is numbers, dates or times; else perhaps a label. */
    private static final Set<String> AMONG_NUMBERS = Set.of(
            "none",
            "nil",
            "na",
            "nd",
            "n.d.",
            "unknown",
            "unk",
            "missing",
            "not available",
            "not applicable",
            "..",
            "...",
            "*",
            "**",
            "***",
            "****",
            "*****",
            "#div/0!",
            "#value!",
            "#ref!",
            "#name?",
            "#num!",
            "#null!",
            "---",
            "–",
            "—",
            "k.a.",
            "ukjent",
            "okänd",
            "void",
            "inf",
            "-inf",
            "+inf",
            "infinity",
            "-infinity",
            "+infinity",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "00/00/0000",
            "tbd",
            "tba",
            "blank",
            "empty");

    private MissingTokens() {}

    /** Whether the text stands for a missing value wherever it is met. */
    static boolean known(String text) {
        return ALWAYS.contains(text);
    }

    /** All texts that are always missing, for look-ups by bytes. */
    static ByteDictionary dictionary() {
        ByteDictionary all = new ByteDictionary();
        for (String token : ALWAYS.stream().sorted().toList()) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            all.add(bytes, 0, bytes.length);
        }
        return all;
    }

    /** Whether the text stands for a missing value in a column of numbers, dates or times. */
    static boolean amongNumbers(String text) {
        return ALWAYS.contains(text) || AMONG_NUMBERS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether the text is an infinite number, which becomes a missing value. */
    static boolean infinite(String text) {
        return text.toLowerCase(Locale.ROOT).matches("[-+]?inf(inity)?");
    }
}
