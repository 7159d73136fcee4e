package org.semblance.linkage;

import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/**
 * Writes rows with errors, for one thread: decides which errors a row gets before it makes the first, so that conditions
 * see the row as it should be, then makes them in the order of their rates. A row without errors costs one random number
 * for each rate, and no objects but the row's stream.
 */
public final class Scribe {
    private final Errors errors;
    private final Errors.Compiled[] rates;
    private final Row row;
    private final Rng rng;
    private final Log log;
    private final Tally tally;
    private final int[] hits;
    private final @Nullable Frailty frailty;
    private int asked;

    Scribe(Errors errors, Row row, Rng rng, Log log) {
        this.errors = errors;
        this.rates = errors.compiled;
        this.row = row;
        this.rng = rng;
        this.log = log;
        tally = errors.tally();
        hits = new int[rates.length];
        frailty = errors.ofSources.length > 0
                ? new Frailty(errors.together(), errors.ofSources, rng.child("together"))
                : null;
    }

    public Row row() {
        return row;
    }

    /** What it has counted so far. */
    public Tally tally() {
        return tally;
    }

    /** How many errors the last row was to have, whether its cells could have them or not. */
    public int asked() {
        return asked;
    }

    /**
     * Makes the errors of the row that {@link #row} holds.
     *
     * @param number the row's number in its file: with the randomness, it decides which errors
     * @return how many errors were made
     */
    public int write(long number) {
        Rng dice = rng.child(number);
        tally.row();
        if (errors.columns != null) {
            return byColumns(errors.columns, number, dice);
        }
        int count = frailty == null ? alone(dice) : together(frailty, number, dice);
        asked = count;
        int made = 0;
        for (int i = 0; i < count; i++) {
            made += make(hits[i], number, dice.child(hits[i])) ? 1 : 0;
        }
        return made;
    }

    private int alone(Rng dice) {
        int count = 0;
        for (int i = 0; i < rates.length; i++) {
            if (dice.nextDouble() < rates[i].rate() & holds(i)) {
                hits[count++] = i;
            }
        }
        return count;
    }

    private int together(Frailty levels, long number, Rng dice) {
        double[] hazards = levels.hazards(number, dice);
        double factor = levels.factor(dice);
        int count = 0;
        for (int i = 0; i < rates.length; i++) {
            if (Frailty.comes(hazards[i], factor, dice) & holds(i)) {
                hits[count++] = i;
            }
        }
        return count;
    }

    /** One error in each column that changes: drawn by the rates, the next of its errors where it is not eligible. */
    private int byColumns(ChangedColumns columns, long number, Rng dice) {
        int count = columns.draw(dice, hits);
        asked = count;
        int made = 0;
        for (int i = 0; i < count; i++) {
            int[] of = errors.ratesOf[hits[i]];
            double goal = dice.nextDouble() * errors.rateOf[hits[i]];
            int first = 0;
            while (first < of.length - 1 && goal >= rates[of[first]].rate()) {
                goal -= rates[of[first++]].rate();
            }
            boolean worked = make(of[first], number, dice.child(of[first]));
            for (int k = 1; k < of.length && !worked; k++) {
                int next = of[(first + k) % of.length];
                worked = corrupt(next, number, dice.child(next));
                tally.instead(next, worked);
            }
            made += worked ? 1 : 0;
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
        boolean worked = corrupt(rate, number, own);
        tally.drawn(rate, worked);
        return worked;
    }

    private boolean corrupt(int rate, long number, Rng own) {
        Errors.Compiled compiled = rates[rate];
        row.watch();
        boolean worked = compiled.corruption().apply(row, compiled.variable(), own);
        int changes = row.unwatch();
        for (int i = 0; worked && log != Log.NONE && i < changes; i++) {
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
