package org.semblance.generate.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * A population: person number 0, 1, 2 ... as a pure function of options and key, in any order, on any thread, in
 * constant time and without memory per person. Immutable; each thread takes a {@link #cursor()} of its own.
 *
 * <p>Everybody lives at some time between the first and the last day, in a household of the last day: singles, couples,
 * families, lone parents, people who share a flat. Within these days people move, marry, divorce, take and give back
 * names, and die. Names, addresses and numbers are made up from lists; whom they resemble they are not.
 *
 * <p>Cannot: follow children out of their parents' home, marry twice, show relatives who live elsewhere.
 */
public final class People {
    /** What decides a population besides its key. Sources of the standard values: docs/data-sources.md. */
    public record Options(
            @Option("Language and country as BCP 47 writes it: en-US, sv-SE, or a language alone: sv")
            String locale,

            @Option("First day that a record can be made, as 2010-01-31; everybody lives after it")
            String firstDay,

            @Option("Last day that a record can be made; everybody is born before it")
            String lastDay,

            @Option(value = "Age of the youngest on the last day, in years", min = 0, max = 18)
            int youngest,

            @Option(value = "Age that hardly anybody exceeds on the last day, in years", min = 60, max = Pyramid.OLDEST)
            int oldest,

            @Option(
                    "Shares of the households with 1, 2, 3 ... people, at most 8; who is below youngest is counted, but not there")
            List<String> householdSizes,

            @Option(
                    value = "Share of couples, with or without children, among households of two and more",
                    min = 0,
                    max = 1)
            double couples,

            @Option(value = "Share of lone parents among them; what is left shares a flat", min = 0, max = 1)
            double loneParents,

            @Option(value = "Share of the children who are twins", min = 0, max = 0.6)
            double twins,

            @Option(value = "Share of fathers with sons whose eldest son has his given name", min = 0, max = 1)
            double namesakes,

            @Option(value = "Moves per household and year", min = 0, max = 5)
            double moves,

            @Option(value = "Share of couples that marry", min = 0, max = 1)
            double marriages,

            @Option(value = "Divorces per married couple and year", min = 0, max = 1)
            double divorces,

            @Option(
                    value = "Share of wives who take the husband's surname; -1 for what is usual in the country",
                    min = -1,
                    max = 1)
            double nameChange) {
        public static Options standard() {
            return new Options(
                    "en-US",
                    "2010-01-01",
                    "2020-12-31",
                    0,
                    Pyramid.OLDEST,
                    List.of("28.2", "34.9", "15.1", "12.7", "5.8", "2.3", "1.0"),
                    0.77,
                    0.16,
                    0.031,
                    0.02,
                    0.093,
                    0.88,
                    0.014,
                    -1);
        }

        public Options {
            List<Problem> problems = new ArrayList<>();
            day(firstDay, "first-day", problems);
            day(lastDay, "last-day", problems);
            if (problems.isEmpty() && LocalDate.parse(firstDay).isAfter(LocalDate.parse(lastDay))) {
                problems.add(Problem.of("first-day " + firstDay + " is after last-day " + lastDay + "."));
            }
            if (couples + loneParents > 1 + 1e-9) {
                problems.add(Problem.of("couples and lone-parents together are more than 1."));
            }
            householdSizes = List.copyOf(householdSizes);
            sizes(householdSizes, problems);
            if (!problems.isEmpty()) {
                throw new ProblemException(ProblemException.Kind.USAGE, problems);
            }
        }

        private static void day(String text, String name, List<Problem> problems) {
            try {
                int year = LocalDate.parse(text).getYear();
                if (year < 1900 || year > 2100) {
                    problems.add(Problem.of(name + " is " + text + ", but must lie between 1900 and 2100."));
                }
            } catch (DateTimeException e) {
                problems.add(Problem.of(name + " is \"" + text + "\", but must be a day.")
                        .fix("Write it as 2010-01-31."));
            }
        }

        private static void sizes(List<String> texts, List<Problem> problems) {
            double total = 0;
            for (String text : texts) {
                try {
                    double share = Double.parseDouble(text);
                    total += share >= 0 ? share : Double.NaN;
                } catch (NumberFormatException e) {
                    total = Double.NaN;
                }
            }
            if (!(total > 0) || Double.isInfinite(total) || texts.size() > Households.MOST) {
                problems.add(Problem.of("household-sizes is " + String.join(",", texts) + ", but must be 1 to "
                                + Households.MOST + " shares that are not all nought.")
                        .fix("Write 28.2,34.9,15.1: so many households of one, two, three people."));
            }
        }

        double[] shares() {
            return householdSizes.stream().mapToDouble(Double::parseDouble).toArray();
        }
    }

    private static final int MANY = 1 << 20;

    final Society society;
    final Country country;
    final Register register;
    private final long capacity;
    final boolean surviving;

    private People(Options options, Country country, boolean surviving, Rng rng) {
        this.surviving = surviving;
        this.country = country;
        Identifier identifier = country.identifier();
        boolean apart = identifier.serials() > 0;
        int serials = apart ? Math.max(1, identifier.serials() / 2) : MANY;
        society = new Society(options, serials, apart, rng);
        register = new Register(country, rng.child("register"));
        capacity = apart ? society.period * Households.GROUP * Pyramid.STRATA : identifier.capacity();
    }

    /** @throws ProblemException where the locale is not known */
    public static People of(Options options, Rng rng) {
        return new People(options, Country.of(options.locale()), false, rng);
    }

    /**
     * The same people, but nobody dies before the day after the last one: those of whom records are made on any day. The
     * ages of the last day are then those of the living, which the pyramid is of.
     */
    public static People surviving(Options options, Rng rng) {
        return new People(options, Country.of(options.locale()), true, rng);
    }

    /** Others after the same options. */
    public People others(Rng rng) {
        return new People(society.options, country, surviving, rng);
    }

    /** The locales that can be asked for. */
    public static List<String> locales() {
        return Country.LOCALES;
    }

    /** @throws ProblemException with the nearest, where there are no people of that locale */
    public static void check(String locale) {
        Country.of(locale);
    }

    /** The titles that people have, each once. */
    public List<String> titles(boolean romanised) {
        return country.titles(romanised).stream().distinct().toList();
    }

    /** Whether people of the country write the surname in front of the given name. */
    public boolean surnameFirst() {
        return country.surnameFirst();
    }

    /** Whether surname and given name are written in one, in the letters of the country. */
    public boolean oneWord() {
        return country.oneWord();
    }

    public Person cursor() {
        return new Person(this);
    }

    /** Up to how many people national numbers are all different; persons with a higher number have none. */
    public long capacity() {
        return capacity;
    }

    /**
     * Whether there is a national number for each of so many people.
     *
     * @throws ProblemException where there are more people than the country's numbers can tell apart
     */
    public void requireCapacity(long people) {
        if (people > capacity) {
            throw ProblemException.usage(
                    Problem.of("there are " + capacity + " different national numbers for people of " + country.locale()
                                    + ", but " + people + " people are asked for.")
                            .fix("Ask for " + capacity + " people at most, or leave the national number out."));
        }
    }

    /** Epoch day of the first day that a record can be made. */
    public int firstDay() {
        return society.firstDay;
    }

    /** Epoch day of the last day that a record can be made. */
    public int lastDay() {
        return society.lastDay;
    }

    public Options options() {
        return society.options;
    }
}
