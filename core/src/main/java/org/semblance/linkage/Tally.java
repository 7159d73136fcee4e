package org.semblance.linkage;

import java.util.List;

/**
 * How often errors were asked for and came, rate by rate: kept by one thread, added up over blocks. An error that was
 * drawn for a cell which it cannot change (a missing one, say) is drawn and not changed; such cells are not eligible, so
 * {@link #realised} is among the eligible ones what {@link #asked} is.
 */
public final class Tally {
    private final List<Rate> rates;
    private long rows;
    private final long[] considered;
    private final long[] drawn;
    private final long[] changed;

    Tally(List<Rate> rates) {
        this.rates = rates;
        considered = new long[rates.size()];
        drawn = new long[rates.size()];
        changed = new long[rates.size()];
    }

    public List<Rate> rates() {
        return rates;
    }

    public long rows() {
        return rows;
    }

    void row() {
        rows++;
    }

    /** The condition of the rate was looked at in this row, and held or not. */
    void condition(int rate, boolean held) {
        considered[rate] += held ? 1 : 0;
    }

    void drawn(int rate, boolean worked) {
        drawn[rate]++;
        changed[rate] += worked ? 1 : 0;
    }

    /** It was tried where another error of the same column was drawn and could change nothing. */
    void instead(int rate, boolean worked) {
        changed[rate] += worked ? 1 : 0;
    }

    /** Rows where the rate's condition held. */
    public long considered(int rate) {
        return rates.get(rate).when() == null ? rows : considered[rate];
    }

    /** Rows for which the error was drawn. */
    public long drawn(int rate) {
        return drawn[rate];
    }

    /** Rows in which it changed something. */
    public long changed(int rate) {
        return changed[rate];
    }

    public double asked(int rate) {
        return rates.get(rate).rate();
    }

    /**
     * Share of the considered rows for which the error was drawn: of the eligible ones it changed the same share but
     * for chance, since the draw does not look at the cell. NaN where no row was considered.
     */
    public double realised(int rate) {
        long of = considered(rate);
        return of == 0 ? Double.NaN : drawn[rate] / (double) of;
    }

    /** Adds what another thread or block has counted with the same rates. */
    public void add(Tally other) {
        rows += other.rows;
        for (int i = 0; i < drawn.length; i++) {
            considered[i] += other.considered[i];
            drawn[i] += other.drawn[i];
            changed[i] += other.changed[i];
        }
    }
}
