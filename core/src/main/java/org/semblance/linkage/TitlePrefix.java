package org.semblance.linkage;

import java.util.List;
import java.util.Locale;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A title gets into the name: {@code Mr John Smith}. The one of the row's title column where there is one, else one that
 * goes with the sex; names that begin with a title are not eligible.
 */
final class TitlePrefix implements Corruption {
    record Options(
            @Option("Titles of men.") List<String> men,

            @Option("Titles of women.") List<String> women) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "title-prefix",
            "A title gets into the name: Mr John Smith, dr. molly kelley.",
            new Options(List.of("Mr", "Mr.", "Dr", "Dr."), List.of("Mrs", "Ms", "Miss", "Mrs.", "Dr", "Dr.")),
            TitlePrefix::new);

    private static final List<String> KNOWN =
            List.of("mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "sir", "rev");

    private final List<String> men;
    private final List<String> women;

    TitlePrefix(Options options) {
        men = options.men();
        women = options.women();
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role() == Role.FULL_NAME
                || variable.role() == Role.FIRST_NAME
                || variable.role() == Role.LAST_NAME;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null || titled(cell)) {
            return false;
        }
        int column = row.find(Role.TITLE);
        String title = column < 0 ? null : row.get(column);
        if (title == null || title.isBlank()) {
            List<String> titles = titles(row, rng);
            if (titles.isEmpty()) {
                return false;
            }
            title = Style.of(cell).write(titles.get(rng.nextInt(titles.size())));
        }
        row.set(variable, title + " " + cell);
        return true;
    }

    private List<String> titles(Row row, Rng rng) {
        int column = row.find(Role.SEX);
        String sex = column < 0 ? null : row.get(column);
        String letter = sex == null || sex.isEmpty() ? "" : sex.substring(0, 1).toLowerCase(Locale.ROOT);
        boolean woman = letter.equals("f")
                || letter.equals("w")
                || letter.equals("k")
                || !letter.equals("m") && rng.nextBoolean();
        return women.isEmpty() || !woman && !men.isEmpty() ? men : women;
    }

    private boolean titled(String cell) {
        Tokens tokens = new Tokens(cell);
        if (tokens.count() == 0) {
            return true;
        }
        String first = tokens.get(0).toLowerCase(Locale.ROOT).replace(".", "");
        return KNOWN.contains(first);
    }
}
