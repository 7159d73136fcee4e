package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.semblance.io.YamlText;
import org.semblance.linkage.Rate;
import org.semblance.linkage.registers.Parameters;
import org.semblance.report.Shown;

/** What was learnt, as the parameters of {@code semblance linkage from} and as lines for a reader. */
public final class LearntText {
    /** All that would go wrong by itself: every cell is kept but for the errors learnt. */
    private static final List<String> FULL = List.of(
            "identifier_coverage",
            "name_coverage",
            "sex_coverage",
            "age_coverage",
            "date_coverage",
            "address_coverage",
            "phone_coverage",
            "email_coverage",
            "national_id_coverage",
            "entry_coverage",
            "clinical_coverage");

    private static final List<String> NO_SLIPS =
            List.of("swap_full_name", "abbreviate_full_name", "misspell_full_name");

    private LearntText() {}

    /**
     * A file of parameters: the source as it is, the target with the errors that were learnt.
     *
     * @param from what was learnt from, in words
     * @param own what was said of the table: who is who in it, what columns are, about which nothing was to be learnt
     */
    public static String yaml(Learnt learnt, String from, Parameters.Own own) {
        StringBuilder out = new StringBuilder();
        out.append("# Learnt from ")
                .append(Shown.count(learnt.pairs()))
                .append(" pairs of ")
                .append(comment(from));
        out.append(
                ".\n# The same errors in a table of originals: semblance linkage from originals.csv --params THIS-FILE\n");
        out.append("# Share of the pairs that differ, by column, and in what way (in all pairs):\n");
        for (Learnt.Column column : learnt.columns()) {
            out.append("#   ").append(comment(line(column))).append('\n');
        }
        learnt.fit().notes().forEach(note -> out.append("# ").append(note).append(".\n"));
        if (!own.cluster().isEmpty() || !own.roles().isEmpty() || !own.drop().isEmpty()) {
            out.append("table:\n  # Of these, columns that another table does not have are passed over.\n");
            out.append(own.cluster().isEmpty() ? "" : "  cluster: " + YamlText.of(own.cluster()) + "\n");
            list(out, "roles", own.roles());
            list(out, "drop", own.drop());
        }
        side(out, "src", learnt);
        out.append("  errors: none\n");
        side(out, "trg", learnt);
        out.append("  errors:\n");
        Map<String, List<Rate>> byColumn = new LinkedHashMap<>();
        learnt.columns().forEach(column -> byColumn.put(column.variable().name(), new ArrayList<>()));
        learnt.rates()
                .forEach(rate -> byColumn.computeIfAbsent(rate.variable(), key -> new ArrayList<>())
                        .add(rate));
        byColumn.forEach((column, rates) -> {
            out.append("    ").append(YamlText.of(column)).append(rates.isEmpty() ? ": none\n" : ":\n");
            rates.forEach(rate -> out.append("      - ").append(error(rate)).append('\n'));
        });
        out.append("    # Columns that nothing was learnt about stay as they are.\n    others: none\n");
        if (!learnt.together().columns().isEmpty()) {
            out.append("together:\n  # Share of the rows with 0, 1, 2 ... columns that change.\n  columns: [");
            List<String> shares = new ArrayList<>();
            learnt.together().columns().forEach(share -> shares.add(number(Double.parseDouble(share))));
            out.append(String.join(", ", shares)).append("]\n");
        }
        return out.toString();
    }

    private static void list(StringBuilder out, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            out.append("  ").append(key).append(": ");
            out.append(texts.stream().map(YamlText::of).toList()).append('\n');
        }
    }

    private static void side(StringBuilder out, String name, Learnt learnt) {
        out.append(name).append(":\n");
        RegisterKeys.of(learnt.columns().stream().map(Learnt.Column::variable).toList())
                .forEach((key, value) ->
                        out.append("  ").append(key).append(": ").append(value).append('\n'));
        FULL.forEach(key -> out.append("  ").append(key).append(": 1\n"));
        NO_SLIPS.forEach(key -> out.append("  ").append(key).append(": 0\n"));
    }

    private static String error(Rate rate) {
        if (rate.options().isEmpty()) {
            return rate.corruption() + ": " + number(rate.rate());
        }
        StringBuilder out = new StringBuilder(rate.corruption() + ": {rate: " + number(rate.rate()));
        new TreeMap<>(rate.options()).forEach((key, value) -> {
            out.append(", ").append(key.replace('-', '_')).append(": ");
            if (value instanceof List<?> list) {
                out.append(list.stream()
                        .map(item -> YamlText.of(String.valueOf(item)))
                        .toList());
            } else if (value instanceof Number number) {
                out.append(number(number.doubleValue()));
            } else {
                out.append(YamlText.of(String.valueOf(value)));
            }
        });
        return out.append('}').toString();
    }

    /** Six decimals, without zeros at the end. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
    }

    private static String comment(String words) {
        return Shown.plain(words);
    }

    /** {@code surname  32.6 % differ: edit 913, replaced 406}. */
    private static String line(Learnt.Column column) {
        List<String> kinds = new ArrayList<>();
        column.kinds().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(kind -> kinds.add(kind.getKey() + " " + Shown.count(kind.getValue())));
        return String.format(
                Locale.ROOT,
                "%-16s %7s differ%s",
                Shown.shorten(column.variable().name(), 16),
                Shown.percent(column.differs()),
                kinds.isEmpty() ? "" : ": " + String.join(", ", kinds));
    }

    /** For a terminal. */
    public static List<String> lines(Learnt learnt) {
        List<String> out = new ArrayList<>();
        out.add(Shown.count(learnt.pairs()) + " pairs");
        learnt.columns().forEach(column -> out.add(line(column)));
        List<String> shares = new ArrayList<>();
        for (int k = 0; k < learnt.changed().length; k++) {
            if (learnt.changed()[k] > 0) {
                shares.add(k + ": " + Shown.percent(learnt.changed()[k]));
            }
        }
        out.add("columns that differ at once: " + String.join(", ", shares));
        learnt.fit().notes().forEach(note -> out.add("! " + note));
        out.add("made anew from the first rows, the share of a column that differs or is blank is off by "
                + Shown.percent(learnt.fit().furthest()) + " at most, how many differ at once by "
                + Shown.percent(learnt.fit().apart()) + " (total variation)");
        return out;
    }
}
