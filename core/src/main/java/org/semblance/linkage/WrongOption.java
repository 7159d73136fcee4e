package org.semblance.linkage;

import java.util.ArrayList;
import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Another option of the list is picked, all others being as likely. The list is the option's, else the column's, else,
 * for what is one of two, the usual other one (m and f, male and female, yes and no, positive and negative, 1 and 0).
 * Cells that are not on the list are not eligible.
 */
final class WrongOption implements Corruption {
    record Options(
            @Option("The options; empty for those of the column, or the usual two.")
            List<String> options) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "wrong-option",
            "Another option of the list is picked: f for m, positive for negative.",
            new Options(List.of()),
            WrongOption::new);

    private static final List<List<String>> PAIRS = List.of(
            List.of("m", "f"),
            List.of("male", "female"),
            List.of("man", "woman"),
            List.of("m", "w"),
            List.of("männlich", "weiblich"),
            List.of("yes", "no"),
            List.of("true", "false"),
            List.of("positive", "negative"),
            List.of("1", "0"),
            List.of("1", "2"));

    private final List<String> options;

    WrongOption(Options options) {
        this.options = options.options();
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isOption() || !variable.options().isEmpty() || !options.isEmpty();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        List<String> list = options.isEmpty() ? row.variables().get(variable).options() : options;
        int at = list.indexOf(cell);
        if (at >= 0 && list.size() > 1) {
            List<String> others = new ArrayList<>(list);
            others.removeIf(cell::equals);
            if (others.isEmpty()) {
                return false;
            }
            row.set(variable, others.get(rng.nextInt(others.size())));
            return true;
        }
        if (list.isEmpty()) {
            for (List<String> pair : PAIRS) {
                for (int i = 0; i < 2; i++) {
                    if (pair.get(i).equalsIgnoreCase(cell)) {
                        Style style = cell.length() == 1 && Character.isUpperCase(cell.charAt(0))
                                ? Style.UPPER
                                : Style.of(cell);
                        row.set(variable, style.write(pair.get(1 - i)));
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
