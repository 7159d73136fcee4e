package org.semblance.synthesize.related;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Conditions as people write them, {@code patients.sex = 'F'}, by the table that they are about: the longest name of a
 * table that a dot follows, outside of quotes and not inside of a longer word.
 */
final class Said {
    private final String text;
    private final List<String> tables;
    private final Set<String> named = new LinkedHashSet<>();
    private final StringBuilder bare = new StringBuilder();

    private Said(String text, Collection<String> tables) {
        this.text = text;
        this.tables = tables.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /**
     * Each table's condition without the table's name; several of one table hold together.
     *
     * @throws ProblemException of kind USAGE where one names no table, or two
     */
    static Map<String, String> byTable(List<String> texts, Collection<String> tables) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String text : texts) {
            Said said = new Said(text, tables);
            said.read();
            out.merge(said.table(), said.bare.toString(), (a, b) -> "(" + a + ") and (" + b + ")");
        }
        return out;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = c == '\'' || c == '"' || c == '`' ? text.indexOf(c, at + 1) : -1;
            String table = end > 0 ? "" : tableAt(at);
            if (end > 0) {
                bare.append(text, at, end + 1);
                at = end + 1;
            } else if (table.isEmpty()) {
                bare.append(c);
                at++;
            } else {
                named.add(table);
                at += table.length() + 1;
            }
        }
    }

    private String tableAt(int at) {
        if (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || "_.".indexOf(text.charAt(at - 1)) >= 0)) {
            return "";
        }
        return tables.stream()
                .filter(name -> text.startsWith(name + ".", at))
                .findFirst()
                .orElse("");
    }

    private String table() {
        if (named.size() > 1) {
            throw ProblemException.usage(Problem.of(
                            "the condition \"" + text + "\" is about several tables: " + String.join(", ", named) + ".")
                    .fix("Write one condition for each table."));
        }
        if (named.isEmpty()) {
            int dot = text.indexOf('.');
            String near = dot < 0 ? "" : Nearest.hint(text.substring(0, dot).strip(), tables);
            throw ProblemException.usage(Problem.of("the condition \"" + text + "\" does not say of which table it is.")
                    .fix(near.isEmpty() ? "Write table.column, as in patients.sex = 'F'." : near));
        }
        return named.iterator().next();
    }
}
