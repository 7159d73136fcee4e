package org.semblance.bench.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** What real rows score in the place of synthetic ones. */
final class Floors {
    private Floors() {}

    /** The training rows drawn again with replacement: what a perfect copyist scores. */
    static final class Bootstrap implements Contender {
        @Override
        public String name() {
            return "(bootstrap)";
        }

        @Override
        public Trial make(Case table, int seed, Run run) {
            Table train = table.train();
            Table seen = table.halfA();
            return new Trial(
                    train,
                    again(train, run.rng().child("full")),
                    seen,
                    table.halfB(),
                    again(seen, run.rng().child("half")),
                    Double.NaN,
                    Double.NaN);
        }

        private static Table again(Table table, Rng rng) {
            return table.take(IntStream.range(0, table.rows())
                    .map(i -> rng.nextInt(table.rows()))
                    .toArray());
        }
    }

    /**
     * Other real rows: what a perfect model scores. The training rows are split anew for every seed, in halves for the
     * similarities and in thirds for what needs a seen and an unseen part; so its samples are smaller, and its scores
     * a little worse, than those of a perfect model with as many rows as the others have.
     */
    static final class Fresh implements Contender {
        @Override
        public String name() {
            return "(fresh data)";
        }

        @Override
        public Trial make(Case table, int seed, Run run) {
            Table train = table.train();
            int[] order = IntStream.range(0, train.rows()).toArray();
            run.rng().child("split").shuffle(order);
            return new Trial(
                    part(train, order, 0, 2),
                    part(train, order, 1, 2),
                    part(train, order, 0, 3),
                    part(train, order, 1, 3),
                    part(train, order, 2, 3),
                    Double.NaN,
                    Double.NaN);
        }

        private static Table part(Table table, int[] order, int index, int parts) {
            int size = order.length / parts;
            return table.take(Arrays.copyOfRange(order, index * size, (index + 1) * size));
        }
    }
}
