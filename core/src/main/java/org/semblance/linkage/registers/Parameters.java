package org.semblance.linkage.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.semblance.generate.people.People;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Together;
import org.semblance.linkage.Variable;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Option;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;

/**
 * Everything that decides a pair of registers.
 *
 * @param seed same seed, same bytes; null where it is still to be drawn
 * @param sourceErrors rates whose columns are words of {@link org.semblance.linkage.Role}
 */
public record Parameters(
        @Nullable Long seed,
        General general,
        Asked source,
        Asked target,
        Truth truth,
        Own table,
        People.Options people,
        List<Rate> sourceErrors,
        List<Rate> targetErrors,
        Together together) {
    /** Keys of the file itself. */
    public record General(
            @Option(value = "Version of this format", min = 1, max = 1)
            int version,

            @Option(
                    value =
                            "F1 that a Fellegi-Sunter linker should reach; the error rates are scaled for it. 0: as they are",
                    min = 0,
                    max = 1)
            double difficulty,

            @Option(
                    value =
                            "Scale of the error rates and of missing cells, 0 for none; people without identifier stay so",
                    min = 0,
                    max = 100)
            double errorScale,

            @Option(
                    value =
                            "Of how many people those in the files are drawn; 0: all are in a file, so households are complete",
                    min = 0,
                    max = 4e9)
            long population) {}

    /** Keys of {@code truth}. */
    public record Truth(
            @Option(
                    value = "Share of source rows with at least one true target row; met exactly, to the nearest row",
                    min = 0,
                    max = 1)
            double expectedRate,

            @Option(
                    value = "How many rows of a person there may be in source and target",
                    choices = {"1:1", "1:n", "n:1", "n:m"})
            String cardinality) {}

    /** Keys of {@code table}: what is to be known of a table of the user's own. */
    public record Own(
            @Option(
                    "The column that is the same in all rows of one person, and no part of the files; none where each row is a person")
            String cluster,

            @Option("Whether that column is in the files all the same, without errors")
            boolean keepCluster,

            @Option("Columns that are left out of the files")
            List<String> drop,

            @Option("What columns are, as dob=birth_date; the others are told by header and cells")
            List<String> roles) {
        public Own {
            drop = List.copyOf(drop);
            roles = List.copyOf(roles);
        }

        /**
         * What a file of parameters says of the columns that a table has: the file may be about a table with more. Who is
         * who is not passed over where a column is called nearly so.
         *
         * @param notes takes which columns were passed over
         */
        public Own among(List<String> columns, List<String> notes) {
            Set<String> absent = new LinkedHashSet<>();
            Predicate<String> there = column -> {
                if (!columns.contains(column)) {
                    absent.add(column);
                }
                return columns.contains(column);
            };
            List<String> kept = drop.stream().filter(there).toList();
            List<String> known = roles.stream()
                    .filter(role -> role.lastIndexOf('=') < 1 || there.test(role.substring(0, role.lastIndexOf('='))))
                    .toList();
            boolean who = cluster.isEmpty() || !Nearest.hint(cluster, columns).isEmpty() || there.test(cluster);
            if (!absent.isEmpty()) {
                notes.add("the parameters name " + String.join(", ", absent)
                        + " below table, which the table does not have:" + " passed over");
            }
            return new Own(who ? cluster : "", who && keepCluster, kept, known);
        }
    }

    static final General GENERAL = new General(1, 0, 1, 0);
    static final Truth TRUTH = new Truth(0.7, "n:m");
    public static final Own OWN = new Own("", false, List.of(), List.of());

    /** Errors of one record come together about as those of hand-written records do: see docs/data-sources.md. */
    static final Together TOGETHER = Together.INDEPENDENT;

    public Parameters {
        sourceErrors = byColumn(sourceErrors);
        targetErrors = byColumn(targetErrors);
    }

    /** Those of one column together, as the file has them: their order decides what is drawn. */
    private static List<Rate> byColumn(List<Rate> rates) {
        Map<String, List<Rate>> columns = new LinkedHashMap<>();
        rates.forEach(rate -> columns.computeIfAbsent(rate.variable(), key -> new ArrayList<>())
                .add(rate));
        return columns.values().stream().flatMap(List::stream).toList();
    }

    /** What {@code semblance linkage} makes where nothing is asked for. */
    public static Parameters standard() {
        People.Options people = People.Options.standard();
        List<Rate> errors = StandardErrors.of(people.locale());
        return new Parameters(
                null,
                GENERAL,
                Asked.SOURCE,
                Asked.TARGET,
                TRUTH,
                OWN,
                people(people, Asked.SOURCE, Asked.TARGET),
                errors,
                errors,
                TOGETHER);
    }

    /** Registers cover so many years: their people are born before the first visit and at home with children after the last. */
    static final int MOST_YEARS = 18;

    /** People who live through all days of a visit: none is born within them. */
    static People.Options people(People.Options people, Asked source, Asked target) {
        String first = first(source, target);
        String last = last(source, target);
        return Options.bind(
                people,
                Map.of("first-day", first, "last-day", last, "youngest", Math.min(MOST_YEARS, leastAge(first, last))),
                "people");
    }

    static String first(Asked source, Asked target) {
        String a = source.size().dateLb();
        String b = target.size().dateLb();
        return a.compareTo(b) <= 0 ? a : b;
    }

    static String last(Asked source, Asked target) {
        String a = source.size().dateUb();
        String b = target.size().dateUb();
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The age on the last day of those born before the first. */
    static int leastAge(String first, String last) {
        LocalDate from = LocalDate.parse(first);
        LocalDate to = LocalDate.parse(last);
        return to.getYear() - from.getYear() + (to.getDayOfYear() >= from.getDayOfYear() ? 1 : 0);
    }

    public Parameters seed(@Nullable Long other) {
        return new Parameters(
                other, general, source, target, truth, table, people, sourceErrors, targetErrors, together);
    }

    /** With other error rates: every hazard times {@code scale}, see {@link org.semblance.linkage.Errors#scaled}. */
    public Parameters scale(double scale) {
        General other = new General(general.version(), general.difficulty(), scale, general.population());
        return new Parameters(seed, other, source, target, truth, table, people, sourceErrors, targetErrors, together);
    }

    /** With something else known of the user's own table. */
    public Parameters table(Own other) {
        return new Parameters(
                seed, general, source, target, truth, other, people, sourceErrors, targetErrors, together);
    }

    Parameters together(Together other) {
        return new Parameters(seed, general, source, target, truth, table, people, sourceErrors, targetErrors, other);
    }

    /** With files of other sizes. */
    Parameters sizes(long sourceRows, long targetRows) {
        return with(new Flags(sourceRows, targetRows, null, null, null));
    }

    /** What may be said on a command line; null where nothing is. */
    public record Flags(
            @Nullable Long sourceRows,
            @Nullable Long targetRows,
            @Nullable Double rate,
            @Nullable Double difficulty,
            @Nullable String locale) {}

    /**
     * With what the flags say.
     *
     * @throws org.semblance.plugin.ProblemException where that is out of range
     */
    public Parameters with(Flags flags) {
        return with(flags, List.of());
    }

    /** @param own the columns of the user's own table, where there is one */
    public Parameters with(Flags flags, List<Variable> own) {
        List<Problem> problems = new ArrayList<>();
        Asked from = source.size(said(source.size(), "size", flags.sourceRows, "--source-rows", problems));
        Asked to = target.size(said(target.size(), "size", flags.targetRows, "--target-rows", problems));
        Truth linked = said(truth, "expected-rate", flags.rate, "--rate", problems);
        General all = said(general, "difficulty", flags.difficulty, "--difficulty", problems);
        People.Options who = changed(people, "locale", flags.locale);
        if (flags.difficulty != null) {
            all = new General(all.version(), all.difficulty(), 1, all.population());
            if (all.difficulty() >= 1) {
                problems.add(Problem.of("--" + Checks.NEVER_ONE).fix(Checks.EASIEST));
            }
        }
        try {
            People.check(who.locale());
        } catch (ProblemException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        List<Rate> standard = standard(people.locale(), own);
        List<Rate> now = standard(who.locale(), own);
        return new Parameters(
                seed,
                all,
                from,
                to,
                linked,
                table,
                who,
                sourceErrors.equals(byColumn(standard)) ? now : sourceErrors,
                targetErrors.equals(byColumn(standard)) ? now : targetErrors,
                together);
    }

    private static List<Rate> standard(String locale, List<Variable> own) {
        return own.isEmpty() ? StandardErrors.of(locale) : StandardErrors.of(locale, own);
    }

    /** What is out of range is told by the name of the flag. */
    private static <R extends Record> R said(
            R record, String option, @Nullable Object value, String flag, List<Problem> problems) {
        try {
            return changed(record, option, value);
        } catch (ProblemException e) {
            e.problems()
                    .forEach(problem -> problems.add(Problem.of(problem.what().replaceFirst("^" + option, flag))
                            .fix(problem.fix())));
            return record;
        }
    }

    static <R extends Record> R changed(R record, String option, @Nullable Object value) {
        return value == null ? record : Options.bind(record, Map.of(option, value), "linkage");
    }
}
