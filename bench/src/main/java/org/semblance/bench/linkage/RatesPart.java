package org.semblance.bench.linkage;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.semblance.bench.Line;
import org.semblance.linkage.Tally;
import org.semblance.linkage.registers.Registers;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/** Whether errors come as often as they are asked for: every rate of a standard set, over seeds. */
final class RatesPart implements Part {
    private static final long[] SEEDS = {11, 12, 13, 14, 15};
    private static final double TAIL = 0.0005;

    /** Rates looked at, and those outside of their interval. */
    private static final class Count {
        private int rates;
        private int outside;
        private double widest;

        void add(Tally tally) {
            for (int i = 0; i < tally.rates().size(); i++) {
                double asked = tally.asked(i);
                long of = tally.considered(i);
                if (of == 0 || asked <= 0) {
                    continue;
                }
                BinomialDistribution law = new BinomialDistribution(Math.toIntExact(of), asked);
                long low = law.inverseCumulativeProbability(TAIL);
                long high = law.inverseCumulativeProbability(1 - TAIL);
                rates++;
                outside += tally.drawn(i) < low || tally.drawn(i) > high ? 1 : 0;
                double deviation = Math.sqrt(asked * (1 - asked) / of);
                widest = Math.max(widest, deviation == 0 ? 0 : Math.abs(tally.realised(i) - asked) / deviation);
            }
        }
    }

    @Override
    public void measure(Setting setting, Consumer<Line> out) throws Exception {
        Count single = new Count();
        List<Tally> together = new ArrayList<>();
        Run run = new Run(Rng.of(1), setting.threads(), Progress.NONE);
        for (long seed : SEEDS) {
            Registers registers = Standard.of(seed, Math.max(1, setting.rows() / 10), setting.rows());
            Registers.Outcome made = registers.write(name -> OutputStream.nullOutputStream(), false, run);
            List<Tally> both = List.of(made.source(), made.target());
            both.forEach(single::add);
            for (int side = 0; side < 2; side++) {
                if (together.size() == side) {
                    together.add(both.get(side));
                } else {
                    together.get(side).add(both.get(side));
                }
            }
        }
        Count count = new Count();
        together.forEach(count::add);
        out.accept(new Line(
                String.format(
                        Locale.ROOT,
                        "rates of errors: %d sets of %,d x %,d rows, every rate of source and target over them",
                        SEEDS.length,
                        setting.rows() / 10,
                        setting.rows()),
                "all inside their 99.9 % binomial intervals",
                String.format(
                        Locale.ROOT,
                        "%d of %d inside, furthest %.1f standard deviations; set by set %d of %d (by chance %.1f are not)",
                        count.rates - count.outside,
                        count.rates,
                        count.widest,
                        single.rates - single.outside,
                        single.rates,
                        single.rates * 2 * TAIL)));
    }
}
