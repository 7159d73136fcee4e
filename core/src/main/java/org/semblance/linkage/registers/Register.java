package org.semblance.linkage.registers;

import org.semblance.generate.Permutation;
import org.semblance.random.Rng;

/**
 * Which person each row of one file is about, by arithmetic alone: from row to person and from person to rows in O(1),
 * with no memory that grows with the file. People of a register are numbered 0 .. people-1, those that are in the other
 * file too before the others. Immutable and thread-safe.
 */
public final class Register {
    /**
     * People of one kind, what they do, and how much of it is entered twice.
     *
     * @param doubles visits that stand in two rows; at most as many as visits
     */
    record Stratum(long people, long visits, long doubles) {
        static final Stratum NONE = new Stratum(0, 0, 0);

        long rows() {
            return visits + doubles;
        }
    }

    private final Stratum linked;
    private final Stratum only;
    private final Visits linkedVisits;
    private final Visits onlyVisits;
    private final Permutation linkedOrder;
    private final Permutation onlyOrder;
    private final Permutation twice;
    private final Permutation once;
    private final Slots slots;
    private final Permutation rows;
    private final boolean byDate;

    Register(Stratum linked, Stratum only, boolean byDate, Rng rng) {
        this.linked = linked;
        this.only = only;
        this.byDate = byDate;
        linkedVisits = new Visits(linked.people(), linked.visits());
        onlyVisits = new Visits(only.people(), only.visits());
        linkedOrder = permutation(linked.visits(), rng.child("linked"));
        onlyOrder = permutation(only.visits(), rng.child("only"));
        long doubles = linked.doubles() + only.doubles();
        long visits = linked.visits() + only.visits();
        twice = permutation(doubles, rng.child("twice"));
        once = permutation(visits - doubles, rng.child("once"));
        slots = new Slots(visits, doubles, rng.child("slots"));
        rows = permutation(visits + doubles, rng.child("rows"));
    }

    private static Permutation permutation(long size, Rng rng) {
        return new Permutation(Math.max(1, size), rng);
    }

    public long rows() {
        return slots.rows();
    }

    /** Rows about people that are in the other file too. */
    public long linkedRows() {
        return linked.rows();
    }

    public long people() {
        return linked.people() + only.people();
    }

    public long linkedPeople() {
        return linked.people();
    }

    /** How many visits there are; a visit may stand in two rows. */
    public long visits() {
        return slots.slots();
    }

    /** Where the row's visit stands in the order of time, 0 .. visits-1. */
    public long slot(long row) {
        return slots.slot(byDate ? row : rows.inverse(row));
    }

    /** Whether the row repeats the visit of another one. */
    public boolean copy(long row) {
        long place = byDate ? row : rows.inverse(row);
        return place > 0 && slots.slot(place - 1) == slots.slot(place);
    }

    /** The person of a visit, by its place in time. */
    public long personOfSlot(long slot) {
        return personOf(visit(slot));
    }

    /** The person of a visit, by its number. */
    long personOf(long visit) {
        return visit < linked.visits()
                ? linkedVisits.person(visit)
                : linked.people() + onlyVisits.person(visit - linked.visits());
    }

    /** Whether the visit of that number is the one that its person is numbered by. */
    boolean isFirst(long visit) {
        return visit < linked.visits() ? visit < linked.people() : visit - linked.visits() < only.people();
    }

    public long person(long row) {
        return personOfSlot(slot(row));
    }

    /** Which of its person's visits it is, from 0; in no order of time. */
    public int round(long slot) {
        long visit = visit(slot);
        return visit < linked.visits() ? linkedVisits.round(visit) : onlyVisits.round(visit - linked.visits());
    }

    /** The number of the visit at a place in time: those of linked people before the others. */
    long visit(long slot) {
        long cell = slots.cellOf(slot);
        long twiceSlot = slots.twice(cell);
        boolean isTwice = slot == twiceSlot;
        long before = cell + (slot > twiceSlot ? 1 : 0);
        long index = isTwice ? twice.inverse(before) : once.inverse(slot - before);
        long linkedOfKind = isTwice ? linked.doubles() : linked.visits() - linked.doubles();
        boolean isLinked = index < linkedOfKind;
        long own = isLinked ? index : index - linkedOfKind;
        Stratum stratum = isLinked ? linked : only;
        long place = isTwice ? own : stratum.doubles() + own;
        return isLinked ? linkedOrder.inverse(place) : linked.visits() + onlyOrder.inverse(place);
    }

    /** The place in time of the visit of a person that is numbered first, which need not be the earliest. */
    public long firstSlot(long person) {
        boolean isLinked = person < linked.people();
        return slotOf(isLinked, isLinked ? person : person - linked.people());
    }

    /** The most rows of one person. */
    public int mostRows() {
        return 2 * Math.max(linkedVisits.most(), onlyVisits.most());
    }

    /**
     * All rows of a person, in no particular order.
     *
     * @param out takes them; at least {@link #mostRows} long
     * @return how many there are
     */
    public int rowsOf(long person, long[] out) {
        boolean isLinked = person < linked.people();
        Visits visits = isLinked ? linkedVisits : onlyVisits;
        long own = isLinked ? person : person - linked.people();
        int rounds = visits.count(own);
        int n = 0;
        for (int r = 0; r < rounds; r++) {
            long slot = slotOf(isLinked, visits.visit(own, r));
            long row = slots.row(slot);
            out[n++] = byDate ? row : rows.at(row);
            if (slots.isTwice(slot)) {
                out[n++] = byDate ? row + 1 : rows.at(row + 1);
            }
        }
        return n;
    }

    /** How many visits of a person there are. */
    int roundsOf(long person) {
        return person < linked.people() ? linkedVisits.count(person) : onlyVisits.count(person - linked.people());
    }

    /** How many rows {@link #rowsOf} finds. */
    public int countOf(long person) {
        boolean isLinked = person < linked.people();
        Visits visits = isLinked ? linkedVisits : onlyVisits;
        long own = isLinked ? person : person - linked.people();
        int rounds = visits.count(own);
        int n = rounds;
        for (int r = 0; r < rounds; r++) {
            long place = (isLinked ? linkedOrder : onlyOrder).at(visits.visit(own, r));
            n += place < (isLinked ? linked : only).doubles() ? 1 : 0;
        }
        return n;
    }

    private long slotOf(boolean isLinked, long visit) {
        Stratum stratum = isLinked ? linked : only;
        long place = (isLinked ? linkedOrder : onlyOrder).at(visit);
        if (place < stratum.doubles()) {
            return slots.twice(twice.at(isLinked ? place : linked.doubles() + place));
        }
        long rank = place - stratum.doubles();
        return slots.single(once.at(isLinked ? rank : linked.visits() - linked.doubles() + rank));
    }
}
