package org.semblance.linkage.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.io.Faults;
import org.semblance.io.Yaml;
import org.semblance.linkage.Role;
import org.semblance.linkage.Together;

/** What a range cannot say about the keys of a file: days, patterns of dates and identifiers. */
final class Checks {
    /** Identifiers must not run out. */
    private static final double LEAST_IDENTIFIERS = 4e9;

    static final String NEVER_ONE = "difficulty is 1, but must be below: no linker is always right.";
    static final String EASIEST = "Write error_scale: 0 for files without errors, or ask for less than 1.";

    private Checks() {}

    static void asked(String name, Asked asked, Yaml.Members members, Faults faults) {
        Asked.Size size = asked.size();
        boolean days = true;
        for (String key : new String[] {"date_lb", "date_ub"}) {
            String day = key.equals("date_lb") ? size.dateLb() : size.dateUb();
            if (!isDay(day)) {
                days = false;
                faults.add(
                        members.line(key),
                        name + ": " + key + " is \"" + day + "\", but must be a day from 1900 to 2100.",
                        "Write it as 2010-01-31.");
            }
        }
        if (days && size.dateLb().compareTo(size.dateUb()) > 0) {
            faults.add(
                    members.line("date_lb"),
                    name + ": date_lb " + size.dateLb() + " is after date_ub " + size.dateUb() + ".",
                    "");
        }
        try {
            Strftime.pattern(asked.formats().dateFormat());
        } catch (IllegalArgumentException e) {
            faults.add(
                    members.line("date_format"),
                    name + ": date_format is \"" + asked.formats().dateFormat() + "\", but " + e.getMessage() + ".",
                    "Write %Y-%m-%d, %d %b %Y or %d/%m/%y.");
        }
        if (!(Identifiers.capacity(asked.formats().identifierFormat()) >= LEAST_IDENTIFIERS)) {
            faults.add(
                    members.line("identifier_format"),
                    name + ": identifier_format \"" + asked.formats().identifierFormat()
                            + "\" has too few places for everybody to have another one.",
                    "Give it ten digits, as 0000-000-000-#.");
        }
    }

    /** @param own whether it is for a table of the user's own */
    static void general(Parameters.General general, boolean own, Yaml.Members root, Faults faults) {
        if (general.difficulty() >= 1) {
            faults.add(root.line("difficulty"), NEVER_ONE, EASIEST);
        }
        if (own && general.difficulty() > 0 && general.errorScale() == 1) {
            faults.add(
                    root.line("difficulty"),
                    "difficulty is for people that linkage makes itself, not for a table of yours.",
                    "Scale the errors instead, by error_scale.");
        }
    }

    /** The law of how many columns change stands instead of what makes some rows worse than others. */
    static void together(Together together, Yaml.Members members, Faults faults) {
        if (together.columns().isEmpty()) {
            return;
        }
        double sum = 0;
        boolean number = true;
        for (String share : together.columns()) {
            double value = share(share);
            if (!(value >= 0)) {
                number = false;
                faults.add(
                        members.line("columns"),
                        "together: columns has \"" + share + "\", but must have shares of at least 0.",
                        "");
            }
            sum += value;
        }
        if (number && sum == 0) {
            faults.add(members.line("columns"), "together: columns has no share above 0.", "");
        }
        Map<String, Double> spreads = new LinkedHashMap<>();
        spreads.put("record", together.record());
        spreads.put("clerk", together.clerk());
        spreads.put("source", together.source());
        spreads.forEach((key, spread) -> {
            if (spread > 0) {
                faults.add(
                        members.line(key),
                        "together: " + key + " is " + spread
                                + ", but columns says already how many columns of a row change.",
                        "Leave out one of them.");
            }
        });
    }

    private static double share(String text) {
        try {
            double value = Double.parseDouble(text);
            return value <= Double.MAX_VALUE ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Errors of a full name are nothing to a file that has names in parts, and the reverse. */
    static void names(Yaml.Members root, Yaml.Members block, Asked asked, String name, Faults faults) {
        Map<String, Integer> lines = new HashMap<>(errorLines(root));
        lines.putAll(errorLines(block));
        String full = Role.FULL_NAME.word();
        List<String> parts = List.of(Role.FIRST_NAME.word(), Role.LAST_NAME.word());
        boolean split = !asked.formats().splitFullName().equals("full");
        List<String> there = split ? parts : List.of(full);
        List<String> away = split ? List.of(full) : parts;
        String said = away.stream().filter(lines::containsKey).findFirst().orElse("");
        if (!said.isEmpty() && there.stream().noneMatch(lines::containsKey)) {
            faults.add(
                    lines.getOrDefault(said, 0),
                    "errors: " + name + " has no " + said + ", but " + String.join(" and ", there)
                            + " (split_full_name: " + asked.formats().splitFullName() + ").",
                    "Write what goes wrong with " + String.join(" and ", there) + ", instead or too.");
        }
    }

    private static Map<String, Integer> errorLines(Yaml.Members block) {
        Map<String, Integer> out = new HashMap<>();
        if (block.nodes().get(Keys.ERRORS) instanceof Yaml.Members errors) {
            errors.nodes().keySet().forEach(key -> out.put(key.replace('-', '_').replace(' ', '_'), errors.line(key)));
        }
        return out;
    }

    /** With a cardinality of 1, everybody has one row in the file. */
    static Asked single(Yaml.Members members, Parameters.Truth truth, Asked asked, Faults faults) {
        Map<String, Boolean> several = new LinkedHashMap<>();
        several.put("visits", asked.size().visits() != 1);
        several.put("dupl", asked.size().dupl() != 0);
        several.forEach((key, more) -> {
            if (more && members.nodes().containsKey(key)) {
                faults.add(
                        members.line(key),
                        key + " is "
                                + (key.equals("visits")
                                        ? asked.size().visits()
                                        : asked.size().dupl())
                                + ", but with cardinality " + truth.cardinality()
                                + " everybody has one row in this file.",
                        "Leave it out, or write cardinality: \"n:m\".");
            }
        });
        return asked.single();
    }

    static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year >= 1900 && year <= 2100;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
