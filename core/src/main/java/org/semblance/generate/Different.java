package org.semblance.generate;

import org.semblance.random.Rng;

/** Another maker's values made different from one another by the row's number behind them ("Anna Berg 12"). */
record Different(Maker maker) implements Maker {
    @Override
    public String[] make(long first, int count, Rng column) {
        String[] out = maker.make(first, count, column);
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] + " " + (first + i + 1);
        }
        return out;
    }

    @Override
    public boolean unique() {
        return true;
    }
}
