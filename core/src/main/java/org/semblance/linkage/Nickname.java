package org.semblance.linkage;

import java.util.List;
import java.util.Locale;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A given name becomes a short or pet form: {@code William} and {@code Bill}, {@code Francisco} and {@code Paco}. What is
 * known of the person comes first; else the table of the language, and names that it has not are not eligible. In full
 * names, the first word that has a form counts.
 */
final class Nickname implements Corruption {
    record Options(
            @Option(
                    value = "Whose table is looked up.",
                    choices = {
                        "english", "german", "spanish", "russian", "polish", "swedish", "italian", "french", "dutch"
                    })
            String language,

            @Option("Whether short forms also become full ones: Bill and William.")
            boolean backward) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "nickname",
            "A given name becomes a short or pet form: William and Bill.",
            new Options("english", false),
            Nickname::new);

    private final Nicknames names;

    Nickname(Options options) {
        names = new Nicknames(options.language(), options.backward());
    }

    @Override
    public boolean fits(Variable variable) {
        Role role = variable.role();
        return role == Role.FIRST_NAME || role == Role.MIDDLE_NAME || role == Role.FULL_NAME;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        if (row.variables().get(variable).role() == Role.FIRST_NAME) {
            String known = row.known().nickname();
            String name = known == null ? cell : Style.of(cell).write(known);
            if (!name.equals(cell)) {
                row.set(variable, name);
                return true;
            }
        }
        Tokens tokens = new Tokens(cell);
        for (int i = 0; i < tokens.count(); i++) {
            String token = tokens.get(i);
            List<String> forms = names.of(token.toLowerCase(Locale.ROOT));
            if (!forms.isEmpty()) {
                row.set(variable, tokens.with(i, Style.of(token).write(forms.get(rng.nextInt(forms.size())))));
                return true;
            }
        }
        return false;
    }
}
