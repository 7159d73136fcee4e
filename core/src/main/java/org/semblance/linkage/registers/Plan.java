package org.semblance.linkage.registers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.semblance.generate.Permutation;
import org.semblance.linkage.registers.Register.Stratum;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * Who is in which file, exactly. The link rate is the share of source rows about somebody that the target has a row
 * about; it is met to the row: round(rate * rows) source rows are linked, repeated visits and double entries included.
 * People are numbered 0 .. people-1: those in both files, then those of the source alone, then those of the target alone.
 * All of it is arithmetic on row and person numbers; two rows are a true pair where their people have the same number, so
 * no false pair is possible. Immutable and thread-safe.
 */
public final class Plan {
    /** Most rows of a file; below it no product in {@link Slots} overflows. */
    public static final long MOST_ROWS = 2_000_000_000L;

    /**
     * What is asked of one file.
     *
     * @param rows at least 1
     * @param visits per person on average, at least 1
     * @param copies share of the rows that repeat the visit of another row, 0 to 0.5
     * @param byDate whether rows stand in the order of their visits, or in random order
     */
    public record Side(long rows, double visits, double copies, boolean byDate) {
        boolean single() {
            return visits == 1 && copies == 0;
        }
    }

    private final Register source;
    private final Register target;
    private final Permutation partners;
    private final Permutation population;
    private final long people;
    private final long drawnFrom;
    private final List<String> notes;

    private Plan(Register source, Register target, long population, List<String> notes, Rng rng) {
        this.source = source;
        this.target = target;
        this.notes = List.copyOf(notes);
        people = source.people() + target.people() - source.linkedPeople();
        partners = new Permutation(Math.max(1, source.linkedPeople()), rng.child("partners"));
        drawnFrom = Math.max(population, people);
        this.population = new Permutation(drawnFrom, rng.child("population"));
    }

    /**
     * @param rate share of source rows that are linked, 0 to 1
     * @param population of how many people those of the files are drawn; at least as many as they are, or 0 for just them
     * @throws ProblemException where the target is too small for the people that it shares with the source
     */
    public static Plan of(Side source, Side target, double rate, long population, Rng rng) {
        List<String> notes = new ArrayList<>();
        long linkedRows = Math.round(rate * source.rows());
        long copies = Math.round(source.copies() * source.rows());
        long linkedCopies = Math.min(linkedRows / 2, Math.round(source.copies() * linkedRows));
        Stratum linked = stratum(linkedRows, linkedCopies, source.visits());
        long otherRows = source.rows() - linkedRows;
        Stratum other =
                stratum(otherRows, Math.min(otherRows / 2, Math.max(0, copies - linkedCopies)), source.visits());
        if (linked.people() > target.rows()) {
            throw tooSmall(source, target, linked, rate);
        }
        Stratum shared = shared(linked.people(), target, notes);
        long restRows = target.rows() - shared.rows();
        long restCopies = Math.max(0, Math.round(target.copies() * target.rows()) - shared.doubles());
        Stratum rest = stratum(restRows, Math.min(restRows / 2, restCopies), target.visits());
        Register s = new Register(linked, other, source.byDate(), rng.child("source"));
        Register t = new Register(shared, rest, target.byDate(), rng.child("target"));
        return new Plan(s, t, population, notes, rng);
    }

    /** As many people as the visits ask for. */
    private static Stratum stratum(long rows, long copies, double visits) {
        if (rows == 0) {
            return Stratum.NONE;
        }
        long made = rows - copies;
        return new Stratum(Math.min(made, Math.max(1, Math.round(made / visits))), made, copies);
    }

    /** The rows that people of the source have in the target: as many as the target's visits ask for, where there is room. */
    private static Stratum shared(long people, Side target, List<String> notes) {
        long visits = Math.round(people * target.visits());
        long copies = Math.min(visits, Math.round(visits * target.copies() / (1 - target.copies())));
        if (visits + copies <= target.rows()) {
            return new Stratum(people, visits, copies);
        }
        long asked = Math.min(Math.round(target.copies() * target.rows()), target.rows() / 2);
        copies = Math.min(asked, target.rows() - people);
        long left = target.rows() - copies;
        double mean = left / (double) Math.max(1, people);
        if (mean < target.visits() - 0.05 || copies < asked) {
            notes.add("the target has " + Math.round(mean * 100) / 100.0 + " visits a person, not " + target.visits()
                    + ", and " + copies + " repeated rows: the people that it shares with the source fill it");
        }
        return new Stratum(people, left, copies);
    }

    private static ProblemException tooSmall(Side source, Side target, Stratum linked, double rate) {
        double most = Math.floor(1000.0 * target.rows() / linked.people() * rate) / 1000;
        return ProblemException.usage(Problem.of("a rate of " + rate + " is impossible: " + linked.rows() + " of "
                        + source.rows() + " source rows are about " + linked.people()
                        + " people, but the target has only " + target.rows() + " rows.")
                .fix("Make the target larger, or the rate " + most + " at most."));
    }

    public Register source() {
        return source;
    }

    public Register target() {
        return target;
    }

    /** How many people there are in the two files together. */
    public long people() {
        return people;
    }

    /** What could not be had as asked, in words. */
    public List<String> notes() {
        return notes;
    }

    /** Of how many people those of the files are drawn. */
    public long population() {
        return drawnFrom;
    }

    /** The number of a person of the source among all. */
    public long ofSource(long person) {
        return person;
    }

    /** The number of a person of the target among all. */
    public long ofTarget(long person) {
        return person < target.linkedPeople() ? partners.at(person) : person - target.linkedPeople() + source.people();
    }

    /** The number in the population of a person among all: different people, different numbers, in no order. */
    public long inPopulation(long person) {
        return population.at(person);
    }

    /** The most target rows of one source row. */
    public int mostTargets() {
        return target.mostRows();
    }

    /**
     * The target rows that are about the person of a source row, in ascending order.
     *
     * @param out takes them; at least {@link #mostTargets} long
     * @return how many there are
     */
    public int targets(long sourceRow, long[] out) {
        long person = source.person(sourceRow);
        if (person >= source.linkedPeople()) {
            return 0;
        }
        int n = target.rowsOf(partners.inverse(person), out);
        Arrays.sort(out, 0, n);
        return n;
    }

    /** How many true pairs there are. Cost: one look at each person in both files. */
    public long pairs() {
        long pairs = 0;
        for (long person = 0; person < source.linkedPeople(); person++) {
            pairs += (long) source.countOf(person) * target.countOf(partners.inverse(person));
        }
        return pairs;
    }
}
