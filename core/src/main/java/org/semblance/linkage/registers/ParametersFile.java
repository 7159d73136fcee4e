package org.semblance.linkage.registers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.People;
import org.semblance.io.Faults;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Variable;
import org.semblance.linkage.registers.Parameters.General;
import org.semblance.linkage.registers.Parameters.Truth;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** Reads {@link Parameters} from YAML, all that is wrong at once and by line; what is left out has its standard value. */
public final class ParametersFile {
    private final Faults faults;
    private final List<Variable> own;
    private final List<String> notes;
    private final Map<String, Yaml.Members> blocks = new HashMap<>();

    private ParametersFile(Faults faults, List<Variable> own, List<String> notes) {
        this.faults = faults;
        this.own = own;
        this.notes = notes;
    }

    /** @throws ProblemException with everything that is wrong with the file */
    public static Parameters read(Source source) {
        return read(source, new ArrayList<>());
    }

    /** @param notes takes what is read and not used */
    public static Parameters read(Source source, List<String> notes) {
        try (InputStream in = source.open()) {
            String text = new String(in.readNBytes(Yaml.LENGTH + 1), StandardCharsets.UTF_8);
            return read(text, source.name(), List.of(), Parameters.standard(), notes);
        } catch (IOException e) {
            throw ProblemException.data(Problem.of("this file cannot be read (" + e.getMessage() + ").")
                    .at(source.name()));
        }
    }

    /** @param name of the file, for messages */
    public static Parameters read(String text, String name) {
        return read(text, name, List.of(), Parameters.standard());
    }

    /**
     * For a table of the user's own.
     *
     * @param own its columns: the keys of {@code errors} may be their names, or words of roles
     * @param standard what holds where nothing is said
     */
    public static Parameters read(String text, String name, List<Variable> own, Parameters standard) {
        return read(text, name, own, standard, new ArrayList<>());
    }

    /** @param notes takes what is read and not used, or in part */
    public static Parameters read(
            String text, String name, List<Variable> own, Parameters standard, List<String> notes) {
        Faults faults = new Faults(name);
        Parameters read = new ParametersFile(faults, own, notes).root(Yaml.parse(text, name), standard);
        faults.throwIfAny();
        return read;
    }

    /**
     * What must be known of a table of the user's own before its columns are: its keys, and the locale of the people or
     * null. What is wrong with the file is not told here.
     */
    public static Early early(String text, String name) {
        Faults unheard = new Faults(name);
        ParametersFile file = new ParametersFile(unheard, List.of(), new ArrayList<>());
        Yaml.Members root = Legacy.block("the file", Yaml.parse(text, name), unheard);
        Parameters.Own table = file.bind(Keys.TABLE, Parameters.OWN, file.block(root, Keys.TABLE));
        Yaml.Node locale = file.block(root, Keys.PEOPLE).nodes().get("locale");
        return new Early(table, locale instanceof Yaml.Scalar scalar ? scalar.text() : null);
    }

    /** What {@link #early} tells. */
    public record Early(Parameters.Own table, @Nullable String locale) {}

    private Parameters root(Yaml.Node node, Parameters standard) {
        Yaml.Members root = Legacy.block("the file", node, faults);
        List<String> known = new ArrayList<>(List.of(Keys.SEED, Keys.ERRORS));
        known.addAll(Keys.block("").names());
        for (Keys.Block block : Keys.blocks()) {
            if (!block.name().isEmpty()) {
                known.add(block.name());
            }
        }
        for (String key : root.nodes().keySet()) {
            boolean other =
                    Keys.blocks().stream().anyMatch(block -> block.other().equals(key));
            if (!known.contains(key) && !other) {
                unknown("", key, root.line(key), known);
            }
        }
        General general = bind("", standard.general(), root);
        Yaml.Members truthKeys = block(root, Keys.TRUTH);
        Truth truth = bind(Keys.TRUTH, standard.truth(), truthKeys);
        keys(Keys.TRUTH, truthKeys, List.of());
        Asked source = asked(root, Keys.SOURCE, standard.source());
        Asked target = asked(root, Keys.TARGET, standard.target());
        if (truth.cardinality().startsWith("1")) {
            source = Checks.single(block(root, Keys.SOURCE), truth, source, faults);
        }
        if (truth.cardinality().endsWith("1")) {
            target = Checks.single(block(root, Keys.TARGET), truth, target, faults);
        }
        Yaml.Members tableKeys = block(root, Keys.TABLE);
        keys(Keys.TABLE, tableKeys, List.of());
        Parameters.Own table = bind(Keys.TABLE, standard.table(), tableKeys);
        if (own.isEmpty() && !table.equals(Parameters.OWN)) {
            notes.add("what stands below table is for a table of your own (semblance linkage from TABLE --params FILE):"
                    + " not used");
            table = Parameters.OWN;
        }
        Yaml.Members together = block(root, Keys.TOGETHER);
        keys(Keys.TOGETHER, together, List.of());
        ErrorsReader errors = new ErrorsReader(faults, own);
        People.Options people = people(root, standard.people(), source, target);
        List<Rate> both = errors.read(
                root, own.isEmpty() ? StandardErrors.of(people.locale()) : StandardErrors.of(people.locale(), own));
        List<Rate> sourceErrors = errors.read(block(root, Keys.SOURCE), both);
        List<Rate> targetErrors = errors.read(block(root, Keys.TARGET), both);
        if (own.isEmpty()) {
            Checks.names(root, block(root, Keys.SOURCE), source, Keys.SOURCE, faults);
            Checks.names(root, block(root, Keys.TARGET), target, Keys.TARGET, faults);
        }
        Parameters read = new Parameters(
                seed(root),
                general,
                source,
                target,
                truth,
                table,
                people,
                sourceErrors,
                targetErrors,
                bind(Keys.TOGETHER, Parameters.TOGETHER, together));
        if (faults.count() == 0 && !errors.absent().isEmpty()) {
            read = read.together(LawOfPart.of(read, own, errors.absent(), notes));
        }
        checks(read, root);
        return read;
    }

    /** A block by its name, whichever of its names the file has; read once, so that its faults are told once. */
    private Yaml.Members block(Yaml.Members root, String name) {
        return blocks.computeIfAbsent(name, key -> found(root, key));
    }

    private Yaml.Members found(Yaml.Members root, String name) {
        String other = Keys.block(name).other();
        Yaml.Node own = root.nodes().get(name);
        Yaml.Node second = other.isEmpty() ? null : root.nodes().get(other);
        if (own != null && second != null) {
            faults.add(root.line(other), name + " and " + other + " are the same.", "Remove one.");
        }
        Yaml.Node node = own != null ? own : second;
        return node == null ? new Yaml.Members(Map.of(), Map.of(), root.line()) : Legacy.block(name, node, faults);
    }

    private @Nullable Long seed(Yaml.Members root) {
        Yaml.Node node = root.nodes().get(Keys.SEED);
        if (node == null || (node instanceof Yaml.Scalar scalar && scalar.isNull())) {
            return null;
        }
        if (node instanceof Yaml.Scalar scalar) {
            try {
                return Long.parseLong(scalar.text());
            } catch (NumberFormatException e) {
                // told below
            }
        }
        faults.add(root.line(Keys.SEED), "seed is " + node.word() + ", but must be a whole number.", "");
        return null;
    }

    private Asked asked(Yaml.Members root, String name, Asked standard) {
        Yaml.Members members = block(root, name);
        keys(name, members, List.of(Keys.ERRORS));
        Asked asked = new Asked(
                bind(name, standard.size(), members),
                bind(name, standard.columns(), members),
                bind(name, standard.formats(), members),
                bind(name, standard.coverage(), members),
                bind(name, standard.slips(), members));
        Checks.asked(name, asked, members, faults);
        return asked;
    }

    /** Keys that no record of the block has. */
    private void keys(String name, Yaml.Members members, List<String> more) {
        List<String> known = new ArrayList<>(Keys.block(name).names());
        known.addAll(more);
        for (String key : members.nodes().keySet()) {
            if (!known.contains(key)) {
                unknown(name, key, members.line(key), known);
            }
        }
    }

    private void unknown(String block, String key, int line, List<String> known) {
        for (Keys.Block other : Keys.blocks()) {
            if (other.names().contains(key) && !other.name().equals(block)) {
                String where = other.name().isEmpty() ? "at the left margin." : "below " + other.name() + ":";
                faults.add(line, owner(block) + key + " does not belong here.", "Write it " + where);
                return;
            }
        }
        faults.unknown(line, owner(block) + "the key \"" + key + "\"", key, known);
    }

    private static String owner(String block) {
        return block.isEmpty() ? "" : block + ": ";
    }

    /** The record with the keys that are there; a key that it does not have is not its business. */
    private <R extends Record> R bind(String block, R defaults, Yaml.Members members) {
        R bound = defaults;
        for (Options.Description option : Options.describe(defaults)) {
            String key = Keys.snake(option.name());
            Yaml.Node node = members.nodes().get(key);
            if (node == null) {
                continue;
            }
            Object value = value(node);
            if (value == null) {
                faults.add(members.line(key), owner(block) + key + " must be a value, but is " + node.word() + ".", "");
                continue;
            }
            try {
                bound = Options.bind(bound, Map.of(option.name(), value), block);
            } catch (ProblemException e) {
                for (Problem problem : e.problems()) {
                    String what = problem.what().replace(option.name(), key);
                    faults.add(members.line(key), owner(block) + what, problem.fix());
                }
            }
        }
        return bound;
    }

    private static @Nullable Object value(Yaml.Node node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        if (node instanceof Yaml.Items items && items.nodes().stream().allMatch(item -> item instanceof Yaml.Scalar)) {
            return items.nodes().stream()
                    .map(item -> item instanceof Yaml.Scalar scalar ? scalar.text() : "")
                    .toList();
        }
        return null;
    }

    /** All of them live through the days of the visits. */
    private People.Options people(Yaml.Members root, People.Options standard, Asked source, Asked target) {
        Yaml.Members members = block(root, Keys.PEOPLE);
        keys(Keys.PEOPLE, members, List.of());
        String first = Parameters.first(source, target);
        String last = Parameters.last(source, target);
        People.Options wide = Checks.isDay(first) && Checks.isDay(last) && first.compareTo(last) <= 0
                ? Parameters.people(standard, source, target)
                : standard;
        People.Options people = bind(Keys.PEOPLE, wide, members);
        try {
            People.check(people.locale());
        } catch (ProblemException e) {
            e.problems().forEach(p -> faults.add(members.line("locale"), "people: " + p.what(), p.fix()));
        }
        for (String key : List.of("first_day", "last_day")) {
            String day = key.equals("first_day") ? people.firstDay() : people.lastDay();
            String bound = key.equals("first_day") ? first : last;
            boolean outside = key.equals("first_day") ? day.compareTo(bound) > 0 : day.compareTo(bound) < 0;
            if (members.nodes().containsKey(key) && outside) {
                faults.add(
                        members.line(key),
                        "people: " + key + " is " + day + ", but there are visits on " + bound + ".",
                        "Leave it out: it follows from date_lb and date_ub.");
            }
        }
        if (own.isEmpty() && Checks.isDay(first) && faults.count() == 0) {
            alive(root, people, first, last);
        }
        return people;
    }

    /** Everybody is born before the first visit. */
    private void alive(Yaml.Members root, People.Options people, String first, String last) {
        Yaml.Members members = block(root, Keys.PEOPLE);
        if (Parameters.leastAge(first, last) > Parameters.MOST_YEARS) {
            Yaml.Members dated = Stream.of(Keys.SOURCE, Keys.TARGET)
                    .map(name -> block(root, name))
                    .filter(block -> block.nodes().containsKey("date_lb")
                            || block.nodes().containsKey("date_ub"))
                    .findFirst()
                    .orElse(members);
            faults.add(
                    dated.line(dated.nodes().containsKey("date_lb") ? "date_lb" : "date_ub"),
                    "the visits of the two files go from " + first + " to " + last + ", but registers cover "
                            + Parameters.MOST_YEARS
                            + " years at most: everybody is born before the first visit and lives"
                            + " on the last.",
                    "Choose a later date_lb or an earlier date_ub.");
            return;
        }
        int least = Parameters.leastAge(first, people.lastDay());
        if (people.youngest() < least) {
            String key = members.nodes().containsKey("youngest") ? "youngest" : "last_day";
            faults.add(
                    members.line(key),
                    "people: youngest is " + people.youngest() + " on " + people.lastDay()
                            + ", but everybody is born before the first visit, on " + first + ".",
                    least > Parameters.MOST_YEARS
                            ? "Choose an earlier last_day."
                            : "Leave it out, or write " + least + ".");
        }
    }

    /** What keys say together. */
    private void checks(Parameters read, Yaml.Members root) {
        Checks.general(read.general(), !own.isEmpty(), root, faults);
        Checks.together(read.together(), block(root, Keys.TOGETHER), faults);
        if (faults.count() > 0) {
            return;
        }
        int rate = block(root, Keys.TRUTH).line("expected_rate");
        told(
                rate,
                () -> Plan.of(
                        read.source().side(), read.target().side(), read.truth().expectedRate(), 0, Rng.of(0)));
        int law = block(root, Keys.TOGETHER).line("columns");
        if (faults.count() == 0 && !read.together().columns().isEmpty()) {
            told(law, () -> errors(read));
        }
    }

    /** Whether rates and law go together, in both files. */
    private void errors(Parameters read) {
        if (own.isEmpty()) {
            Registers.of(read.seed(0L));
            return;
        }
        for (boolean source : new boolean[] {true, false}) {
            Asked asked = source ? read.source() : read.target();
            List<Rate> rates = source ? read.sourceErrors() : read.targetErrors();
            Errors.of(own, Mistakes.of(read, asked, own, rates), read.together());
        }
    }

    private void told(int line, Runnable check) {
        try {
            check.run();
        } catch (ProblemException e) {
            e.problems().forEach(p -> faults.add(line, p.what(), p.fix()));
        }
    }
}
