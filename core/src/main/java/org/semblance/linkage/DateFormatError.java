package org.semblance.linkage;

import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * A date is written in another format than its column. The formats in which it looks as before are passed over, so every
 * date of the column's pattern is eligible unless the list has none but its own.
 */
final class DateFormatError implements Corruption {
    record Options(
            @Option("Patterns of which one is drawn: letters y, M and d.")
            List<String> patterns) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "date-format",
            "The date is written in another format than the rest of its column.",
            new Options(List.of(
                    "dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "dd.MM.yyyy", "d MMM yyyy", "dd/MM/yy", "yyyyMMdd")),
            DateFormatError::new);

    private final List<DateText> patterns;

    DateFormatError(Options options) {
        patterns = options.patterns().stream().map(DateFormatError::pattern).toList();
    }

    private static DateText pattern(String text) {
        try {
            return new DateText(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.usage(
                    Problem.of("date-format: the pattern \"" + text + "\" is wrong: " + e.getMessage() + ".")
                            .fix("Write years, months and days as in yyyy-MM-dd or d MMM yy."));
        }
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isDate();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        long date = cell == null ? DateText.NONE : row.dates(variable).day(cell);
        if (cell == null || date == DateText.NONE) {
            return false;
        }
        int possible = 0;
        for (DateText pattern : patterns) {
            possible += differs(pattern, date, cell, row.text()) ? 1 : 0;
        }
        int left = possible == 0 ? -1 : rng.nextInt(possible);
        for (DateText pattern : patterns) {
            StringBuilder text = row.text();
            if (differs(pattern, date, cell, text) && left-- == 0) {
                row.set(variable, text.toString());
                return true;
            }
        }
        return false;
    }

    private static boolean differs(DateText pattern, long date, String cell, StringBuilder text) {
        pattern.write(date, text);
        return !cell.contentEquals(text);
    }
}
