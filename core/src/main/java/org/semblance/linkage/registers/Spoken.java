package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.List;
import org.semblance.generate.Guess;
import org.semblance.generate.people.People;
import org.semblance.linkage.Headers;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;

/**
 * Which of the locales a table is probably of: by the words in its headers, and where those are English, by letters of
 * its cells that few languages use. Keyboards, sounds and nicknames go by it.
 *
 * @param locale en-US where nothing speaks for another
 */
public record Spoken(String locale) {
    private static final int LOOKED_AT = 2_000;

    public static Spoken of(Records table) {
        List<String> headers = table.variables().stream().map(Variable::name).toList();
        String language = Headers.language(headers);
        String spoken = language.equals("en") ? written(table) : language;
        if (People.locales().contains(spoken)) {
            return new Spoken(spoken);
        }
        return new Spoken(People.locales().stream()
                .filter(locale -> locale.startsWith(spoken + "-"))
                .findFirst()
                .orElse("en-US"));
    }

    /** By the letters of the cells that are words. */
    private static String written(Records table) {
        List<String> words = new ArrayList<>();
        int rows = Math.min(LOOKED_AT, table.rows());
        for (int c = 0; c < table.variables().size(); c++) {
            for (int i = 0; i < rows; i++) {
                String cell = table.cell(i, c);
                if (cell != null && cell.chars().anyMatch(Character::isLetter)) {
                    words.add(cell);
                }
            }
        }
        return Guess.spoken(words);
    }
}
