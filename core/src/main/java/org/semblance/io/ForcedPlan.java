package org.semblance.io;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Kind;

/** The plan of a column whose kind a schema file gives; what the file does not say is guessed from what fits the kind. */
final class ForcedPlan {
    private ForcedPlan() {}

    static Plan of(Kind kind, SchemaOverrides.Column said, Set<String> texts, boolean semicolons) {
        Set<String> typed = new LinkedHashSet<>();
        for (String text : texts) {
            if (!MissingTokens.amongNumbers(text) && text.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                typed.add(text);
            }
        }
        String pattern = said.pattern();
        if (kind == Kind.DATE || kind == Kind.TIME || kind == Kind.DATETIME) {
            if (pattern != null) {
                return Plan.dates(DatePattern.of(pattern), false);
            }
            DateGuess.Found found = DateGuess.guess(typed);
            String standard = kind == Kind.DATE ? "yyyy-MM-dd" : kind == Kind.TIME ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss";
            return found == null
                    ? Plan.dates(DatePattern.of(standard), false)
                    : Plan.dates(found.pattern(), found.undecided());
        }
        NumberStyle guessed = Objects.requireNonNullElse(NumberStyle.guess(typed, semicolons), NumberStyle.PLAIN);
        char group = sign(said.groupSign(), guessed.group());
        char decimal =
                sign(said.decimalSign(), group == guessed.decimal() ? (group == '.' ? ',' : '.') : guessed.decimal());
        return Plan.numbers(new NumberStyle(
                decimal,
                group == decimal ? '\0' : group,
                Objects.requireNonNullElse(said.prefix(), guessed.prefix()),
                Objects.requireNonNullElse(said.suffix(), guessed.suffix())));
    }

    private static char sign(@Nullable String said, char guessed) {
        return said == null ? guessed : said.isEmpty() ? '\0' : said.charAt(0);
    }
}
