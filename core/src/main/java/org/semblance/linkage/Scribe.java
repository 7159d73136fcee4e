package org.semblance.linkage;

import org.semblance.random.Rng;

/**
 * Writes rows with errors, for one thread: decides which errors a row gets before it makes the first, so that conditions
 * see the row as it should be, then makes them in the order of their rates. A row without errors costs one random number
 * for each rate and no objects but the row's stream.
 */
public final class Scribe {
    private final Errors errors;
    private final Errors.Compiled[] rates;
    private final Row row;
    private final Rng rng;
    private final Log log;
    private final Tally tally;
    private final int[] hits;

    Scribe(Errors errors, Row row, Rng rng, Log log) {
        this.errors = errors;
        this.rates = errors.compiled;
        this.row = row;
        this.rng = rng;
        this.log = log;
        tally = errors.tally();
        hits = new int[rates.length];
    }

    public Row row() {
        return row;
    }

    /** What it has counted so far. */
    public Tally tally() {
        return tally;
    }

    /**
     * Makes the errors of the row that {@link #row} holds.
     *
     * @param number the row's number in its file: with the randomness, it decides which errors
     * @return how many errors were made
     */
    public int write(long number) {
        Rng dice = rng.child(number);
        int count = 0;
        for (int i = 0; i < rates.length; i++) {
            if (dice.nextDouble() < rates[i].rate() & holds(i)) {
                hits[count++] = i;
            }
        }
        tally.row();
        int made = 0;
        for (int i = 0; i < count; i++) {
            made += make(hits[i], number, dice.child(hits[i])) ? 1 : 0;
        }
        return made;
    }

    private boolean holds(int rate) {
        Errors.Compiled compiled = rates[rate];
        if (compiled.on() < 0) {
            return true;
        }
        When when = errors.rates().get(rate).when();
        boolean held = when == null || when.holds(row.get(compiled.on()), compiled.dates());
        tally.condition(rate, held);
        return held;
    }

    private boolean make(int rate, long number, Rng own) {
        Errors.Compiled compiled = rates[rate];
        row.watch();
        boolean worked = compiled.corruption().apply(row, compiled.variable(), own);
        int changes = row.unwatch();
        tally.drawn(rate, worked);
        for (int i = 0; worked && i < changes; i++) {
            int variable = row.changed(i);
            String before = row.before(i);
            String after = row.get(variable);
            if (before == null ? after != null : !before.equals(after)) {
                log.change(number, variable, compiled.operator(), before, after);
            }
        }
        return worked;
    }
}
