package org.semblance.linkage.registers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.semblance.io.YamlText;
import org.semblance.linkage.Corruption;
import org.semblance.linkage.Corruptions;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Variable;
import org.semblance.linkage.When;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;

/** {@link Parameters} as YAML: with every key and value that was used, or as a template that explains each of them. */
public final class ParametersText {
    private static final Set<String> NOT_TEXTS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();
    private final boolean explained;
    private final List<Variable> own;

    private ParametersText(boolean explained, List<Variable> own) {
        this.explained = explained;
        this.own = own;
    }

    /** A file that {@link ParametersFile} reads the same parameters from. */
    public static String write(Parameters parameters) {
        return write(parameters, List.of());
    }

    /** @param own the columns of the table that was used, where it was one of the user's own */
    static String write(Parameters parameters, List<Variable> own) {
        ParametersText text = new ParametersText(false, own);
        text.out
                .append("# Everything that decided these files. The same bytes again: semblance linkage ")
                .append(own.isEmpty() ? "" : "from THE-TABLE ")
                .append("--params params.yml\n");
        text.write(parameters, parameters.seed() == null ? "" : "seed: " + parameters.seed() + "\n");
        return text.out.toString();
    }

    /** Every key with its meaning and its standard value. */
    public static String template() {
        ParametersText text = new ParametersText(true, List.of());
        text.out
                .append("# yaml-language-server: $schema=linkage-schema.json\n")
                .append(
                        "# Parameters of semblance linkage --params FILE. Every key with its standard value: what is left out\n")
                .append(
                        "# has it. The schema, with which an editor completes and explains: semblance schema linkage\n\n");
        text.write(
                Parameters.standard(),
                "# Same seed, same bytes; drawn and kept in params.yml where it is left out\n# seed: 42\n\n");
        return text.out.toString();
    }

    private void write(Parameters all, String seed) {
        record("", all.general(), "");
        out.append(seed);
        boolean same = all.sourceErrors().equals(all.targetErrors());
        block(Keys.SOURCE, Keys.records(all.source()));
        if (!same) {
            errors(all, all.sourceErrors(), "  ");
        }
        block(Keys.TARGET, Keys.records(all.target()));
        if (!same) {
            errors(all, all.targetErrors(), "  ");
        }
        block(Keys.TRUTH, List.of(all.truth()));
        if (explained || !own.isEmpty()) {
            block(Keys.TABLE, List.of(all.table()));
        }
        block(Keys.PEOPLE, List.of(all.people()));
        block(Keys.TOGETHER, List.of(all.together()));
        if (same) {
            if (explained) {
                corruptions();
            }
            errors(all, all.sourceErrors(), "");
        }
    }

    private void block(String name, List<? extends Record> records) {
        if (explained) {
            out.append("\n# ").append(Keys.block(name).doc()).append('\n');
        }
        out.append(name).append(":\n");
        boolean people = explained && name.equals(Keys.PEOPLE);
        if (people) {
            out.append(
                            "  # What is commented out follows from the days of the visits: nobody is born within them, so that the longer\n")
                    .append(
                            "  # they are the older the youngest is: 2 where they span two years, 11 where they span eleven.\n");
        }
        for (Record record : records) {
            record("  ", record, people ? "first-day last-day youngest" : "");
        }
    }

    /** @param idle keys that are commented out, as their values follow from others */
    private void record(String indent, Record record, String idle) {
        Map<String, Object> values = Options.values(record);
        for (Options.Description key : Options.describe(record)) {
            Object value = values.get(key.name());
            if (explained) {
                out.append(indent)
                        .append("# ")
                        .append(key.doc())
                        .append(range(key))
                        .append('\n');
            }
            out.append(indent)
                    .append(!idle.isEmpty() && idle.contains(key.name()) ? "# " : "")
                    .append(Keys.snake(key.name()))
                    .append(": ")
                    .append(plain(value == null ? "" : value))
                    .append('\n');
        }
    }

    private static String range(Options.Description key) {
        if (!key.choices().isEmpty()) {
            return " [" + String.join(" | ", key.choices()) + "]";
        }
        boolean low = !Double.isInfinite(key.min());
        boolean high = !Double.isInfinite(key.max());
        if (!low && !high) {
            return key.type().equals("flag") ? " [true | false]" : "";
        }
        return " [" + (low ? plain(key.min()) : "") + " .. " + (high ? plain(key.max()) : "") + "]";
    }

    /** All that can go wrong, as comments. */
    private void corruptions() {
        out.append(
                        "\n# What goes wrong, by column and with which rate: the share of cells that can be changed and are.\n")
                .append(
                        "# A column that is named here loses its standard errors. src and trg may have errors of their own.\n")
                .append(
                        "# Errors of a column are made in the order of their list: one that comes after missing finds fewer cells, the\n")
                .append("# more so where errors come together, for then the bad rows are blank already.\n")
                .append("#   full_name:\n")
                .append("#     - typo: 0.05\n")
                .append(
                        "#     - missing: {rate: 0.2, when: {column: birth_date, below: 1950}}   or {column: sex, is: [f]}\n")
                .append("#   visit_date: none\n")
                .append("#   others: none\n")
                .append("# There are, with their options:\n");
        for (Plugin<Corruption> plugin : Corruptions.ALL.plugins()) {
            out.append("#   ")
                    .append(plugin.name())
                    .append(": ")
                    .append(plugin.summary())
                    .append('\n');
            Map<String, Object> values = Options.values(plugin.defaults());
            for (Options.Description option : Options.describe(plugin.defaults())) {
                Object value = values.get(option.name());
                out.append("#     ")
                        .append(Keys.snake(option.name()))
                        .append(": ")
                        .append(plain(value == null ? "" : value))
                        .append("   ")
                        .append(option.doc())
                        .append(range(option))
                        .append('\n');
            }
        }
    }

    private void errors(Parameters all, List<Rate> rates, String indent) {
        Map<String, StringBuilder> columns = new LinkedHashMap<>();
        for (Rate rate : rates) {
            StringBuilder text = columns.computeIfAbsent(rate.variable(), key -> new StringBuilder());
            text.append(indent).append("    - ").append(rate(rate)).append('\n');
        }
        out.append(indent).append("errors:\n");
        columns.forEach((column, text) -> out.append(indent)
                .append("  ")
                .append(plain(column))
                .append(":\n")
                .append(text));
        List<String> others = own.isEmpty()
                ? StandardErrors.of(all.people().locale()).stream()
                        .map(Rate::variable)
                        .toList()
                : own.stream().map(Variable::name).toList();
        for (String other : others) {
            if (columns.putIfAbsent(other, new StringBuilder()) == null) {
                out.append(indent).append("  ").append(plain(other)).append(": none\n");
            }
        }
        if (columns.isEmpty()) {
            out.setLength(out.length() - 1);
            out.append(" none\n");
        }
    }

    private static String rate(Rate rate) {
        When when = rate.when();
        if (rate.options().isEmpty() && when == null) {
            return rate.corruption() + ": " + plain(rate.rate());
        }
        StringBuilder text = new StringBuilder(rate.corruption() + ": {rate: " + plain(rate.rate()));
        Plugin<Corruption> plugin = Corruptions.ALL.find(rate.corruption());
        for (Options.Description option : Options.describe(plugin.defaults())) {
            Object value = rate.options().get(option.name());
            if (value != null) {
                // What was read from a file is a text, whatever the option takes.
                boolean quotes = option.type().equals("text") || option.type().equals("list");
                text.append(", ")
                        .append(Keys.snake(option.name()))
                        .append(": ")
                        .append(quotes ? plain(value) : bare(value));
            }
        }
        if (when != null) {
            text.append(", when: {column: ").append(plain(when.variable()));
            if (!when.is().isEmpty()) {
                text.append(", is: ").append(plain(when.is()));
            }
            if (when.from() > Double.NEGATIVE_INFINITY) {
                text.append(", from: ").append(plain(when.from()));
            }
            if (when.below() < Double.POSITIVE_INFINITY) {
                text.append(", below: ").append(plain(when.below()));
            }
            text.append('}');
        }
        return text.append('}').toString();
    }

    private static String bare(Object value) {
        return value instanceof String text ? text : plain(value);
    }

    /** A value that is read as the same one. */
    private static String plain(Object value) {
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (Object element : list) {
                text.append(text.length() == 1 ? "" : ", ").append(plain(element));
            }
            return text.append(']').toString();
        }
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf(number.longValue())
                    : String.valueOf(number);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        String text = String.valueOf(value);
        return text.matches("[A-Za-z][A-Za-z0-9_+-]*") && !NOT_TEXTS.contains(text.toLowerCase(Locale.ROOT))
                ? text
                : YamlText.quoted(text);
    }
}
